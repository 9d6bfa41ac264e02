"""Kept: what each commit changed, in words, from one build to the next; a commit is read and compared once.

What a commit changed stays what it is, but for two things: the titles by which facts are told are those of today, and
the code that tells them changes. So each entry is kept with the titles it names, and all of them with a sign of the code.
The file is JSON, may be deleted at any time, and is passed over where it cannot be read or is not of today's code.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from exhibit.editing.files import replace

FILE = ".cache/changes.json"
"""Where it lies in a project."""

T = TypeVar("T")
Entry = dict[str, Any]
"""What a commit changed, as JSON."""


@cache
def sign_of_the_code() -> str:
    """A digest of the sources by which changes are read, compared and worded."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass
class Kept:
    """The entries of commits by hash, each with the titles by id that it names.

    path: the file in which they are kept; None where they are for this process alone.
    """

    path: Path | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    added: bool = False

    @classmethod
    def of(cls, root: Path) -> Kept:
        """Those of a project; none where there is no such file, or one of other code."""
        path = root / FILE
        try:
            found = json.loads(path.read_text("utf-8")) if path.is_file() else {}
            entries = found["entries"] if found["code"] == sign_of_the_code() else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            entries = {}
        return cls(path, entries if isinstance(entries, dict) else {})

    def entry(
        self,
        id_: str,
        titles: Mapping[str, str],
        make: Callable[[Mapping[str, str]], Entry],
        read: Callable[[Entry], T],
    ) -> T:
        """What a commit changed: as kept, where every title that it names is still the same.

        titles: of all items, by id. make: makes the entry anew from titles, of which is noted which it asks for.
        read: what the entry says. Raises what it raises for an entry that was just made.
        """
        with suppress(KeyError, TypeError, ValueError, AttributeError):  # somebody has edited the file
            known = self.entries[id_]
            if all(titles[name] == title for name, title in known["titles"].items()):
                return read(known)
        asked = _Asked(titles)
        self.entries[id_] = made = {**make(asked), "titles": asked}
        self.added = True
        return read(made)

    def save(self) -> None:
        """Write what was added. Where it cannot be written, nothing is lost but time."""
        if self.path and self.added:
            with suppress(OSError):
                whole = {"code": sign_of_the_code(), "entries": self.entries}
                replace(self.path, json.dumps(whole))
                self.added = False


class _Asked(dict[str, str]):
    """The titles that were asked for, by id."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.titles = titles

    def __missing__(self, id_: str) -> str:
        self[id_] = self.titles[id_]
        return self[id_]
