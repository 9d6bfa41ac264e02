"""Rails: rows on one axis of time, with days as marks and durations as bars, in percent of the width that a page has.

A rail has no width of its own, so that it fits a phone and a wall alike; whatever is not sure is drawn as wide as its
doubt. Its words say the same for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from exhibit.model.claims import DateClaim
from exhibit.model.dates import NO_DATE, Edtf
from exhibit.model.evidence import settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Item
from exhibit.views.timeline.axis import Axis

_MOST_LABELS = 5
"""How many years a phone has room for."""


@dataclass(frozen=True)
class RailMark:
    """A day on a rail: x of its middle; left and width of the days that it may be; all in percent.

    sign: that stands for what was done (templates/timeline/_signs.jinja); unsure: whether the day is.
    """

    x: float
    left: float
    width: float
    sign: str
    unsure: bool
    words: str


@dataclass(frozen=True)
class RailBar:
    """A duration: left and width in percent; unsure: whether it is not known that it lasted all that time."""

    left: float
    width: float
    unsure: bool


@dataclass(frozen=True)
class RailRow:
    """A row: its name, the item to which that leads (if any), what is drawn, and the same in words.

    note: what has no day, and so no place on the rail.
    """

    name: str
    item: Item | None
    marks: tuple[RailMark, ...] = ()
    bars: tuple[RailBar, ...] = ()
    words: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Rail:
    """Rows under the lines of years: x in percent, the year; key: the signs used, each with its label."""

    rows: tuple[RailRow, ...]
    ticks: tuple[tuple[float, int], ...]
    key: tuple[tuple[str, str], ...] = ()


def rail_axis(days: Iterable[Edtf], until: date | None = None) -> Axis | None:
    """The axis on which all days have a place, in percent; None where no day is known. until: the last day, else that
    of the days."""
    known = [day for day in days if day.earliest or day.latest]
    if not known:
        return None
    first = min(day.earliest or day.latest or date.max for day in known)
    last = max(day.latest or day.earliest or date.min for day in known)
    return Axis(first.year, 100, until or last)


def rail_ticks(axis: Axis) -> tuple[tuple[float, int], ...]:
    """The years that are labelled: as many as a phone has room for."""
    count = axis.last + 1 - axis.first
    step = next((s for s in (1, 2, 5, 10, 20, 50) if count / s <= _MOST_LABELS), 100)
    return tuple((x, year) for x, year, labelled in axis.years(step) if labelled)


def possible(field: DateField | None) -> tuple[Sequence[Edtf], bool]:
    """The day that the exhibit goes by; all that are told where rivals stand open. And whether they do."""
    if field is None:
        return (), False
    best = settled(field)
    if isinstance(best, DateClaim):
        return [best.date] if best.date and best.date.known else [], False
    return [claim.date for claim in field.readings if claim.date and claim.date.known], True


def mark(axis: Axis, when: Edtf, sign: str, words: str, unsure: bool = False) -> RailMark:
    """A day on an axis. unsure: whether it is in doubt though exact, as one of several."""
    left, right = axis.span(when)
    middle = round((left + right) / 2, 1)
    return RailMark(middle, left, round(right - left, 1), sign, unsure or not when.sure, words)


def bars(axis: Axis, start: Edtf | None, end: Edtf | None, lasting: bool = False) -> tuple[RailBar, ...]:
    """What lasts from one day to another: surely, and on either side as long as it may have.

    lasting: whether without an end it surely lasted to the end of the axis. Where a day is not known, all the time from the
    beginning of the axis, or to its end, is in doubt; where none is, nothing is drawn.
    """
    if start is None and end is None:
        return ()
    first, begun = axis.doubt(start) if start else (axis.x(axis.start), axis.doubt(end or NO_DATE)[0])
    until = axis.x(axis.until)
    going, last = axis.doubt(end) if end else (until if lasting else begun, until)
    if begun > going:
        return (RailBar(first, round(last - first, 1), True),)
    found = [(first, begun, True), (begun, going, False), (going, last, True)]
    drawn = [RailBar(a, round(b - a, 1), unsure) for a, b, unsure in found if b > a]
    return tuple(drawn) or (RailBar(begun, 0.4, False),)
