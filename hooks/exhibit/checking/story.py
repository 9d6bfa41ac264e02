"""Rules of the exhibit's own file: marks tell organisations apart, colours can be seen, the map can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.rule import rule
from exhibit.checking.span import last_year
from exhibit.model.dates import DateError, parse_date
from exhibit.problems.problem import Problem, did_you_mean, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import geometries
from exhibit.reading.nodes import Path

GROUNDS = {"light": ("#f7f2e6", "#fffdf8"), "dark": ("#12191d", "#182126")}
"""What colours stand on: pages and labels of each scheme, as the stylesheet has them (``--paper``, ``--card``)."""
LEAST_CONTRAST = 4.5
"""Names stand in these colours: WCAG 2.2, 1.4.3, asks for so much of text."""


@rule
def nothing_is_named_twice(exhibit: Exhibit) -> Iterator[Problem]:
    """An organisation has one mark, a state one label; a side of pairs stands there once."""
    story = exhibit.story
    lists: list[tuple[Path, str, list[str]]] = [
        (("marks",), "organisation", [mark.organisation for mark in story.marks]),
        (("map", "labels"), "state", [label.state for label in story.map.labels]),
        (("pairs", "organisations"), "", story.pairs.organisations),
        (("pairs", "states"), "", story.pairs.states),
    ]
    for path, name, ids in lists:
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                field = (*path, index, name) if name else (*path, index)
                yield exhibit.story_problem(field, f"{shown(id_)} stands here twice; keep one")


@rule
def a_mark_is_one_organisations_alone(exhibit: Exhibit) -> Iterator[Problem]:
    """No two organisations have the same shape and filling: none is known by its colour alone."""
    first: dict[tuple[str, str], str] = {}
    for index, mark in enumerate(exhibit.story.marks):
        drawn = (mark.shape.value, mark.filling.value)
        other = first.setdefault(drawn, mark.organisation)
        if other != mark.organisation:
            message = f"{shown(other)} has this shape and filling already; choose another of the two"
            yield exhibit.story_problem(("marks", index, "filling"), message)


@rule
def a_colour_can_be_seen(exhibit: Exhibit) -> Iterator[Problem]:
    """A colour stands out from the pages of its scheme, and one for the other scheme stands beside it."""
    for index, mark in enumerate(exhibit.story.marks):
        colours = {"light": mark.light, "dark": mark.dark}
        for scheme, colour in colours.items():
            other = "dark" if scheme == "light" else "light"
            if colour and not colours[other]:
                message = f"a colour for {other} pages is missing; add `{other}: '#…'`"
                yield exhibit.story_problem(("marks", index, scheme), message)
            if (
                colour
                and (least := min(contrast(colour, ground) for ground in GROUNDS[scheme])) < LEAST_CONTRAST
            ):
                cure = "darker" if scheme == "light" else "lighter"
                message = (
                    f"{shown(colour)} has a contrast of {least:.1f} with {scheme} pages, {LEAST_CONTRAST} is "
                    f"the least; make it {cure}"
                )
                yield exhibit.story_problem(("marks", index, scheme), message)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours of the sRGB space, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of a colour such as ``#0b4f8a``."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@rule
def the_map_can_be_drawn(exhibit: Exhibit) -> Iterator[Problem]:
    """The geometry is there; a centre has latitude and longitude; a state with a label has a shape to stand on."""
    view = exhibit.story.map
    if view.geometry not in geometries():
        message = f"no geometry {shown(view.geometry)}{did_you_mean(view.geometry, geometries())}"
        yield exhibit.story_problem(("map", "geometry"), message)
    for name, other in (("lat", "lon"), ("lon", "lat")):
        if getattr(view, name) is not None and getattr(view, other) is None:
            yield exhibit.story_problem(("map", name), f"a centre has `{other}` too; add it")
    for index, label in enumerate(view.labels):
        state = exhibit.items.get(label.state)
        if state and not getattr(state, "code", None):
            message = f"{shown(label.state)} has no `code`, so the map does not show it; delete this label"
            yield exhibit.story_problem(("map", "labels", index, "state"), message)


@rule
def a_still_is_a_day_of_the_story(exhibit: Exhibit) -> Iterator[Problem]:
    """The stills of the map are days of the calendar and of the story, each once, in order of time."""
    days: list[str] = []
    for index, text in enumerate(exhibit.story.map.stills):
        if message := _no_still(exhibit, text, days):
            yield exhibit.story_problem(("map", "stills", index), message)
        else:
            days.append(text)


def _no_still(exhibit: Exhibit, text: str, before: list[str]) -> str:
    """Why a day is no still after others; the empty text where it is one."""
    first, last = f"{exhibit.since}-01-01", str(exhibit.as_of.latest) if exhibit.as_of else text
    try:
        parse_date(text)
    except DateError as error:
        return str(error)
    if not first <= text <= last:
        return f"{text} lies outside the story, which runs from {first} to {last}"
    if before and text <= before[-1]:
        return f"{text} comes after {before[-1]} here; put the days in order of time, each once"
    return ""


@rule
def an_inset_shows_what_the_map_has(exhibit: Exhibit) -> Iterator[Problem]:
    """The states of an inset have a shape."""
    inset = exhibit.story.map.inset
    for index, id_ in enumerate(inset.states if inset else []):
        state = exhibit.items.get(id_)
        if state and not getattr(state, "code", None):
            message = f"{shown(id_)} has no `code`, so the map does not show it; delete it here"
            yield exhibit.story_problem(("map", "inset", "states", index), message)


@rule
def a_pair_has_two_sides(exhibit: Exhibit) -> Iterator[Problem]:
    """Who stands alone is compared with nobody."""
    for name in ("organisations", "states"):
        if len(getattr(exhibit.story.pairs, name)) == 1:
            yield exhibit.story_problem(
                ("pairs", name), "one alone makes no pair; add another or delete the line"
            )


@rule
def the_story_begins_before_something_happens(exhibit: Exhibit) -> Iterator[Problem]:
    """The story begins no later than the last dated thing in it."""
    last = last_year(exhibit)
    if last and exhibit.since > last:
        message = f"{exhibit.since} lies after all that is dated; {last} is the last year with anything in it"
        yield exhibit.story_problem(("since",), message)


@rule
def the_story_begins_before_its_maps(exhibit: Exhibit) -> Iterator[Problem]:
    """The book has maps of years of the story only."""
    record = exhibit.story_record
    if record and record.root.child("since") and exhibit.story.since is None:
        return  # the year with which it begins cannot be read
    for index, year in enumerate(exhibit.story.book.maps):
        if year < exhibit.since:
            message = f"{year} lies before the story, which begins in {exhibit.since}; delete it"
            yield exhibit.story_problem(("book", "maps", index), message)
