"""Parse: loaded records become typed items, or problems that say what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from exhibit.model.claims import Cited
from exhibit.model.kinds import KINDS, Item
from exhibit.problems.problem import Problem
from exhibit.reading.field_messages import refused
from exhibit.reading.load import Record
from exhibit.reading.nodes import Path


def parse(records: list[Record]) -> tuple[list[Item], list[Problem]]:
    """Type every record; each item's citations are handed down to the parts that have none."""
    items: list[Item] = []
    problems: list[Problem] = []
    for record in records:
        kind = KINDS[record.collection]
        plain = record.root.plain()
        if "id" in plain:
            line, column = record.root.keys["id"]
            message = "the id is the file's name; delete this field"
            problems.append(Problem(record.file, line, column, "id", message))
            plain.pop("id")
        try:
            item = kind.model_validate(plain | {"id": record.id})
        except ValidationError as error:
            problems.extend(refused(record, kind, error))
            continue
        _inherit(item, item.cite)
        items.append(item)
    return items, problems


def _inherit(part: BaseModel, cites: list[Any]) -> None:
    """Hand the citations of a part down to the parts inside it that have none of their own."""
    for value in part.__dict__.values():
        if value is None or isinstance(value, str):
            continue  # most are: to ask a model's class about each takes its time
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Cited):
                if inner.INHERITS and not inner.cite:
                    inner.cite = cites
                _inherit(inner, inner.cite)
            elif isinstance(inner, BaseModel):
                _inherit(inner, cites)


def walk(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every part of an item, with its path as an editor would write it (aliases, not attributes)."""
    yield path, part
    fields = type(part).model_fields
    for name, value in part.__dict__.items():
        if value is None or isinstance(value, str):
            continue
        step = fields[name].alias or name
        if isinstance(value, BaseModel):
            yield from walk(value, (*path, step))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                if isinstance(inner, BaseModel):
                    yield from walk(inner, (*path, step, index))
