"""Parse: loaded records become typed items, or problems that say what would be right."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from exhibit.model.claims import Cited
from exhibit.model.kinds import KINDS, Item
from exhibit.model.wording import with_article
from exhibit.problems.problem import Problem
from exhibit.reading.field_problems import field_problems
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.record import Record


def parse(records: list[Record], kept: KeptFiles | None = None) -> tuple[list[Item], list[Problem]]:
    """Type every record; each item's citations are handed down to the parts that have none. kept: of the last reading.

    A record that lies in the wrong folder is put right in the list, so that what names it is not wrong as well.
    """
    items: list[Item] = []
    problems: list[Problem] = []
    kept = kept or KeptFiles()
    for number, record in enumerate(records):
        if same := kept.item(record):
            items.append(same)
            continue
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
            if (other := _of_another_kind(record, data)) and error.error_count() > 1:
                records[number] = replace(record, collection=other)
                problems.append(Problem(record.file, 1, 1, "", _mislaid(record.collection, other)))
            else:
                problems.extend(field_problems(record, kind, error))
            continue
        _inherit(item, item.cite)
        items.append(item)
        if "id" not in record.root.keys:
            kept.items[record.file] = record, item
    return items, problems


def _of_another_kind(record: Record, data: dict[str, Any]) -> str | None:
    """The collection in which a file of a few fields, or more, would be sound."""
    for collection, kind in KINDS.items() if len(data) > 2 else ():
        with suppress(ValidationError):
            kind.model_validate(data | {"id": record.id})
            return collection
    return None


def _mislaid(here: str, there: str) -> str:
    fields = f"these are the fields of {with_article(KINDS[there].SINGULAR)}"
    return f"{fields}, not of {with_article(KINDS[here].SINGULAR)}; move the file to data/{there}/"


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
