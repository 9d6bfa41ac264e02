"""Shown: which views of the whole exhibit have something to show; a view without data has no page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

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
    "timeline.md": lambda there: bool(there.timeline),
    "years/index.md": lambda there: bool(there.timeline),
    "atlas.md": lambda there: _has_map(there.exhibit),
    "lineage.md": lambda there: any(o.succeeds for o in there.exhibit.of("organisations")),
    "membership.md": lambda there: bool(organisations(there.exhibit)),
    "concordance.md": lambda there: _told_whole(there.exhibit),
    "disputes.md": lambda there: bool(there.disputes),
    "names.md": lambda there: bool(there.shared_names),
    "compare/index.md": lambda there: bool(
        there.exhibit.story.pairs.organisations or there.exhibit.story.pairs.states
    ),
}
"""Whether each view has something to show. Those that are not named here always have: the evidence, what changed."""


def left_out(there: Content) -> set[str]:
    """The Markdown paths of the views and indexes that have nothing to show, and so no page."""
    views = {path for path, has in SHOWN.items() if not has(there)}
    empty = {f"{name}/index.md" for name, items in there.orders.items() if not items}
    told = f"{there.exhibit.story.told_whole.page}.md"
    return views | empty | ({told} if not _told_whole(there.exhibit) else set())


def views(exhibit: Exhibit) -> set[str]:
    """The Markdown paths of all views, those left out too."""
    return {*SHOWN, "evidence.md", f"{exhibit.story.told_whole.page}.md"}


def _told_whole(exhibit: Exhibit) -> bool:
    return any(isinstance(source, Source) and source.complete for source in exhibit.of("sources"))


def _has_map(exhibit: Exhibit) -> bool:
    """Whether there is a member to be coloured, or a place to be marked."""
    codes = {country.code for country in exhibit.of("countries")} & territories(
        exhibit.story.map.geometry
    ).keys()
    placed = any(isinstance(place, Place) and place.lat is not None for place in exhibit.of("places"))
    return placed or bool(codes and organisations(exhibit))
