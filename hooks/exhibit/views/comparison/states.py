"""Comparison of two states: what both belonged to, signed, attended and hosted, in either order the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from exhibit.model.dates import Edtf
from exhibit.model.kinds import KINDS, Country, Item, happening
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.in_common import CommonChart, InCommon, Period, common_chart, in_common, periods
from exhibit.views.comparison.organisations import Tally, tally
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.item.facts import Fact, place_of
from exhibit.views.item.relations import in_order
from exhibit.views.membership.matrix import MatrixRow, side_by_side
from exhibit.views.membership.on_day import moments
from exhibit.views.membership.spells import MemberSpell, rows_of
from exhibit.views.sources.disputes import concerned
from exhibit.views.timeline.axis import Axis


@dataclass(frozen=True)
class StatePart:
    """What is listed of a state: the items of a collection that it joined or hosted, or else that name it.

    label: of how many there are; both: of those that two states have in common, empty where there is no such list;
    joined: whether the states joined them.
    """

    name: str
    collection: str
    label: str
    both: str
    joined: bool


def parts() -> list[StatePart]:
    """The parts in the order of the collections, as each kind says of itself."""
    found = []
    for name in happening():
        kind = KINDS[name]
        label, did = kind.JOINED or (kind.PLURAL, "")
        both = f"{kind.SEVERAL or kind.PLURAL} that {f'both {did}' if did else 'name both'}"
        found.append(StatePart(name, name, label, both, bool(did)))
        if kind.HOSTED:
            found.append(StatePart(f"{name} hosted", name, kind.HOSTED, "", False))
    return found


@dataclass(frozen=True)
class StateSide:
    """What stands in the column of a state; tallies by the names of the parts above.

    belonged: to how many organisations it ever certainly or possibly belonged; disputes: on what concerns it.
    """

    state: Country
    belonged: int
    tallies: dict[str, Tally]
    disputes: int


@dataclass(frozen=True)
class StateComparison:
    """Two states, the one whose id comes first in the alphabet on the left.

    lines: a line for each organisation in which either has a spell; common: for each part that two can share,
    what they have in common; hosts: of the meetings that both attended, which one was the host.
    """

    sides: tuple[StateSide, StateSide]
    now: InCommon
    periods: tuple[Period, ...]
    chart: CommonChart | None
    lines: tuple[MatrixRow, ...]
    common: dict[str, list[Item]]
    hosts: dict[str, Country]
    disputes: tuple[Fact, ...]


def main(exhibit: Exhibit) -> list[Country]:
    """The states that have a page for each pair of them, by id: those that the story names."""
    chosen = exhibit.story.pairs.states
    return [item for id_ in sorted(chosen) if isinstance(item := exhibit.items.get(id_), Country)]


def pairs(exhibit: Exhibit) -> list[tuple[Country, Country]]:
    """Every pair that has a page, in alphabetical order of ids."""
    return list(combinations(main(exhibit), 2))


class StateComparisons:
    """Every pair of states; what concerns one is computed once. disputes: those of the whole exhibit."""

    def __init__(
        self, exhibit: Exhibit, memberships: Memberships, as_of: Edtf, disputes: Sequence[Fact]
    ) -> None:
        self.exhibit = exhibit
        self.memberships = memberships
        self.as_of = as_of
        self._concerned = [(fact, concerned(exhibit, fact)) for fact in disputes]
        self._sides: dict[str, StateSide] = {}
        self._spells: dict[str, list[MemberSpell]] = {}

    def comparison(self, one: Country, other: Country, axis: Axis) -> StateComparison:
        """All that the page of a pair says; axis: of a cell's picture."""
        first, second = sorted((one, other), key=lambda item: item.id)
        held = self.memberships.joined
        days = [
            (day, in_common(held(first, day), held(second, day)))
            for day in moments(self.exhibit.since, self.as_of)
        ]
        common = {part.name: self.common(part, first, second) for part in parts() if part.both}
        both = [item for items in common.values() for item in items if item.HOSTED]
        return StateComparison(
            (self.side(first), self.side(second)),
            days[-1][1],
            tuple(periods(days, self.as_of)),
            common_chart(days),
            tuple(side_by_side([first, second], [*self._rows(first), *self._rows(second)], axis)),
            common,
            {item.id: host for item in both if (host := self._host(item, first, second))},
            tuple(fact for fact, ids in self._concerned if {first.id, second.id} <= ids),
        )

    def _rows(self, state: Country) -> list[MemberSpell]:
        if state.id not in self._spells:
            self._spells[state.id] = rows_of(self.exhibit, state)
        return self._spells[state.id]

    def common(self, part: StatePart, one: Item, other: Item) -> list[Item]:
        """What both joined, attended or are named by, in order of time."""
        return [item for item, states in self.of_parts[part.name] if {one.id, other.id} <= states]

    @cached_property
    def of_parts(self) -> dict[str, list[tuple[Item, frozenset[str]]]]:
        """For each part its items in order of time, with the ids of the states (and others) in them."""
        return {
            part.name: [(item, self._ids(part, item)) for item in in_order(self.exhibit, part.collection)]
            for part in parts()
        }

    def _ids(self, part: StatePart, item: Item) -> frozenset[str]:
        if not part.both:
            return frozenset(self._hosting(item))
        return frozenset(item.joining() if item.JOINED else self._naming.get(item.id, ()))

    def side(self, state: Country) -> StateSide:
        """The column of a state."""
        if state.id not in self._sides:
            found = {
                name: [i for i, ids in every if state.id in ids] for name, every in self.of_parts.items()
            }
            tallies = {part: tally(self.exhibit, items) for part, items in found.items()}
            around = sum(1 for _, ids in self._concerned if state.id in ids)
            self._sides[state.id] = StateSide(state, len(self.memberships.of_state(state)), tallies, around)
        return self._sides[state.id]

    def _hosting(self, meeting: Item) -> Iterator[str]:
        place = place_of(self.exhibit, meeting)
        if place and place.country:
            yield place.country

    def _host(self, meeting: Item, one: Country, other: Country) -> Country | None:
        hosts = set(self._hosting(meeting))
        return next((state for state in (one, other) if state.id in hosts), None)

    @cached_property
    def _naming(self) -> dict[str, set[str]]:
        """The states that each item names, in a field or in its account."""
        found: dict[str, set[str]] = {}
        for state in self.exhibit.of("countries"):
            for link in self.exhibit.backlinks.get(state.id, []):
                found.setdefault(link.item.id, set()).add(state.id)
        return found
