"""What changed, for pages: the newest changes by day, and the changes of each item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from exhibit.changes.log import ChangeLine, Log, LoggedCommit
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import COLLECTIONS
from exhibit.reading.exhibit import Exhibit

MOST_LINES, MOST_IN_ENTRY = 400, 40
"""How many lines the page shows in all, and of one commit."""

MOST_OF_ITEM = 50
"""How many changes of one item are shown."""


@dataclass(frozen=True)
class Shown:
    """One commit on the page: its lines by item, and how many more it has."""

    entry: LoggedCommit
    groups: list[list[ChangeLine]]
    more: int

    @property
    def short(self) -> str:
        return self.entry.commit.id[:10]

    @property
    def anchor(self) -> str:
        return f"commit-{self.short}"


@dataclass(frozen=True)
class DayOfChanges:
    """The commits of one day (UTC)."""

    date: Edtf
    entries: list[Shown]


@dataclass(frozen=True)
class ItemChanges:
    """The changes of one present item: each day with its lines, newest first; and how many more."""

    id: str
    days: list[tuple[Edtf, list[ChangeLine]]]
    more: int


@dataclass(frozen=True)
class Changes:
    """All that the pages of changes show.

    days: the newest first. left: how many older commits are not shown. items: by collection and
    id, those that changed after they came. present: the present id of each id ever used.
    """

    log: Log
    days: list[DayOfChanges]
    left: int
    items: dict[str, dict[str, ItemChanges]]
    present: dict[str, str]

    @property
    def entries(self) -> list[Shown]:
        return [shown for day in self.days for shown in day.entries]


def changes(exhibit: Exhibit, log: Log) -> Changes:
    """The log as the pages show it."""
    shown = list(_shown(log))
    days = [
        DayOfChanges(parse_date(day.isoformat()), list(group))
        for day, group in groupby(shown, lambda s: s.entry.day)
    ]
    present = {alias: item.id for item in exhibit.items.values() for alias in item.aliases}
    present |= {id_: id_ for id_ in exhibit.items}
    return Changes(log, days, len(log.entries) - len(shown), _items(exhibit, log, present), present)


def _shown(log: Log) -> Iterator[Shown]:
    room = MOST_LINES
    for entry in log.entries:
        lines = entry.lines[: min(room, MOST_IN_ENTRY)]
        if not lines:
            return
        room -= len(lines)
        groups = [list(group) for _, group in groupby(lines, key=lambda line: line.id)]
        yield Shown(entry, groups, len(entry.lines) - len(lines))


def _items(exhibit: Exhibit, log: Log, present: dict[str, str]) -> dict[str, dict[str, ItemChanges]]:
    found: dict[str, list[tuple[LoggedCommit, list[ChangeLine]]]] = {}
    for entry in log.entries:
        for id_, lines in entry.by_item.items():
            if id_ in present:
                found.setdefault(present[id_], []).append((entry, lines))
    return {
        collection: {
            item.id: _item(item.id, found[item.id])
            for item in exhibit.of(collection)
            if any(not line.came for _, lines in found.get(item.id, []) for line in lines)
        }
        for collection in COLLECTIONS
    }


def _item(id_: str, found: list[tuple[LoggedCommit, list[ChangeLine]]]) -> ItemChanges:
    days: list[tuple[Edtf, list[ChangeLine]]] = []
    room = MOST_OF_ITEM
    for day, group in groupby(found, key=lambda pair: pair[0].day):
        lines = [line for _, told in group for line in told][:room]
        room -= len(lines)
        if lines:
            days.append((parse_date(day.isoformat()), lines))
    return ItemChanges(id_, days, sum(len(lines) for _, lines in found) - (MOST_OF_ITEM - room))
