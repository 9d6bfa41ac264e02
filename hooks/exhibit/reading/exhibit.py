"""The exhibit: all items with their backlinks, what every view is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel

from exhibit.model.answer import LinkAnswer
from exhibit.model.citation import Citation
from exhibit.model.claims import Claim
from exhibit.model.dates import Edtf
from exhibit.model.kinds import Body, Item, Organisation, Source, happening
from exhibit.model.marks import marks
from exhibit.model.story import Story
from exhibit.problems.problem import Problem
from exhibit.problems.suggestion import fold
from exhibit.reading.find import Finder
from exhibit.reading.nodes import Path, path_in_words
from exhibit.reading.pictures import PictureFile
from exhibit.reading.record import Record, Unread

P = TypeVar("P", bound=BaseModel)


SOUGHT = 50
"""Wrong ids of one run for which the items that may be meant are sought."""
NO_YEAR = 2000
"""Since when a story runs in which nothing is dated: then nothing is drawn along time."""


@dataclass(frozen=True)
class Backlink:
    """One reference seen from the item it names.

    heading: under which the named item lists it; path: the field that names it;
    part: the part of the naming item that holds the field.
    """

    item: Item
    heading: str
    path: Path
    part: BaseModel


@dataclass
class Exhibit:
    """All items with their backlinks: what every view is computed from.

    story: what it says of itself, read from story_record where there is a file; story_kept: where in the file
    those entries stand of a list of the story of which others could not be read.
    unread: by id the files that stand for an item and could not be read; what names one of these
    is not a problem of its own.
    parts: every part of each item with its path, by the item's id.
    sought: how often the finder was asked for.
    pictures: the files of data/pictures by name; None for one that cannot be shown.
    answers: what came when the addresses of sources were asked, by the source's id.
    spells: the rows of each organisation, kept by ``views.membership.spells`` once they were asked for.
    """

    items: dict[str, Item]
    records: dict[str, Record]
    unread: dict[str, Unread] = field(default_factory=dict)
    story: Story = field(default_factory=Story)
    story_record: Record | None = None
    story_kept: dict[Path, list[int]] = field(default_factory=dict)
    backlinks: dict[str, list[Backlink]] = field(default_factory=dict)
    sought: int = field(default=0, repr=False, compare=False)
    _ids: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    spells: dict[str, list[Any]] = field(default_factory=dict, repr=False, compare=False)
    parts: dict[str, list[tuple[Path, BaseModel]]] = field(default_factory=dict)
    as_of: Edtf | None = None
    answers: dict[str, LinkAnswer] = field(default_factory=dict)
    pictures: dict[str, PictureFile | None] = field(default_factory=dict)

    @cached_property
    def since(self) -> int:
        """The year with which the story begins: as it says, else that of the first dated thing in it, an
        organisation or what happens; states and people may be older."""
        dated = (Organisation.COLLECTION, *happening())
        days = [
            value.earliest
            for item, _, claim in self.every(Claim)
            if item.COLLECTION in dated and isinstance(value := claim.value, Edtf) and value.earliest
        ]
        return self.story.since or min((day.year for day in days), default=NO_YEAR)

    @cached_property
    def _by_class(self) -> dict[type[BaseModel], list[tuple[Item, Path, Any]]]:
        found: dict[type[BaseModel], list[tuple[Item, Path, Any]]] = {}
        for item in self.items.values():
            for path, part in self.parts[item.id]:
                found.setdefault(type(part), []).append((item, path, part))
        return found

    def every(self, kind: type[P]) -> Iterator[tuple[Item, Path, P]]:
        """Every part of a kind in the whole exhibit, with its item and path."""
        for class_, parts in self._by_class.items():
            if issubclass(class_, kind):
                yield from parts

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.records.values())

    def finder(self) -> Finder | None:
        """What finds items by their names; none once it was asked for often, as each search takes its time."""
        self.sought += 1
        return self._finder if self.sought <= SOUGHT else None

    def named(self, name: str, to: tuple[str, ...]) -> str | None:
        """The id of the item, in one of some collections, that has a name in any language."""
        found = self._by_name.get(fold(name), [])
        return next((id_ for id_ in found if self.items[id_].COLLECTION in to), None)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for item in self.items.values():
            for name in (item.title, *(name.text for name in item.names), *item.aliases):
                found.setdefault(fold(name), []).append(item.id)
        return found

    def example(self, to: tuple[str, ...]) -> str:
        """An id of some collections to show an editor: the one most often named; empty where there is none."""
        ids = [item.id for item in self.items.values() if item.COLLECTION in to]
        return max(ids, key=lambda id_: len(self.backlinks.get(id_, [])), default="")

    def names(self, to: tuple[str, ...]) -> dict[str, str]:
        """The names of the items of some collections, each with the id."""
        return {name: ids[0] for name, ids in self._by_name.items() if self.items[ids[0]].COLLECTION in to}

    def ids(self, to: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of some collections, the unread ones too."""
        if to not in self._ids:
            known = [item.id for item in self.items.values() if item.COLLECTION in to]
            self._ids[to] = (*known, *(id_ for id_, file in self.unread.items() if file.collection in to))
        return self._ids[to]

    @cached_property
    def locators(self) -> dict[str, set[str | None]]:
        """The places of each source that any claim or account cites, by source id."""
        found: dict[str, set[str | None]] = {}
        for _, _, citation in self.every(Citation):
            found.setdefault(citation.source, set()).add(citation.at)
        accounts = [part.account for _, _, part in self.every(Item)]
        accounts += [part.account for _, _, part in self.every(Body)]
        for account in accounts:
            for mark in marks(account or ""):
                source, _, at = mark.target.partition("#")
                if mark.is_citation:
                    found.setdefault(source, set()).add(at or None)
        return found

    def cited(self, item: Item, path: Path = ()) -> list[str]:
        """The ids of the sources that an item, or the part of it at a path, cites in its claims and its prose."""
        found: dict[str, None] = {}
        for where, part in self.parts[item.id]:
            if where[: len(path)] == path:
                if isinstance(part, Citation):
                    found[part.source] = None
                prose = marks(vars(part).get("account") or "")
                found |= {m.target.partition("#")[0]: None for m in prose if m.is_citation}
        return list(found)

    def answer(self, source: Source) -> LinkAnswer | None:
        """What came when the address of a source was asked; None where it has not been, or gives another since."""
        answer = self.answers.get(source.id)
        return answer if answer and answer.url == source.url else None

    def newest(self, ids: Iterable[str]) -> Source | None:
        """Of some sources the one that knows the latest day; None where none has one."""
        days: dict[date, Source] = {}
        for id_ in ids:
            source = self.items.get(id_)
            if isinstance(source, Source) and source.day and source.day.latest:
                days.setdefault(source.day.latest, source)
        return days[max(days)] if days else None

    def of(self, collection: str) -> list[Any]:
        """The items of a collection, by title."""
        return list(self._by_collection.get(collection, ()))

    @cached_property
    def _by_collection(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for item in sorted(self.items.values(), key=lambda item: (item.title.casefold(), item.id)):
            found.setdefault(item.COLLECTION, []).append(item)
        return found

    def body(self, target: str) -> tuple[Organisation, Body] | None:
        """The organisation and body that ``league#office`` names."""
        organisation, _, name = target.partition("#")
        item = self.items.get(organisation)
        if isinstance(item, Organisation):
            for body in item.bodies:
                if body.id == name:
                    return item, body
        return None

    def problem(self, item: Item, path: Path, message: str, warning: bool = False) -> Problem:
        """A problem at a field of an item."""
        record = self.records[item.id]
        line, column = record.root.find(path)
        field_path = path_in_words(record.root.written(path))
        return Problem(record.file, line, column, field_path, message, warning)

    def story_problem(self, path: Path, message: str, warning: bool = False) -> Problem:
        """A problem at a field of the exhibit's own file."""
        assert self.story_record
        path = tuple(
            self.story_kept[path[:depth]][step]
            if isinstance(step, int) and path[:depth] in self.story_kept
            else step
            for depth, step in enumerate(path)
        )
        line, column = self.story_record.root.find(path)
        field_path = path_in_words(self.story_record.root.written(path))
        return Problem(self.story_record.file, line, column, field_path, message, warning)

    def shift(self, item: Item, path: Path) -> int:
        """How far into a citation written ``source#37`` its locator begins, in characters."""
        value = self.records[item.id].root.at(path).value
        return value.find("#") + 1 if isinstance(value, str) else 0
