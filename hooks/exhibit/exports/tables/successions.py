"""The table of successions: which institution descends from which, how, when and by which act."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import RESTS, address, place, rests
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, date_cells, of_date, of_field
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Organisation, Succession
from exhibit.pages.site import Site


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for later in site.orders[Organisation.COLLECTION]:
        assert isinstance(later, Organisation)
        for number, one in enumerate(later.succeeds):
            yield (
                place(later, ("succeeds", number)),
                one.organisation,
                later.id,
                one.how.value,
                *date_cells(best_date(one.date)),
                one.by,
                one.said,
                *rests(one),
                address(site, later),
            )


SUCCESSIONS = Resource(
    "successions",
    "Successions",
    "An institution that descends from an earlier one.",
    ("id",),
    (
        ResourceColumn("id", "The place in the data."),
        ResourceColumn("earlier", "The earlier institution.", to="items"),
        ResourceColumn("later", "The later one.", to="items"),
        of_field(Succession, "how"),
        *of_date("date", "When"),
        of_field(Succession, "by", to="items"),
        of_field(Succession, "said"),
        *RESTS,
        ResourceColumn("address", "The address of the later one's page."),
    ),
    _rows,
)
