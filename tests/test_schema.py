"""The schema files are what the models and the data say, accept all that the check accepts, and explain themselves."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
import yaml
from conftest import ROOT
from exhibit.checking.read import read_exhibit
from exhibit.editing.ids import id_lists
from exhibit.editing.schema import schemas
from exhibit.model.dates import PATTERN, DateError, parse_date
from exhibit.model.kinds import KINDS
from exhibit.model.vocabulary import Term
from exhibit.reading.exhibit import Exhibit
from jsonschema import Draft7Validator
from referencing import Registry, Resource

FOLDER = ROOT / "schema"


def test_the_schema_files_are_what_the_models_say() -> None:
    found = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json") if path.name != "ids.json"}
    assert found == schemas(), "run: make schema"


def test_the_ids_offered_are_those_of_the_data() -> None:
    found = (FOLDER / "ids.json").read_text("utf-8")
    assert found == id_lists(read_exhibit(ROOT).exhibit), (
        "run: make check (it lists the ids anew), and commit"
    )


class CoreLoader(yaml.CSafeLoader):
    """YAML 1.2's core schema, as editors' programs read it: NO and 1996-04-26 are texts, 37 is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, first in (
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


@cache
def validator(collection: str) -> Draft7Validator:
    texts = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
    resources = [(f"file:///schema/{name}", Resource.from_contents(text)) for name, text in texts.items()]
    registry: Registry[Any] = Registry().with_resources(resources)
    Draft7Validator.check_schema(texts[f"{collection}.json"])
    return Draft7Validator({"$ref": f"file:///schema/{collection}.json"}, registry=registry)


def faults(collection: str, text: str) -> list[str]:
    """The places at which the schema finds fault with a file's text."""
    found = validator(collection).iter_errors(yaml.load(text, CoreLoader))
    return sorted(error.json_path for error in found)


@pytest.mark.parametrize("collection", KINDS)
def test_no_file_of_the_exhibit_gets_a_false_alarm(collection: str) -> None:
    paths = sorted((ROOT / "data" / collection).glob("*.yml"))
    wrong = {path.name: found for path in paths if (found := faults(collection, path.read_text("utf-8")))}
    assert (wrong, len(paths) > 20) == ({}, True)


FORMS = [
    # a line of a person's file, whether it has the right form
    ("country: kazakhstan", True),
    ("country: kazakstan", False),
    ("country: sco", False),
    ("born: 1940", True),
    ("born: 194X", True),
    ("born: '1940'", True),
    ("born: 1940-07-06~", True),
    ("born: 1940-7-6", False),
    ("born: [1940, 1941]", False),
    ("born: '[1940,1941]'", True),
    ("born: {date: 1940, cite: icds-2016}", True),
    ("born: {date: 1940, cite: 'icds-2016#37'}", True),
    ("born: {date: 1940, cite: ['icds-2016#p37-39', e-history-2013]}", True),
    ("born: {date: 1940, cite: {source: icds-2016, at: 37, phrase: 2001}}", True),
    ("born: {date: 1940, cite: icds-2015}", False),
    ("born: {date: 1940, cite: 'icds-2016#x'}", False),
    ("born: {day: 1940}", False),
    ("born: {readings: [{date: 1940}, {date: 1941, because: it is so}]}", True),
    ("born: {steps: [{act: a, date: 1940, counts: true}]}", True),
    ("born: {steps: [{act: a, date: 1940, counts: 'true'}]}", True),
    ("born: {steps: [{act: a, date: 1940, counts: 1940}]}", False),
    ("born: {never: yes, cite: icds-2016}", True),
    ("note: 2001", True),
    ("note: NO", True),
    ("note: [a]", False),
    ("see: sco", True),
    ("see: [sco, kazakhstan]", True),
    ("see: icds-2016", False),
    ("points: [{about: a, text: 27}]", True),
    ("points: [{text: a}]", False),
    ("wikidata: Q1", True),
    ("wikidata: 1", False),
    ("id: a", False),
]


@pytest.mark.parametrize(("line", "sound"), FORMS)
def test_the_schema_knows_the_short_and_long_forms(line: str, sound: bool) -> None:
    assert (faults("people", f"title: A\n{line}\n") == []) is sound


DATES = (
    "1996 1996-04 1996-04-26 197X 19XX 1996-XX 1996-04-XX 1996-21 1996? 1996-04~ 1996-04-26% unknown".split()
)
DATES += "A/B A/.. A/ ../B /B [A..B] [..B] [A..] [A,B]".replace("A", "1996-04").replace("B", "1997").split()
DATES += [
    "[1996, 1997, 1998-04]",
    "96",
    "1996-4",
    "1996/1997/1998",
    "/",
    "[..]",
    "[1996]",
    "1996-04-26T10",
    "May 1996",
    "",
]


@pytest.mark.parametrize("text", DATES)
def test_the_pattern_of_a_date_never_refuses_what_can_be_read(text: str) -> None:
    try:
        parse_date(text)
    except DateError:
        assert not re.search(PATTERN, text)
    else:
        assert re.search(PATTERN, text)


def _properties(schema: Any) -> list[tuple[str, Any]]:
    if isinstance(schema, list):
        return [pair for inner in schema for pair in _properties(inner)]
    if not isinstance(schema, dict):
        return []
    own = list(schema["properties"].items()) if isinstance(schema.get("properties"), dict) else []
    return own + [pair for inner in schema.values() for pair in _properties(inner)]


@pytest.mark.parametrize("collection", KINDS)
def test_every_field_has_a_sentence_and_an_example_of_its_own_form(collection: str) -> None:
    schema = json.loads((FOLDER / f"{collection}.json").read_text("utf-8"))
    found = _properties(schema)
    assert len(found) > 20
    for name, field in found:
        assert re.match(r"[A-Z]|true |false ", field["description"]), name
        assert field["description"].partition("\n")[0].endswith("."), name
        assert len(field["examples"]) == 1, name


def test_every_word_of_a_vocabulary_has_its_meaning() -> None:
    for vocabulary in Term.__subclasses__():
        for term in vocabulary:
            assert term.meaning and term.meaning != term.value and not term.meaning.endswith("."), term


def test_an_empty_collection_does_not_break_the_schema() -> None:
    lists = json.loads(id_lists(Exhibit({}, {})))["definitions"]
    assert [sorted(choice) for choice in lists.values()] == [["description", "type"]] * 8
    Draft7Validator.check_schema({"definitions": lists})
