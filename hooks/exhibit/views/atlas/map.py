"""The map of the atlas in SVG units: the view that the story asks for, in an equal-area projection, with shapes,
labels and points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from exhibit.model.kinds import Country
from exhibit.model.map import Label, Map
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import Territory, territories
from exhibit.views.atlas.clip import clipped
from exhibit.views.atlas.projection import Projection, middle

WIDTH, HEIGHT = 920, 600
LEAST_NAMED = 900.0
"""How large a shape must be for its name to stand inside it, in square units of the picture."""
MARGIN = 40.0
"""How much room a view that nobody chose leaves around the states of the exhibit, in units."""
FINE = 0.2
"""How fine coasts and borders are drawn at most, in units of the picture."""
EDGE = 4.0
"""How far a shape is drawn beyond the picture, in units, so that the line along its cut is not seen."""
FARTHEST = 130.0
"""How far from the centre, in degrees of arc, a shape may reach to be drawn: opposite it all is torn apart."""


@dataclass(frozen=True)
class View:
    """A projection, and where its centre stands in the picture, in units."""

    projection: Projection
    left: float
    top: float

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point of the earth stands, inside the picture or not."""
        x, y = self.projection.forward(lat, lon)
        return round(self.left + x, 1), round(self.top - y, 1)

    def on_map(self, lat: float, lon: float) -> tuple[float, float] | None:
        """Where a point of the earth stands in the picture; None outside it."""
        if self.projection.angle(lat, lon) > FARTHEST:
            return None
        x, y = self.point(lat, lon)
        return (x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None


def view_of(exhibit: Exhibit) -> View:
    """The view that the story asks for, else one on all states of the exhibit."""
    wanted = exhibit.story.map
    if wanted.lat is None or wanted.lon is None:
        return _view_on_all(exhibit, wanted)
    return View(Projection(wanted.lat, wanted.lon, wanted.scale), wanted.x, wanted.y)


def _view_on_all(exhibit: Exhibit, wanted: Map) -> View:
    codes = {country.code for country in exhibit.of("countries")}
    own = [shape for code, shape in territories(wanted.geometry).items() if code in codes]
    points = [point for shape in own for polygon in shape.polygons for point in polygon[0]]
    if not points:
        return View(Projection(0.0, 0.0, wanted.scale), wanted.x, wanted.y)
    lat, lon = middle(points)
    near = Projection(lat, lon)
    drawn = [near.forward(*point) for point in points if near.angle(*point) < FARTHEST]
    xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
    scale = min((WIDTH - 2 * MARGIN) / (max(xs) - min(xs)), (HEIGHT - 2 * MARGIN) / (max(ys) - min(ys)))
    left = WIDTH / 2 - scale * (max(xs) + min(xs)) / 2
    top = HEIGHT / 2 + scale * (max(ys) + min(ys)) / 2
    return View(Projection(lat, lon, scale), left, top)


@dataclass(frozen=True)
class Land:
    """A state drawn: its path, its middle, and where its mark stands; leads: whether a line joins the two.

    small_name: whether its name stands beneath its mark, and only while it has one. box: left, top, right and bottom of
    its largest part. area: how large that is, in square units of the picture.
    """

    country: Country
    path: str
    middle: tuple[float, float]
    mark: tuple[float, float]
    named: bool
    small_name: bool
    box: tuple[float, float, float, float]
    area: float

    @property
    def leads(self) -> bool:
        (x, y), (u, v) = self.middle, self.mark
        return not self.named and hypot(x - u, y - v) > 12


def lands(exhibit: Exhibit, step: float = FINE) -> tuple[list[Land], str]:
    """The states of the exhibit that the map shows, by name, and the path of all other land.

    step: how fine coasts and borders are drawn, in units of the picture.
    """
    own = {country.code: country for country in exhibit.of("countries") if country.code}
    labels = {label.state: label for label in exhibit.story.map.labels}
    view = view_of(exhibit)
    found, others = [], []
    for code, shape in territories(exhibit.story.map.geometry).items():
        rings = rings_of(view, shape)
        if not rings:
            continue
        if code in own:
            found.append(_land(own[code], rings, labels.get(own[code].id, Label(state=own[code].id)), step))
        else:
            others.append(outline(rings, step))
    return sorted(found, key=lambda land: (land.country.title, land.country.id)), "".join(others)


Drawn = list[tuple[float, float]]


def rings_of(view: View, shape: Territory) -> list[Drawn]:
    """The rings of a shape in the picture, largest first; polygons wholly outside it are left out."""
    found = []
    for polygon in shape.polygons:
        if any(view.projection.angle(lat, lon) > FARTHEST for lat, lon in polygon[0]):
            continue
        drawn = [[view.point(lat, lon) for lat, lon in ring] for ring in polygon if len(ring) > 2]
        if drawn and _meets(drawn[0]):
            found += drawn
    return sorted(found, key=lambda ring: -abs(moments(ring)[0]))


def _meets(ring: Drawn) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= HEIGHT


def _land(country: Country, rings: list[Drawn], label: Label, step: float) -> Land:
    area, x, y = moments(rings[0])
    inside = 0 < x < WIDTH and 0 < y < HEIGHT
    u, v = min(max(x + label.x, 16), WIDTH - 16), min(max(y + label.y, 16), HEIGHT - 16)
    named = inside and abs(area) >= LEAST_NAMED
    mark = (round(u, 1), round(v, 1))
    xs, ys = [point[0] for point in rings[0]], [point[1] for point in rings[0]]
    box = (min(xs), min(ys), max(xs), max(ys))
    small_name = label.named and not named
    return Land(country, outline(rings, step), (x, y), mark, named, small_name, box, abs(area))


def moments(ring: Drawn) -> tuple[float, float, float]:
    """Signed area and centroid of a ring (the shoelace formula); a ring without area has its first point."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross / 2, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not area:
        return 0.0, *ring[0]
    return area, round(x / (6 * area), 1), round(y / (6 * area), 1)


def outline(rings: Iterable[Drawn], step: float) -> str:
    """An SVG path of what can be seen: the first point of each ring, then moves; a ring of which a coarse step leaves no
    area is left out."""
    parts = []
    for ring in rings:
        seen = clipped(ring, -EDGE, -EDGE, WIDTH + EDGE, HEIGHT + EDGE)
        points = [(round(x / step), round(y / step)) for x, y in seen]
        body = _numbers((number for move in _moves(points) for number in move), step)
        if len(set(points)) > 2 or (points and step == FINE):
            parts.append(f"M{points[0][0] * step:g} {points[0][1] * step:g}l{body}z")
    return "".join(parts)


def _moves(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """From point to point; what goes on in the same direction is one move."""
    made: list[tuple[int, int]] = []
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        x, y = x2 - x1, y2 - y1
        u, v = made[-1] if made else (0, 0)
        if u * y == v * x and u * x + v * y > 0:
            made[-1] = (u + x, v + y)
        elif (x, y) != (0, 0):
            made.append((x, y))
    return made


def _numbers(numbers: Iterable[int], step: float) -> str:
    """Numbers as short as SVG allows: a minus sign separates by itself, and so does a point after one with a point.

    step: how much one of them is, in units of the picture.
    """
    made = ""
    for number in numbers:
        text = f"{number * step:g}"
        text = text.replace("0.", ".", 1) if abs(number * step) < 1 else text
        parted = text.startswith("-") or (
            text.startswith(".") and "." in made.rpartition(" ")[2].rpartition("-")[2]
        )
        made += text if parted else f" {text}"
    return made.lstrip()
