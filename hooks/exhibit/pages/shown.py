"""Shown: which views of the whole exhibit have something to show; a view without data has no page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from exhibit.model.kinds import Organisation, Place, Source
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import shapes
from exhibit.views.membership.matrix import organisations

if TYPE_CHECKING:
    from exhibit.pages.site import Site

SHOWN: dict[str, Callable[[Site], bool]] = {
    "timeline.md": lambda site: bool(site.timeline),
    "years/index.md": lambda site: bool(site.timeline),
    "atlas.md": lambda site: _has_map(site.exhibit),
    "lineage.md": lambda site: any(o.succeeds for o in _own(site.exhibit)),
    "membership.md": lambda site: bool(organisations(site.exhibit)),
    "concordance.md": lambda site: _told_whole(site.exhibit),
    "disputes.md": lambda site: bool(site.disputes),
    "names.md": lambda site: bool(site.shared_names),
    "compare/index.md": lambda site: bool(
        site.exhibit.story.pairs.organisations or site.exhibit.story.pairs.states
    ),
}
"""Whether each view has something to show. Those that are not named here always have: the evidence, what changed."""


def left_out(site: Site) -> set[str]:
    """The Markdown paths of the views and indexes that have nothing to show, and so no page."""
    views = {path for path, has in SHOWN.items() if not has(site)}
    empty = {f"{name}/index.md" for name, items in site.orders.items() if not items}
    told = f"{site.exhibit.story.told_whole.page}.md"
    return views | empty | ({told} if not _told_whole(site.exhibit) else set())


def views(site: Site) -> set[str]:
    """The Markdown paths of all views, those left out too."""
    return {*SHOWN, "evidence.md", f"{site.exhibit.story.told_whole.page}.md"}


def _own(exhibit: Exhibit) -> Iterable[Organisation]:
    return exhibit.of("organisations")


def _told_whole(exhibit: Exhibit) -> bool:
    return any(isinstance(source, Source) and source.complete for source in exhibit.of("sources"))


def _has_map(exhibit: Exhibit) -> bool:
    """Whether there is a member to be coloured, or a place to be marked."""
    codes = {country.code for country in exhibit.of("countries")} & shapes(exhibit.story.map.geometry).keys()
    placed = any(isinstance(place, Place) and place.lat is not None for place in exhibit.of("places"))
    return placed or bool(codes and organisations(exhibit))
