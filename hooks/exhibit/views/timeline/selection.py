"""Timelines: the choice among entries, by a reader's filters or for an item's own page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

from exhibit.model.dates import DateError, parse_date
from exhibit.model.declared import declared
from exhibit.model.kinds import Item, Organisation, entries_of_kinds, happening
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.involved import GROUPS


@dataclass(frozen=True)
class Choice:
    """What is asked of the timeline: ids of what an entry is about, its kind, and days as they are written.

    What is not asked is None. Raises DateError for a ``since`` or ``until`` that is not a date.
    """

    organisation: str | None = None
    kind: str | None = None
    country: str | None = None
    person: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise DateError(f"until ({self.until}) lies before since ({self.since})")

    @property
    def first(self) -> date | None:
        """The first day asked for."""
        return parse_date(self.since).earliest if self.since else None

    @property
    def last(self) -> date | None:
        """The last day asked for."""
        return parse_date(self.until).latest if self.until else None

    @property
    def about(self) -> dict[str, str | None]:
        """The ids by the words for what they name."""
        return {word: getattr(self, word) for word in ("organisation", "country", "person", "place")}

    def takes(self, entry: Entry) -> bool:
        """Whether an entry fits all that is asked; a date that may lie in the span counts as in it."""
        return (
            (self.organisation is None or self.organisation in entry.organisations)
            and (self.kind is None or self.kind == entry.kind)
            and (self.country is None or self.country in entry.countries)
            and (self.person is None or self.person in entry.people)
            and (self.place is None or self.place in entry.places)
            and (self.first is None or entry.date.bounds[1] >= self.first)
            and (self.last is None or entry.date.bounds[0] <= self.last)
        )


WORDS = tuple(field.name for field in fields(Choice))
"""The words of a choice."""


def choose(entries: Iterable[Entry], choice: Choice) -> list[Entry]:
    """The entries that a choice takes."""
    return [entry for entry in entries if choice.takes(entry)]


class OwnTimelines:
    """The timelines of items' pages: what an item did and what happened in it, with it or to it."""

    def __init__(self, exhibit: Exhibit, entries: list[Entry]) -> None:
        """entries: the timeline of the whole exhibit, which is gone through once for all items."""
        self.exhibit, self.entries = exhibit, entries
        self.about: dict[str, list[Entry]] = defaultdict(list)
        """By id what an organisation, a country, a person or a place is involved in."""
        self.of_item: dict[str, list[int]] = defaultdict(list)
        """By id where an item's own entries stand."""
        for index, entry in enumerate(entries):
            for id_ in {*entry.organisations, *entry.countries, *entry.people, *entry.places}:
                self.about[id_].append(entry)
            if not isinstance(entry.item, Organisation):
                self.of_item[entry.item.id].append(index)

    def of(self, item: Item) -> list[Entry]:
        """The entries of an item's page, in order of time."""
        if item.COLLECTION in GROUPS:
            return self.about.get(item.id, [])
        if item.SINGULAR not in entries_of_kinds():
            return []
        near = {b.item.id for b in self.exhibit.backlinks.get(item.id, []) if b.heading != "Mentioned in"}
        near |= {item.id, *_happenings_named(item)}
        return [self.entries[at] for at in sorted(at for id_ in near for at in self.of_item.get(id_, []))]


def _happenings_named(item: Item) -> Iterator[str]:
    """What happened, of what a field of an item names that can name nothing else: a treaty's meeting."""
    for field in declared(type(item)):
        if field.ref and set(field.ref.to) <= set(happening()):
            value = getattr(item, field.attribute)
            yield from [value] if isinstance(value, str) else value or []
