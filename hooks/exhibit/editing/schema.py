"""JSON Schema for each collection, generated from the models, for completion and hover texts in an editor.

Written for YAML Language Server: draft 07, plain words in ``description``, an example for each field, and one
shape for the short and long forms of a field, so that a fault is told once and at its place. It is as strict as
can be without ever refusing what ``exhibit check`` accepts.
"""

from __future__ import annotations

import inspect
import json
import re
from enum import EnumMeta
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from exhibit.editing.draft import example
from exhibit.model.citation import Citation
from exhibit.model.dates import FORMS, PATTERN, Edtf
from exhibit.model.declared import Declared, declared, mapping
from exhibit.model.fields import Point, Readings
from exhibit.model.item import Item
from exhibit.model.kinds import KINDS, collections
from exhibit.model.locators import short_citation
from exhibit.model.references import ID, Ref
from exhibit.model.story import Story
from exhibit.model.vocabulary import Term

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"

_IN_QUOTES = {
    "boolean": ("^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$", "true or false"),
    "integer": ("^[0-9]+$", "a whole number"),
    "number": (r"^-?[0-9]+(\.[0-9]+)?$", "a number"),
}
"""How a value that is no text may stand in quotes, and what an editor is told of one that is neither."""


def schemas() -> dict[str, str]:
    """The text of each schema file that the models give, by file name: ``treaties.json``."""
    kinds = {f"{name}.json": _text(kind.SINGULAR, kind) for name, kind in KINDS.items()}
    return kinds | {"exhibit.json": _text("exhibit", Story)}


def _text(title: str, model: type[BaseModel]) -> str:
    maker = _Maker()
    whole = {"$schema": DRAFT, "title": title, **maker.object(model)}
    whole["definitions"] = dict(sorted(maker.definitions.items()))
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


class _Maker:
    """Makes the schema of one collection; models and vocabularies become definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def object(self, model: type[BaseModel]) -> Schema:
        """The schema of a mapping with the fields of a model, in the order in which a file has them."""
        fields = [
            field for field, _ in mapping(model) if not (field.name == "id" and issubclass(model, Item))
        ]
        told = {} if issubclass(model, Readings) else {"description": _first_paragraph(model)}
        whole: Schema = told | {  # a field is told of where it stands, not as the sort of field it is
            "type": "object",
            "additionalProperties": False,
            "properties": {field.name: self._property(field) for field in fields},
        }
        if required := [field.name for field in fields if field.required and field.name != "readings"]:
            whole["required"] = required
        return whole

    def _property(self, field: Declared) -> Schema:
        sentence = f"{field.told.sentence}{_meanings(field.terms)}"
        return self.of(_annotation(field)) | {
            "description": sentence,
            "examples": [_example(field)],
        }

    def of(self, annotation: Any, *metadata: Any) -> Schema:
        """The schema of a value by its annotation."""
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.of(parts[0], *parts[1:], *metadata)
        if origin in (Union, UnionType):
            return self.of(next(part for part in parts if part is not NoneType), *metadata)
        if origin is list:
            return _one_or_many(self.of(parts[0]))
        if ref := next((mark for mark in metadata if isinstance(mark, Ref)), None):
            return _ids(collections(ref))
        if annotation is Edtf:
            return self._define("date", _date())
        if isinstance(annotation, EnumMeta):
            return self._define(annotation.__name__, _vocabulary(annotation))
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._model(annotation)
        return _plain(TypeAdapter(Annotated[annotation, *metadata] if metadata else annotation).json_schema())

    def _model(self, model: type[BaseModel]) -> Schema:
        name = model.__name__
        if name in self.definitions:
            return _to(name)
        self.definitions[name] = {}
        schema = self.object(model)
        if model is Citation:
            short = {"type": "string", "pattern": short_citation(ID)}
            schema = {"anyOf": [_ids(("sources",)), short, schema]}
        elif issubclass(model, Readings) and not issubclass(model, Point):
            claim = model.claim_model()
            value = next(field for field in declared(claim) if field.name == claim.VALUE)
            schema = {"anyOf": [self.of(_annotation(value)), schema]}
        self.definitions[name] = schema
        return _to(name)

    def _define(self, name: str, schema: Schema) -> Schema:
        self.definitions.setdefault(name, schema)
        return _to(name)


def _one_or_many(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _annotation(field: Declared) -> Any:
    """The annotation of a field with what pydantic has taken out of it."""
    annotation = field.info.annotation
    return Annotated[annotation, *field.info.metadata] if field.info.metadata else annotation


def _to(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _ids(collections: tuple[str, ...]) -> Schema:
    links = [{"$ref": f"ids.json#/definitions/{name}"} for name in collections]
    return links[0] if len(links) == 1 else {"anyOf": links}


def _date() -> Schema:
    told = (
        "A date no surer than its source: 1963-04-26 a day, 1963-04 a month, 1963 a year, 197X a decade, 1963-04~ "
        "about then, 1963? perhaps then, 1977-12-01/1977-12-02 from one day to another, [1966..1969] some day "
        "between, [..1971] not after, [1966,1969] one or the other, unknown."
    )
    number = {"minimum": 1000, "maximum": 2999}  # a year alone is a number to YAML
    fault = f"not {FORMS}"
    return {
        "description": told,
        "type": ["string", "integer"],
        "pattern": PATTERN,
        **number,
        "errorMessage": fault,
    }


def _vocabulary(terms: EnumMeta) -> Schema:
    known: list[Term] = list(terms)
    return {
        "description": _first_paragraph(terms),
        "enum": [term.value for term in known],
        "markdownEnumDescriptions": [term.meaning for term in known],
    }


def _meanings(terms: tuple[Term, ...]) -> str:
    """The words of a vocabulary with their meanings, as the tail of a hover text."""
    return "".join(["\n", *(f"\n- {term.value}: {term.meaning}" for term in terms)]) if terms else ""


def _plain(schema: Schema) -> Schema:
    """Every scalar is the text an editor typed: a text may look like a number, a number may be quoted."""
    kind = schema.get("type")
    if isinstance(kind, str) and kind in _IN_QUOTES:
        quoted, told = _IN_QUOTES[kind]
        return schema | {"type": [kind, "string"], "pattern": quoted, "errorMessage": f"not {told}"}
    if kind == "string":
        pattern = schema.get("pattern")
        takes_numbers = pattern is None or re.search(pattern, "37")
        schema["type"] = (
            ["string", "number", *([] if pattern else ["boolean"])] if takes_numbers else "string"
        )
    return schema


def _first_paragraph(of: Any) -> str:
    text = (inspect.getdoc(of) or "").partition("\n\n")[0]
    return " ".join(text.replace("``", "").split())


def _example(field: Declared) -> Any:
    return _value(example(field.name, field.told.example), quoted="'" in field.told.example)


def _value(value: Any, quoted: bool) -> Any:
    """An example as JSON has it: numbers and truth values that stand unquoted are such."""
    if isinstance(value, str) and not quoted and re.fullmatch(r"true|false|-?[0-9]+(\.[0-9]+)?", value):
        return json.loads(value)
    return value
