"""The story as read: ``data/exhibit.yml`` becomes what the exhibit says of itself, or problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pydantic import ValidationError

from exhibit.model.kinds import Item
from exhibit.model.story import Story
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.field_messages import refused
from exhibit.reading.link import missing, references
from exhibit.reading.load import Record
from exhibit.reading.parse import walk


def parse_story(record: Record | None) -> tuple[Story, list[Problem]]:
    """The story that a file tells; with a fault in it, or without a file, what holds of itself."""
    if record is None:
        return Story(), []
    try:
        return Story.model_validate(record.root.plain()), []
    except ValidationError as error:
        return Story(), list(refused(record, cast("type[Item]", Story), error))


def link_story(exhibit: Exhibit) -> Iterator[Problem]:
    """What the story names and the exhibit does not have."""
    for path, part in walk(exhibit.story):
        for field, ref, target in references(part, path):
            found = exhibit.items.get(target)
            unread = exhibit.unread.get(target)
            known = found.COLLECTION if found else unread.collection if unread else ""
            if known not in ref.to:
                yield exhibit.story_problem(field, missing(exhibit, ref.to, target))
