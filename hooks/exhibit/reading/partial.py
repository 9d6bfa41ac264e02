"""Partial items: what can be read of a record with faults, so that what it names is checked in the same run.

Each wrong value is replaced by a stand-in that parses, each unknown field taken out; what cannot be
mended is left out as a whole. The result is never part of the exhibit: only its references count.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exhibit.model.kinds import KINDS, Item
from exhibit.reading.field_messages import attribute_of, terms_at
from exhibit.reading.nodes import Path
from exhibit.reading.record import Record

ROUNDS = 6
"""How often a record is mended: a fault may hide behind another one."""


def partial_item(record: Record) -> Item:
    """The sound parts of a record that did not parse."""
    kind = KINDS[record.collection]
    data = record.root.data() | {"id": record.id}
    seen: set[Path] = set()
    for _ in range(ROUNDS):
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                _mend(data, kind, detail, again=detail["loc"] in seen)
                seen.add(detail["loc"])
    return sound_fields(kind, data)


def sound_fields(kind: type[Item], data: dict[str, Any]) -> Item:
    """Only the fields of a record that parse by themselves, with no stand-ins; data: with its id."""
    known: dict[str, Any] = {"id": data["id"]}
    item = kind.model_construct(None, **known)
    for name, value in data.items():
        attribute = attribute_of(kind, name)
        if attribute in kind.model_fields:
            with suppress(ValidationError):
                kind.__pydantic_validator__.validate_assignment(item, attribute, value)
    return item


def _mend(data: dict[str, Any], kind: type[Item], detail: ErrorDetails, again: bool) -> None:
    """Put a stand-in where a fault is; take the whole field out where that did not help before."""
    path = detail["loc"]
    holder, step = _holder(data, path)
    if detail["type"] == "missing":
        inner = _child(holder, step) if step is not None else data
        terms = terms_at(kind, path)
        if isinstance(inner, dict) and not again:
            inner[str(path[-1])] = terms[0] if terms else "unknown" if path[-1] == "date" else "-"
            return
    stand_in = None if again else _stand_in(_child(holder, step), kind, detail)
    if stand_in is not None and step is not None:
        holder[step] = stand_in
    elif again:
        data.pop(str(path[0]), None)
    elif isinstance(holder, dict):
        holder.pop(step, None)


def _stand_in(value: Any, kind: type[Item], detail: ErrorDetails) -> str | None:
    """A value that parses in place of a wrong one; nothing where the field is to go."""
    match detail["type"]:
        case "enum":
            return next(iter(terms_at(kind, detail["loc"])), None)
        case "value_error" if isinstance(value, str):
            return "unknown"
        case "string_pattern_mismatch" if isinstance(value, str) and detail["loc"][-1] == "at":
            return value.partition("#")[0] if "#" in value else "1"
        case "bool_parsing":
            return "false"
        case type_ if type_.startswith(("int_", "float_", "less_", "greater_")):
            return "1"
    return None


def _holder(data: Any, path: Path) -> tuple[Any, Any]:
    """The mapping or list that holds the innermost written step of a path, and that step."""
    holder, last, here = data, None, data
    for step in path:
        child = _child(here, step)
        if child is not None:
            holder, last, here = here, step, child
    return holder, last


def _child(holder: Any, step: Any) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        return holder[step]
    return None
