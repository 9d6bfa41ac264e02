"""The table of items: every page of the catalogue, the sources among them."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import address
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, date_cells, of_date, of_field
from exhibit.model.item import Item
from exhibit.model.kinds import KINDS
from exhibit.pages.site import Site


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for items in site.orders.values():
        for item in items:
            short = item.short if item.short != item.title else None
            yield (
                item.id,
                item.SINGULAR,
                item.title,
                short,
                item.summary,
                *date_cells(site.dates[item.id]),
                address(site, item),
            )


ITEMS = Resource(
    "items",
    "Items",
    "An organisation, treaty, meeting, event, person, country, place or source.",
    ("id",),
    (
        ResourceColumn("id", "Its id: the name of its file in data/ and of its page."),
        ResourceColumn(
            "kind", "What kind of item it is.", terms=tuple(kind.SINGULAR for kind in KINDS.values())
        ),
        of_field(Item, "title"),
        ResourceColumn("short", "Its abbreviation, where it has one."),
        of_field(Item, "summary"),
        *of_date("date", "The date under which it is listed"),
        ResourceColumn("address", "The address of its page."),
    ),
    _rows,
)
