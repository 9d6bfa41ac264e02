"""Comparison of two states: what both belonged to, signed, attended and hosted, in either order the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Country, Event, Item, Summit, Treaty
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.in_common import CommonChart, InCommon, Period, common_chart, in_common, periods
from exhibit.views.comparison.organisations import Tally, tally
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.item.facts import Fact, place_of
from exhibit.views.item.relations import in_order
from exhibit.views.membership.matrix import Line, side_by_side
from exhibit.views.membership.on_day import moments
from exhibit.views.membership.spells import Row, rows_of
from exhibit.views.sources.disputes import concerned
from exhibit.views.timeline.axis import Axis

PARTS = ("signed", "attended", "hosted", "events")
"""What is listed of a state: documents joined, meetings attended, meetings hosted, events that name it."""


@dataclass(frozen=True)
class StateSide:
    """What stands in the column of a state; tallies by the parts above.

    belonged: to how many organisations it ever certainly or possibly belonged; disputes: on what concerns it.
    """

    state: Country
    belonged: int
    tallies: dict[str, Tally]
    disputes: int


@dataclass(frozen=True)
class StateComparison:
    """Two states, the one whose id comes first in the alphabet on the left.

    lines: a line for each organisation in which either has a spell; common: what both joined,
    attended, or are named by; hosted: of the meetings that both attended, which one was the host.
    """

    sides: tuple[StateSide, StateSide]
    now: InCommon
    periods: tuple[Period, ...]
    chart: CommonChart | None
    lines: tuple[Line, ...]
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
        self._spells: dict[str, list[Row]] = {}

    def comparison(self, one: Country, other: Country, axis: Axis) -> StateComparison:
        """All that the page of a pair says; axis: of a cell's picture."""
        first, second = sorted((one, other), key=lambda item: item.id)
        held = self.memberships.joined
        days = [
            (day, in_common(held(first, day), held(second, day)))
            for day in moments(self.exhibit.since, self.as_of)
        ]
        common = {part: self.common(part, first, second) for part in PARTS if part != "hosted"}
        return StateComparison(
            (self.side(first), self.side(second)),
            days[-1][1],
            tuple(periods(days, self.as_of)),
            common_chart(days),
            tuple(side_by_side([first, second], [*self._rows(first), *self._rows(second)], axis)),
            common,
            {item.id: host for item in common["attended"] if (host := self._host(item, first, second))},
            tuple(fact for fact, ids in self._concerned if {first.id, second.id} <= ids),
        )

    def _rows(self, state: Country) -> list[Row]:
        if state.id not in self._spells:
            self._spells[state.id] = rows_of(self.exhibit, state)
        return self._spells[state.id]

    def common(self, part: str, one: Item, other: Item) -> list[Item]:
        """What both joined, attended or are named by, in order of time."""
        return [item for item, states in self.parts[part] if {one.id, other.id} <= states]

    @cached_property
    def parts(self) -> dict[str, list[tuple[Item, frozenset[str]]]]:
        """For each part its items in order of time, with the ids of the states (and others) in them."""
        treaties, summits, events = (in_order(self.exhibit, n) for n in ("treaties", "summits", "events"))
        return {
            "signed": [(item, frozenset(joined(item))) for item in treaties],
            "attended": [(item, frozenset(_attending(item))) for item in summits],
            "hosted": [(item, frozenset(self._hosting(item))) for item in summits],
            "events": [(item, frozenset(self._named(item))) for item in events],
        }

    def side(self, state: Country) -> StateSide:
        """The column of a state."""
        if state.id not in self._sides:
            found = {part: [i for i, ids in self.parts[part] if state.id in ids] for part in PARTS}
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

    def _named(self, event: Item) -> set[str]:
        assert isinstance(event, Event)
        return self._naming.get(event.id, set())


def joined(item: Item) -> Iterator[str]:
    """Who signed or otherwise joined a text, as far as the exhibit records it."""
    assert isinstance(item, Treaty)
    for action in item.parties:
        if action.act.joins and not action.never:
            yield from action.who


def _attending(item: Item) -> Iterator[str]:
    assert isinstance(item, Summit)
    for part in item.participants:
        if part.role.came:
            yield from part.who
