"""What the models say of themselves: of every field and kind, once, where it is declared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, tiny_project
from exhibit.commands.cli import main
from exhibit.model.claims import Many, Step, TextClaim
from exhibit.model.dates import Edtf
from exhibit.model.declared import declared, field_of
from exhibit.model.fields import DateField, NumberField, Point
from exhibit.model.item import Item
from exhibit.model.kinds import KINDS, Action, Body, Event, Office, Source, Spell, Treaty
from exhibit.model.part import Model
from exhibit.model.told import ModelError, told


def _models(kind: type[Model] = Model) -> list[type[Model]]:
    """The models of the engine; those that a test declares may still be about."""
    every = [kind, *(model for inner in kind.__subclasses__() for model in _models(inner))]
    return [model for model in every if model.__module__.startswith("exhibit.")]


def test_of_every_field_of_every_model_something_is_told() -> None:
    for model in _models():
        for field in declared(model):
            assert field.told.sentence and field.told.example and field.word, (model, field.name)


def test_a_field_of_which_nothing_is_told_is_named() -> None:
    class Mute(Model):
        sound: str

    with pytest.raises(ModelError, match="Mute.sound: declare it with told"):
        declared(Mute)


WRONG = [
    ("when=", Many[DateField], {"when": 1}),
    ("when=", str, {"when": 1}),
    ("where=", DateField, {"where": True}),
    ("event=", Edtf, {"event": "Held"}),
]


@pytest.mark.parametrize(("says", "type_", "more"), WRONG)
def test_what_a_type_cannot_give_is_named(says: str, type_: Any, more: dict[str, Any]) -> None:
    field = told("When.", "1999", default=None, **more)
    odd = type("Odd", (Model,), {"__annotations__": {"it": type_}, "it": field, "__module__": "odd"})
    with pytest.raises(ModelError, match=f"Odd.it: told\\(\\) says {says}"):
        declared(odd)


def test_a_list_for_which_one_may_not_stand_is_named() -> None:
    class Strict(Model):
        words: list[str] = told("Some words.", "[one, two]", default=[])

    with pytest.raises(ModelError, match=re.escape("Strict.words: declare a list as Many[…]")):
        declared(Strict)


def test_a_command_tells_of_a_model_at_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Loud(Event):
        sound: str = told("How it sounded.", "loud: [", default="")

    monkeypatch.setitem(KINDS, "events", Loud)
    (tmp_path / "data").mkdir()
    assert main(["schema", str(tmp_path), "--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "a model is at fault: the example of sound is not YAML: loud: [\n"


HEADING = re.compile(r"<(?:th|dt)\b[^>]*>([^<{]+)</")


def test_no_template_types_a_label_that_a_field_or_kind_declares() -> None:
    """A heading of a table that a declaration gives is read from there: ``{{ item | label("note") }}``."""
    labels = {field.told.label for model in _models() for field in declared(model)} - {""}
    labels |= {label for kind in KINDS.values() for label in (kind.PLURAL, *kind.JOINED[:1], kind.HOSTED)}
    typed = [
        f"{path.name}:{number}: {words}"
        for path in sorted((ROOT / "hooks" / "templates").rglob("*.jinja"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for words in HEADING.findall(line)
        if words.strip() in labels
    ]
    assert typed == []


def test_a_kind_refuses_a_keyword_that_it_does_not_know() -> None:
    said = "Dance: a kind of item has no keyword 'colection'; did you mean 'collection'?"
    with pytest.raises(ModelError, match=re.escape(said)):

        class Dance(Item, colection="dances"):
            pass


def test_a_word_that_no_field_can_be_told_is_named_with_its_field() -> None:
    class Deaf(Model):
        sound: str = told("How it sounds.", "loud", lable="Sound")

    with pytest.raises(
        ModelError, match=re.escape("Deaf.sound: told() has no 'lable'; did you mean 'label'?")
    ):
        declared(Deaf)


MISTAKES = [
    ('label="Language"', 'lable="Language"', "Source.lang: told() has no 'lable'; did you mean 'label'?"),
    (
        'plural="Sources"',
        'plurals="Sources"',
        "Source: a kind of item has no keyword 'plurals'; did you mean 'plural'?",
    ),
]
COMMANDS = [
    ["mkdocs", "build"],
    ["exhibit.commands.cli", "check"],
    ["exhibit.commands.cli", "schema"],
    ["exhibit.commands.cli", "pages"],
]


@pytest.mark.parametrize(("right", "wrong", "says"), MISTAKES)
def test_a_model_at_fault_is_one_line_of_every_command(
    tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    folder = tiny_project(tmp_path / "project")
    (folder / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    model = folder / "hooks/exhibit/model/source.py"
    assert right in (text := model.read_text("utf-8"))
    model.write_text(text.replace(right, wrong), encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hooks/mkdocs_hook.py]\n", encoding="utf-8")
    for command in COMMANDS:
        run = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode != 0
        assert (run.stdout + run.stderr).strip() == f"a model is at fault: {says}"


ORDER = [
    (Step, "act date by for never quote cite said counts doubt because inferred note as_of"),
    (TextClaim, "text never quote cite said stands why doubt because inferred note as_of"),
    (NumberField, "readings"),
    (DateField, "steps readings"),
    (Point, "about readings"),
    (Spell, "who status from to opened_by closed_by never cite said doubt note as_of"),
    (Action, "who act date never cite said doubt note as_of"),
    (Office, "title of from to cite said doubt note as_of"),
    (Body, "id title names kind founded ended seat points cite said doubt note as_of account"),
    (
        Treaty,
        "id title names summary type manner organisations adopted_at place adopted signed in_force provisional "
        "registered ended adopted_by parties depositary registration amends points see cite said doubt note "
        "as_of wikidata aliases account picture",
    ),
]


@pytest.mark.parametrize(("model", "fields"), ORDER, ids=lambda value: getattr(value, "__name__", ""))
def test_the_fields_of_a_file_stand_in_the_order_declared(model: type[Model], fields: str) -> None:
    """First those that say so, a class's own before those it inherits, and after the one they name."""
    assert [field.name for field in declared(model)] == fields.split()


def test_an_heir_may_tell_of_a_field_better() -> None:
    class Louder(Event):
        place: str = told("Where it was heard.", "ford")

    assert field_of(Louder, "place").told.sentence == "Where it was heard."  # type: ignore[union-attr]
    assert field_of(Source, "title").told.sentence.startswith("Its title, in its own language")  # type: ignore[union-attr]
