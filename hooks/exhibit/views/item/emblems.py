"""Emblems: the marks of organisations, so that none is known by its colour alone, and the colours beside them.

Which organisation has which, the exhibit's own file says.
"""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.story import Story
from exhibit.reading.exhibit import Exhibit

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
    "triangle": "M.8 2H6v9Z",
    "pentagon": "M6 .8.8 4.7 2.8 11H6Z",
    "circle": "M6 .9a5.1 5.1 0 0 0 0 10.2Z",
    "lozenge": "M6 .6.6 6 6 11.4Z",
    "square": "M1.4 1.4H6v9.2H1.4Z",
    "hexagon": "M6 .7 1.3 3.35v5.3L6 11.3Z",
    "star": "M6 .4 4.5 4.5.4 6 4.5 7.5 6 11.6Z",
}
"""The left half of each shape."""
_CORES = {
    "dot": "M6 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z",
    "cross": "M5.3 3.2h1.4v2.1h2.1v1.4H6.7v2.1H5.3V6.7H3.2V5.3h2.1Z",
    "bar": "M3.2 5.2h5.6v1.6H3.2Z",
}


@dataclass(frozen=True)
class Emblem:
    """An organisation's mark as two SVG paths: the rim, and what fills it (empty for an outline)."""

    rim: str
    core: str


def emblem(exhibit: Exhibit, organisation: str) -> Emblem | None:
    """The mark of an organisation by its id; None for one that has none."""
    mark = exhibit.story.mark_of.get(organisation)
    if mark is None:
        return None
    shape, filling = mark.shape.value, mark.filling.value
    rim = _SHAPES[shape]
    cores = {"outline": "", "full": rim, "half": _HALVES[shape], **_CORES}
    return Emblem(rim, cores[filling])


def stylesheet(story: Story) -> str:
    """The colours of the organisations as CSS: a property for each, on light pages and on dark ones, and a class
    that gives it to what is an organisation's."""
    coloured = [mark for mark in story.marks if mark.light and mark.dark]
    if not coloured:
        return ""
    light = " ".join(f"--org-{mark.organisation}: {mark.light};" for mark in coloured)
    dark = " ".join(f"--org-{mark.organisation}: {mark.dark};" for mark in coloured)
    classes = "\n".join(
        f".org-{mark.organisation} {{ --org: var(--org-{mark.organisation}); }}" for mark in coloured
    )
    return (
        f':root, [data-md-color-scheme="default"] {{ {light} }}\n'
        f'@media screen {{ [data-md-color-scheme="slate"] {{ {dark} }} }}\n'
        f"{classes}\n"
    )
