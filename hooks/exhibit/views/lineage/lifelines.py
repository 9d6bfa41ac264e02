"""Lifelines: one bar for each organisation that came into being, oldest first, up to some day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Organisation
from exhibit.model.vocabulary import Stage
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.bars import LifePiece, pieces
from exhibit.views.lineage.life import Life, life
from exhibit.views.timeline.axis import Axis

WIDTH, LEFT, RIGHT, AXIS, ROW = 960, 20, 8, 28, 26
_LETTER = 7.2


@dataclass(frozen=True)
class Lifeline:
    """One organisation's bar: its pieces and the top of its row (pixels), and where its name stands.

    inside: whether the name has room within the bar; else it stands to its right, or to its left where
    the picture ends.
    """

    organisation: Organisation
    top: float
    pieces: tuple[LifePiece, ...]
    name_x: float
    anchor: str
    inside: bool
    name: str
    title: str


@dataclass(frozen=True)
class Lifelines:
    """The whole picture in pixels; ticks: x and year."""

    width: int
    height: int
    lines: tuple[Lifeline, ...]
    ticks: tuple[tuple[float, int], ...]


def lifelines(exhibit: Exhibit, until: Edtf, width: int = WIDTH) -> Lifelines:
    """The organisations of the story that were founded, from its first year to a day; width: of the picture, in pixels."""
    now = until.latest or until.earliest or date.max
    axis = Axis(exhibit.since, width - LEFT - RIGHT, now, left=LEFT)
    founded = [
        (item, life(exhibit, item, []))
        for item in exhibit.of("organisations")
        if isinstance(item, Organisation)
    ]
    shown = [
        (item, one)
        for item, one in founded
        if item.stage is not Stage.CONTEXT and one.founded and one.founded.listed <= now
    ]
    shown.sort(key=lambda pair: (pair[1].begun or pair[1].founded or until).sort_key)
    lines = []
    for index, (item, one) in enumerate(shown):
        bar = tuple(piece for piece in pieces(one, axis) if piece.kind != "idea")
        words = [
            f"{word} {in_words(day)}"
            for word, day in (("founded", one.founded), ("ended", one.ended))
            if day and day.listed <= now
        ]
        title = f"{item.title}: {', '.join(words)}"
        name = _words(item, one, exhibit.since)
        lines.append(Lifeline(item, AXIS + index * ROW, bar, *_place(name, bar, width), name, title))
    years = [(x, year) for x, year, labelled in axis.years(5) if labelled or year == exhibit.since]
    ticks = tuple((x, year) for x, year in years if year <= axis.last)
    return Lifelines(width, AXIS + ROW * len(lines) + 4, tuple(lines), ticks)


def _words(item: Organisation, one: Life, since: int) -> str:
    """The short name, and since when, where that was before the picture begins."""
    first = one.begun or one.founded
    early = first and first.latest and first.latest.year < since
    return f"{item.short}, from {first.latest.year}" if first and first.latest and early else item.short


def _place(name: str, bar: tuple[LifePiece, ...], width: int) -> tuple[float, str, bool]:
    """Where the name stands: x in pixels, the anchor SVG is given, and whether it is inside the bar."""
    solid = max(bar, key=lambda piece: piece.width if piece.kind == "life" and not piece.soft else 0)
    room = len(name) * _LETTER
    if solid.width > room + 8:
        return solid.x + 7, "start", True
    end = max(piece.end for piece in bar)
    if end + room + 8 < width:
        return end + 7, "start", False
    return bar[0].x - 20, "end", False
