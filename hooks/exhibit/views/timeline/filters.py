"""Filters: what a visitor may choose on the timeline, each choice with the number of its entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exhibit.model.kinds import Country, Item, Organisation, Person, Place, entries_of_kinds
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import Entry


@dataclass(frozen=True)
class Option:
    """One choice: its value in the address, its words, and how many entries it has."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Filter:
    """One list of choices: its name in the address and its label."""

    name: str
    label: str
    options: tuple[Option, ...]


def filters(exhibit: Exhibit, entries: list[Entry]) -> list[Filter]:
    """The lists of choices for these entries, in a sensible order: most entries first for
    organisations and kinds, by name for countries, people and places."""
    return [
        _by_id(exhibit, Organisation, (i for e in entries for i in e.organisations), by_name=False),
        _kinds(entries),
        _by_id(exhibit, Country, (i for e in entries for i in e.countries)),
        _by_id(exhibit, Person, (i for e in entries for i in e.people)),
        _by_id(exhibit, Place, (i for e in entries for i in e.places)),
    ]


def _by_id(exhibit: Exhibit, kind: type[Item], ids: Iterable[str], by_name: bool = True) -> Filter:
    counted = Counter(ids)
    options = [Option(id_, exhibit.items[id_].short, count) for id_, count in counted.items()]
    order: Callable[[Option], tuple[object, ...]] = (
        (lambda o: (o.label.casefold(), o.value)) if by_name else (lambda o: (-o.count, o.label))
    )
    return Filter(kind.SINGULAR, kind.SINGULAR.capitalize(), tuple(sorted(options, key=order)))


def _kinds(entries: list[Entry]) -> Filter:
    counted = Counter(entry.kind for entry in entries)
    options = tuple(
        Option(kind, label, counted[kind]) for kind, label in entries_of_kinds().items() if counted[kind]
    )
    return Filter("kind", "Kind", options)
