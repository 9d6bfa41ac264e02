"""The table of claims: every reading of every field, with who says so and how it stands to the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exhibit.exports.tables.cited import RESTS, address, around, place, rests
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, date_cells, of_date, of_field
from exhibit.model.claims import Claim, Step
from exhibit.model.dates import Edtf
from exhibit.model.evidence import Standing, readings, settled
from exhibit.pages.site import Site
from exhibit.views.item.facts import Fact, facts

STEP = "step"
"""How an act of a chain stands to the others: it is no rival of theirs."""


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for items in site.orders.values():
        for item in items:
            for fact in facts(site.exhibit, item):
                yield from (_row(site, fact, *one) for one in told(fact))


def told(fact: Fact) -> Iterator[tuple[str, Claim, str]]:
    """Each claim of a field: the end of its path, the claim, how it stands to the others."""
    for number, step in enumerate(getattr(fact.field, "steps", [])):
        yield f"steps/{number}", step, STEP
    for number, reading in enumerate(readings(fact.field)):
        yield f"readings/{number}", reading.claim, reading.standing.value


def _row(site: Site, fact: Fact, end: str, claim: Claim, standing: str) -> tuple[Cell, ...]:
    value = claim.value
    field = place(fact.item, fact.path)
    return (
        f"{field}/{end}",
        fact.item.id,
        field,
        fact.label,
        claim.act if isinstance(claim, Step) else None,
        None if isinstance(value, Edtf) else _in_writing(value),
        *date_cells(value if isinstance(value, Edtf) else None),
        claim.never,
        claim.said,
        claim.quote,
        standing,
        claim is settled(fact.field),
        claim.because,
        claim.inferred,
        *rests(claim, around(site, fact.item, fact.path)),
        address(site, fact.item),
    )


def _in_writing(value: Any) -> str | None:
    return None if value is None else str(value)


CLAIMS = Resource(
    "claims",
    "Claims",
    "What sources say of one field of an item: a date, a place, a number, somebody, or words. Rival readings have a row each.",
    ("id",),
    (
        ResourceColumn(
            "id", "The claim's place in the data: the item, the path of the field, and which reading or step."
        ),
        ResourceColumn("item", "The item of which it is said.", to="items"),
        ResourceColumn("field", "The field's place in the data, which all its readings share."),
        ResourceColumn("label", "What the field is called on pages."),
        of_field(Step, "act"),
        ResourceColumn("value", "What is said, where it is no date: words, a number, or the id of an item."),
        *of_date("date", "What is said, where it is a date"),
        of_field(Claim, "never", type="boolean"),
        of_field(Claim, "said"),
        of_field(Claim, "quote"),
        ResourceColumn(
            "standing",
            "How it stands to what else is said of the field.",
            terms=(STEP, *(one.value for one in Standing)),
        ),
        ResourceColumn("counts", "Whether it is the one by which the exhibit goes.", "boolean"),
        of_field(Claim, "because"),
        of_field(Claim, "inferred"),
        *RESTS,
        ResourceColumn("address", "The address of the item's page."),
    ),
    _rows,
)
