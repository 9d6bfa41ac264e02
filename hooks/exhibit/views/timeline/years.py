"""Years: what happened in each year, month by month and day by day, and the index of all years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item
from exhibit.model.wording import MONTHS
from exhibit.views.timeline.entries import Entry

BAR = 100
"""The width in pixels of the bar of the fullest year in the index."""


@dataclass(frozen=True)
class Stretch:
    """Entries of a month that stand together: all that is dated exactly to a day, or, without one, what is not and
    stands between two days."""

    day: date | None
    entries: tuple[Entry, ...]

    @property
    def words(self) -> str:
        """The day in words, without its year: ``7 October``."""
        return f"{self.day.day} {MONTHS[self.day.month]}" if self.day else ""


@dataclass(frozen=True)
class Month:
    """What starts in one month of a year, a day that only a membership is dated to among it; name in English."""

    name: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Coming:
    """Who joined or left one organisation in a year."""

    organisation: Item
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Year:
    """One year with a page of its own.

    entries: all that start in it, memberships too, as the timeline lists them; timeline: those of all years.
    before, after: the nearest years that have a page.
    """

    number: int
    entries: tuple[Entry, ...]
    timeline: list[Entry] = field(repr=False)
    before: int | None
    after: int | None

    @property
    def _happened(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind != "membership"]

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The entries whose month is known, by month; who joined or left where the day is known too."""
        return _months([e for e in self.entries if e.kind != "membership" or e.date.exact])

    @cached_property
    def unplaced(self) -> tuple[Entry, ...]:
        """Those of the year whose month is not known."""
        return tuple(entry for entry in self._happened if month_of(entry.date) == 0)

    @cached_property
    def straying(self) -> tuple[Entry, ...]:
        """Those that the timeline lists here but that may lie in another year."""
        return tuple(entry for entry in self._happened if month_of(entry.date) is None)

    @cached_property
    def comings(self) -> tuple[Coming, ...]:
        """Who joined or left what."""
        return _comings(self.entries)

    @cached_property
    def going_on(self) -> tuple[Entry, ...]:
        """What started earlier and still lasts."""
        return tuple(entry for entry in self._others if goes_on_in(entry.date, self.number))

    @cached_property
    def possible(self) -> tuple[Entry, ...]:
        """What the timeline lists under another year but may have happened in this one."""
        return tuple(entry for entry in self._others if may_be_in(entry.date, self.number))

    @property
    def _others(self) -> Iterator[Entry]:
        return (entry for entry in self.timeline if listed(entry) != self.number)


@dataclass(frozen=True)
class IndexedYear:
    """A year in the index: how many entries start in it, and its bar's width in pixels."""

    number: int
    count: int
    bar: float


@dataclass(frozen=True)
class Decade:
    """The years of a decade that have a page: a row of the index."""

    first: int
    cells: tuple[IndexedYear, ...]


def years(timeline: list[Entry]) -> list[Year]:
    """Every year in which an entry of the timeline starts, in order of time."""
    groups = [(number, tuple(group)) for number, group in groupby(timeline, key=listed)]
    numbers = [None, *(number for number, _ in groups), None]
    return [
        Year(number, entries, timeline, numbers[i], numbers[i + 2])
        for i, (number, entries) in enumerate(groups)
    ]


def listed(entry: Entry) -> int:
    """The year under which the timeline lists an entry: that of its earliest possible day."""
    return entry.date.listed.year


def _months(entries: list[Entry]) -> tuple[Month, ...]:
    found = []
    for number in range(1, 13):
        inside = [entry for entry in entries if month_of(entry.date) == number]
        days = groupby(inside, key=exact_day)
        if inside:
            found.append(Month(MONTHS[number], tuple(Stretch(day, tuple(group)) for day, group in days)))
    return tuple(found)


def exact_day(entry: Entry) -> date | None:
    """The day on which an entry happened, where that is one and sure."""
    return entry.date.listed if entry.date.exact else None


def month_of(when: Edtf) -> int | None:
    """The month in which a date lies or a span starts: 1 to 12; 0 where only the year is known;
    None where not even the year is sure."""
    start = when.parts[0] if when.lasts else when
    if start is None or start.earliest is None or start.latest is None:
        return None
    first, last = start.earliest, start.latest
    if first.year != last.year:
        return None
    return first.month if first.month == last.month else 0


def may_be_in(when: Edtf, number: int) -> bool:
    """Whether a date that is not sure may lie in a year. One without a first or last possible day
    would fit every year before or after it, and so counts for none."""
    if when.sure or when.lasts:
        return False
    one_of = when.precision == "choice" and ".." not in when.text
    options = [part for part in when.parts if part] if one_of else [when]
    return any(
        option.earliest is not None
        and option.latest is not None
        and option.bounds[0].year <= number <= option.bounds[1].year
        for option in options
    )


def goes_on_in(when: Edtf, number: int) -> bool:
    """Whether something that started in an earlier year still lasts in this one."""
    if not when.lasts or when.earliest is None or when.earliest.year >= number:
        return False
    return when.ongoing or (when.latest is not None and when.latest.year >= number)


def _comings(entries: Iterable[Entry]) -> tuple[Coming, ...]:
    """The year's memberships by organisation, in order of each one's first."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "membership":
            groups.setdefault(entry.item.id, []).append(entry)
    return tuple(Coming(group[0].item, tuple(group)) for group in groups.values())


def decades(all_years: list[Year]) -> list[Decade]:
    """The index of years by decade, with a bar for each, the fullest year's as wide as BAR."""
    most = max((len(year.entries) for year in all_years), default=1)
    cells = [IndexedYear(y.number, len(y.entries), round(BAR * len(y.entries) / most, 1)) for y in all_years]
    by_decade = groupby(cells, key=lambda cell: cell.number // 10 * 10)
    return [Decade(first, tuple(group)) for first, group in by_decade]
