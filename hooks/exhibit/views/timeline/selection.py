"""Timelines: the choice among entries, by a reader's filters or for an item's own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exhibit.model.dates import DateError, parse_date
from exhibit.model.declared import declared
from exhibit.model.kinds import Item, Organisation, entries_of_kinds, happening
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import GROUPS, Entry


def choose(
    entries: Iterable[Entry],
    organisation: str | None = None,
    kind: str | None = None,
    country: str | None = None,
    person: str | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Entry]:
    """The entries that fit every filter given; a date that may lie in the span counts as in it.

    Raises DateError for a ``since`` or ``until`` that is not a date.
    """
    first = parse_date(since).earliest if since else None
    last = parse_date(until).latest if until else None
    if first and last and last < first:
        raise DateError(f"until ({until}) lies before since ({since})")
    return [
        entry
        for entry in entries
        if (organisation is None or organisation in entry.organisations)
        and (kind is None or kind == entry.kind)
        and (country is None or country in entry.countries)
        and (person is None or person in entry.people)
        and (place is None or place in entry.places)
        and (first is None or entry.date.bounds[1] >= first)
        and (last is None or entry.date.bounds[0] <= last)
    ]


def own_timeline(exhibit: Exhibit, entries: list[Entry], item: Item) -> list[Entry]:
    """The timeline of an item's page: what it did and what happened in it, with it or to it."""
    if item.COLLECTION in GROUPS:
        return choose(entries, **{item.SINGULAR: item.id})
    if item.SINGULAR not in entries_of_kinds():
        return []
    near = {b.item.id for b in exhibit.backlinks.get(item.id, []) if b.heading != "Mentioned in"}
    near |= {item.id, *_happenings_named(item)}
    return [e for e in entries if e.item.id in near and not isinstance(e.item, Organisation)]


def _happenings_named(item: Item) -> Iterator[str]:
    """What happened, of what a field of an item names that can name nothing else: a treaty's meeting."""
    for field in declared(type(item)):
        if field.ref and set(field.ref.to) <= set(happening()):
            value = getattr(item, field.attribute)
            yield from [value] if isinstance(value, str) else value or []
