"""The story as read: ``data/exhibit.yml`` becomes what the exhibit says of itself, or problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exhibit.model.kinds import collections
from exhibit.model.story import Story
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.field_problems import field_problems
from exhibit.reading.id_messages import no_such_id
from exhibit.reading.link import references
from exhibit.reading.nodes import Path
from exhibit.reading.parts import walk
from exhibit.reading.record import Record

Kept = dict[Path, list[int]]
"""Of each list of which something could not be read: where in the file the entries stand that were."""


def read_story(exhibit: Exhibit, record: Record | None) -> list[Problem]:
    """Fill in what an exhibit says of itself in its own file; gives what is wrong with it.

    What has a fault is left out: an unknown field, the entry of a list, else the field at the top; the rest
    is checked all the same. Without a file, what holds of itself.
    """
    exhibit.story_record = record
    if record is None:
        return []
    problems: list[Problem] = []
    data, kept = record.root.data(), exhibit.story_kept
    while True:
        try:
            exhibit.story = Story.model_validate(data)
        except ValidationError as error:
            problems = problems or list(field_problems(record, Story, error))
            _leave_out(data, kept, error.errors(include_url=False))
        else:
            return problems + list(_link_story(exhibit))


def _leave_out(data: dict[str, Any], kept: Kept, faults: list[ErrorDetails]) -> None:
    """Take out what has a fault; of a list the later entries first, as they are told by their place."""
    for path in sorted({_part_at_fault(data, fault) for fault in faults}, key=_place, reverse=True):
        *way, last = path
        holder: Any = data
        for step in way:
            holder = holder[step]
        if isinstance(last, int):
            kept.setdefault(path[:-1], list(range(len(holder)))).pop(last)
        holder.pop(last)


def _place(path: Path) -> list[tuple[int, str, int]]:
    """Longer paths after those they begin with, entries of a list by their place."""
    return [(0, "", step) if isinstance(step, int) else (1, step, 0) for step in path]


def _part_at_fault(data: dict[str, Any], fault: ErrorDetails) -> Path:
    """The path of what cannot stay: an unknown field, the entry of a list of parts, else the field at the top."""
    path = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return path
    here: Any = data
    for depth, step in enumerate(path):
        if isinstance(step, int) and not isinstance(here, list):
            continue  # one that stands for a list: nobody wrote its place
        here = here[step] if isinstance(step, int) or step in here else None
        if isinstance(step, int) and isinstance(here, dict):
            return path[: depth + 1]
        if not isinstance(here, dict | list):
            break
    return path[:1]


def _link_story(exhibit: Exhibit) -> Iterator[Problem]:
    """What the story names and the exhibit does not have."""
    for path, part in walk(exhibit.story):
        for field, ref, target in references(part, path):
            found = exhibit.items.get(target)
            unread = exhibit.unread.get(target)
            known = found.COLLECTION if found else unread.collection if unread else ""
            to = collections(ref)
            if known not in to:
                yield exhibit.story_problem(field, no_such_id(exhibit, to, target))
