"""The picture of the lineage: a bar for each institution, a line for each succession, in pixels.

What was never founded is an outline. Years before the axis begins are told in words at its left
edge; today is never looked up.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from typing import Any

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Organisation
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.bars import LifePiece, Nest, Note, nests, notes, pieces
from exhibit.views.lineage.descents import Edge, Lineage, lineage
from exhibit.views.lineage.life import Life, in_dispute, life_facts
from exhibit.views.timeline.axis import Axis, YearLine

WIDTH, LEFT, RIGHT, AXIS = 960, 166, 12, 26
ROW, CENTRE, HALF, THIN, GAP = 34, 14, 7, 2, 8
BEFORE = 1
"""How many years before the story the picture may begin, so that what began with it has a beginning."""
_LANE, _NAME, _CROSS, _LABELS = 7.0, 22, 9.0, 5


@dataclass(frozen=True)
class LifeRow:
    """One institution: its name in lines, the middle of its bar (y), and all that is drawn on it.

    cross: where the mark of what was never founded stands, or None.
    """

    organisation: Organisation
    name: tuple[str, ...]
    y: float
    pieces: tuple[LifePiece, ...]
    notes: tuple[Note, ...]
    nests: tuple[Nest, ...]
    title: str
    cross: float | None

    @property
    def end(self) -> float:
        return max((piece.end for piece in self.pieces if not piece.soft), default=float(LEFT))


@dataclass(frozen=True)
class SuccessionLine:
    """One succession: path and tip (arrow, or a blunt end) as SVG draws them; its letter stands at x, y."""

    edge: Edge
    path: str
    tip: str
    x: float
    y: float
    title: str

    @property
    def unsure(self) -> bool:
        return self.edge.date is None or not self.edge.date.sure


@dataclass(frozen=True)
class Drawing:
    """The whole picture in pixels; bands: top and height of each family; ticks: x, year, whether labelled."""

    width: int
    height: float
    bands: tuple[tuple[float, float], ...]
    rows: tuple[LifeRow, ...]
    lines: tuple[SuccessionLine, ...]
    ticks: tuple[YearLine, ...]


def values(exhibit: Exhibit, as_of: Edtf) -> dict[str, Any]:
    """What the page's template prints: the picture and its legend, the trees, and by id how each life is
    told and whether it is in dispute."""
    found = lineage(exhibit)
    shown = [institution for family in found.families for institution in family]
    return {
        "drawn": picture(exhibit, found, as_of),
        "kinds": found.kinds,
        "trees": found.trees(),
        "told": {o.id: life_facts(o) for o in shown},
        "in_dispute": {o.id for o in shown if in_dispute(o)},
    }


def picture(exhibit: Exhibit, descent: Lineage, as_of: Edtf) -> Drawing:
    """Draw the lineage up to the day that the exhibit knows of."""
    axis = _axis(exhibit.since - BEFORE, descent, as_of.latest or as_of.earliest or date.max)
    bands: list[tuple[float, float]] = []
    rows: list[LifeRow] = []
    top = float(AXIS)
    for family in descent.families:
        bands.append((top, float(ROW * len(family))))
        for index, item in enumerate(family):
            rows.append(_row(exhibit, item, descent.lives[item.id], top + index * ROW + CENTRE, axis))
        top += ROW * len(family) + GAP
    return Drawing(
        WIDTH, top, tuple(bands), tuple(rows), tuple(_lines(descent, rows, axis)), axis.years(_LABELS)
    )


def _axis(since: int, descent: Lineage, now: date) -> Axis:
    """The years from the first life (not before since) to the end of the year that is known up to."""
    first = max(since, min((life.first.year for life in descent.lives.values()), default=since))
    return Axis(min(first, now.year), WIDTH - LEFT - RIGHT, now, left=LEFT)


def _row(exhibit: Exhibit, item: Organisation, life: Life, y: float, axis: Axis) -> LifeRow:
    bar = pieces(life, axis)
    cross = round(max(piece.end for piece in bar) + _CROSS, 1) if life.never and bar else None
    name = tuple(textwrap.wrap(item.short, _NAME, max_lines=2, placeholder=" …"))
    inside, under = notes(exhibit, item, life, bar, axis), nests(exhibit, item, y, axis)
    return LifeRow(item, name, y, bar, inside, under, _row_title(item, life), cross)


def _row_title(item: Organisation, life: Life) -> str:
    days = [("proposed", life.proposed), ("founded", life.founded), ("ended", life.ended)]
    words = [f"{word} {in_words(day)}" for word, day in days if day]
    words += ["never founded"] if life.never else []
    return f"{item.title}: {', '.join(words)}" if words else item.title


def _lines(descent: Lineage, rows: list[LifeRow], axis: Axis) -> list[SuccessionLine]:
    """The successions, each on an upright of its own: where two would meet, the later one gives way."""
    places = {row.organisation.id: index for index, row in enumerate(rows)}
    taken: list[tuple[float, int, int]] = []
    drawn = []
    for edge in sorted(descent.edges, key=lambda e: (_day(descent, e), -places[e.ancestor.id], e.anchor)):
        above, below = places[edge.ancestor.id], places[edge.descendant.id]
        x = axis.x(_day(descent, edge))
        while any(abs(x - other) < _LANE and above < last and first < below for other, first, last in taken):
            x = round(x + _LANE, 1)
        taken.append((x, above, below))
        drawn.append(_line(edge, rows[above], rows[below], x))
    return drawn


def _day(descent: Lineage, edge: Edge) -> date:
    """Where a succession stands: its own day, else the day the later institution began."""
    when = edge.date
    own = (when.earliest or when.latest) if when else None
    return own or descent.lives[edge.descendant.id].first


def _line(edge: Edge, above: LifeRow, below: LifeRow, x: float) -> SuccessionLine:
    tip = below.y - (THIN if any(p.kind == "founding" and p.x <= x < p.end for p in below.pieces) else HALF)
    path = f"M{min(x, above.end):g} {above.y:g}H{x:g}V{tip - 3:g}"
    arrow = f"M{x - 4:g} {tip - 7:g}H{x + 4:g}L{x:g} {tip:g}Z"
    blunt = f"M{x - 5:g} {tip - 4:g}H{x + 5:g}V{tip - 2:g}H{x - 5:g}Z"
    words = f"{edge.descendant.title} – {edge.succession.how.label.lower()} {edge.ancestor.title}"
    day = f", {in_words(edge.date)}" if edge.date else ""
    head = arrow if edge.succession.how.legal else blunt
    return SuccessionLine(edge, path, head, x, above.y + 2 * HALF, words + day)
