"""Parse: loaded records become typed items, or problems that say what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from exhibit.load import Record
from exhibit.model.claims import Cited
from exhibit.model.kinds import KINDS, Item
from exhibit.nodes import Path
from exhibit.problems import Problem, did_you_mean

_HINTS = {
    "who": "ids of countries, organisations or people",
    "title": "the name of the item",
    "summary": "one plain sentence for lists",
}


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
            problems.extend(_problems(record, kind, error))
            continue
        _inherit(item, item.cite)
        items.append(item)
    return items, problems


def salvage(record: Record) -> Item:
    """What can be read of a record that did not parse: its sound fields, so that what they name is
    checked in the same run. It is not part of the exhibit."""
    kind = KINDS[record.collection]
    known: dict[str, Any] = {"id": record.id}
    item = kind.model_construct(None, **known)
    for name, value in record.root.plain().items():
        attribute = _attribute(kind, name)
        if attribute in kind.model_fields:
            with suppress(ValidationError):
                kind.__pydantic_validator__.validate_assignment(item, attribute, value)
    return item


def _inherit(part: BaseModel, cites: list[Any]) -> None:
    """Hand the citations of a part down to the parts inside it that have none of their own."""
    for value in part.__dict__.values():
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
        step = fields[name].alias or name
        if isinstance(value, BaseModel):
            yield from walk(value, (*path, step))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                if isinstance(inner, BaseModel):
                    yield from walk(inner, (*path, step, index))


def _problems(record: Record, kind: type[Item], error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        line, column = _where(record, detail)
        yield Problem(record.file, line, column, in_words(_written(record, detail)), _message(kind, detail))


def _written(record: Record, detail: ErrorDetails) -> Path:
    """The path as an editor would write it; what is missing or unknown ends it all the same."""
    path = detail["loc"]
    written = record.root.written(path)
    return (*written, path[-1]) if detail["type"] == "missing" else written


def _where(record: Record, detail: ErrorDetails) -> tuple[int, int]:
    path = detail["loc"]
    if detail["type"] == "missing":
        parent = record.root.find(path[:-1])
        return parent if path[:-1] else (1, 1)
    if detail["type"] == "extra_forbidden":
        return record.root.key(path[:-1], str(path[-1]))
    return record.root.find(path)


def in_words(path: Path) -> str:
    """A path as the report prints it: ``parties[3].who``; places in lists count from 1."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.lstrip(".")


def _message(kind: type[Item], detail: ErrorDetails) -> str:
    path, given = detail["loc"], detail.get("input")
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    match detail["type"]:
        case "missing":
            model = _model_at(kind, path[:-1])
            field = model.model_fields.get(name) if model else None
            return f"'{name}' is missing{_expected(field.annotation if field else None, name)}"
        case "extra_forbidden":
            model = _model_at(kind, path[:-1])
            known = [f.alias or n for n, f in model.model_fields.items() if n != "id"] if model else []
            hint = did_you_mean(str(path[-1]), known) or f"; its fields: {', '.join(sorted(known))}"
            return f"no field '{path[-1]}' here{hint}"
        case "enum":
            model = _model_at(kind, path[:-1])
            terms = _terms(model.model_fields[_attribute(model, name)].annotation) if model else []
            return f"'{given}' is not a term for {name}{did_you_mean(str(given), terms)}"
        case "value_error":
            return str(detail["ctx"]["error"])
        case "string_too_short" | "too_short":
            return f"'{name}' is empty; give a value or delete the line"
        case "string_type":
            return f"expected text, found {_shape(given)}"
        case "list_type" | "model_type" | "model_attributes_type" | "dict_type":
            return f"expected fields, found {_shape(given)}"
        case "bool_parsing":
            return f"'{given}' is neither true nor false"
        case "int_parsing" | "float_parsing":
            return f"'{given}' is not a number"
        case "less_than_equal" | "greater_than_equal":
            bound = detail["ctx"].get("le", detail["ctx"].get("ge"))
            return f"{given} is out of range; {'at most' if 'le' in detail['ctx'] else 'at least'} {bound:g}"
        case "string_too_long":
            return f"the text is longer than {detail['ctx']['max_length']:,} characters"
        case "string_pattern_mismatch":
            return f"'{str(given)[:80]}' {_PATTERNS.get(name, 'has the wrong form')}"
    return detail["msg"]


_PATTERNS = {
    "at": "is not a locator: 37 (paragraph), p7 (page), art3 (article), s2 (section), 37-39 (range)",
    "url": "is not an address: it must begin with https:// or http:// and hold no spaces",
    "archive": "is not an address: it must begin with https:// or http:// and hold no spaces",
    "id": "is not an id: lower-case letters, digits and single hyphens",
    "aliases": "is not an id: lower-case letters, digits and single hyphens",
    "lang": "is not a language code such as en, ru, kk",
    "wikidata": "is not a Wikidata id such as Q485207",
    "code": "is not a two-letter ISO 3166 code such as KZ",
    "last": "is not a locator: 80 (paragraph), p40 (page), art12 (article)",
}


def _shape(value: Any) -> str:
    return "a list" if isinstance(value, list) else "fields" if isinstance(value, dict) else f"'{value}'"


def _model_at(model: type[BaseModel] | None, path: Path) -> type[BaseModel] | None:
    """The model that stands at a path, found by following the annotations."""
    for step in path:
        if model is None:
            return None
        if isinstance(step, int):
            continue
        name = _attribute(model, step)
        if name not in model.model_fields:
            return None
        model = next(_models(model.model_fields[name].annotation), None)
    return model


def _attribute(model: type[BaseModel], step: str) -> str:
    return next((n for n, f in model.model_fields.items() if f.alias == step), step)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _terms(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [term.value for term in annotation]
    return [term for inner in get_args(annotation) for term in _terms(inner)]


def _expected(annotation: Any, name: str) -> str:
    terms = _terms(annotation)
    if terms:
        return f"; one of: {', '.join(terms)}"
    return f"; add `{name}: {_HINTS[name]}`" if name in _HINTS else ""
