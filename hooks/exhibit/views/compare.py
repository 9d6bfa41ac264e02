"""Comparison: two organisations side by side, the same whichever of them comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from exhibit.dates import Edtf
from exhibit.exhibit import Exhibit
from exhibit.model.kinds import Event, Item, Organisation, Summit, Treaty
from exhibit.model.vocabulary import Stage
from exhibit.views.descent import Step, descents, lineage
from exhibit.views.facts import Fact, when
from exhibit.views.relations import in_order
from exhibit.views.standing import Roll, rolls
from exhibit.wording import in_words

MAIN = (
    "cst",
    "csto",
    "cica",
    "shanghai-five",
    "sco",
    "cis",
    "eurasec",
    "eacu",
    "ces",
    "eaeu",
    "caco",
)
"""The organisations that have a page for each pair of them."""

DATED = ("treaties", "summits", "events")


@dataclass(frozen=True)
class Tally:
    """How many items of a collection belong to an organisation, and the first and last with a date."""

    number: int
    first: Item | None
    last: Item | None


@dataclass(frozen=True)
class Named:
    """A state and whether it is sure that it belonged."""

    who: Item
    sure: bool


@dataclass(frozen=True)
class Shared:
    """Who belonged to both organisations, and who to one alone, each list by name."""

    both: tuple[Named, ...]
    first: tuple[Named, ...]
    second: tuple[Named, ...]

    @property
    def lists(self) -> tuple[tuple[Named, ...], ...]:
        return self.both, self.first, self.second


@dataclass(frozen=True)
class Period:
    """Years, one after another, at whose ends the members in common and apart were the same."""

    words: str
    shared: Shared


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
    """Two organisations, the one whose id comes first in the alphabet on the left."""

    sides: tuple[Side, Side]
    now: Shared
    periods: tuple[Period, ...]
    naming: dict[str, list[Item]]
    lineage: tuple[Step, ...]


def main(exhibit: Exhibit) -> list[Organisation]:
    """The organisations that are compared, by id: the main ones, else all of the exhibit's own."""
    own = [o for o in exhibit.of("organisations") if o.stage is not Stage.CONTEXT and not o.members_in_part]
    chosen = [item for item in own if item.id in MAIN] or own
    return sorted(chosen, key=lambda item: item.id)


def pairs(exhibit: Exhibit) -> list[tuple[Organisation, Organisation]]:
    """Every pair that has a page, in alphabetical order of ids."""
    return list(combinations(main(exhibit), 2))


def path(one: Organisation, other: Organisation) -> str:
    """The Markdown path of a pair's page, the same in either order."""
    first, second = sorted((one.id, other.id))
    return f"compare/{first}-{second}.md"


class Comparisons:
    """Every pair of an exhibit; what concerns one organisation is computed once.

    disputes: those of the whole exhibit.
    """

    def __init__(self, exhibit: Exhibit, as_of: Edtf, disputes: Sequence[Fact]) -> None:
        self.exhibit = exhibit
        self.as_of = as_of
        self._ordered = {name: in_order(exhibit, name) for name in DATED}
        self._sides = {item.id: self._side(item, disputes) for item in main(exhibit)}
        self._rolls = {item.id: rolls(exhibit, item, as_of) for item in main(exhibit)}
        self._descents = descents(exhibit)

    def comparison(self, one: Organisation, other: Organisation) -> Comparison:
        """All that the page of a pair says, the same in either order."""
        first, second = sorted((one, other), key=lambda item: item.id)
        days = [
            (a.day, shared(a, b)) for a, b in zip(self._rolls[first.id], self._rolls[second.id], strict=True)
        ]
        return Comparison(
            (self._sides[first.id], self._sides[second.id]),
            days[-1][1],
            tuple(periods(days, self.as_of)),
            {name: self.naming(first, second, name) for name in DATED},
            tuple(lineage(self._descents, first, second)),
        )

    def naming(self, one: Organisation, other: Organisation, collection: str) -> list[Item]:
        """The items of a collection that name both, in a field or in their account, in order of time."""
        links = self.exhibit.backlinks
        first, second = ({link.item.id for link in links.get(o.id, [])} for o in (one, other))
        return [item for item in self._ordered[collection] if item.id in first & second]

    def _side(self, item: Organisation, disputes: Sequence[Fact]) -> Side:
        own = sum(1 for fact in disputes if fact.item.id == item.id)
        around = sum(1 for fact in disputes if _belongs(fact.item, item))
        return Side(item, {name: self._tally(item, name) for name in DATED}, own, around)

    def _tally(self, organisation: Organisation, collection: str) -> Tally:
        found = [item for item in self._ordered[collection] if _belongs(item, organisation)]
        dated = [item for item in found if (day := when(self.exhibit, item)) and day.known]
        return Tally(len(found), dated[0] if dated else None, dated[-1] if dated else None)


def _belongs(item: Item, organisation: Organisation) -> bool:
    return isinstance(item, Treaty | Summit | Event) and organisation.id in item.organisations


def shared(one: Roll, other: Roll) -> Shared:
    """Compare the members of two organisations on one day."""
    left, right = _named(one), _named(other)
    both = tuple(Named(left[id_].who, left[id_].sure and right[id_].sure) for id_ in left if id_ in right)
    first = tuple(named for id_, named in left.items() if id_ not in right)
    return Shared(both, first, tuple(named for id_, named in right.items() if id_ not in left))


def _named(found: Roll) -> dict[str, Named]:
    named = [Named(who, True) for who in found.certainly]
    named += [Named(who, False) for who in (*found.possibly, *found.unknown)]
    return {one.who.id: one for one in sorted(named, key=lambda n: (n.who.title, n.who.id))}


def periods(days: Sequence[tuple[date, Shared]], as_of: Edtf) -> list[Period]:
    """The days with their members in common and apart; equal years in one; empty ones left out."""
    found = []
    for same, group in groupby(days, key=lambda pair: pair[1]):
        if any(same.lists):
            found.append(Period(_years([day for day, _ in group], as_of), same))
    return found


def _years(days: list[date], as_of: Edtf) -> str:
    """``1994``, ``1994–1998``, ``2015 to June 2026``."""
    first, last = days[0], days[-1]
    whole = (last.month, last.day) == (12, 31)
    if first == last:
        return str(last.year) if whole else in_words(as_of)
    return f"{first.year}–{last.year}" if whole else f"{first.year} to {in_words(as_of)}"
