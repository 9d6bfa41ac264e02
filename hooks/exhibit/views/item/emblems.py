"""Emblems: one mark for each organisation of the story, so that none is known by its colour alone.

The shape tells the family (triangles: collective security; pentagons: the Shanghai states; circles: the
economic unions; lozenges: Central Asia), the filling the generation: outlined first, then half, then full.
Colours are in the stylesheet, under the same ids.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHAPES = {
    "triangle": "M.8 2h10.4L6 11Z",
    "pentagon": "M6 .8 11.2 4.7 9.2 11H2.8L.8 4.7Z",
    "circle": "M6 .9a5.1 5.1 0 1 1 0 10.2A5.1 5.1 0 0 1 6 .9Z",
    "lozenge": "M6 .6 11.4 6 6 11.4.6 6Z",
    "hexagon": "M6 .7l4.7 2.65v5.3L6 11.3 1.3 8.65v-5.3Z",
    "square": "M1.4 1.4h9.2v9.2H1.4Z",
    "star": "M6 .4 7.5 4.5 11.6 6 7.5 7.5 6 11.6 4.5 7.5.4 6 4.5 4.5Z",
}
_HALVES = {
    "circle": "M6 .9a5.1 5.1 0 0 0 0 10.2Z",
    "lozenge": "M6 .6.6 6 6 11.4Z",
    "square": "M1.4 1.4H6v9.2H1.4Z",
    "hexagon": "M6 .7 1.3 3.35v5.3L6 11.3Z",
}
_CORES = {
    "dot": "M6 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z",
    "cross": "M5.3 3.2h1.4v2.1h2.1v1.4H6.7v2.1H5.3V6.7H3.2V5.3h2.1Z",
    "bar": "M3.2 5.2h5.6v1.6H3.2Z",
}
_EMBLEMS = {
    "cst": ("triangle", "outline"),
    "csto": ("triangle", "full"),
    "asian-collective-security": ("hexagon", "outline"),
    "cica": ("hexagon", "full"),
    "shanghai-five": ("pentagon", "outline"),
    "sco": ("pentagon", "full"),
    "osce": ("square", "half"),
    "cis": ("square", "full"),
    "un": ("square", "cross"),
    "eurasian-union": ("star", "full"),
    "customs-union-1995": ("circle", "outline"),
    "ces-2003": ("circle", "cross"),
    "eurasec": ("circle", "half"),
    "eacu": ("circle", "dot"),
    "ces": ("circle", "bar"),
    "eaeu": ("circle", "full"),
    "central-asian-union": ("lozenge", "outline"),
    "caec": ("lozenge", "half"),
    "caco": ("lozenge", "full"),
    "ucas": ("lozenge", "dot"),
}


@dataclass(frozen=True)
class Emblem:
    """An organisation's mark as two SVG paths: the rim, and what fills it (empty for an outline)."""

    rim: str
    core: str


def emblem(organisation: str) -> Emblem | None:
    """The mark of an organisation by its id; None for those that are only the setting of the story."""
    if organisation not in _EMBLEMS:
        return None
    shape, filling = _EMBLEMS[organisation]
    rim = _SHAPES[shape]
    cores = {"outline": "", "full": rim, "half": _HALVES.get(shape, ""), **_CORES}
    return Emblem(rim, cores[filling])


def known() -> list[str]:
    """The ids of the organisations that have a mark."""
    return list(_EMBLEMS)
