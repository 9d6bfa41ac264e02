"""The axis of time: from days to pixels, for every drawing.

A drawing has one axis, from the first of January of a year to the end of another; where each year is
worth as much as the next, whatever its days, it has columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from exhibit.model.dates import Edtf

_MOST_LABELS, _MOST_LINES = 12, 60
"""How many years of an axis are labelled, and from how many on only those have a line."""

YearLine = tuple[float, int, bool]
"""A line of the axis: x in pixels, the year that begins there, and whether it is labelled."""


@dataclass(frozen=True)
class Axis:
    """Time in pixels: from the first of January of a year to the end of the year of the last day.

    width: of all of it; until: the last day that is told or known; known_from: the first day of the same
    (one month, say); left: where the first day stands.
    """

    first: int
    width: int
    until: date
    known_from: date = date.min
    left: int = 0

    @property
    def last(self) -> int:
        """The last year, at the least the first; the calendar has no day after its own last."""
        return max(self.first, min(self.until.year, date.max.year - 1))

    @property
    def start(self) -> date:
        return date(self.first, 1, 1)

    @property
    def end(self) -> date:
        """The first day after the last year."""
        return date(self.last + 1, 1, 1)

    def x(self, day: date) -> float:
        """Where a day stands; days outside the axis stand at its ends."""
        inside = min(max(day, self.start), self.end)
        return round(self.left + self.width * (inside - self.start).days / (self.end - self.start).days, 1)

    def span(self, when: Edtf) -> tuple[float, float]:
        """From the first possible day of a date to the end of its last; one that has no first or no last
        possible day is drawn at the other."""
        first, last = when.earliest or when.latest or date.max, when.latest or when.earliest or date.max
        return self.x(first), self.x(min(last, date.max - timedelta(days=1)) + timedelta(days=1))

    def doubt(self, when: Edtf) -> tuple[float, float]:
        """The span in which a moment lies; nothing of it is in doubt where the date is sure."""
        first, last = self.span(when)
        return (first, first) if when.sure else (first, last)

    @property
    def ticks(self) -> list[tuple[float, int]]:
        """The decades within the axis: x and year."""
        return [
            (x, year) for x, year, labelled in self.years(10) if labelled and self.first < year <= self.last
        ]

    def years(self, step: int = 0) -> tuple[YearLine, ...]:
        """The lines of the years, the end of the last one too. step: see ``year_lines``."""
        return year_lines(self.first, self.last + 1, lambda year: self.x(date(year, 1, 1)), step)


@dataclass(frozen=True)
class Columns:
    """Columns of equal width, one for each year, say: first is the number of the first; width and left in pixels."""

    first: int
    count: int
    width: int
    left: int = 0

    @property
    def step(self) -> float:
        """The width of one column."""
        return self.width / self.count

    def x(self, number: float) -> float:
        """Where a column begins; half of it further is its middle."""
        return round(self.left + self.step * (number - self.first), 1)

    def years(self) -> tuple[YearLine, ...]:
        """The lines between the columns, the end of the last one too."""
        return year_lines(self.first, self.first + self.count, self.x)


def year_lines(first: int, end: int, x: Callable[[int], float], step: int = 0) -> tuple[YearLine, ...]:
    """The lines of years from the first to the end, both included.

    step: every so many years one is labelled; where it is not given, as many as there is room for. Where
    the years are many, those without a label have no line.
    """
    count = end - first
    step = step or next(s for s in (1, 2, 5, 10, 20, 50, 100) if count / s <= _MOST_LABELS or s == 100)
    every = 1 if count <= _MOST_LINES else step
    return tuple((x(year), year, year % step == 0) for year in range(first, end + 1) if year % every == 0)
