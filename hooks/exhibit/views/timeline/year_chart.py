"""A long timeline at a glance: for each lane a strip with a bar for each year, in pixels.

It stands on an item's page where the entries themselves have a page of their own (see ``annexes``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from exhibit.views.timeline.axis import Columns, YearLine
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.years import listed

WIDTH, LEFT, RIGHT = 960, 132, 16
AXIS, STRIP, AIR = 26, 26, 5
"""The height of the axis and of a strip, and what a strip leaves free above its tallest bar."""
_SLIGHT = 2.0
"""The height of a bar that could not be seen otherwise."""


@dataclass(frozen=True)
class Strip:
    """One lane: its name, its key for a colour, the line its bars stand on, and the bars as strokes
    (SVG path data)."""

    name: str
    key: str
    base: float
    bars: str


@dataclass(frozen=True)
class YearChart:
    """The whole picture in pixels; bar: the width of a bar; ticks: x, year, whether it is labelled."""

    width: int
    height: float
    bar: float
    strips: tuple[Strip, ...]
    ticks: tuple[YearLine, ...]


def year_chart(entries: list[Entry], lane_of: Callable[[Entry], tuple[str, str]]) -> YearChart:
    """Draw how many entries the timeline lists under each year, in lanes.

    lane_of: gives each entry the key and the name of its lane; lanes stand in order of first use.
    """
    years = [listed(entry) for entry in entries]
    first, last = min(years), max(years) + 1
    columns = Columns(first, last - first, WIDTH - LEFT - RIGHT, LEFT)
    names: dict[str, str] = {}
    counts: dict[str, Counter[int]] = {}
    for entry in entries:
        key, name = lane_of(entry)
        names.setdefault(key, name)
        counts.setdefault(key, Counter())[listed(entry)] += 1
    unit = (STRIP - AIR) / max(max(of_lane.values()) for of_lane in counts.values())
    strips = []
    for index, (key, of_lane) in enumerate(counts.items(), start=1):
        base = AXIS + STRIP * index
        bars = "".join(
            f"M{columns.x(year + 0.5):g} {base}v-{max(_SLIGHT, round(unit * count, 1)):g}"
            for year, count in sorted(of_lane.items())
        )
        strips.append(Strip(names[key], key, base, bars))
    bar = round(min(columns.step * 0.7, 14), 1)
    return YearChart(WIDTH, AXIS + STRIP * len(strips) + 4, bar, tuple(strips), columns.years())
