"""Geometry: the coasts and borders of hooks/geometry, read once, in degrees.

Like the templates it is part of the code, not of the data: it says nothing about history.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent / "geometry"

Ring = tuple[tuple[float, float], ...]
"""The points of a closed line: latitude and longitude in degrees; the last meets the first."""


@dataclass(frozen=True)
class Territory:
    """A state as polygons of rings, outer ring first; code: ISO 3166-1 alpha-2 or the source's name."""

    code: str
    polygons: tuple[tuple[Ring, ...], ...]


def geometries() -> list[str]:
    """The names of the geometries that there are."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def territories(name: str) -> dict[str, Territory]:
    """Every shape of a geometry by its code; none of one that there is no file for."""
    if name not in geometries():
        return {}
    read = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    lines = [_points(arc) for arc in read["arcs"]]
    return {
        code: Territory(code, tuple(tuple(_ring(ring, lines) for ring in polygon) for polygon in polygons))
        for code, polygons in read["states"].items()
    }


def _points(arc: list[list[int]]) -> list[tuple[float, float]]:
    """A line as written (hundredths of a degree; the first point, then steps) in degrees."""
    lon = lat = 0
    found = []
    for east, north in arc:
        lon, lat = lon + east, lat + north
        found.append((lat / 100, lon / 100))
    return found


def _ring(numbers: list[int], lines: list[list[tuple[float, float]]]) -> Ring:
    """Lines joined to a ring; a number below zero is the one's complement of a line run backwards."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        points += lines[number][1:] if number >= 0 else lines[~number][-2::-1]
    return tuple(points)
