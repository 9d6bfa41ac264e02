"""The table of treaty actions: who signed, ratified, joined or left what, and when."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import RESTS, address, place, rests
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, date_cells, of_date, of_field
from exhibit.model.evidence import best_date, disputed
from exhibit.model.treaty import Action, Treaty
from exhibit.pages.site import Site


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for treaty in site.orders[Treaty.COLLECTION]:
        assert isinstance(treaty, Treaty)
        for number, action in enumerate(treaty.parties):
            yield from (_row(site, treaty, number, action, who) for who in action.who)


def _row(site: Site, treaty: Treaty, number: int, action: Action, who: str) -> tuple[Cell, ...]:
    of_the_treaty = action.date is None and action.signs
    return (
        place(treaty, ("parties", number)),
        treaty.id,
        who,
        action.act.value,
        action.never,
        *date_cells(site.dates[treaty.id] if of_the_treaty else best_date(action.date)),
        of_the_treaty,
        bool(action.date and disputed(action.date)),
        action.said,
        *rests(action),
        address(site, treaty),
    )


TREATY_ACTIONS = Resource(
    "treaty-actions",
    "Treaty actions",
    "What one state, organisation or person did towards one treaty or document.",
    ("id", "who"),
    (
        ResourceColumn("id", "The place in the data, which those share whom the same sentence tells of."),
        ResourceColumn("treaty", "The treaty or document.", to="items"),
        ResourceColumn("who", "The state, organisation or person.", to="items"),
        of_field(Action, "act"),
        of_field(Action, "never", type="boolean"),
        *of_date("date", "The day of the act; where answers to it stand open, the earliest"),
        ResourceColumn(
            "day_of_the_treaty",
            "Whether that is the treaty's own day, as none is told of the signature.",
            "boolean",
        ),
        ResourceColumn(
            "date_disputed",
            "Whether the day is disputed; the table of claims has all that is said.",
            "boolean",
        ),
        of_field(Action, "said"),
        *RESTS,
        ResourceColumn("address", "The address of the treaty's page."),
    ),
    _rows,
)
