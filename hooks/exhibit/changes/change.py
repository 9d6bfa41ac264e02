"""A change of one fact, as data and as a sentence for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from exhibit.model.wording import joined


class Act(Enum):
    """What happened to a fact."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RENAMED = "renamed"
    UNREAD = "unread"


@dataclass(frozen=True)
class Change:
    """One change of one fact of an item.

    collection, id, title: the item. path: the attributes that lead to the fact, without positions
    and keys; empty for the item as a whole. of: the part it belongs to, in words ("membership of");
    who: titles of those the part speaks of; label: the fact's name, where the part is not the whole
    fact. before, after: the value in words. cites: what is cited, in words.
    """

    collection: str
    id: str
    title: str
    act: Act
    path: tuple[str, ...] = ()
    of: str = ""
    who: tuple[str, ...] = ()
    label: str = ""
    before: str = ""
    after: str = ""
    cites: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """The fact in words: ``membership of Northland: end``."""
        part = " ".join(words for words in (self.of, joined(self.who) if self.who else "") if words)
        return ": ".join(words for words in (part, self.label) if words)

    @property
    def sentence(self) -> str:
        """What happened, in words, without the item's title."""
        if not self.path:
            return _of_item(self)
        citing = f", citing {joined(self.cites)}" if self.cites else ""
        match self.act:
            case Act.ADDED:
                said = f"{self.what} added{', ' if self.after else ''}{self.after}"
            case Act.REMOVED:
                said = f"{self.what} removed{f' (was: {self.before})' if self.before else ''}"
            case Act.UNREAD:
                said = f"{self.what} cannot be compared: one version is not in today’s form"
            case _ if self.before and self.after:
                said = f"{self.what} changed from {self.before} to {self.after}"
            case _:
                said = f"{self.what} edited{self.after}"
        return said + citing

    @property
    def kind(self) -> str:
        """The fact by its fields alone, for counting: ``membership: end``."""
        return ": ".join(self.path)


def _of_item(change: Change) -> str:
    match change.act:
        case Act.ADDED:
            return f"added to the exhibit{': ' if change.after else ''}{change.after}"
        case Act.REMOVED:
            return "taken out of the exhibit"
        case Act.RENAMED:
            return f"renamed from {change.before} to {change.after}"
        case Act.UNREAD:
            return "cannot be compared: one version is not in today’s form"
    return "changed"


def merged(changes: Iterable[Change]) -> list[Change]:
    """Changes that differ only in those they speak of become one: ``membership of A and B``."""
    found: dict[Change, list[str]] = {}
    for change in changes:
        who = found.setdefault(replace(change, who=()), [])
        who += [name for name in change.who if name not in who]
    return [replace(change, who=tuple(who)) for change, who in found.items()]
