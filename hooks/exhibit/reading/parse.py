"""Parse: loaded records become typed items, or problems that say what would be right."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from exhibit.model.claims import Cited
from exhibit.model.kinds import KINDS, Item
from exhibit.problems.problem import Problem
from exhibit.reading.field_problems import field_problems
from exhibit.reading.record import Record


def parse(records: list[Record]) -> tuple[list[Item], list[Problem]]:
    """Type every record; each item's citations are handed down to the parts that have none."""
    items: list[Item] = []
    problems: list[Problem] = []
    for record in records:
        kind = KINDS[record.collection]
        data = record.root.data()
        if "id" in data:
            line, column = record.root.keys["id"]
            message = "the id is the file's name; delete this field"
            problems.append(Problem(record.file, line, column, "id", message))
            data.pop("id")
        try:
            item = kind.model_validate(data | {"id": record.id})
        except ValidationError as error:
            problems.extend(field_problems(record, kind, error))
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
