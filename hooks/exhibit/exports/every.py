"""Every export: the files that are made of the whole exhibit besides its pages.

A new export is a module with ``export(site)`` and a word in the table below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exhibit.exports import card, dated, feed, names, on_this_day, played
from exhibit.pages.site import Site

EXPORTS: tuple[Callable[[Site], Iterator[tuple[str, bytes]]], ...] = (
    feed.export,
    card.export,
    on_this_day.export,
    played.export,
    dated.export,
    names.export,
)
"""Each gives the path in the site and the content of the files that it makes."""


def exports(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file that an export makes."""
    for export in EXPORTS:
        yield from export(site)
