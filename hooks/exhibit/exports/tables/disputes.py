"""The table of disputes: every disputed point once, with each reading of it."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import RESTS, around, place, rests
from exhibit.exports.tables.claims import told
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn
from exhibit.model.addresses import view_path
from exhibit.model.evidence import settled
from exhibit.model.vocabulary import Stake
from exhibit.pages.site import Site
from exhibit.views.item.facts import Fact
from exhibit.views.sources.disputes import told as disputes


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for weight, group in disputes(site.exhibit, site.disputed_points):
        for one in group:
            for point in one.points:
                also = " ".join(place(fact.item, fact.path) for fact, _ in point.others) or None
                yield from _readings(site, point.fact, weight, one.anchor, also)


def _readings(
    site: Site, fact: Fact, weight: Stake, anchor: str, also: str | None
) -> Iterator[tuple[Cell, ...]]:
    path = site.parts.holding(view_path("disputes"), anchor)
    address = site.settings.address(path, anchor)
    field = place(fact.item, fact.path)
    for end, claim, standing in told(fact):
        value = None if claim.value is None else str(claim.value)
        goes = claim is settled(fact.field)
        yield (
            field,
            f"{field}/{end}",
            fact.item.id,
            fact.label,
            weight.value,
            value,
            standing,
            goes,
            claim.because,
            *rests(claim, around(site, fact.item, fact.path)),
            also,
            address,
        )


DISPUTES = Resource(
    "disputes",
    "Disputes",
    "One reading of a disputed point; a point that stands in several fields is told once, at its owner.",
    ("claim",),
    (
        ResourceColumn("point", "The disputed point: the place in the data of the field that owns it."),
        ResourceColumn("claim", "The reading, as the table of claims has it.", to="claims"),
        ResourceColumn("item", "The item that owns the point.", to="items"),
        ResourceColumn("label", "What the field is called on pages."),
        ResourceColumn("weight", "What would change with it.", terms=tuple(one.value for one in Stake)),
        ResourceColumn("value", "What is said; a date as it is written (EDTF)."),
        ResourceColumn("standing", "How it stands to what else is said."),
        ResourceColumn("counts", "Whether it is the one by which the exhibit goes.", "boolean"),
        ResourceColumn("because", "Why this reading is preferred to its rivals."),
        *RESTS,
        ResourceColumn("also", "The other fields in which the point stands, parted by blanks."),
        ResourceColumn("address", "Where the exhibit tells of it."),
    ),
    _rows,
)
