"""Locator: a small map around a place, with the state in which it lies today and the names of its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.kinds import Place
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import Territory, geometries, territories
from exhibit.views.atlas.clip import clipped
from exhibit.views.atlas.lines import thinned
from exhibit.views.atlas.map import EDGE, HEIGHT, WIDTH, Drawn, View, moments, outline, rings_of, view_of
from exhibit.views.atlas.projection import Projection

ACROSS = 2500.0
"""How much of the earth the map shows from left to right, in kilometres."""
STEP = 4.0
"""How fine coasts and borders are drawn, in units of the picture: about what one pixel of it shows on a page."""
LEAST = 2.5
"""How far a point of a coast must stand out to be drawn, in units."""
FAR = 25.0
"""How much farther north or south than the place what is drawn can lie, in degrees: more than half a diagonal."""
SCALE_BAR = 500
"""How many kilometres the line of the scale stands for."""
LETTER, LINE = 17.0, 34.0
"""How wide a letter of a name and how high a line is, in units."""
WHOLE = "world"
"""The geometry for a place that lies outside the map of the story."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in units."""
SCALE_LINE: Box = (20.0, HEIGHT - 55.0, 300.0, float(HEIGHT))
"""Where the line of the scale stands, with its words."""


@dataclass(frozen=True)
class Locator:
    """The map in units of the picture: the path of the state of the place and that of all other land; names of states, each
    with its middle; the place itself; on which side of it its name stands; scale: the length of the scale's line."""

    own: str
    rest: str
    names: tuple[tuple[float, float, str], ...]
    point: tuple[float, float]
    scale: float
    size: tuple[int, int] = (WIDTH, HEIGHT)
    kilometres: int = SCALE_BAR


def locator(exhibit: Exhibit, place: Place) -> Locator | None:
    """The map around a place; None where it has no point, or there is no geometry with land near it."""
    if place.lat is None or place.lon is None:
        return None
    around = View(Projection(place.lat, place.lon, WIDTH / ACROSS), WIDTH / 2, HEIGHT / 2)
    home = exhibit.items.get(place.country or "")
    code = getattr(home, "code", None) or ""
    drawn = dict(_shapes(exhibit, place, around))
    if not drawn:
        return None
    own = outline(drawn.get(code, []), STEP)
    rest = "".join(outline(rings, STEP) for other, rings in drawn.items() if other != code)
    names = tuple(_names(exhibit, place, drawn))
    return Locator(own, rest, names, (around.left, around.top), round(SCALE_BAR * WIDTH / ACROSS, 1))


def _shapes(exhibit: Exhibit, place: Place, around: View) -> Iterator[tuple[str, list[Drawn]]]:
    """What can be seen of every state near a place, with few points: it is shown small."""
    lat, lon = place.lat or 0.0, place.lon or 0.0
    outside = view_of(exhibit).on_map(lat, lon) is None and WHOLE in geometries()
    for code, shape in territories(WHOLE if outside else exhibit.story.map.geometry).items():
        near = tuple(p for p in shape.polygons if any(abs(north - lat) < FAR for north, _ in p[0]))
        rings = rings_of(around, Territory(code, near))
        cut = (clipped(ring, -EDGE, -EDGE, WIDTH + EDGE, HEIGHT + EDGE) for ring in rings)
        if seen := thinned([ring for ring in cut if ring], LEAST):
            yield code, seen


def _names(
    exhibit: Exhibit, place: Place, drawn: dict[str, list[Drawn]]
) -> Iterator[tuple[float, float, str]]:
    """The names of the exhibit's states that have room in the picture, the largest first; none lies on another, nor on
    the place's own."""
    titles = {country.code: country.title for country in exhibit.of("countries") if country.code}
    name = len(place.title) * LETTER * 4 / 3
    taken = [(WIDTH / 2 - 20, HEIGHT / 2 - LINE, WIDTH / 2 + 30 + name, HEIGHT / 2 + LINE), SCALE_LINE]
    found = [
        (*moments(max(rings, key=lambda ring: abs(moments(ring)[0]))), code) for code, rings in drawn.items()
    ]
    for area, x, y, code in sorted(found, key=lambda one: (-abs(one[0]), one[3])):
        title = titles.get(code, "")
        half = len(title) * LETTER / 2
        box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
        room = title and abs(area) > 2 * half * LINE and _inside(box)
        if room and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield round(x), round(y), title


def _inside(box: Box) -> bool:
    return box[0] > 0 and box[1] > 0 and box[2] < WIDTH and box[3] < HEIGHT


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
