"""The picture of a timeline: lanes, marks and an axis in pixels, for the SVG template to print.

A date that is not sure is drawn as wide as its uncertainty, soft at the edges it does not know; an
exact day is a dot. Colours come from CSS by organisation; today is never looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from exhibit.model.dates import Edtf
from exhibit.model.wording import in_words
from exhibit.views.timeline.axis import Axis, YearLine
from exhibit.views.timeline.entries import Entry

WIDTH, LEFT, RIGHT = 960, 132, 16
AXIS, ROW, LANE_PAD = 26, 13, 7
_DOT = 5.0
_NEAR = 12.0


@dataclass(frozen=True)
class TimelineMark:
    """One entry drawn: x and width in pixels; soft: which edges are not known (left, right, both)."""

    entry: Entry
    x: float
    width: float
    y: float
    soft: str
    title: str

    @property
    def dot(self) -> bool:
        return self.width <= 2 * _DOT


@dataclass(frozen=True)
class Lane:
    """A row of the chart: its name and marks, top and height in pixels."""

    name: str
    key: str
    top: float
    height: float
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True)
class Chart:
    """The whole picture in pixels."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[YearLine, ...]
    first: int
    last: int


def chart(entries: list[Entry], lane_of: Callable[[Entry], tuple[str, str]]) -> Chart | None:
    """Draw entries in lanes; None where there are too few to be worth a picture.

    lane_of: gives each entry the key and the name of its lane; lanes stand in order of first use.
    """
    drawn = [e for e in entries if e.date.earliest or e.date.latest]
    if len(drawn) < 3:
        return None
    axis = _axis(drawn)
    groups: dict[str, tuple[str, list[Entry]]] = {}
    for entry in drawn:
        key, name = lane_of(entry)
        groups.setdefault(key, (name, []))[1].append(entry)
    lanes, top = [], float(AXIS)
    for key, (name, members) in groups.items():
        lane = _lane(key, name, members, top, axis)
        lanes.append(lane)
        top += lane.height
    return Chart(WIDTH, top + 4, tuple(lanes), axis.years(), axis.first, axis.last)


def _axis(entries: list[Entry]) -> Axis:
    """From the first to the last year of any entry, and one more where they are nearly the same."""
    first = min(_start(entry) for entry in entries)
    last = max(_end(entry) for entry in entries)
    until = last if last.year - first.year >= 2 else date(min(last.year + 1, date.max.year), 1, 1)
    return Axis(first.year, WIDTH - LEFT - RIGHT, until, left=LEFT)


def _start(entry: Entry) -> date:
    return entry.date.earliest or entry.date.latest or date.max


def _end(entry: Entry) -> date:
    return entry.date.latest or entry.date.earliest or date.min


def _lane(key: str, name: str, entries: list[Entry], top: float, axis: Axis) -> Lane:
    """Marks that would touch move to the next free row, so that nothing overlaps."""
    ends: list[float] = []
    marks = []
    for entry in entries:
        left, right = axis.span(entry.date)
        width = max(right - left, 2 * _DOT) if not entry.date.exact else 2 * _DOT
        start = left - _DOT if width <= 2 * _DOT else left
        row = next((r for r, end in enumerate(ends) if end <= start), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = start + max(width, _NEAR) + 1
        y = top + LANE_PAD + row * ROW + ROW / 2
        marks.append(TimelineMark(entry, start, round(width, 1), y, soft_edges(entry.date), _title(entry)))
    return Lane(name, key, top, 2 * LANE_PAD + max(1, len(ends)) * ROW, tuple(marks))


def soft_edges(when: Edtf) -> str:
    """Which edges of the drawn bar are not sure: left, right, both, or none (the empty text). A plain day
    or a known span has hard edges."""
    if when.exact:
        return ""
    if when.lasts:
        start, end = when.parts
        left = start is None or not start.exact
        right = end is None or not end.exact
        return {(True, True): "both", (True, False): "left", (False, True): "right"}.get((left, right), "")
    if when.precision == "choice" and when.earliest is None:
        return "left"
    if when.precision == "choice" and when.latest is None:
        return "right"
    return "both"


def _title(entry: Entry) -> str:
    label = f": {entry.label}" if entry.label else ""
    return f"{in_words(entry.date)} – {entry.item.title}{label}"
