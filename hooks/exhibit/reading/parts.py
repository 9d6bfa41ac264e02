"""Parts: all that an item is made of, each with its path: the walk over values (over models: ``model/declared.py``)."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from exhibit.reading.nodes import Path


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
