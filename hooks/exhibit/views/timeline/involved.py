"""Involved: the organisations, countries, people and places that an item is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from exhibit.model.declared import declared
from exhibit.model.kinds import Item
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import place_of

GROUPS = ("organisations", "countries", "people", "places")
"""The collections by whose items entries are chosen."""


def involved(exhibit: Exhibit, item: Item) -> dict[str, tuple[str, ...]]:
    """The ids of organisations, countries, people and places that an item is about, itself among them."""
    named = [item.id]
    for field in declared(type(item)):
        if field.told.involves:
            named += _named(getattr(item, field.attribute))
    place = place_of(exhibit, item)
    if place:
        named += [place.id] + ([place.country] if place.country else [])
    return grouped(exhibit, named)


def _named(value: Any) -> Iterator[str]:
    """The ids that stand in a field: those it names, or those that its parts name, denials left out."""
    for one in value if isinstance(value, list) else [value] if value is not None else []:
        if isinstance(one, str):
            yield one
        elif isinstance(one, BaseModel) and not getattr(one, "never", False):
            for field in declared(type(one)):
                if field.ref:
                    yield from _named(getattr(one, field.attribute))


def grouped(exhibit: Exhibit, named: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Ids by the collections of which entries are chosen, each once; others are left out."""
    groups: dict[str, list[str]] = {name: [] for name in GROUPS}
    for id_ in dict.fromkeys(named):
        other = exhibit.items.get(id_)
        if other and other.COLLECTION in groups:
            groups[other.COLLECTION].append(id_)
    return {name: tuple(ids) for name, ids in groups.items()}
