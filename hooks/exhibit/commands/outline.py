"""Outline: all that an item's file and the exhibit say of it, as plain lines for a terminal.

It follows the models field by field, so that a new field shows without being named here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from exhibit.model.addresses import locator_in_words
from exhibit.model.claims import Citation, Claim, Step
from exhibit.model.dates import Edtf
from exhibit.model.declared import declared
from exhibit.model.evidence import Standing, readings
from exhibit.model.fields import DateField, Readings
from exhibit.model.item import Item, Name
from exhibit.model.kinds import Source
from exhibit.model.marks import marks
from exhibit.model.part import Model
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.link import reference_fields
from exhibit.views.item.labels import part_name, title
from exhibit.views.item.relations import related
from exhibit.views.membership.spells import rows_of
from exhibit.views.sources.extracts import extracts

_HIDDEN = (
    "id",
    "title",
    "summary",
    "account",
    "paragraphs",
    "cite",
    "never",
    "because",
    "counts",
    "coarser",
)


@dataclass(frozen=True)
class Line:
    """One line before it is wrapped. depth: how far it is indented, in steps; heading: a section's name."""

    depth: int
    text: str
    heading: bool = False


def outline(exhibit: Exhibit, item: Item, told_in: list[str]) -> Iterator[Line]:
    """The lines about an item. told_in: the hand-written pages that tell of it."""
    yield Line(0, f"{item.title} ({item.SINGULAR}, {item.id})", heading=True)
    if item.summary:
        yield Line(0, item.summary)
    yield Line(0, exhibit.records[item.id].file)
    yield Line(0, "Facts", heading=True)
    yield from _part(exhibit, item, 1)
    if item.account:
        yield Line(0, "Account", heading=True)
        yield from (Line(1, " ".join(text.split())) for text in item.account.split("\n\n"))
    yield from _memberships(exhibit, item)
    yield from _related(exhibit, item, told_in)
    yield from _taken(exhibit, item) if isinstance(item, Source) else _evidence(exhibit, item)


def _part(exhibit: Exhibit, part: Model, depth: int) -> Iterator[Line]:
    """The fields of an item or a part of one, in the order of its file."""
    for field in declared(type(part)):
        name, value = field.name, getattr(part, field.attribute)
        if name in _HIDDEN or value in (None, [], False):
            continue
        label = (field.is_claim and field.told.label) or name.replace("_", " ").capitalize()
        if isinstance(value, Readings):
            yield Line(depth, label)
            yield from _readings(exhibit, value, depth + 1)
        elif isinstance(value, list) and isinstance(value[0], Model):
            yield Line(depth, label)
            for inner in value:
                yield from _inner(exhibit, inner, depth + 1)
        else:
            yield Line(depth, f"{label}: {_value(exhibit, value, field.ref is not None)}")


def _inner(exhibit: Exhibit, part: Model, depth: int) -> Iterator[Line]:
    """A part of a list: what it is called, then its own fields."""
    if isinstance(part, Name):
        use = ", ".join(in_words(date) for date in (part.start, part.end) if date)
        told = ", ".join(word for word in (part.kind.label.lower(), part.lang, use) if word)
        yield Line(depth, f"{part.text} ({told}){_cited(part.cite)}")
    elif isinstance(part, Readings):
        yield Line(depth, str(getattr(part, "about", "")))
        yield from _readings(exhibit, part, depth + 1)
    else:
        never = "never: " if getattr(part, "never", False) else ""
        name = part_name(exhibit, part) or type(part).__name__
        yield Line(depth, f"{never}{name}{_cited(getattr(part, 'cite', []))}")
        yield from _part(exhibit, part, depth + 1)


def _readings(exhibit: Exhibit, field: Readings[Any], depth: int) -> Iterator[Line]:
    for step in field.steps if isinstance(field, DateField) else []:
        yield from _claim(exhibit, step, "stands for the whole" if step.counts else "", depth)
    for reading in readings(field):
        alone = reading.standing is Standing.SOLE
        yield from _claim(exhibit, reading.claim, "" if alone else reading.standing.label.lower(), depth)


def _claim(exhibit: Exhibit, claim: Claim, standing: str, depth: int) -> Iterator[Line]:
    references = {name for name, _, _ in reference_fields(type(claim))}
    value = _value(exhibit, claim.value, claim.VALUE in references) if claim.value is not None else "never"
    unit = getattr(claim, "unit", None)
    act = f"{claim.act}: " if isinstance(claim, Step) else ""
    said = f" (in the source: {claim.said})" if claim.said else ""
    tail = f" [{standing}]" if standing else ""
    yield Line(depth, f"{act}{value}{f' {unit}' if unit else ''}{said}{tail}{_cited(claim.cite)}")
    if isinstance(claim, Step):
        yield from _step(exhibit, claim, depth + 1)
    for label, text in (("preferred because", claim.because), ("doubt", claim.doubt), ("note", claim.note)):
        if text:
            yield Line(depth + 1, f"{label}: {text}")


def _step(exhibit: Exhibit, step: Step, depth: int) -> Iterator[Line]:
    if step.by:
        yield Line(depth, f"by: {_value(exhibit, step.by, True)}")
    if step.applies_to:
        yield Line(depth, f"for: {_value(exhibit, step.applies_to, True)}")


def _value(exhibit: Exhibit, value: Any, is_reference: bool) -> str:
    if isinstance(value, list):
        return ", ".join(_value(exhibit, inner, is_reference) for inner in value)
    if isinstance(value, Edtf):
        return in_words(value)
    if isinstance(value, Enum):
        return str(value.value)
    return f"{title(exhibit, value)} ({value})" if is_reference else str(value)


def _cited(cites: list[Citation]) -> str:
    """The citations as an editor writes them: ``[gazette#37, treaty-series]``."""
    return f" [{', '.join(_short(cite) for cite in cites)}]" if cites else ""


def _short(cite: Citation) -> str:
    return f"{cite.source}#{cite.at}" if cite.at else cite.source


def _memberships(exhibit: Exhibit, item: Item) -> Iterator[Line]:
    rows = rows_of(exhibit, item)
    if rows:
        yield Line(0, "Memberships", heading=True)
    for row in rows:
        start = f" from {in_words(row.start)}" if row.start else ""
        end = f" to {in_words(row.end)}" if row.end else ""
        never = "never " if row.spell.never else ""
        status = row.spell.status.label.lower()
        organisation = f"{row.organisation.title} ({row.organisation.id})"
        yield Line(1, f"{organisation}: {never}{status}{start}{end}{_cited(row.spell.cite)}")


def _related(exhibit: Exhibit, item: Item, told_in: list[str]) -> Iterator[Line]:
    groups = related(exhibit, item)
    if groups or told_in:
        yield Line(0, "Named by", heading=True)
    for heading, found in groups.items():
        yield Line(1, heading)
        for one in found:
            date = f"{in_words(one.date)}: " if one.date and one.date.known else ""
            role = f", {one.role}" if one.role else ""
            yield Line(2, f"{date}{one.item.title} ({one.item.id}{role})")
    if told_in:
        yield Line(1, "Told in")
        yield from (Line(2, path) for path in told_in)


def _evidence(exhibit: Exhibit, item: Item) -> Iterator[Line]:
    """The sources that an item rests on, the most cited first, with the places cited."""
    own = {
        id(part): part for _, part in exhibit.parts[item.id] if isinstance(part, Citation)
    }  # inherited: once
    places = [(cite.source, cite.at) for cite in own.values()]
    for _, part in exhibit.parts[item.id]:
        for mark in marks(vars(part).get("account") or ""):
            if mark.is_citation:
                source, _, at = mark.target.partition("#")
                places.append((source, at or None))
    counted = Counter(source for source, _ in places)
    if counted:
        yield Line(0, "Evidence", heading=True)
    for source_id, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        record = exhibit.items[source_id]
        assert isinstance(record, Source)
        known = ", ".join(w for w in (record.tier.value if record.tier else "", record.publisher or "") if w)
        found = sorted({at for of, at in places if of == source_id and at}, key=_by_number)
        where = [locator_in_words(at) for at in found]
        tail = f"; {', '.join(where)}" if where else ""
        yield Line(
            1, f"{record.title} ({source_id}{', ' if known else ''}{known}): cited {_times(count)}{tail}"
        )


def _taken(exhibit: Exhibit, source: Source) -> Iterator[Line]:
    """What the exhibit takes from a source, place by place, and how it stands there."""
    found = extracts(exhibit).get(source.id, [])
    if found:
        yield Line(0, "Evidence: what is taken from it", heading=True)
    for extract in found:
        where = locator_in_words(extract.citation.at) or "no place given"
        label = f", {extract.label}" if extract.label else ""
        yield Line(1, f"{where}: {extract.item.title} ({extract.item.id}){label} [{extract.standing}]")


def _by_number(at: str) -> tuple[str, int]:
    number = re.search(r"[0-9]+", at)
    return at.rstrip("0123456789-"), int(number.group()) if number else 0


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
