"""Extracts: all that the exhibit takes from a source, by locator, and how it stands among what others say."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from exhibit.model.citation import Citation
from exhibit.model.claims import Cited, Claim
from exhibit.model.evidence import Standing, readings
from exhibit.model.fields import Readings
from exhibit.model.kinds import Item
from exhibit.model.marks import marks
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path
from exhibit.views.item.facts import Fact, facts
from exhibit.views.item.labels import part_name


class Support(StrEnum):
    """How what is taken from a source stands among what others say; the value is a word in classes and a terminal.

    label: as it is printed under “Other sources”; empty where there is nothing to compare; against: whether something
    contradicts it.
    """

    label: str
    against: bool

    ALONE = "alone", "none"
    SHARED = "shared", "agree"
    CONTRADICTED = "contradicted", "contradict it", True
    SELF_CONTRADICTED = "self-contradicted", "it contradicts itself", True
    VIA = "via", ""  # reached through another source that rests on this one
    MENTION = "mention", ""

    def __new__(cls, value: str, label: str, against: bool = False) -> Support:
        made = str.__new__(cls, value)
        made._value_, made.label, made.against = value, label, against
        return made


@dataclass
class Extract:
    """One thing taken from a source: where it stands there, on which item, and what it says.

    claim: the reading, where it is a field's.
    """

    citation: Citation
    item: Item
    label: str
    claim: Claim | None
    standing: Support = Support.MENTION
    anchor: str = ""


def extracts(exhibit: Exhibit) -> dict[str, list[Extract]]:
    """Everything taken from each source, by source id, in order of locator."""
    found: dict[str, list[Extract]] = defaultdict(list)
    for item in exhibit.items.values():
        told: set[int] = set()
        for fact in facts(exhibit, item):
            told |= {id(claim) for claim in fact.field.claims()}
            for extract in _from_fact(fact):
                found[extract.citation.source].append(extract)
        for path, part in exhibit.parts[item.id]:
            if isinstance(part, Cited) and id(part) not in told and not isinstance(part, Readings):
                for extract in _from_part(exhibit, item, path, part):
                    found[extract.citation.source].append(extract)
        for extract in _from_prose(exhibit, item):
            found[extract.citation.source].append(extract)
    for extract in [t for taken in found.values() for t in taken if t.citation.via]:
        found[extract.citation.via or ""].append(replace(extract, standing=Support.VIA))
    return {source: sorted(_distinct(taken), key=_order) for source, taken in found.items()}


def _from_fact(fact: Fact) -> list[Extract]:
    standings = {id(reading.claim): reading.standing for reading in readings(fact.field)}
    claims = list(fact.field.claims())
    found = []
    for claim in claims:
        # A step is another act, not another reading: it is compared with the readings alone.
        others = [c for c in claims if c is not claim and (id(claim) in standings or id(c) in standings)]
        for citation in claim.cite:
            standing = _standing(citation, claim, others, standings)
            found.append(Extract(citation, fact.item, fact.label, claim, standing, fact.anchor))
    return found


def _standing(
    citation: Citation, claim: Claim, others: list[Claim], standings: dict[int, Standing]
) -> Support:
    def differs(one: Claim) -> bool:
        return standings.get(id(one)) is Standing.DIFFERS

    rivals = [
        other
        for other in others
        if differs(other) != differs(claim) or (differs(claim) and other.value != claim.value)
    ]
    against = {c.source for other in rivals for c in other.cite}
    if against:
        return Support.SELF_CONTRADICTED if citation.source in against else Support.CONTRADICTED
    agreeing = {c.source for other in [claim, *others] for c in other.cite}
    return Support.SHARED if agreeing - {citation.source} else Support.ALONE


def _from_part(exhibit: Exhibit, item: Item, path: Path, part: Cited) -> list[Extract]:
    if part is item:
        return [Extract(c, item, "", None) for c in part.cite]
    label = part_name(exhibit, part)
    if not label:
        return []
    own = [c for c in part.cite if not any(c is other for other in item.cite)]
    alone = Support.ALONE if len({c.source for c in own}) == 1 else Support.SHARED
    return [Extract(c, item, label[:1].upper() + label[1:], None, alone) for c in own]


def _from_prose(exhibit: Exhibit, item: Item) -> list[Extract]:
    found = []
    for _, part in exhibit.parts[item.id]:
        for mark in marks(vars(part).get("account") or ""):
            if mark.is_citation:
                found.append(Extract(Citation.model_validate(mark.target), item, "", None))
    return found


def _distinct(taken: list[Extract]) -> list[Extract]:
    """A mere mention of an item is left out where something particular is taken for it there."""
    particular = {(t.item.id, t.citation.at) for t in taken if t.label}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for extract in taken:
        if not extract.label and (extract.item.id, extract.citation.at) in particular:
            continue
        key = (extract.item.id, extract.citation.at, extract.label, id(extract.claim) if extract.claim else 0)
        if key not in seen:
            seen.add(key)
            kept.append(extract)
    return kept


def _order(extract: Extract) -> tuple[object, ...]:
    at = extract.citation.at or ""
    number = re.search(r"[0-9]+", at)
    return (at == "", re.sub(r"[0-9-]", "", at), int(number.group()) if number else 0, extract.item.title)
