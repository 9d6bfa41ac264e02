"""Verdicts: how a source stands to a point, from all that it says there and never from the best of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from exhibit.model.claims import Claim, Step
from exhibit.model.evidence import Standing, relation

VERDICTS = (
    Standing.AGREES,
    Standing.COARSER,
    Standing.PART,
    Standing.DIFFERS,
    Standing.ITSELF,
    Standing.OTHER,
    Standing.ALONE,
    Standing.SILENT,
)
"""How a source can stand to a point, as a visitor can filter by it."""
_AGREES = {"same", "variant", "finer", "compatible"}
_TOGETHER = (Standing.AGREES, Standing.PART, Standing.COARSER, Standing.OTHER)
"""What several readings of one source come to where none of them differs: what one says less exactly, another says."""


def verdict(own: Sequence[Claim], others: Sequence[Claim], best: Claim | None) -> Standing:
    """How what a source says of a point stands to what others say: the record, or another such source.

    own: all its claims on the point; others: none where nobody else speaks; best: the claim that the exhibit goes by.
    """
    if not own:
        return Standing.SILENT
    if any(_rivals(one, other) for one, other in combinations(own, 2)):
        return Standing.ITSELF
    if not others:
        return Standing.ALONE
    each = {_of_one(claim, measure(claim, others, best)) for claim in own}
    if len(each) == 1:
        return each.pop()
    if Standing.DIFFERS in each:
        return Standing.PART if each - {Standing.DIFFERS, Standing.OTHER} else Standing.DIFFERS
    return next(standing for standing in _TOGETHER if standing in each)


def _rivals(one: Claim, other: Claim) -> bool:
    """Whether one source contradicts itself in these two."""
    return "contradicting" == _relation(one, other) == _relation(other, one)


def _relation(claim: Claim, other: Claim) -> str:
    """How a claim stands to another; an act of a chain on a day of its own is no rival of a date of the whole."""
    found = relation(claim, other)
    apart = isinstance(claim, Step) and not isinstance(other, Step)
    return "other" if apart and found == "contradicting" else found


def measure(claim: Claim, others: Sequence[Claim], best: Claim | None) -> Sequence[Claim]:
    """What a claim is measured by: an act by the same act as others tell it, anything else by the claim that the
    exhibit goes by where others make it, else by all that they say."""
    acts = [other for other in others if isinstance(claim, Step) and isinstance(other, Step)]
    if same := [other for other in acts if relation(claim, other) != "other"]:
        return same
    return [best] if best and any(best is other for other in others) else others


def _of_one(claim: Claim, against: Sequence[Claim]) -> Standing:
    """How one claim stands to all of these, which may be rivals themselves: then it is borne out in part."""
    relations = {_relation(claim, other) for other in against}
    if "contradicting" in relations:
        return Standing.PART if relations - {"contradicting", "other"} else Standing.DIFFERS
    if relations & _AGREES:
        return Standing.AGREES
    if "coarser" in relations:
        return Standing.COARSER
    return Standing.PART if "part" in relations else Standing.OTHER
