"""Versions: a data file as it once stood, read with today's models as far as it can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml
from pydantic import ValidationError

from exhibit.changes.commits import data_file
from exhibit.model.kinds import KINDS, Item
from exhibit.reading.nodes import UnreadableError, read
from exhibit.reading.partial import sound_fields
from exhibit.reading.record import Record


@dataclass(frozen=True, eq=False)
class Version:
    """One version of an item, its citations where they were written (none handed down).

    item: None where nothing of the file can be read. unread: what stands in the fields that today's
    models cannot read, by name; they are left out of comparisons.
    """

    item: Item | None
    unread: Mapping[str, Any] = field(default_factory=dict)


NOTHING = Version(None)


def _valid(kind: type[Item], data: dict[str, Any]) -> Item:
    """The item of an earlier version, without what its parts had that there is no field for today."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        unknown = [found["loc"] for found in error.errors() if found["type"] == "extra_forbidden"]
        inside = [loc for loc in unknown if len(loc) > 1]
        if not inside:
            raise
        return kind.model_validate(_without(data, inside))


def _without(data: dict[str, Any], places: Iterable[tuple[int | str, ...]]) -> dict[str, Any]:
    left = deepcopy(data)
    for *path, name in places:
        part: Any = left
        for step in path:
            part = part[step]
        del part[name]
    return left


@lru_cache(maxsize=16384)
def version(path: str, text: str) -> Version:
    """The version of an item that a data file's text holds; never raises."""
    collection, id_ = data_file(path) or ("", "")
    if "\ufffd" in text:
        return NOTHING  # what was not UTF-8 is no text of a file
    try:
        record = Record(path, collection, id_, text, read(text))
        data = record.root.data()
    except (yaml.YAMLError, UnreadableError, RecursionError, ValueError):
        return NOTHING
    try:
        return Version(_valid(KINDS[collection], data | {"id": id_}))
    except ValidationError as error:
        faults = {
            str(detail["loc"][0])
            for detail in error.errors(include_url=False)
            if len(detail["loc"]) > 1 or (detail["loc"] and detail["type"] != "missing")
        }
        return Version(
            sound_fields(KINDS[collection], data | {"id": id_}),
            {name: data.get(name) for name in sorted(faults)},
        )
