"""The table of memberships: who belonged to which organisation, as what, from when to when."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.cited import RESTS, SOURCES, address, place, sources
from exhibit.exports.tables.resource import Cell, Resource, ResourceColumn, date_cells, of_date, of_field
from exhibit.model.evidence import disputed, settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Spell
from exhibit.pages.site import Site
from exhibit.views.membership.spells import MemberSpell, rows


def _rows(site: Site) -> Iterator[tuple[Cell, ...]]:
    for organisation in site.orders["organisations"]:
        for row in rows(site.exhibit, organisation):  # type: ignore[arg-type]  # an organisation
            yield _row(site, row)


def _row(site: Site, row: MemberSpell) -> tuple[Cell, ...]:
    spell = row.spell
    return (
        place(row.organisation, ("members", row.index)),
        row.who.id,
        row.organisation.id,
        spell.status.value,
        spell.never,
        *date_cells(row.start),
        *_end(spell.start),
        *date_cells(row.end),
        *_end(spell.end),
        row.open,
        spell.opened_by,
        spell.closed_by,
        spell.said,
        sources(spell.cite),
        "; ".join(row.doubts) or None,
        spell.note,
        spell.as_of.text if spell.as_of else None,
        address(site, row.organisation, "members"),
    )


def _end(field: DateField | None) -> tuple[Cell, ...]:
    """Of a beginning or an end, who says so and whether that is disputed."""
    if field is None:
        return None, False
    claim = settled(field)
    cite = claim.cite if claim else [one for each in field.readings for one in each.cite]
    return sources(cite), disputed(field)


def _of_end(name: str, what: str) -> tuple[ResourceColumn, ...]:
    return (
        *of_date(name, f"{what}; where answers to it stand open, the earliest"),
        ResourceColumn(
            f"{name}_sources", f"{what}: {SOURCES.description[:1].lower()}{SOURCES.description[1:]}"
        ),
        ResourceColumn(
            f"{name}_disputed",
            f"{what}: whether it is disputed; the table of claims has all that is said.",
            "boolean",
        ),
    )


MEMBERSHIPS = Resource(
    "memberships",
    "Memberships",
    "One state, organisation or person with one status in one organisation, from a day to another.",
    ("id", "who"),
    (
        ResourceColumn("id", "The place in the data, which those share whom the same sentence tells of."),
        ResourceColumn("who", "The state, organisation or person.", to="items"),
        ResourceColumn("organisation", "The organisation.", to="items"),
        of_field(Spell, "status"),
        of_field(Spell, "never", type="boolean"),
        *_of_end("begins", "Its beginning"),
        *_of_end("ends", "Its end"),
        ResourceColumn("open", "Whether it goes on, as far as is known.", "boolean"),
        of_field(Spell, "opened_by", to="items"),
        of_field(Spell, "closed_by", to="items"),
        of_field(Spell, "said"),
        *RESTS,
        ResourceColumn("address", "The address of the organisation's members."),
    ),
    _rows,
)
