"""Lines of the map with fewer points, for a picture that is shown small.

D. H. Douglas and T. K. Peucker, *Algorithms for the reduction of the number of points required to represent a digitized
line or its caricature*, The Canadian Cartographer 10 (1973), pages 112 to 122.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]
Line = list[Point]


def thinned(rings: Sequence[Line], least: float) -> list[Line]:
    """Rings without the points that stand out less than ``least`` from the line between their neighbours, in units of the
    picture; islands of which nothing is left fall away."""
    found = [_thinned(ring, least) for ring in rings]
    return [ring for ring in found if len(ring) > 3]


def _thinned(line: Line, least: float) -> Line:
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(((_off(line, first, last, n), n) for n in range(first + 1, last)), default=(0.0, 0))
        if far > least:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [line[n] for n in sorted(kept)]


def _off(line: Line, first: int, last: int, at: int) -> float:
    """How far a point lies from the line between two others; from them, where they are one."""
    (x1, y1), (x2, y2), (x, y) = line[first], line[last], line[at]
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
