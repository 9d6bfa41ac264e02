"""Refusals: what to say of a value or field that the model of an item does not take.

Each message says what is wrong and, where it can be told, what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

from babel import Locale
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from exhibit.model.claims import meant_locator
from exhibit.model.kinds import Item
from exhibit.problems.problem import MOST, Problem, did_you_mean, shown
from exhibit.problems.suggestion import fold, foreign, meant
from exhibit.reading.load import Record
from exhibit.reading.nodes import Path, in_words
from exhibit.reading.yaml_messages import NAMELESS, space_after_colon

_HINTS = {
    "who": "ids of countries, organisations or people",
    "title": "the name of the item",
    "summary": "one plain sentence for lists",
}


NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()


def refused(record: Record, kind: type[Item], error: ValidationError) -> Iterator[Problem]:
    """The problems of a record, no more than are told; a misspelt field is not missing as well."""
    details = error.errors(include_url=False)[:MOST]
    meant_by = {
        (detail["loc"][:-1], _field_meant(record, kind, detail["loc"]))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        if detail["type"] == "missing" and (detail["loc"][:-1], detail["loc"][-1]) in meant_by:
            continue
        line, column = _where(record, detail)
        message = _message(record, kind, detail)
        yield Problem(record.file, line, column, in_words(_written(record, detail)), message)


def _known_fields(kind: type[Item], path: Path) -> list[str]:
    """The fields, as written in YAML, of the part at a path."""
    model = _model_at(kind, path)
    return (
        [field.alias or name for name, field in model.model_fields.items() if name != "id"] if model else []
    )


def _field_meant(record: Record, kind: type[Item], path: Path) -> str | None:
    """The field that is meant by the unknown one at a path: one that is not there yet, if any is near."""
    known = _known_fields(kind, path[:-1])
    there = record.root.at(path[:-1]).keys
    return meant(str(path[-1]), [k for k in known if k not in there]) or meant(str(path[-1]), known)


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
    if detail["type"] == "list_type":
        value = record.root.at(path)
        return value.line, value.column
    line, column = record.root.find(path)
    short = record.root.at(path).value
    if path[-1:] == ("at",) and isinstance(short, str):
        column += short.find("#") + 1
    return line, column


def _message(record: Record, kind: type[Item], detail: ErrorDetails) -> str:
    path, given = detail["loc"], detail.get("input")
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if given == "" and detail["type"] not in ("missing", "extra_forbidden"):
        written = next((str(s) for s in reversed(record.root.written(path)) if isinstance(s, str)), name)
        return f"'{written}' is empty; give a value or delete the line"
    match detail["type"]:
        case "missing":
            model = _model_at(kind, path[:-1])
            field = model.model_fields.get(attribute_of(model, name)) if model else None
            return f"'{name}' is missing{_expected(field.annotation if field else None, name)}"
        case "extra_forbidden":
            return _unknown_field(record, kind, path)
        case "enum":
            terms = terms_at(kind, path)
            return f"{_shape(given)} is not a term for {name}{did_you_mean(str(given), terms)}"
        case "value_error":
            return str(detail["ctx"]["error"])
        case "string_too_short" | "too_short":
            return f"'{name}' is empty; give a value or delete the line"
        case "string_type":
            return f"expected one text, found {_shape(given)}; {_as_text(given)}"
        case "list_type":
            entry = _form(_model_at(kind, path)) or "…"
            return f"expected a list, found {_shape(given)}; begin each entry on its line with '- ', as in `- {entry}`"
        case "model_type" | "model_attributes_type" | "dict_type":
            form = _form(_model_at(kind, path))
            if isinstance(given, str):
                form = form.replace("…", shown(given, 40).strip("'"), 1)
            return f"expected fields, found {_shape(given)}{f'; write `{form}`' if form else ''}"
        case "bool_parsing" | "bool_type":
            return f"{_shape(given)} is neither true nor false{did_you_mean(str(given), ['true', 'false'])}"
        case "less_than_equal" | "greater_than_equal":
            bound = detail["ctx"].get("le", detail["ctx"].get("ge"))
            return f"{given} is out of range; {'at most' if 'le' in detail['ctx'] else 'at least'} {bound:g}"
        case "string_too_long":
            return f"the text is longer than {detail['ctx']['max_length']:,} characters; shorten or split it"
        case "string_pattern_mismatch" if name == "at":
            return f"{shown(given)} is not a locator{meant_locator(str(given))}"
        case "string_pattern_mismatch":
            wrong = f"{shown(given)} {_PATTERNS.get(name, 'has the wrong form')}"
            written = meant_form(name, str(given))
            return f"{wrong}; write {written}" if written else wrong
        case type_ if type_.startswith(("int_", "float_", "finite")):
            return f"{_shape(given)} is not a {'whole ' if type_.startswith('int') else ''}number{meant_number(str(given))}"
    return f"{_shape(given)} does not fit here; compare with the same field of another file"


def _unknown_field(record: Record, kind: type[Item], path: Path) -> str:
    name, known = str(path[-1]), _known_fields(kind, path[:-1])
    before, colon, _ = name.partition(":")
    if not name:
        return NAMELESS
    if colon and before in known:
        return space_after_colon(before)
    if best := _field_meant(record, kind, path):
        twice = " (it is there already)" if best in record.root.at(path[:-1]).keys else ""
        return f"no field {shown(name)} here; did you mean '{best}'?{twice}{foreign(name)}"
    if " " in name.strip() and _says_nothing(record, path):
        return f"{shown(name)} stands after a comma as if it were a field; a text with a comma in it needs 'single quotes' here"
    return f"no field {shown(name)} here; its fields: {', '.join(sorted(known))}"


def _says_nothing(record: Record, path: Path) -> bool:
    """Whether a field stands without a value, as what follows a comma between { and } does."""
    return not record.root.at(path).value


def meant_number(given: str) -> str:
    """The tail of a message about a number: how the one that is meant is written in figures."""
    plain = given[:40].strip().lower()
    if plain in NUMBERS:
        return f"; write {NUMBERS.index(plain)}"
    if re.match(r"^\d{1,3}([ ,.\u00a0\u202f']\d{3})+$", plain):
        return f"; write {re.sub(r'[^0-9]', '', plain)}"
    if decimal := re.match(r"^(-?\d+)[,.](\d+) *°? *[nsew]?$", plain):
        return f"; write {decimal.group(1)}.{decimal.group(2)}"
    if parts := re.match(r"^(-?)(\d{1,3})[°: ] *(\d{1,2})(?:['′: ] *(\d{1,2}))?['\"′″]* *([nsew]?)$", plain):
        sign, degrees, minutes, seconds, side = parts.groups()
        value = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
        minus = "-" if sign or side in ("s", "w") and side else ""
        return f"; write degrees as a decimal, {minus}{value:.2f}"
    return "; write it in figures, as in 12"


def meant_form(name: str, given: str) -> str:
    """A value as its field wants it, where that can be told: a code, an id, an address, a language."""
    plain = given[:200].strip()
    if name == "code" and re.match(r"^[A-Za-z]{2}$", plain):
        return plain.upper()
    if name == "wikidata" and (number := re.search(r"(?:^|/)[Qq]([1-9][0-9]*)$", plain)):
        return f"Q{number.group(1)}"
    if name in ("url", "archive") and re.match(r"^(//)?[\w-]+(\.[\w-]+)+(/\S*)?$", plain):
        return f"https://{plain.removeprefix('//')}"
    if name in ("id", "aliases"):
        return fold(plain)
    if name == "lang":
        languages = Locale("en").languages
        return next((code for code, word in languages.items() if word.lower() == plain.lower()), "")
    return ""


_PATTERNS = {
    "url": "is not an address: it must begin with https:// or http:// and hold no spaces",
    "archive": "is not an address: it must begin with https:// or http:// and hold no spaces",
    "id": "is not an id: lower-case letters, digits and single hyphens",
    "aliases": "is not an id: lower-case letters, digits and single hyphens",
    "lang": "is not a language code such as en, ru, kk",
    "wikidata": "is not a Wikidata id such as Q485207",
    "code": "is not a two-letter ISO 3166 code such as KZ",
    "light": "is not a colour in six figures such as #0b4f8a",
    "dark": "is not a colour in six figures such as #7fb6ee",
    "page": "is not an address: lower-case letters, digits and single hyphens",
    "pages": "is not a page such as about/index.md, nor a folder such as galleries/",
    "geometry": "is not the name of a file of hooks/geometry, such as world",
    "last": "is not a locator: 80 (paragraph), p40 (page), art12 (article)",
}


def _shape(value: Any) -> str:
    return "a list" if isinstance(value, list) else "fields" if isinstance(value, dict) else shown(value)


def _as_text(value: Any) -> str:
    """How to make one text of a list or of fields that stand where a text belongs."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, str):
        return f"write {shown(value)} without brackets"
    return "write one without brackets" if isinstance(value, list) else "put the text in 'single quotes'"


def _form(model: type[BaseModel] | None) -> str:
    """What a part looks like at the least: ``{who: …, status: …}``."""
    if model is None:
        return ""
    needed = [
        f.alias or name for name, f in model.model_fields.items() if f.is_required() and name != "readings"
    ]
    value = (
        getattr(next(_models(model.model_fields["readings"].annotation)), "VALUE", "")
        if "readings" in model.model_fields
        else ""
    )
    inner = ", ".join(f"{name}: …" for name in (*needed, value) if name)
    return f"{{{inner}}}" if inner else ""


def _model_at(model: type[BaseModel] | None, path: Path) -> type[BaseModel] | None:
    """The model that stands at a path, found by following the annotations."""
    for step in path:
        if model is None:
            return None
        if isinstance(step, int):
            continue
        name = attribute_of(model, step)
        if name not in model.model_fields:
            return None
        model = next(_models(model.model_fields[name].annotation), None)
    return model


def attribute_of(model: type[BaseModel], step: str) -> str:
    """The attribute behind a field's name in YAML (``from`` is ``start``)."""
    return next((n for n, f in model.model_fields.items() if f.alias == step), step)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def terms_at(kind: type[Item], path: Path) -> list[str]:
    """The terms of the vocabulary that the field at a path takes; none where it takes any text."""
    step = next((i for i in range(len(path) - 1, -1, -1) if isinstance(path[i], str)), 0)
    model = _model_at(kind, path[:step])
    field = model.model_fields.get(attribute_of(model, str(path[step]))) if model else None
    return _terms(field.annotation) if field else []


def _terms(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [term.value for term in annotation]
    return [term for inner in get_args(annotation) for term in _terms(inner)]


def _expected(annotation: Any, name: str) -> str:
    terms = _terms(annotation)
    if terms:
        return f"; one of: {', '.join(terms)}"
    return f"; add `{name}: {_HINTS[name]}`" if name in _HINTS else ""
