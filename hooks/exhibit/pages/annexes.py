"""Annexes: the long lists of an item, each on a page of its own beside the item's page.

The page of an item is to be taken in and to come quickly; a list for which there is no ROOM stands in an
annex, and the item's page says what is there and leads to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exhibit.model.addresses import annex_path, page_path
from exhibit.model.kinds import Country, Item, Organisation
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import compared
from exhibit.views.item.relations import Related
from exhibit.views.membership.spells import rows_of
from exhibit.views.sources.extracts import Extract
from exhibit.views.timeline.entries import Entry

ROOM = {"timeline": 20, "members": 5, "memberships": 16, "bodies": 4, "evidence": 10, "takings": 20}
"""How many entries, claims of membership, spells of a state, bodies, facts (with their readings, or said further) or takings stand on an
item's page at most."""

TITLES = {
    "timeline": "Timeline",
    "members": "Members",
    "memberships": "Memberships",
    "bodies": "Bodies",
    "evidence": "What the sources say",
    "takings": "What the exhibit takes from it",
}
"""What each annex is called; the name is the last part of its address."""


def annexes(exhibit: Exhibit, item: Item, entries: list[Entry], taken: list[Extract]) -> tuple[str, ...]:
    """The names of an item's annexes. entries: its own timeline; taken: what is taken from it."""
    evidence = len(compared(exhibit, item)) + len(item.points)
    lengths = {"timeline": len(entries), "evidence": evidence, "takings": len(taken)}
    if isinstance(item, Organisation):
        lengths |= {"members": len(item.members), "bodies": len(item.bodies)}
    if isinstance(item, Country):
        lengths["memberships"] = len(rows_of(exhibit, item))
    return tuple(name for name in ROOM if lengths.get(name, 0) > ROOM[name])


def stands_on(item: Item, fragment: str, names: tuple[str, ...]) -> str:
    """The Markdown path of the page that has a part of an item. names: of the item's annexes."""
    if "evidence" in names and fragment.startswith("readings-"):
        return annex_path(item, "evidence")
    if "bodies" in names and isinstance(item, Organisation) and fragment in [b.id for b in item.bodies]:
        return annex_path(item, "bodies")
    return page_path(item)


class Parted(NamedTuple):
    """Related items by heading: those the item's page lists, and those that an annex has."""

    kept: Mapping[str, list[Related]]
    annexed: Mapping[str, list[Related]]


def parted(groups: Mapping[str, list[Related]], told: frozenset[str]) -> Parted:
    """Part what is related to an item. told: the ids of the items on an annex; a heading all of whose
    items are told there goes there."""
    annexed = {h: found for h, found in groups.items() if all(one.item.id in told for one in found)}
    return Parted({h: found for h, found in groups.items() if h not in annexed}, annexed)
