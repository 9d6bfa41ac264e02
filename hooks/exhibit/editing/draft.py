"""Drafts: the text of a new item's file, generated from the models, with advice on what is not yet filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from pydantic import BaseModel

from exhibit.model.declared import Declared, declared
from exhibit.model.item import Item
from exhibit.model.kinds import collections
from exhibit.model.told import ModelError
from exhibit.model.vocabulary import Term
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.link import reference_fields
from exhibit.reading.nodes import UnreadableError, read
from exhibit.reading.record import Record

Given = Mapping[str, list[str]]
"""What an editor has given: the values of each field by its name in YAML."""


def example(name: str, text: str) -> Any:
    """The example of a field as YAML reads it. Raises ModelError where it cannot."""
    try:
        return read(f"example: {text}").data()["example"]
    except (yaml.YAMLError, UnreadableError) as error:
        raise ModelError(f"the example of {name} is not YAML: {text}") from error


@dataclass(frozen=True)
class Field:
    """One field of a kind of item as an editor meets it.

    told, example: see Told; vocabulary: the terms to choose from; many: whether it takes several values;
    plain: whether its value is a word or a line, which can be given on the command line; to: the collections whose
    ids may stand there; belongs: whether it is what puts an item in its place among the others.
    """

    name: str
    told: str
    example: str
    vocabulary: tuple[Term, ...]
    many: bool
    plain: bool
    required: bool
    is_claim: bool
    prose: bool
    to: tuple[str, ...]
    belongs: bool

    @property
    def terms(self) -> tuple[str, ...]:
        """The words to choose from, as they are written in a file."""
        return tuple(term.value for term in self.vocabulary)

    @property
    def spoken(self) -> str:
        """The example as one would type it: one value, without YAML's quotes and brackets."""
        value = example(self.name, self.example)
        while isinstance(value, dict | list):
            value = next(iter(value.values() if isinstance(value, dict) else value))
        return str(value)


@cache
def fields(kind: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a kind, or of a part of an item, in the order in which a file has them."""
    found = []
    for one in declared(kind):
        if one.name in ("id", "aliases") and issubclass(kind, Item):
            continue
        plain = one.name == "cite" or one.is_claim or (one.inner is None and not one.prose)
        told = one.told
        found.append(
            Field(
                one.name,
                told.sentence,
                told.example,
                one.terms,
                one.many,
                plain,
                one.required,
                one.is_claim,
                one.prose,
                _names(one),
                plain
                and (one.name == "country" or one.told.when == 1 or one.told.where or one.told.involves),
            )
        )
    return tuple(found)


def _names(field: Declared) -> tuple[str, ...]:
    """The collections whose ids may stand in a field as it is typed."""
    if field.name == "cite":
        return ("sources",)
    if field.ref:
        return collections(field.ref)
    return ("places",) if field.told.where else ()


def missing_fields(kind: type[Item], given: Given) -> list[str]:
    """The fields without which an item of the kind cannot stand: those its model needs, those that it needs
    with what is given, and a citation for what is dated or attributed."""
    needed = [*(field.name for field in fields(kind) if field.required), *kind.needed(given)]
    if any(field.is_claim and (field.name in needed or field.name in given) for field in fields(kind)):
        needed.append("cite")
    return [name for name in needed if name not in given]


def welcome(kind: type[Item], given: Given) -> list[str]:
    """The fields beside those without which an item has no place among the others: its first date, its place, its
    organisations, whom it concerns, and who says so."""
    names = [field.name for field in fields(kind) if field.belongs]
    return [
        name for name in [*names, *(["cite"] if kind.COLLECTION != "sources" else [])] if name not in given
    ]


def write(kind: type[Item], given: Given, short: str = "", exhibit: Exhibit | None = None) -> str:
    """The text of the file. short: an abbreviation to stand among the names; exhibit: where the ids come from
    that stand as examples."""
    head = [
        f"# yaml-language-server: $schema=../../schema/{kind.COLLECTION}.json",
        f"# A new {kind.SINGULAR}. What begins with # is advice: where you know it, take the # away and put",
        "# your own words; delete the rest. Dates, citations and rival readings: docs/contributing/",
    ]
    blocks = ["\n".join(head)]
    for field in fields(kind):
        lines = [f"# {field.told}"]
        if field.terms:
            lines.append(f"# One of: {', '.join(field.terms)}.")
        if field.name == "names" and short:
            lines.append(f"names:\n  - {{text: {in_yaml(short, flow=True)}, kind: short}}")
        elif field.name in given:
            lines.append(f"{field.name}: {_value(given[field.name])}")
        elif field.prose:
            lines.append(f"# {field.name}: |\n#   {field.example}")
        else:
            lines.append(f"# {field.name}: {_example(kind, field, exhibit)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _example(kind: type[Item], field: Field, exhibit: Exhibit | None) -> str:
    """What stands as an example: where an id is wanted, one that is there."""
    wanted = next((ref for _, ref, name in reference_fields(kind) if name == field.name), None)
    id_ = exhibit.example(collections(wanted)) if exhibit and wanted else ""
    if not id_:
        return field.example
    return f"[{id_}]" if field.example.startswith("[") else id_


def _value(values: list[str]) -> str:
    if len(values) == 1:
        return in_yaml(values[0])
    return f"[{', '.join(in_yaml(value, flow=True) for value in values)}]"


def in_yaml(text: str, flow: bool = False) -> str:
    """A text as one YAML value, in quotes only where it needs them; flow: within [ ] or { }."""
    quoted = "'" + text.replace("'", "''") + "'"
    if "#" in text or _read_back(f"k: [{text}]" if flow else f"k: {text}") != ([text] if flow else text):
        return quoted
    return text


def _read_back(line: str) -> Any:
    try:
        return read(line).data()["k"]
    except (yaml.YAMLError, UnreadableError):
        return None


def record(kind: type[Item], id_: str, text: str) -> Record:
    """The draft as a loaded file. Raises a YAML error or refusal, which means that a value has a control
    character."""
    return Record(f"data/{kind.COLLECTION}/{id_}.yml", kind.COLLECTION, id_, text, read(text))
