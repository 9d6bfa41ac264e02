"""In common: what two sides share, and what one has alone, on a day and year after year.

The sides are two organisations (what they share are members) or two states (what they share are
the organisations they belong to).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item
from exhibit.model.wording import in_words
from exhibit.views.membership.on_day import SUREST, Sureness
from exhibit.views.timeline.axis import Columns

CHART_WIDTH, CHART_HEIGHT, _GAP = 360, 64, 2
"""The chart's columns in pixels: their width together, the height of the tallest, the gap between two."""


@dataclass(frozen=True)
class Named:
    """A state (or an organisation) and how sure it is that it belongs.

    silent: whether the other side's list is not whole, so that its silence says nothing.
    """

    who: Item
    sureness: Sureness
    silent: bool = False


@dataclass(frozen=True)
class InCommon:
    """What both sides have, and what one alone has, each list by name."""

    both: tuple[Named, ...]
    first: tuple[Named, ...]
    second: tuple[Named, ...]

    @property
    def lists(self) -> tuple[tuple[Named, ...], ...]:
        return self.both, self.first, self.second

    @property
    def in_words(self) -> tuple[list[tuple[str, list[Item]]], ...]:
        """Each list by how sure it is, in words."""
        return tuple(map(groups, self.lists))


LEVELS = {
    "certainly": "certainly",
    "possibly": "possibly",
    "unknown": "not known",
    "silent": "other side not listed",
}
"""How sure something is, as pages and the script say it, from the surest on."""


def groups(named: Sequence[Named]) -> list[tuple[str, list[Item]]]:
    """What is named by how sure it is, in words, the surest first."""
    found: dict[str, list[Item]] = {level: [] for level in LEVELS}
    for one in named:
        found["silent" if one.silent else one.sureness].append(one.who)
    return [(LEVELS[level], items) for level, items in found.items() if items]


def names(items: Sequence[Item]) -> str:
    """Names one after another, organisations by their short names."""
    return ", ".join(item.short for item in items)


@dataclass(frozen=True)
class Belonging:
    """Who belongs on one side on a day, in order of name.

    whole: the ids on which this side can be told not to have what the other has; None for all.
    """

    found: Mapping[str, tuple[Item, Sureness]]
    whole: frozenset[str] | None = None

    def silent(self, id_: str) -> bool:
        return self.whole is not None and id_ not in self.whole


def in_common(one: Belonging, other: Belonging) -> InCommon:
    """Compare two sides on one day; what both have is as sure as the less sure of the two."""
    both = tuple(
        Named(who, max(sure, other.found[id_][1], key=SUREST.index))
        for id_, (who, sure) in one.found.items()
        if id_ in other.found
    )
    return InCommon(both, _alone(one, other), _alone(other, one))


def _alone(one: Belonging, other: Belonging) -> tuple[Named, ...]:
    return tuple(
        Named(who, sure, other.silent(id_))
        for id_, (who, sure) in one.found.items()
        if id_ not in other.found
    )


@dataclass(frozen=True)
class Period:
    """Years, one after another, at whose ends what is in common and apart was the same."""

    words: str
    in_common: InCommon


def periods(days: Sequence[tuple[date, InCommon]], as_of: Edtf) -> list[Period]:
    """The days with what is in common and apart; equal years in one; empty ones left out."""
    found = []
    for same, group in groupby(days, key=lambda pair: pair[1]):
        if any(same.lists):
            found.append(Period(_years([day for day, _ in group], as_of), same))
    return found


def _years(days: list[date], as_of: Edtf) -> str:
    """``1961``, ``1961–1965``, ``1982 to June 1990``."""
    first, last = days[0], days[-1]
    whole = (last.month, last.day) == (12, 31)
    if first == last:
        return str(last.year) if whole else in_words(as_of)
    return f"{first.year}–{last.year}" if whole else f"{first.year} to {in_words(as_of)}"


@dataclass(frozen=True)
class Column:
    """One year end in the chart, in pixels: x, and the heights of what is certainly and perhaps shared."""

    x: float
    year: int
    certain: float
    perhaps: float
    title: str


@dataclass(frozen=True)
class CommonChart:
    """How much was in common at the end of each year; most: the number that fills the height.

    width: of a column; size: of all of them, in pixels.
    """

    columns: tuple[Column, ...]
    width: float
    most: int
    size: tuple[int, int] = (CHART_WIDTH, CHART_HEIGHT)


def common_chart(days: Sequence[tuple[date, InCommon]]) -> CommonChart | None:
    """The chart of what two sides have in common; None where they never have anything."""
    most = max((len(found.both) for _, found in days), default=0)
    if not most:
        return None
    places = Columns(0, len(days), CHART_WIDTH)
    columns = tuple(_column(day, found, places.x(index), most) for index, (day, found) in enumerate(days))
    return CommonChart(columns, round(places.step - _GAP, 1), most)


def _column(day: date, found: InCommon, x: float, most: int) -> Column:
    certain = sum(1 for named in found.both if named.sureness == "certainly")
    perhaps = len(found.both) - certain
    title = f"{day.year}: {certain}" + (f" certainly, {perhaps} perhaps" if perhaps else "")
    unit = CHART_HEIGHT / most
    return Column(x, day.year, round(certain * unit, 1), round(perhaps * unit, 1), title)
