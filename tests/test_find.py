"""Finding: what is asked in any script and spelling leads to the item that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import ROOT, TESTS
from exhibit.commands.cli import main
from exhibit.reading.exhibit import SOUGHT, Exhibit
from exhibit.reading.find import Finder
from exhibit.reading.id_messages import no_such_id
from exhibit.reading.likeness import likeness, typo
from exhibit.reading.load import load
from exhibit.reading.romanised import words
from test_commands import expect

ASKED = yaml.load((TESTS / "find.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def finders() -> dict[str, Finder]:
    return {name: Finder(load(root).records) for name, root in (("tiny", TESTS / "exhibit"), ("real", ROOT))}


@pytest.mark.parametrize(
    ("exhibit", "question", "first"),
    [(exhibit, question, first) for exhibit, rows in ASKED.items() for question, first in rows.items()],
)
def test_what_is_meant_is_found_first(
    finders: dict[str, Finder], exhibit: str, question: str, first: str
) -> None:
    found = finders[exhibit].find(question)
    assert [one.id for one in found[:1]] == [id_ for id_ in [first] if id_ != "-"]


def test_every_item_is_found_first_by_its_id(finders: dict[str, Finder]) -> None:
    finder = finders["tiny"]
    ids = [item.record.id for item in finder.items]
    assert [finder.find(id_)[0].id for id_ in ids] == ids


ROMANISED = [
    # text, words
    ("Нұрсұлтан Назарбаев", ("nursultan", "nazarbaev")),
    ("Щёлково-7, Ельцин", ("shchyolkovo", "7", "eltsin")),
    ("Тоҷикистон Ўзбекистон Қырғыз", ("tojikiston", "ozbekiston", "qyrghyz")),
    ("Zoë O’Lake, İstanbul", ("zoe", "olake", "istanbul")),
    ("上海合作组织 (2001)", ("上海合作组织", "2001")),
    ("«…» — !", ()),
]


@pytest.mark.parametrize(("text", "found"), ROMANISED)
def test_words_of_any_script_are_compared_in_latin_letters(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


LIKE = [
    # asked, known, whether it fits as it is, whether as a typo
    ("kazakhstan", "qazaqstan", True, True),
    ("nazar", "nazarbayev", True, False),
    ("tashkentskiy", "tashkent", True, False),
    ("1992", "1992", True, False),
    ("1992", "1993", False, False),
    ("sco", "ico", False, False),
    ("tashkent", "tahskent", False, True),
    ("treaty", "entirely", False, False),
]


@pytest.mark.parametrize(("asked", "known", "fits", "misspelt"), LIKE)
def test_how_words_fit(asked: str, known: str, fits: bool, misspelt: bool) -> None:
    assert (bool(likeness(asked, known)), bool(typo(asked, known))) == (fits, misspelt)


COMMANDS = [
    # arguments, exit code
    (["river"], 0),
    (["ford", "declaration"], 0),
    (["gazette.example/rivers"], 0),
    (["--kind", "source", "river"], 0),
    (["xyzzy"], 1),
]


def test_the_command_prints_id_kind_year_and_place(
    rivers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exhibit.commands.find.MOST", 3)
    told = ""
    for arguments, code in COMMANDS:
        assert main(["find", *arguments]) == code
        out, err = capsys.readouterr()
        told += f"$ exhibit find {' '.join(arguments)}\n{out}{err}"
    expect("find.txt", told)
    main(["find", "--all", "river"])
    assert capsys.readouterr().out.count("data/") > 3


WRONG = [
    # what stands where an id of an item of the tiny exhibit is expected, the tail of the check's message
    ("organisations: rivers pact", "; did you mean 'river-pact'?"),
    ("see: Речной Иван", "; did you mean 'ivan-rechnoy'?"),
    ("see: Ford", "; did you mean 'ford'?"),
]


@pytest.mark.parametrize(("written", "tail"), WRONG)
def test_the_check_advises_what_is_found_where_one_item_is_meant(
    rivers: Path, capsys: pytest.CaptureFixture[str], written: str, tail: str
) -> None:
    speech = rivers / "data/events/league-speech.yml"
    name = written.partition(":")[0]
    kept = [line for line in speech.read_text("utf-8").splitlines() if not line.startswith(f"{name}:")]
    speech.write_text("\n".join([*kept, written, ""]), encoding="utf-8")
    assert main(["check", "data/events"]) == 1
    assert capsys.readouterr().err.splitlines()[0].endswith(tail)


def test_advice_is_sought_no_more_than_so_often(tiny: Exhibit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiny, "sought", SOUGHT)
    assert no_such_id(tiny, ("people",), "Речной Иван") == ("no person 'Речной Иван'; one of: ivan-rechnoy")


def test_an_item_with_a_fault_in_it_is_found(rivers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rivers / "data/places/mill.yml").write_text("title: [Old\n", encoding="utf-8")
    (rivers / "data/places/weir.yml").write_text("titel: x\nnames: [y, {text: Wehr}]\n", encoding="utf-8")
    assert main(["find", "wehr"]) == 0
    assert capsys.readouterr() == (
        "weir  ? (place)\n    data/places/weir.yml:2  as Wehr\n",
        "not looked at, as they cannot be read: data/places/mill.yml\n",
    )


@pytest.mark.parametrize(
    "question",
    ["", " ", "?", "the", "a" * 10_000, "ab " * 9_000, "a.b" * 900, "://", "www.", "1" * 500, "\x1b[2J"],
)
def test_any_question_is_answered(rivers: Path, capsys: pytest.CaptureFixture[str], question: str) -> None:
    assert main(["find", question]) in (0, 1)
    out, err = capsys.readouterr()
    assert {c for c in out + err if not c.isprintable()} == {"\n"}
