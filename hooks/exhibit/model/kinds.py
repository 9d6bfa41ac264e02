"""The kinds of items, by collection. A new kind is a module with its class, a word here, and its template.

Each kind says at its class and its fields all that is known of it: see ``item`` and ``told``.
"""

from __future__ import annotations

from collections.abc import KeysView
from functools import cache

from exhibit.model.country import Country
from exhibit.model.data_set import Coding, DataTable, Reason
from exhibit.model.declared import Declared, declared, prove
from exhibit.model.event import Event
from exhibit.model.item import Item, Name, Seat, Span
from exhibit.model.organisation import Body, Organisation, PartOf, Spell, Succession
from exhibit.model.person import Office, Person
from exhibit.model.place import Place
from exhibit.model.references import ANY, Ref
from exhibit.model.source import Paragraph, Source
from exhibit.model.summit import Attendance, Summit
from exhibit.model.treaty import Action, Treaty

__all__ = [
    "Action",
    "Attendance",
    "Body",
    "COLLECTIONS",
    "Coding",
    "DataTable",
    "Country",
    "Event",
    "Item",
    "KINDS",
    "Name",
    "Office",
    "Organisation",
    "Paragraph",
    "PartOf",
    "Person",
    "Place",
    "Reason",
    "Seat",
    "Source",
    "Span",
    "Spell",
    "Succession",
    "Summit",
    "Treaty",
    "collections",
    "dated_by",
    "entries_of_kinds",
    "happening",
    "placed_by",
]

KINDS: dict[str, type[Item]] = {
    kind.COLLECTION: kind for kind in (Organisation, Treaty, Summit, Event, Person, Country, Place, Source)
}
"""The kind of each collection, in the order in which the exhibit shows them: a folder of data/ each."""

prove(KINDS.values())

COLLECTIONS: KeysView[str] = KINDS.keys()
"""The collections, in the same order."""


def collections(ref: Ref) -> tuple[str, ...]:
    """The collections whose ids a reference may name."""
    return tuple(name for name in COLLECTIONS if name != "sources") if ref.to == ANY else ref.to


@cache
def dated_by(kind: type[Item]) -> tuple[Declared, ...]:
    """The fields that give an item its date, in the order in which they are asked."""
    fields = [field for field in declared(kind) if field.told.when]
    return tuple(sorted(fields, key=lambda field: field.told.when))


@cache
def placed_by(kind: type[Item]) -> tuple[Declared, ...]:
    """The fields that give an item its place: first its own, then the reference to an item that lends its place."""
    fields = [field for field in declared(kind) if field.told.where]
    return tuple(sorted(fields, key=lambda field: field.ref is not None))


def happening() -> tuple[str, ...]:
    """The collections whose items happen: each has a day and a place."""
    return tuple(name for name, kind in KINDS.items() if dated_by(kind) and placed_by(kind))


def entries_of_kinds(short: bool = False) -> dict[str, str]:
    """The kinds of entries on a timeline, by the word for them, with what they are called; short: beside a lane."""
    found = {}
    for kind in KINDS.values():
        if any(field.told.event is not None for field in declared(kind)):
            entries = kind.ENTRIES or kind.PLURAL
            found[kind.SINGULAR] = kind.LANE or entries if short else entries
        if kind is Organisation:
            found["membership"] = "Memberships"
    return found
