"""What columns say of where something rests: its sources, its doubt, its note, its place in the data and on the site."""

from __future__ import annotations

from collections.abc import Iterable

from exhibit.exports.tables.resource import Cell, ResourceColumn, of_field
from exhibit.model.citation import Citation
from exhibit.model.claims import Cited
from exhibit.model.kinds import Item
from exhibit.pages.annexes import stands_on
from exhibit.pages.site import Site
from exhibit.reading.nodes import Path

SOURCES = ResourceColumn(
    "sources",
    "Who says so: ids of sources, each with the place in it after #, parted by blanks; the table of citations has each in a row.",
)
RESTS = (SOURCES, *(of_field(Cited, name) for name in ("doubt", "note")), of_field(Cited, "as_of"))
"""The columns of anything that rests on sources."""


def rests(part: Cited, around: Iterable[Cited] = ()) -> tuple[Cell, ...]:
    """What those columns have. around: the parts that hold it, the innermost last: what is in doubt of them is so of it."""
    doubts = dict.fromkeys(one.doubt for one in (part, *around) if one.doubt)
    return sources(part.cite), " ".join(doubts) or None, part.note, part.as_of.text if part.as_of else None


def around(site: Site, item: Item, path: Path) -> list[Cited]:
    """The parts of an item that hold what stands at a path in its file, the innermost last."""
    parts = dict(site.exhibit.parts[item.id])
    found = (parts.get(path[:depth]) for depth in range(1, len(path)))
    return [part for part in found if isinstance(part, Cited)]


def sources(cite: Iterable[Citation]) -> str | None:
    """Citations as an editor writes them, parted by blanks."""
    return " ".join(f"{one.source}#{one.at}" if one.at else one.source for one in cite) or None


def place(item: Item, path: Path) -> str:
    """Where something stands in the data: the item's id, and the path in its file, parted by slashes."""
    return "/".join([item.id, *map(str, path)])


def address(site: Site, item: Item, fragment: str = "") -> str:
    """The whole address of an item's page, or of a part of it, where it is known where the site will stand."""
    path = stands_on(item, fragment, site.annexes(item) if fragment else ())
    return site.settings.address(path, fragment)
