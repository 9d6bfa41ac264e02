"""Outline: all that an item's file and the exhibit say of it, as plain lines for a terminal.

It follows the models field by field, so that a new field shows without being named here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from exhibit.commands.outline_evidence import cited, taken
from exhibit.model.citation import Citation
from exhibit.model.claims import Claim, Step
from exhibit.model.dates import Edtf
from exhibit.model.declared import declared
from exhibit.model.evidence import Standing, readings
from exhibit.model.fields import DateField, Readings
from exhibit.model.item import Item, Name
from exhibit.model.kinds import Source
from exhibit.model.part import Model
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.link import reference_fields
from exhibit.views.item.labels import part_name, title
from exhibit.views.item.relations import related
from exhibit.views.membership.spells import rows_of

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
    "stands",
    "why",
)


@dataclass(frozen=True)
class OutlineLine:
    """One line before it is wrapped. depth: how far it is indented, in steps; heading: a section's name."""

    depth: int
    text: str
    heading: bool = False


def outline(exhibit: Exhibit, item: Item, told_in: list[str]) -> Iterator[OutlineLine]:
    """The lines about an item. told_in: the hand-written pages that tell of it."""
    yield OutlineLine(0, f"{item.title} ({item.SINGULAR}, {item.id})", heading=True)
    if item.summary:
        yield OutlineLine(0, item.summary)
    yield OutlineLine(0, exhibit.records[item.id].file)
    yield OutlineLine(0, "Facts", heading=True)
    yield from _part(exhibit, item, 1)
    if item.account:
        yield OutlineLine(0, "Account", heading=True)
        yield from (OutlineLine(1, " ".join(text.split())) for text in item.account.split("\n\n"))
    yield from _memberships(exhibit, item)
    yield from _related(exhibit, item, told_in)
    if isinstance(item, Source):
        yield from _section("Evidence: what is taken from it", taken(exhibit, item))
    else:
        yield from _section("Evidence", cited(exhibit, item))


def _section(heading: str, texts: list[str]) -> Iterator[OutlineLine]:
    """Lines under a heading; nothing where there is none."""
    if texts:
        yield OutlineLine(0, heading, heading=True)
    yield from (OutlineLine(1, text) for text in texts)


def _part(exhibit: Exhibit, part: Model, depth: int) -> Iterator[OutlineLine]:
    """The fields of an item or a part of one, in the order of its file."""
    for field in declared(type(part)):
        name, value = field.name, getattr(part, field.attribute)
        if name in _HIDDEN or value in (None, [], False):
            continue
        label = (field.is_claim and field.told.label) or name.replace("_", " ").capitalize()
        if isinstance(value, Readings):
            yield OutlineLine(depth, label)
            yield from _readings(exhibit, value, depth + 1)
        elif isinstance(value, list) and isinstance(value[0], Model):
            yield OutlineLine(depth, label)
            for inner in value:
                yield from _inner(exhibit, inner, depth + 1)
        else:
            yield OutlineLine(depth, f"{label}: {_value(exhibit, value, field.ref is not None)}")


def _inner(exhibit: Exhibit, part: Model, depth: int) -> Iterator[OutlineLine]:
    """A part of a list: what it is called, then its own fields."""
    if isinstance(part, Name):
        use = ", ".join(in_words(date) for date in (part.start, part.end) if date)
        told = ", ".join(word for word in (part.kind.label.lower(), part.lang, use) if word)
        yield OutlineLine(depth, f"{part.text} ({told}){_cited(part.cite)}")
    elif isinstance(part, Readings):
        yield OutlineLine(depth, str(getattr(part, "about", "")))
        yield from _readings(exhibit, part, depth + 1)
    else:
        never = "never: " if getattr(part, "never", False) else ""
        name = part_name(exhibit, part) or type(part).__name__
        yield OutlineLine(depth, f"{never}{name}{_cited(getattr(part, 'cite', []))}")
        yield from _part(exhibit, part, depth + 1)


def _readings(exhibit: Exhibit, field: Readings[Any], depth: int) -> Iterator[OutlineLine]:
    for step in field.steps if isinstance(field, DateField) else []:
        yield from _claim(exhibit, step, "stands for the whole" if step.counts else "", depth)
    for reading in readings(field):
        alone = reading.standing is Standing.SOLE
        yield from _claim(exhibit, reading.claim, "" if alone else reading.standing.label.lower(), depth)


def _claim(exhibit: Exhibit, claim: Claim, standing: str, depth: int) -> Iterator[OutlineLine]:
    references = {name for name, _, _ in reference_fields(type(claim))}
    value = _value(exhibit, claim.value, claim.VALUE in references) if claim.value is not None else "never"
    unit = getattr(claim, "unit", None)
    act = f"{claim.act}: " if isinstance(claim, Step) else ""
    said = f" (in the source: {claim.said})" if claim.said else ""
    tail = f" [{standing}]" if standing else ""
    yield OutlineLine(depth, f"{act}{value}{f' {unit}' if unit else ''}{said}{tail}{_cited(claim.cite)}")
    if isinstance(claim, Step):
        yield from _step(exhibit, claim, depth + 1)
    if claim.quote:
        yield OutlineLine(depth + 1, f"word for word: “{claim.quote}”")
    for label, text in (("preferred because", claim.because), ("doubt", claim.doubt), ("note", claim.note)):
        if text:
            yield OutlineLine(depth + 1, f"{label}: {text}")


def _step(exhibit: Exhibit, step: Step, depth: int) -> Iterator[OutlineLine]:
    if step.by:
        yield OutlineLine(depth, f"by: {_value(exhibit, step.by, True)}")
    if step.applies_to:
        yield OutlineLine(depth, f"for: {_value(exhibit, step.applies_to, True)}")


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


def _memberships(exhibit: Exhibit, item: Item) -> Iterator[OutlineLine]:
    rows = rows_of(exhibit, item)
    if rows:
        yield OutlineLine(0, "Memberships", heading=True)
    for row in rows:
        start = f" from {in_words(row.start)}" if row.start else ""
        end = f" to {in_words(row.end)}" if row.end else ""
        never = "never " if row.spell.never else ""
        status = row.spell.status.label.lower()
        organisation = f"{row.organisation.title} ({row.organisation.id})"
        yield OutlineLine(1, f"{organisation}: {never}{status}{start}{end}{_cited(row.spell.cite)}")


def _related(exhibit: Exhibit, item: Item, told_in: list[str]) -> Iterator[OutlineLine]:
    groups = related(exhibit, item)
    if groups or told_in:
        yield OutlineLine(0, "Named by", heading=True)
    for heading, found in groups.items():
        yield OutlineLine(1, heading)
        for one in found:
            date = f"{in_words(one.date)}: " if one.date and one.date.known else ""
            role = f", {one.role}" if one.role else ""
            yield OutlineLine(2, f"{date}{one.item.title} ({one.item.id}{role})")
    if told_in:
        yield OutlineLine(1, "Told in")
        yield from (OutlineLine(2, path) for path in told_in)
