"""The story as read: ``data/exhibit.yml`` becomes what the exhibit says of itself, or problems."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from exhibit.model.kinds import collections
from exhibit.model.story import Story
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.field_problems import field_problems
from exhibit.reading.id_messages import no_such_id
from exhibit.reading.link import references
from exhibit.reading.parts import walk
from exhibit.reading.record import Record


def parse_story(record: Record | None) -> tuple[Story, list[Problem]]:
    """The story that a file tells; with a fault in it, or without a file, what holds of itself."""
    if record is None:
        return Story(), []
    try:
        return Story.model_validate(record.root.data()), []
    except ValidationError as error:
        return Story(), list(field_problems(record, Story, error))


def link_story(exhibit: Exhibit) -> Iterator[Problem]:
    """What the story names and the exhibit does not have."""
    for path, part in walk(exhibit.story):
        for field, ref, target in references(part, path):
            found = exhibit.items.get(target)
            unread = exhibit.unread.get(target)
            known = found.COLLECTION if found else unread.collection if unread else ""
            to = collections(ref)
            if known not in to:
                yield exhibit.story_problem(field, no_such_id(exhibit, to, target))
