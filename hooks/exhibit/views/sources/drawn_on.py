"""Drawn on: what an exhibit that cites a source makes of it, in numbers, and where others contradict it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exhibit.model.kinds import Item
from exhibit.views.sources.extracts import Extract, Support


@dataclass(frozen=True)
class Against:
    """A point on which a source is contradicted: of which item, where on its page, what it is called."""

    item: Item
    anchor: str
    label: str
    itself: bool


@dataclass(frozen=True)
class DrawnOn:
    """How many statements rest on a source, how many of them on it alone, and those that are contradicted."""

    statements: int
    alone: int
    against: tuple[Against, ...]


def drawn_on(taken: Iterable[Extract]) -> DrawnOn:
    """What is taken from a source; mentions, and what it says through another source, are not counted."""
    statements = [one for one in taken if one.label and one.standing is not Support.VIA]
    alone = sum(1 for one in statements if one.standing is Support.ALONE)
    against: dict[tuple[str, str], Against] = {}
    for one in statements:
        if one.standing.against:
            itself = one.standing is Support.SELF_CONTRADICTED
            point = Against(one.item, one.anchor, one.label, itself)
            against.setdefault((one.item.id, one.anchor), point)
    return DrawnOn(len(statements), alone, tuple(against.values()))
