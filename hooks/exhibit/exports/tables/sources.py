"""The table of sources: all that is cited, and what others cite."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import address
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, date_cells, of_date, of_field
from exhibit.model.kinds import Source
from exhibit.pages.site import Site


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for source in site.orders[Source.COLLECTION]:
        assert isinstance(source, Source)
        yield (
            source.id,
            source.title,
            source.title_en,
            "; ".join(source.authors) or None,
            source.container,
            source.publisher,
            source.type.value,
            source.tier.value if source.tier else None,
            *date_cells(source.date),
            source.lang,
            source.url,
            source.archive,
            source.where,
            source.read.text if source.read else None,
            source.consulted,
            " ".join(source.known_from) or None,
            source.perspective,
            address(site, source),
        )


SOURCES = Resource(
    "sources",
    "Sources",
    "A publication that the exhibit cites, or that one of its sources cites.",
    ("id",),
    (
        ResourceColumn("id", "Its id, as citations name it.", to="items"),
        of_field(Source, "title"),
        of_field(Source, "title_en"),
        ResourceColumn("authors", "Its authors, as printed, parted by semicolons."),
        of_field(Source, "container"),
        of_field(Source, "publisher"),
        of_field(Source, "type"),
        of_field(Source, "tier"),
        *of_date("date", "When it was published"),
        of_field(Source, "lang"),
        of_field(Source, "url"),
        of_field(Source, "archive"),
        of_field(Source, "where"),
        of_field(Source, "read"),
        ResourceColumn(
            "consulted", "Whether it was read, and is not only known from another's footnote.", "boolean"
        ),
        ResourceColumn("known_from", "The sources in whose footnotes it is named, parted by blanks."),
        of_field(Source, "perspective"),
        ResourceColumn("address", "The address of its page."),
    ),
    _rows,
)
