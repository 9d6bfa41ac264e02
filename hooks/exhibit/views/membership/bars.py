"""The bars of a membership cell, in pixels: a state's spells on a common axis of time.

A status is told by height and outline, never by colour alone. What is not sure is a part of its
own that fades: as wide as the doubt, at least wide enough to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.dates import Edtf
from exhibit.views.membership.spells import MemberSpell
from exhibit.views.timeline.axis import Axis

HEIGHT = 16
_FADE, _LEAST, _STRIPE = 6.0, 2.0, 2.5

_HALF = {"full": 5.0, "part": 3.0, "signed": 1.5, "partner": 3.0, "withdrawn": 1.0}
_FILLED = ("full", "part", "associate", "signed")


@dataclass(frozen=True)
class Piece:
    """A part of a bar: its SVG path and the edge at which it fades (left, right, both or none)."""

    path: str
    fades: str


@dataclass(frozen=True)
class Bar:
    """One spell drawn: the form of its status and its pieces."""

    form: str
    pieces: tuple[Piece, ...]


def bar(row: MemberSpell, axis: Axis) -> Bar:
    """Draw one spell; a cited negative is a small cross."""
    if row.spell.never:
        return Bar("never", (Piece("M3 5L9 11M9 5L3 11", ""),))
    form = row.spell.status.form
    return Bar(form, pieces(form, *_ends(row, axis), axis.width))


def _ends(row: MemberSpell, axis: Axis) -> tuple[tuple[float, float], tuple[float, float]]:
    """Outer and inner edge of the start, inner and outer edge of the end, in pixels."""
    start, end = _start(row.start, axis), _end(row, axis)
    if start is None and end is None:
        middle = axis.width / 2
        return (0.0, middle), (middle, float(axis.width))
    if start is None:
        assert end is not None
        start = (end[0] - _FADE, end[0])
    if end is None:
        until = row.spell.as_of.latest if row.spell.as_of else None
        known = max(axis.x(until), start[1]) if until else start[1]
        end = (known, known + _FADE)
    return start, end


def _start(when: Edtf | None, axis: Axis) -> tuple[float, float] | None:
    edges = _edges(when, axis)
    if edges is None or when is None or when.exact:
        return edges
    return edges[0], max(edges[1], edges[0] + _LEAST)


def _end(row: MemberSpell, axis: Axis) -> tuple[float, float] | None:
    """Where a spell ends; one that goes on ends with what is known, softly if that lies back."""
    if row.open:
        known = row.known_until
        stale = known is not None and known < axis.known_from
        last = axis.x(axis.until)
        return (min(axis.x(known), last - _LEAST), last) if stale and known else (last, last)
    edges = _edges(row.end, axis)
    if edges is None or row.end is None or row.end.exact:
        return edges
    return min(edges[0], edges[1] - _LEAST), edges[1]


def _edges(when: Edtf | None, axis: Axis) -> tuple[float, float] | None:
    """The first and last pixel that a date can mean; a side without a bound gets a short fade."""
    if when is None or not when.known:
        return None
    first, last = (axis.x(day) for day in when.bounds)
    if when.earliest is None:
        return last - _FADE, last
    return (first, first + _FADE) if when.latest is None else (first, last)


def pieces(
    form: str, start: tuple[float, float], end: tuple[float, float], width: float
) -> tuple[Piece, ...]:
    """The parts of a bar between two ends, each an outer and an inner edge, clipped to the width.

    A hard end has both its edges at one pixel.
    """
    left, core, core_end = (min(max(x, 0.0), width) for x in (*start, end[0]))
    right = min(max(end[1], left + _LEAST), width)
    soft_left, soft_right = start[0] < start[1], end[0] < end[1]
    if core > core_end or (right - left <= _LEAST and (soft_left or soft_right)):
        fades = {(True, True): "both", (True, False): "left", (False, True): "right"}
        edge = fades.get((soft_left, soft_right), "")
        return (Piece(_path(form, left, right, not soft_left, not soft_right), edge),)
    found = [Piece(_path(form, left, core, False, False), "left")] if soft_left else []
    if core < core_end or not (soft_left or soft_right):
        stop = core_end if soft_right else right
        found.append(Piece(_path(form, core, stop, not soft_left, not soft_right), ""))
    if soft_right:
        found.append(Piece(_path(form, core_end, right, False, False), "right"))
    return tuple(found)


def _path(form: str, left: float, right: float, shut_left: bool, shut_right: bool) -> str:
    """A filled form is a box; an outlined one has a side only where its end is sure."""
    half = _HALF.get(form, 4.0)
    top, foot = HEIGHT / 2 - half, HEIGHT / 2 + half
    if form in _FILLED:
        return f"M{left:g} {top:g}H{right:g}V{foot:g}H{left:g}Z"
    sides = [x for x, shut in ((left, shut_left), (right, shut_right)) if shut]
    lines = f"M{left:g} {top:g}H{right:g}M{left:g} {foot:g}H{right:g}"
    if form == "suspended":
        count = int((right - left) / _STRIPE)
        sides += [round(left + _STRIPE * n, 1) for n in range(1, count + 1)]
    return lines + "".join(f"M{x:g} {top:g}V{foot:g}" for x in sides)
