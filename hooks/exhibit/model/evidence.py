"""Evidence: what each field comes to, how its readings stand to each other, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from exhibit.model.claims import Claim, DateClaim, Step, TextClaim
from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField, Readings


@dataclass(frozen=True)
class Reading:
    """One claim of a field and how it stands to the one the exhibit goes by.

    standing: preferred, sole, agrees, coarser, contradicting or negative.
    """

    claim: Claim
    standing: str


def settled(field: Readings[Any]) -> Claim | None:
    """The claim the exhibit goes by: the step that counts, the preferred reading, the only one, or
    the most exact of readings that agree. None where rivals stand open."""
    claims: list[Claim] = list(field.readings)
    preferred = next((claim for claim in claims if claim.because), None)
    if preferred:
        return preferred
    if isinstance(field, DateField) and field.steps:
        return counting_step(field)
    if any(relation(a, b) == "contradicting" for a, b in combinations(claims, 2)):
        return None
    return min(claims, key=_width)


def counting_step(field: DateField) -> Step:
    """The step that stands for the whole: the one marked, else the first."""
    return next((step for step in field.steps if step.counts), field.steps[0])


def _width(claim: Claim) -> tuple[int, int]:
    if isinstance(claim, DateClaim) and claim.date:
        first, last = claim.date.bounds
        return (last - first).days, len(claim.date.qualifier)
    return (1 if isinstance(claim, TextClaim) and claim.coarser else 0), 0


def relation(a: Claim, b: Claim) -> str:
    """How claim a stands to claim b: same, coarser, finer, compatible or contradicting."""
    if a.value is None or b.value is None:
        return "contradicting" if a.never != b.never else "same"
    if isinstance(a.value, Edtf):
        return a.value.relation(b.value)
    if isinstance(a, TextClaim) and isinstance(b, TextClaim):
        if a.coarser or b.coarser:
            return "coarser" if a.coarser else "finer"
        return "same" if _folded(a.text) == _folded(b.text) else "contradicting"
    return "same" if a.value == b.value else "contradicting"


def _folded(text: str | None) -> str:
    return re.sub(r"\W+", " ", text or "").strip().casefold()


def readings(field: Readings[Any]) -> list[Reading]:
    """The readings of a field (steps left out), each with its standing."""
    best = settled(field)
    steps = field.steps if isinstance(field, DateField) else []
    return [Reading(claim, _standing(claim, best, field, steps)) for claim in field.readings]


def _standing(claim: Claim, best: Claim | None, field: Readings[Any], steps: list[Step]) -> str:
    if claim.because:
        return "preferred"
    against = [best] if best and best is not claim else [r for r in field.readings if r is not claim]
    relations = [relation(claim, other) for other in [*against, *steps] if other is not claim]
    if not relations:
        return "negative" if claim.never else "sole"
    agreeing = [relation for relation in relations if relation != "contradicting"]
    if not agreeing or (len(agreeing) < len(relations) and not steps):
        return "contradicting"
    return "coarser" if "coarser" in agreeing and "same" not in agreeing else "agrees"


def disputed(field: Readings[Any]) -> bool:
    """Whether any reading of the field contradicts another."""
    if len(field.readings) == 1 and not (isinstance(field, DateField) and field.steps):
        return False
    return any(reading.standing == "contradicting" for reading in readings(field))


def best_date(field: DateField | None) -> Edtf | None:
    """The one date of a field for sorting and drawing; where rivals stand open, the earliest."""
    if field is None:
        return None
    claim = settled(field)
    if isinstance(claim, DateClaim):
        return claim.date
    dates = [r.date for r in field.readings if r.date and r.date.known]
    return min(dates, key=lambda d: d.sort_key) if dates else None
