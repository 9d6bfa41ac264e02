"""Every export: the files that are made of the whole exhibit besides its pages.

A new export is a module with ``export(site)`` and a word in the table below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exhibit.exports import (
    bibliography,
    calendars,
    card,
    dated,
    feed,
    feeds,
    flags,
    geojson,
    names,
    on_this_day,
    pictures,
    played,
    small_maps,
)
from exhibit.exports.tables import files as tables
from exhibit.pages.site import Site

EXPORTS: tuple[Callable[[Site], Iterator[tuple[str, bytes]]], ...] = (
    feed.export,
    card.export,
    on_this_day.export,
    played.export,
    dated.export,
    names.export,
    flags.export,
    small_maps.export,
)
"""Each gives the path in the site and the content of the files that it makes."""
DATA = (tables, bibliography, calendars, feeds, geojson)
"""What others take away: no page shows any of it, and it takes a while. Each has the folder in which its files are."""


def export_at(site: Site, path: str, made: dict[str, bytes]) -> bytes | None:
    """One file by its path, for a server; None where there is none there. made: those of ``exports_at_once``."""
    if path.startswith(tuple(one.FOLDER for one in DATA)):
        return site.data_files.get(path)
    return made.get(path) or pictures.export_at(site, path)


def data(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file that others take away: what an adapter has the site's settings make."""
    for one in DATA:
        yield from one.export(site)


def exports_at_once(site: Site) -> dict[str, bytes]:
    """The files that are soon made, by path: all but data and pictures."""
    return {path: content for export in EXPORTS for path, content in export(site)}


def drawings(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path and content of the files that pages show: all that a book needs beside it."""
    yield from flags.export(site)
    yield from small_maps.export(site)
    yield from pictures.export(site)


def exports(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file that an export makes."""
    for export in EXPORTS:
        yield from export(site)
    yield from site.data_files.items()
    yield from pictures.export(site)
