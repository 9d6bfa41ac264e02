"""Evidence: what each field comes to, how its readings stand to each other, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from exhibit.model.claims import Claim, DateClaim, Step, TextClaim
from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField, Readings
from exhibit.model.vocabulary import Bearing


class Standing(StrEnum):
    """How what is said of something stands to what else is said of it; the value is a word in classes and addresses.

    label: as it is printed; meaning: what it means of a reading in its field, or of a source beside the others.
    relation: that of a reading to another which is told so; of several the first in this list.
    """

    label: str
    meaning: str
    relation: str

    PREFERRED = "preferred", "Preferred", "the exhibit goes by it, and says why"
    SOLE = "sole", "Only source", "the field has no other"
    AGREES = "agrees", "Agrees", "says the same, or says it more exactly", "same"
    VARIANT = "variant", "Variant", "spells or translates the same words in another way", "variant"
    COARSER = "coarser", "Agrees, less exactly", "says less, and can mean the same", "coarser"
    PART = (
        "part",
        "Agrees in part",
        "says only a part of it, or is supported in only a part of what it says",
        "part",
    )
    SOME = (
        "some",
        "Agrees with some",
        "is supported by some sources and contradicted by others, and the exhibit does not go by it",
    )
    DIFFERS = "differs", "Differs", "cannot be true together with what else is said"
    ITSELF = "itself", "Contradicts itself", "says two things that cannot both be true"
    OTHER = (
        "other",
        "Speaks of something else",
        "speaks of another act or of another side of the matter",
        "other",
    )
    NEGATIVE = "negative", "Denied", "says that it never happened"
    ALONE = "alone", "Stands alone", "no other source of the exhibit speaks of the matter"
    SILENT = "silent", "Says nothing", "does not speak of the matter"

    def __new__(cls, value: str, label: str, meaning: str, relation: str = "") -> Standing:
        made = str.__new__(cls, value)
        made._value_, made.label, made.meaning, made.relation = value, label, meaning, relation
        return made


@dataclass(frozen=True)
class Reading:
    """One claim of a field and how it stands to the one the exhibit goes by."""

    claim: Claim
    standing: Standing


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
    return (1 if isinstance(claim, TextClaim) and claim.stands else 0), 0


def relation(a: Claim, b: Claim) -> str:
    """How claim a stands to claim b: same, variant, finer, coarser, compatible, part, other or contradicting.

    That of dates is worked out from their days; that of words is what the editor says of it.
    """
    if a is b:
        return "same"
    if isinstance(a, Step) and isinstance(b, Step) and _folded(a.act) != _folded(b.act):
        return "other"
    if a.value is None or b.value is None:
        return _of_silence(a, b)
    if isinstance(a.value, Edtf):
        return a.value.relation(b.value)
    if isinstance(a, TextClaim) and isinstance(b, TextClaim):
        return _of_words(a, b)
    return "same" if a.value == b.value else "contradicting"


def _of_silence(a: Claim, b: Claim) -> str:
    """Where one of two claims has no value: it denies, or has the source's own term alone."""
    if a.never != b.never:
        return "contradicting"
    if a.value is b.value:
        return "same" if _folded(a.said) == _folded(b.said) else "compatible"
    return "coarser" if a.value is None else "finer"


def _of_words(a: TextClaim, b: TextClaim) -> str:
    """Two readings in words: each says how it bears on the one that the exhibit goes by."""
    if _folded(a.text) == _folded(b.text):
        return "same"
    if a.stands and b.stands:
        return _beside(a.stands, b.stands)
    if a.stands:
        return a.stands.relation
    return b.stands.inverse if b.stands else "contradicting"


def _beside(a: Bearing, b: Bearing) -> str:
    """How two readings stand to each other of which each bears in its way on a third: one that says the same stands as
    the third would; of two that say a part of it nobody knows whether it is the same part."""
    if Bearing.OTHER_POINT in (a, b):
        return "other"
    if Bearing.RIVAL in (a, b):
        return "contradicting"
    if b.relation in _THE_SAME:
        return a.relation
    if a.relation in _THE_SAME:
        return b.inverse
    return "part" if Bearing.PART_OF_IT in (a, b) else "compatible"


_THE_SAME = {"same", "variant"}


def _folded(text: str | None) -> str:
    return re.sub(r"\W+", " ", text or "").strip().casefold()


def readings(field: Readings[Any]) -> list[Reading]:
    """The readings of a field (steps left out), each with its standing."""
    best = settled(field)
    steps = field.steps if isinstance(field, DateField) else []
    return [Reading(claim, _standing(claim, best, field, steps)) for claim in field.readings]


def _standing(claim: Claim, best: Claim | None, field: Readings[Any], steps: list[Step]) -> Standing:
    if claim.because:
        return Standing.PREFERRED
    against = [best] if best and best is not claim else [r for r in field.readings if r is not claim]
    relations = [relation(claim, other) for other in [*against, *steps] if other is not claim]
    if not relations:
        return Standing.NEGATIVE if claim.never else Standing.SOLE
    agreeing = [relation for relation in relations if relation != "contradicting"]
    if not agreeing or (len(agreeing) < len(relations) and not steps):
        return Standing.DIFFERS
    if steps and best and relation(claim, best) == "contradicting":
        return Standing.OTHER  # it goes by an act of the chain that is not the one that counts
    return next((standing for standing in Standing if standing.relation in agreeing), Standing.AGREES)


def disputed(field: Readings[Any]) -> bool:
    """Whether any reading of the field contradicts another."""
    if len(field.readings) == 1 and not (isinstance(field, DateField) and field.steps):
        return False
    return any(reading.standing is Standing.DIFFERS for reading in readings(field))


def best_date(field: DateField | None) -> Edtf | None:
    """The one date of a field for sorting and drawing; where rivals stand open, the earliest."""
    if field is None:
        return None
    claim = settled(field)
    if isinstance(claim, DateClaim):
        return claim.date
    dates = [r.date for r in field.readings if r.date and r.date.known]
    return min(dates, key=lambda d: d.sort_key) if dates else None
