"""The map of the atlas in SVG units: Eurasia in an equal-area projection, shapes, labels and points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exhibit.model.kinds import Country
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.geometry import Shape, shapes
from exhibit.views.atlas.projection import Projection

WIDTH, HEIGHT = 920, 600
LEFT, TOP = 470.0, 292.0
"""Where the centre of the projection stands in the picture."""
VIEW = Projection(44.0, 80.0, 0.0795)
"""Centred on the border of Kazakhstan and China, so that all of Asia's interior is little distorted."""
LEAST_NAMED = 900.0
"""How large a shape must be for its name to stand inside it, in square units of the picture."""
SMALL_NAMED = {"AM", "AZ", "GE", "MD", "TJ"}
"""States that are smaller and are named all the same, beneath their mark: the story is much about them."""

OFFSETS: dict[str, tuple[float, float]] = {
    "AM": (-30, 22), "AZ": (20, 26), "GE": (-12, -24), "KG": (22, -3), "TJ": (8, 7), "UZ": (-14, -15),
    "TM": (-10, 8), "MD": (-24, 12), "BY": (0, 0), "LT": (-14, -4), "LV": (-6, -10), "EE": (2, -14),
    "IL": (-30, 2), "PS": (-26, 22), "LB": (-26, -14), "JO": (14, 8), "KW": (16, 8), "BH": (26, -8), "QA": (22, 12),
    "AE": (8, 8), "RU": (40, 40), "CN": (10, 0), "NP": (0, -2), "BD": (-8, 14), "LK": (20, -6),
    "KH": (14, 18), "VN": (22, 0), "LA": (-4, -10), "MV": (0, 0), "SG": (0, 0),
    "CZ": (-4, 4), "AT": (-12, 8), "CH": (-8, 8), "BE": (-14, -6), "RS": (-10, 12),
}  # fmt: skip
"""How far the mark of a state stands from its middle where it would not find room there, in units."""


@dataclass(frozen=True)
class Land:
    """A state drawn: its path, its middle, and where its mark stands; leads: whether a line joins the two."""

    country: Country
    path: str
    middle: tuple[float, float]
    mark: tuple[float, float]
    named: bool

    @property
    def small_name(self) -> bool:
        """Whether its name stands beneath its mark, and only while it has one."""
        return not self.named and self.country.code in SMALL_NAMED

    @property
    def leads(self) -> bool:
        (x, y), (u, v) = self.middle, self.mark
        return not self.named and (x - u) ** 2 + (y - v) ** 2 > 12**2


def on_map(lat: float, lon: float) -> tuple[float, float] | None:
    """Where a point of the earth stands in the picture; None outside it."""
    x, y = _project(lat, lon)
    return (x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None


def _project(lat: float, lon: float) -> tuple[float, float]:
    x, y = VIEW.forward(lat, lon)
    return round(LEFT + x, 1), round(TOP - y, 1)


def lands(exhibit: Exhibit) -> tuple[list[Land], str]:
    """The states of the exhibit that the map shows, by name, and the path of all other land."""
    own = {country.code: country for country in exhibit.of("countries") if country.code}
    found, others = [], []
    for code, shape in shapes().items():
        rings = _rings(shape)
        if not rings:
            continue
        if code in own:
            found.append(_land(own[code], rings))
        else:
            others.append(_path(rings))
    return sorted(found, key=lambda land: (land.country.title, land.country.id)), "".join(others)


Drawn = list[tuple[float, float]]


def _rings(shape: Shape) -> list[Drawn]:
    """The rings of a shape in the picture, largest first; polygons wholly outside it are left out."""
    found = []
    for polygon in shape.polygons:
        drawn = [[_project(lat, lon) for lat, lon in ring] for ring in polygon if len(ring) > 2]
        if drawn and _meets(drawn[0]):
            found += drawn
    return sorted(found, key=lambda ring: -abs(_moments(ring)[0]))


def _meets(ring: Drawn) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= HEIGHT


def _land(country: Country, rings: list[Drawn]) -> Land:
    area, x, y = _moments(rings[0])
    dx, dy = OFFSETS.get(country.code or "", (0, 0))
    inside = 0 < x < WIDTH and 0 < y < HEIGHT
    u, v = min(max(x + dx, 16), WIDTH - 16), min(max(y + dy, 16), HEIGHT - 16)
    return Land(
        country, _path(rings), (x, y), (round(u, 1), round(v, 1)), inside and abs(area) >= LEAST_NAMED
    )


def _moments(ring: Drawn) -> tuple[float, float, float]:
    """Signed area and centroid of a ring (the shoelace formula); a ring without area has its first point."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross / 2, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not area:
        return 0.0, *ring[0]
    return area, round(x / (6 * area), 1), round(y / (6 * area), 1)


def _path(rings: Iterable[Drawn]) -> str:
    """An SVG path: the first point of each ring, then steps in tenths of a unit."""
    parts = []
    for ring in rings:
        tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(tenths, tenths[1:], strict=False)]
        body = "".join(_number(dx, " ") + _number(dy, " ") for dx, dy in steps if (dx, dy) != (0, 0))
        parts.append(f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{body.lstrip()}z")
    return "".join(parts)


def _number(tenths: int, space: str) -> str:
    """A number as short as SVG allows: a minus sign separates by itself."""
    text = f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"
    return text if text.startswith("-") else space + text
