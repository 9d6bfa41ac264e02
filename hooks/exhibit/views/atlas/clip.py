"""What of a shape lies within the picture: a map that is fetched carries no coast that nobody can see."""

from __future__ import annotations

from collections.abc import Callable

Point = tuple[float, float]


def clipped(ring: list[Point], left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The part of a ring within a rectangle, cut at one side after another (Sutherland and Hodgman 1974, Reentrant
    polygon clipping); empty where none of it is inside. Where a ring comes in again, its parts are joined along a side."""
    sides: list[tuple[Callable[[Point], bool], int, float]] = [
        (lambda point: point[0] >= left, 0, left),
        (lambda point: point[0] <= right, 0, right),
        (lambda point: point[1] >= top, 1, top),
        (lambda point: point[1] <= bottom, 1, bottom),
    ]
    for inside, axis, at in sides:
        if not all(map(inside, ring)):
            ring = _cut(ring, inside, axis, at)
    return ring


def _cut(ring: list[Point], inside: Callable[[Point], bool], axis: int, at: float) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if inside(before) != inside(point):
            kept.append(_crossing(before, point, axis, at))
        if inside(point):
            kept.append(point)
    return kept


def _crossing(one: Point, other: Point, axis: int, at: float) -> Point:
    """Where the line between two points crosses a side: the axis (0 across, 1 down) has there the value at."""
    share = (at - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (at, across) if axis == 0 else (across, at)
