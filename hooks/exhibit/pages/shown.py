"""Shown: which views of the whole exhibit have something to show; a view without data has no page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from exhibit.model.addresses import index_path, view_path
from exhibit.model.kinds import Item, Place, Source
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import territories
from exhibit.views.membership.matrix import organisations


class Content(NamedTuple):
    """What there is to show: the exhibit, its timeline, disputes and shared names, the items by collection."""

    exhibit: Exhibit
    timeline: Sequence[object]
    disputes: Sequence[object]
    shared_names: Sequence[object]
    orders: Mapping[str, Sequence[Item]]


SHOWN: dict[str, Callable[[Content], bool]] = {
    view_path("timeline"): lambda there: bool(there.timeline),
    index_path("years"): lambda there: bool(there.timeline),
    view_path("atlas"): lambda there: _has_map(there.exhibit),
    view_path("lineage"): lambda there: any(o.succeeds for o in there.exhibit.of("organisations")),
    view_path("membership"): lambda there: bool(organisations(there.exhibit)),
    view_path("concordance"): lambda there: _told_whole(there.exhibit),
    view_path("disputes"): lambda there: bool(there.disputes),
    view_path("data-sets"): lambda there: any(s.tables for s in there.exhibit.of("sources")),
    view_path("names"): lambda there: bool(there.shared_names),
    index_path("compare"): lambda there: bool(
        there.exhibit.story.pairs.organisations or there.exhibit.story.pairs.states
    ),
}
"""Whether each view has something to show. Those that are not named here always have: the evidence, the data, what changed."""

OTHERS = {*SHOWN, view_path("evidence"), view_path("data")}
"""The Markdown paths of all views but that of the sources told whole, which the exhibit names itself."""


def left_out(there: Content) -> set[str]:
    """The Markdown paths of the views and indexes that have nothing to show, and so no page."""
    views = {path for path, has in SHOWN.items() if not has(there)}
    empty = {index_path(name) for name, items in there.orders.items() if not items}
    told = {view_path(there.exhibit.story.told_whole.page)} - OTHERS
    return views | empty | (set() if _told_whole(there.exhibit) else told)


def views(exhibit: Exhibit) -> set[str]:
    """The Markdown paths of all views, those left out too."""
    return OTHERS | {view_path(exhibit.story.told_whole.page)}


def _told_whole(exhibit: Exhibit) -> bool:
    return any(isinstance(source, Source) and source.complete for source in exhibit.of("sources"))


def _has_map(exhibit: Exhibit) -> bool:
    """Whether there is a member to be coloured, or a place to be marked."""
    codes = {country.code for country in exhibit.of("countries")} & territories(
        exhibit.story.map.geometry
    ).keys()
    placed = any(isinstance(place, Place) and place.lat is not None for place in exhibit.of("places"))
    return placed or bool(codes and organisations(exhibit))
