"""A dry run: a draft put among the data, without writing it, to see what is wrong with it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from exhibit.checking.check import check
from exhibit.checking.neutrality import judgements
from exhibit.checking.precision import suspicions
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.find import Finder
from exhibit.reading.link import link
from exhibit.reading.load import load
from exhibit.reading.parse import parse
from exhibit.reading.record import Record


class DryRun:
    """The data as it stands. exhibit: what it came to, with the last draft if one was tried."""

    def __init__(self, root: Path) -> None:
        loaded = load(root)
        self._records, self._unread = loaded.records, loaded.unread
        self._items, _ = parse(loaded.records)
        self.exhibit = Exhibit({}, {}, dict(self._unread))
        link(self.exhibit, self._items, self._records)

    @cached_property
    def finder(self) -> Finder:
        """What finds the items there are."""
        return Finder(self._records)

    def taken(self, id_: str) -> str:
        """The file that has an id already, or the item of which it is an earlier one; else nothing."""
        for known in self._records:
            if known.id == id_:
                return f"the name of {known.file}"
        for item in self._items:
            if id_ in item.aliases:
                return f"an earlier id of '{item.id}'"
        return ""

    def problems(self, draft: Record) -> list[Problem]:
        """What is wrong with the draft, in order; with nothing wrong, what is suspected of it."""
        items, problems = parse([draft])
        self.exhibit = Exhibit({}, {}, dict(self._unread))
        linked = link(self.exhibit, [*self._items, *items], [*self._records, draft])
        found = [*problems, *linked, *check(self.exhibit)]
        if not any(problem.file == draft.file for problem in found):
            found = [*suspicions(self.exhibit, {}), *judgements(self.exhibit)]
        return sorted({problem for problem in found if problem.file == draft.file})

    def faults(self, draft: Record) -> dict[str, str]:
        """What is wrong with the fields of a draft that is not whole yet: the first fault of each, by name."""
        _, problems = parse([draft])
        linked = link(Exhibit({}, {}, dict(self._unread)), self._items, [*self._records, draft])
        written = draft.root.value if isinstance(draft.root.value, dict) else {}
        found: dict[str, str] = {}
        for problem in sorted([*problems, *linked]):
            name = problem.field.partition("[")[0].partition(".")[0]
            if problem.file == draft.file and name in written:
                found.setdefault(name, problem.message)
        return found
