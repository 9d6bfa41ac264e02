"""Comparison: two organisations side by side, the same whichever of them comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item, Organisation, happening
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.in_common import CommonChart, InCommon, Period, common_chart, in_common, periods
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.item.facts import Fact, when
from exhibit.views.item.relations import in_order
from exhibit.views.lineage.between import DescentStep, descents, line_between
from exhibit.views.membership.on_day import moments
from exhibit.views.sources.disputes import concerned


@dataclass(frozen=True)
class Tally:
    """How many items of a collection belong to a side, and the first and last with a date."""

    number: int
    first: Item | None
    last: Item | None


@dataclass(frozen=True)
class Side:
    """What stands in one column: counts by collection, and points in dispute.

    own: disputes on the organisation itself; around: on its documents, meetings and events.
    """

    organisation: Organisation
    tallies: dict[str, Tally]
    own: int
    around: int


@dataclass(frozen=True)
class Comparison:
    """Two organisations, the one whose id comes first in the alphabet on the left.

    chart: how many members were in common year by year; disputes: those on what concerns both.
    """

    sides: tuple[Side, Side]
    now: InCommon
    periods: tuple[Period, ...]
    chart: CommonChart | None
    naming: dict[str, list[Item]]
    disputes: tuple[Fact, ...]
    lineage: tuple[DescentStep, ...]


def main(exhibit: Exhibit) -> list[Organisation]:
    """The organisations that have a page for each pair of them, by id: those that the story names."""
    chosen = exhibit.story.pairs.organisations
    return [item for id_ in sorted(chosen) if isinstance(item := exhibit.items.get(id_), Organisation)]


def pairs(exhibit: Exhibit) -> list[tuple[Organisation, Organisation]]:
    """Every pair that has a page, in alphabetical order of ids."""
    return list(combinations(main(exhibit), 2))


def nearest(
    exhibit: Exhibit, memberships: Memberships, as_of: Edtf
) -> tuple[Organisation, Organisation] | None:
    """The pair with the most members in common now, which is what the form asks for first."""
    day = moments(exhibit.since, as_of)[-1]

    def how_many(pair: tuple[Organisation, Organisation]) -> int:
        one, other = (memberships.members(side, day) for side in pair)
        return len(in_common(one, other).lists[0])

    return max(pairs(exhibit), key=how_many, default=None)


class Comparisons:
    """Every pair of an exhibit; what concerns one organisation is computed once.

    disputes: those of the whole exhibit.
    """

    def __init__(
        self, exhibit: Exhibit, memberships: Memberships, as_of: Edtf, disputes: Sequence[Fact]
    ) -> None:
        self.exhibit = exhibit
        self.memberships = memberships
        self.as_of = as_of
        self._ordered = {name: in_order(exhibit, name) for name in happening()}
        self._concerned = [(fact, concerned(exhibit, fact)) for fact in disputes]
        self._descents = descents(exhibit)
        self._sides: dict[str, Side] = {}

    def comparison(self, one: Organisation, other: Organisation) -> Comparison:
        """All that the page of a pair says, the same in either order."""
        first, second = sorted((one, other), key=lambda item: item.id)
        members = self.memberships.members
        days = [
            (day, in_common(members(first, day), members(second, day)))
            for day in moments(self.exhibit.since, self.as_of)
        ]
        return Comparison(
            (self.side(first), self.side(second)),
            days[-1][1],
            tuple(periods(days, self.as_of)),
            common_chart(days),
            {name: self.naming(first, second, name) for name in happening()},
            tuple(fact for fact, ids in self._concerned if {first.id, second.id} <= ids),
            tuple(line_between(self._descents, first, second)),
        )

    def naming(self, one: Item, other: Item, collection: str) -> list[Item]:
        """The items of a collection that name both, in a field or in their account, in order of time."""
        links = self.exhibit.backlinks
        first, second = ({link.item.id for link in links.get(o.id, [])} for o in (one, other))
        return [item for item in self._ordered[collection] if item.id in first & second]

    def side(self, item: Organisation) -> Side:
        """The column of an organisation."""
        if item.id not in self._sides:
            own = sum(1 for fact, _ in self._concerned if fact.item.id == item.id)
            around = sum(1 for fact, _ in self._concerned if _belongs(fact.item, item))
            tallies = {name: self._tally(item, name) for name in happening()}
            self._sides[item.id] = Side(item, tallies, own, around)
        return self._sides[item.id]

    def _tally(self, organisation: Organisation, collection: str) -> Tally:
        found = [item for item in self._ordered[collection] if _belongs(item, organisation)]
        return tally(self.exhibit, found)


def tally(exhibit: Exhibit, found: Sequence[Item]) -> Tally:
    """Count items that stand in order of time."""
    dated = [item for item in found if (day := when(exhibit, item)) and day.known]
    return Tally(len(found), dated[0] if dated else None, dated[-1] if dated else None)


def _belongs(item: Item, organisation: Organisation) -> bool:
    return organisation.id in getattr(item, "organisations", [])
