"""One value may stand for a list of one: in every field that takes a list, of every kind, in the exhibit's own file too."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.editing.draft import example
from exhibit.editing.tidy import tidy
from exhibit.model.declared import Declared, declared
from exhibit.model.kinds import KINDS
from exhibit.model.story import Story
from exhibit.reading.find import Finder
from pydantic import BaseModel, TypeAdapter

DATA = TESTS / "exhibit" / "data"


def _lists() -> list[tuple[type[BaseModel], Declared]]:
    """Every field that takes a list: of the kinds, of the exhibit's own file, and of all that these are made of."""
    found, waiting = {}, [*KINDS.values(), Story]
    while waiting:
        model = waiting.pop()
        for field in declared(model):
            if field.inner and field.inner not in [seen for seen, _ in found.values()]:
                waiting.append(field.inner)
            if field.many:
                found[model, field.name] = (model, field)
    return list(found.values())


LISTS = _lists()


@pytest.mark.parametrize(
    ("model", "field"), LISTS, ids=lambda one: getattr(one, "__name__", getattr(one, "name", ""))
)
def test_in_a_field_that_takes_a_list_one_may_stand_alone(model: type[BaseModel], field: Declared) -> None:
    given = example(field.name, field.told.example)
    one = given[0] if isinstance(given, list) else given
    read = TypeAdapter(model.model_fields[field.attribute].rebuild_annotation())
    assert read.validate_python(one) == read.validate_python([one])


def test_these_are_the_fields_with_lists() -> None:
    """A walk that finds none proves nothing."""
    found = {(model.__name__, field.name) for model, field in LISTS}
    assert len(found) > 60
    assert found > {("Organisation", "members"), ("Step", "for"), ("Story", "marks"), ("BookPart", "pages")}


def alone(value: Any) -> Any:
    """A file's content with the only entry of each list in place of the list."""
    if isinstance(value, dict):
        return {key: alone(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return alone(value[0]) if len(value) == 1 else [alone(inner) for inner in value]
    return value


@pytest.fixture
def unlisted(tmp_path: Path) -> Path:
    """The tiny exhibit with every list of one written as that one."""
    shutil.copytree(DATA, tmp_path / "data")
    for path in tmp_path.rglob("*.yml"):
        content = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        path.write_text(yaml.safe_dump(alone(content), allow_unicode=True, sort_keys=False), "utf-8")
    return tmp_path


def test_an_exhibit_says_the_same_without_its_brackets(unlisted: Path) -> None:
    there, here = read_exhibit(DATA.parent, AS_OF), read_exhibit(unlisted, AS_OF)
    assert here.problems == []
    assert (here.exhibit.items, here.exhibit.story) == (there.exhibit.items, there.exhibit.story)
    finders = [Finder(outcome.exhibit.records.values()) for outcome in (there, here)]
    found = [[hit.id for hit in finder.find("Северляндия")] for finder in finders]
    assert found[0] == found[1] != []
    for record in here.exhibit.records.values():
        assert tidy(record.text, KINDS[record.collection])


FAULTS = [
    (
        "countries/northland",
        "names: {text: East, langg: ru}\n",
        "4:21: names.langg: no field 'langg' here; did you mean 'lang'?",
    ),
    (
        "countries/northland",
        "names: East\n",
        "4:8: names: expected fields, found 'East'; write `{text: East}`",
    ),
    ("countries/northland", "aliases: Über\n", "4:10: aliases: 'Über' is not an id"),
    (
        "exhibit",
        "pairs: {states: northlnd}\n",
        "2:17: pairs.states: no country 'northlnd'; did you mean 'northland'?",
    ),
    (
        "exhibit",
        "marks: {organisation: river-pact, shape: round, filling: full}\n",
        "2:42: marks.shape: 'round' is not a term",
    ),
]


@pytest.mark.parametrize(("file", "line", "told"), FAULTS)
def test_a_fault_in_one_that_stands_alone_is_told_at_its_place(
    tmp_path: Path, file: str, line: str, told: str
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / f"{file}.yml"
    kept = "title: Northland\ncode: XN\n\n" if file != "exhibit" else "\n"
    path.write_text(f"{kept}{line}", encoding="utf-8")
    problems = [str(problem) for problem in read_exhibit(tmp_path).problems]
    assert any(f"{file}.yml:{told}" in problem for problem in problems), problems
