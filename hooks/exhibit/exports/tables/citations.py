"""The table of citations: which claim, membership, act or name rests on which place of which source."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import place
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, of_field
from exhibit.model.citation import Citation
from exhibit.pages.site import Site


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for items in site.orders.values():
        for item in items:
            for path, part in site.exhibit.parts[item.id]:
                if isinstance(part, Citation):
                    cited = path[: -1 if path[-1] == "cite" else -2]
                    yield (
                        place(item, path),
                        item.id,
                        place(item, cited),
                        part.source,
                        part.at,
                        part.phrase,
                        part.via,
                    )


CITATIONS = Resource(
    "citations",
    "Citations",
    "One place of one source on which a part of an item rests, as its file has it.",
    ("id",),
    (
        ResourceColumn("id", "The place in the data."),
        ResourceColumn("item", "The item.", to="items"),
        ResourceColumn(
            "cited_by",
            "The place in the data of what rests on it: a claim's, a membership's, an act's; what stands within it and has no source of its own rests on it too.",
        ),
        of_field(Citation, "source", to="sources"),
        of_field(Citation, "at"),
        of_field(Citation, "phrase"),
        of_field(Citation, "via", to="sources"),
    ),
    _rows,
)
