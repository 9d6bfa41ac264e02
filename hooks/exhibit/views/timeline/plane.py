"""The moving timeline: what its script needs to know beyond the list of entries beside it.

The entries themselves stand in the list (see ``timeline_list`` in the templates), once for readers
and for the script; here are the names and the order of the lanes, and the way to the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item, Organisation, entries_of_kinds
from exhibit.model.vocabulary import Stage
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.involved import GROUPS

Query = list[tuple[str, str]]
"""Names and values of an address on the whole timeline, in order; a name may come several times."""

OTHER = ("", "No organisation")

ROOM = 24
"""More rows than any window shows."""


@dataclass(frozen=True)
class Plane:
    """What a moving timeline is told.

    lanes: JSON, for each way to divide the plane the keys and names of its lanes, in order; by: the
    way it opens with; as_of: the day its line of knowledge stands at, as EDTF; query: the address of
    the same entries on the whole timeline, or empty; room: for how many rows of marks the page keeps
    room until the script is there, so that nothing moves then.
    """

    lanes: str
    by: str
    as_of: str
    query: str
    room: int


def plane(exhibit: Exhibit, entries: list[Entry], query: Query, by: str, as_of: Edtf) -> Plane:
    """The moving timeline of some entries, in lanes ``by`` organisation, kind or country."""
    lanes = {
        "organisation": _organisations(exhibit, entries),
        "kind": [
            (kind, label)
            for kind, label in entries_of_kinds(short=True).items()
            if any(e.kind == kind for e in entries)
        ],
        "country": _countries(exhibit, entries),
    }
    bars = any(not entry.date.exact for entry in entries)  # a lane of a kind has most of them
    room = len(lanes[by]) + bars * (2 if by == "kind" else 1)
    return Plane(json.dumps(lanes, ensure_ascii=False), by, as_of.text, urlencode(query), min(room, ROOM))


def own_query(item: Item, entries: Iterable[Entry]) -> Query:
    """The filter of the whole timeline that gives the timeline of an item's page."""
    if item.COLLECTION in GROUPS:
        return [(item.SINGULAR, item.id)]
    return [("item", id_) for id_ in dict.fromkeys(entry.item.id for entry in entries)]


def _organisations(exhibit: Exhibit, entries: list[Entry]) -> list[tuple[str, str]]:
    """In the order they first appear in; those outside the story (stage: context) come last."""

    def outside(id_: str) -> bool:
        item = exhibit.items[id_]
        return isinstance(item, Organisation) and item.stage is Stage.CONTEXT

    found = dict.fromkeys(id_ for entry in entries for id_ in entry.organisations)
    named = [(id_, exhibit.items[id_].short) for id_ in sorted(found, key=outside)]
    return named + ([OTHER] if any(not entry.organisations for entry in entries) else [])


def _countries(exhibit: Exhibit, entries: list[Entry]) -> list[tuple[str, str]]:
    found = {id_ for entry in entries for id_ in entry.countries}
    named = sorted(
        ((id_, exhibit.items[id_].short) for id_ in found), key=lambda pair: (pair[1].casefold(), pair[0])
    )
    return named + ([("", "No country")] if any(not entry.countries for entry in entries) else [])
