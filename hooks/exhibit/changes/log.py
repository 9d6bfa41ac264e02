"""The log: the commits of a history as lines of what changed, long lists of the same counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from exhibit.changes.change import Act, Change
from exhibit.changes.commits import Commit, History
from exhibit.changes.compare import changes
from exhibit.changes.kept import Entry
from exhibit.changes.versions import NOTHING, Version, version
from exhibit.changes.words import Words
from exhibit.model.kinds import KINDS, Item

MOST_SOURCES, MOST_ITEMS, MOST_ALIKE = 3, 12, 5
"""How many new sources, items with the same change, and like changes in one item are told one by one."""

READ_WHEN_ADDED = 60
"""A commit that adds more items than this is an import: its items are counted, not read."""


@dataclass(frozen=True)
class ChangeLine:
    """One line of what changed: an item's, or a count of like changes in several items.

    collection, id, title: the item; empty for a count. came: whether it says that the item was added.
    """

    sentence: str
    collection: str = ""
    id: str = ""
    title: str = ""
    came: bool = False

    def __str__(self) -> str:
        return f"{self.title}: {self.sentence}" if self.title else self.sentence


@dataclass(frozen=True)
class LoggedCommit:
    """What one commit changed, as lines; by_item: the same told item by item, nothing counted over
    several items."""

    commit: Commit
    lines: list[ChangeLine]
    by_item: dict[str, list[ChangeLine]]

    @property
    def day(self) -> date:
        return self.commit.when.date()


@dataclass(frozen=True)
class Log:
    """What is known to have changed, newest first.

    without: why nothing is, a plain clause. cut: whether older changes are not held here.
    """

    entries: list[LoggedCommit] = field(default_factory=list)
    without: str = ""
    cut: bool = False


def log(history: History, items: Mapping[str, Item]) -> Log:
    """The history as entries, those without any change of a fact left out.

    items: the present items by id, for the titles of what facts name.
    """
    return _log(history, tuple(titles(history, items).items()))


@lru_cache(maxsize=2)
def _log(history: History, known: tuple[tuple[str, str], ...]) -> Log:
    """Computed once while a server rebuilds and neither the history nor a title changes."""
    now = Titles(known)
    entries = [_kept(commit, history, now) for commit in history.commits]
    told = [entry for entry in entries if entry.lines]
    told.sort(key=lambda entry: -entry.commit.seconds)
    return Log(told, history.without, history.cut)


class Titles(dict[str, str]):
    """The titles of items by id, earlier ids too; an id that nothing is known of is its own title."""

    def __missing__(self, id_: str) -> str:
        return id_


def titles(history: History, items: Mapping[str, Item]) -> Titles:
    """The titles of the present items and of those taken out."""
    found = Titles()
    for commit in reversed(history.commits):
        for file in commit.files:
            gone = version(file.path, history.texts.get(file.before, "")).item if not file.after else None
            if gone:
                found[gone.id] = getattr(gone, "title", gone.id)
    for item in items.values():
        found |= dict.fromkeys(item.aliases, item.title) | {item.id: item.title}
    return found


def _kept(commit: Commit, history: History, titles: Titles) -> LoggedCommit:
    """The entry of a commit, made once for all builds if all its texts are here."""

    def made(asked: Mapping[str, str]) -> LoggedCommit:
        return _entry(commit, history.texts, Words(asked.__getitem__))

    if not history.whole(commit):
        return made(titles)
    return history.kept.entry(
        commit.id, titles, lambda asked: _as_json(made(asked)), partial(_of_json, commit)
    )


def _as_json(entry: LoggedCommit) -> Entry:
    by_item = {id_: [astuple(line) for line in lines] for id_, lines in entry.by_item.items()}
    return {"lines": [astuple(line) for line in entry.lines], "by_item": by_item}


def _of_json(commit: Commit, entry: Entry) -> LoggedCommit:
    by_item = {id_: [*map(_line, lines)] for id_, lines in entry["by_item"].items()}
    return LoggedCommit(commit, [*map(_line, entry["lines"])], by_item)


def _line(kept: list[Any]) -> ChangeLine:
    """Raises TypeError or ValueError over what no line can be."""
    if [*map(type, kept)] != [str, str, str, str, bool]:
        raise TypeError
    line = ChangeLine(*kept)
    if line.collection and line.collection not in KINDS:  # which is a part of an address
        raise ValueError(line.collection)
    str(line).encode()  # half a character is no text, and no page can hold it
    return line


def _entry(commit: Commit, texts: Mapping[str, str], words: Words) -> LoggedCommit:
    before: dict[str, Version] = {}
    after: dict[str, Version] = {}
    added = [file for file in commit.files if not file.before]
    unread = len(added) > READ_WHEN_ADDED and all(file.after for file in commit.files)
    for file in commit.files:
        if file.before:
            before[file.path] = version(file.path, texts.get(file.before, ""))
        if file.after:
            counted = unread and not file.before
            after[file.path] = NOTHING if counted else version(file.path, texts.get(file.after, ""))
    found = changes(before, after, words)
    return LoggedCommit(commit, digest(found), by_item(found))


def by_item(found: Iterable[Change]) -> dict[str, list[ChangeLine]]:
    """The lines of each item, by its id."""
    groups = groupby(found, key=lambda change: change.id)
    return {id_: _lines(list(group)) for id_, group in groups}


def digest(found: list[Change]) -> list[ChangeLine]:
    """Changes as lines: what is the same in many items is counted, the rest told item by item."""
    alike: dict[tuple[str, Act, tuple[str, ...]], list[Change]] = {}
    for change in found:
        alike.setdefault((change.collection, change.act, change.path), []).append(change)
    counted = {key: len({change.id for change in group}) for key, group in alike.items()}
    many = {key: n for key, n in counted.items() if n > _most(key) and key[1] is not Act.RENAMED}
    lines = [_count(alike[key][0], n) for key, n in many.items()]
    rest = [change for change in found if (change.collection, change.act, change.path) not in many]
    return lines + [line for item_lines in by_item(rest).values() for line in item_lines]


def _most(key: tuple[str, Act, tuple[str, ...]]) -> int:
    return MOST_SOURCES if key == ("sources", Act.ADDED, ()) else MOST_ITEMS


def _count(change: Change, number: int) -> ChangeLine:
    items = f"{number:,} {KINDS[change.collection].PLURAL.lower()}"
    if change.path:
        return ChangeLine(f"{change.kind} {_done(change)} in {items}")
    return ChangeLine(f"{items} {_done(change)}")


def _done(change: Change) -> str:
    return "not comparable with an earlier form" if change.act is Act.UNREAD else change.act.value


def _lines(found: list[Change]) -> list[ChangeLine]:
    """The lines of one item: more than a few like changes are counted."""
    alike: dict[tuple[Act, tuple[str, ...]], list[Change]] = {}
    for change in found:
        alike.setdefault((change.act, change.path), []).append(change)
    lines = []
    for group in alike.values():
        first = group[0]
        about = (first.collection, first.id, first.title)
        if len(group) > MOST_ALIKE:
            lines.append(ChangeLine(f"{first.kind}: {len(group)} {_done(first)}", *about))
        else:
            came = first.act is Act.ADDED and not first.path
            lines += [ChangeLine(change.sentence, *about, came) for change in group]
    return lines
