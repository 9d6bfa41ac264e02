"""Verdicts: how a source stands to a point, from all that it says there and never from the best of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from exhibit.model.claims import Claim, Step, TextClaim
from exhibit.model.evidence import Standing, relation

VERDICTS = (
    Standing.AGREES,
    Standing.COARSER,
    Standing.PART,
    Standing.SOME,
    Standing.DIFFERS,
    Standing.ITSELF,
    Standing.OTHER,
    Standing.ALONE,
    Standing.SILENT,
)
"""How a source can stand to a point, as a visitor can filter by it."""
Named = tuple[str, bool]
"""One of those who did something: the id, and whether a source says that they did not."""
_AGREES = {"same", "variant", "finer", "compatible"}
_AGAINST = {"contradicting", "other"}
_TOGETHER = (Standing.SOME, Standing.AGREES, Standing.PART, Standing.COARSER, Standing.OTHER)
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
    each = {_of_one(claim, measure(claim, others, best), best) for claim in own}
    if len(each) == 1:
        return each.pop()
    if Standing.DIFFERS in each:
        return Standing.PART if each - {Standing.DIFFERS, Standing.OTHER} else Standing.DIFFERS
    return next(standing for standing in _TOGETHER if standing in each)


def verdict_on_names(own: set[Named], others: set[Named]) -> Standing:
    """How those whom a source names as having done something stand to those whom others name.

    Whom others leave out may have done it all the same: one more is not borne out, but contradicts nobody.
    """
    if not own:
        return Standing.SILENT
    if {(who, not never) for who, never in own} & others:
        return Standing.PART if own & others else Standing.DIFFERS
    if not own & others:
        return Standing.OTHER if others else Standing.ALONE
    return Standing.AGREES if own == others else Standing.PART


def _rivals(one: Claim, other: Claim) -> bool:
    """Whether one source contradicts itself in these two."""
    return "contradicting" == _relation(one, other) == _relation(other, one)


def _relation(claim: Claim, other: Claim) -> str:
    """How a claim stands to another; an act of a chain on a day of its own is no rival of a date of the whole."""
    found = relation(claim, other)
    apart = isinstance(claim, Step) and not isinstance(other, Step)
    return "other" if apart and found == "contradicting" else found


def measure(claim: Claim, others: Sequence[Claim], best: Claim | None) -> Sequence[Claim]:
    """What a claim is measured by: an act by the same act as others tell it, anything else by all that others say of
    the whole, with the act that counts; by the acts alone where they tell nothing else."""
    acts = [other for other in others if isinstance(claim, Step) and isinstance(other, Step)]
    if same := [other for other in acts if relation(claim, other) != "other"]:
        return same
    return [other for other in others if other is best or not isinstance(other, Step)] or others


def _of_one(claim: Claim, against: Sequence[Claim], best: Claim | None) -> Standing:
    """How one claim stands to all of these: to the one that the exhibit goes by where it is among them, unless that
    contradicts it or speaks of something else; then to the others, which may bear it out."""
    if any(other is best for other in against) and best and _relation(claim, best) not in _AGAINST:
        return _agreeing({_relation(claim, best)})
    relations = {_relation(claim, other) for other in against if not _bears_on_another(claim, other, best)}
    borne_out = relations - _AGAINST
    if "contradicting" not in relations or (borne_out and claim is best):
        return _agreeing(borne_out)
    return Standing.SOME if borne_out else Standing.DIFFERS


def _bears_on_another(claim: Claim, other: Claim, best: Claim | None) -> bool:
    """Whether the bearing of other words says nothing of this claim, since it is on the words that the exhibit goes by
    and the claim contradicts those."""
    bearing = isinstance(other, TextClaim) and other.stands
    return bool(bearing and best and claim.value != other.value and relation(claim, best) == "contradicting")


def _agreeing(relations: set[str]) -> Standing:
    """What the relations to all come to where none contradicts."""
    if relations & _AGREES:
        return Standing.AGREES
    if "coarser" in relations:
        return Standing.COARSER
    return Standing.PART if "part" in relations else Standing.OTHER
