"""What an editor's program tells an editor: faults at their lines, words to choose from, hints to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from exhibit.model.kinds import KINDS
from language_server import ROOT, LanguageServer

FAULTY = Path(__file__).parent / "faults" / "summit.yml"
NEW = ROOT / "data" / "summits" / "not-yet-saved.yml"
TYPED = """\
title: A meeting
level:
place:
cite:
date: 2001-06
participants:
  - {who: , role: }
""".replace(":\n", ": \n")


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


def test_each_fault_is_told_at_its_line(server: LanguageServer) -> None:
    found = server.open(FAULTY, FAULTY.read_text("utf-8"))
    told = sorted((d["range"]["start"]["line"] + 1, d["message"].partition(". Valid")[0]) for d in found)
    assert told == [
        (3, 'Missing property "summary".'),
        (4, "Property sumary is not allowed."),
        (5, "Value is not accepted"),
        (6, "not a whole number"),
        (7, "no such id among the files of data/organisations/"),
        (8, "not a date like 1963, 1963-04, 1963-04-26, 197X, 1963-04~, A/B, [A..B] or [A,B]"),
        (9, "no such id among the files of data/places/"),
        (11, "Value is not accepted"),
        (12, "Property part is not allowed."),
        (15, "no such id among the files of data/sources/"),
    ]


@pytest.mark.parametrize("collection", KINDS)
def test_sound_files_get_no_alarm(server: LanguageServer, collection: str) -> None:
    """The largest file of each collection, found by the settings' folders: it has no modeline."""
    path = max((ROOT / "data" / collection).glob("*.yml"), key=lambda path: path.stat().st_size)
    assert server.open(path, path.read_text("utf-8")) == []


CHOICES = [
    # line and column from 1, what has to be offered
    (2, 7, ["heads of state", "heads of government", "ministers", "experts", "session", "mixed"]),
    (3, 7, ["almaty", "shanghai", "viskuli"]),
    (4, 6, ["icds-2016", "e-history-2013"]),
    (7, 10, ["kazakhstan", "sco", "nursultan-nazarbayev"]),
    (7, 18, ["participant", "chair", "observer", "guest", "absent"]),
    (8, 1, ["summary", "organisations", "attendance"]),
]


@pytest.mark.parametrize(("line", "column", "offered"), CHOICES)
def test_words_and_ids_are_offered(
    server: LanguageServer, line: int, column: int, offered: list[str]
) -> None:
    server.open(NEW, TYPED)
    assert set(offered) <= set(server.completions(NEW, line - 1, column))


def test_the_ids_offered_are_those_that_exist(server: LanguageServer) -> None:
    server.open(NEW, TYPED)
    places = {path.stem for path in (ROOT / "data" / "places").glob("*.yml")}
    assert places == set(server.completions(NEW, 2, 7)) & places


HINTS = [
    (2, 2, "heads of government: prime ministers met"),
    (3, 2, "Where: the id of a file in data/places/."),
    (5, 2, "197X a decade"),
    (7, 13, "The part they took; participant where it is left out."),
    (4, 2, "The id of an item: the name of a file in data/sources/."),
]


@pytest.mark.parametrize(("line", "column", "told"), HINTS)
def test_a_hint_says_what_a_field_is_for(server: LanguageServer, line: int, column: int, told: str) -> None:
    server.open(NEW, TYPED)
    assert told in server.hover(NEW, line - 1, column)


def test_the_settings_lead_every_collection_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    own = {"schema/exhibit.json": "data/exhibit.yml"}
    assert settings["yaml.schemas"] == own | {f"schema/{c}.json": f"data/{c}/*.yml" for c in KINDS}
