"""One wrong file for each rule, and the whole report that an editor reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import TESTS
from exhibit.checking.read import read_exhibit
from exhibit.problems.problem import Problem, did_you_mean, report
from exhibit.reading.load import load_docs


def test_the_broken_exhibit_gives_the_whole_report() -> None:
    outcome = read_exhibit(TESTS / "broken")
    found = report(outcome.problems, outcome.texts)
    if os.environ.get("UPDATE_GOLDEN"):
        (TESTS / "broken" / "report.txt").write_text(found, encoding="utf-8")
    assert found == (TESTS / "broken" / "report.txt").read_text(encoding="utf-8")


def test_a_sound_exhibit_reports_nothing() -> None:
    assert report([], {}) == ""


def test_a_caret_stands_under_the_word_in_a_long_line() -> None:
    problem = Problem("a.yml", 1, 211, "note", "wrong")
    line = "x" * 210 + "HERE" + "y" * 200
    shown, caret = report([problem], {"a.yml": line}).splitlines()[1:3]
    assert shown[caret.index("^")] == "H"


TYPOS = [
    # written, known words, what is meant
    ("kazakstan", ["kazakhstan", "kyrgyzstan", "tajikistan"], "kazakhstan"),
    ("kyrgystan", ["kazakhstan", "kyrgyzstan", "tajikistan"], "kyrgyzstan"),
    ("sumary", ["summary", "names", "account"], "summary"),
    ("frnace", ["france", "finland"], "france"),
    ("sco-chater", ["sco-charter", "csto-charter"], "sco-charter"),
    ("cica-2002-almati", ["cica-2002-almaty", "cica-2006-almaty"], "cica-2002-almaty"),
    ("dialog partner", ["dialogue partner", "partner", "participant"], "dialogue partner"),
    ("Observer", ["observer", "member"], "observer"),
]


@pytest.mark.parametrize(("word", "known", "meant"), TYPOS)
def test_a_typo_is_answered_with_what_is_meant(word: str, known: list[str], meant: str) -> None:
    assert did_you_mean(word, known) == f"; did you mean '{meant}'?"


def test_what_is_far_from_everything_gets_no_guess() -> None:
    assert did_you_mean("zzz", [f"word-{n}" for n in range(40)]) == ""


def _write(root: Path, name: str, content: bytes) -> None:
    (root / "data" / "countries").mkdir(parents=True, exist_ok=True)
    (root / "data" / "countries" / name).write_bytes(content)


UNREADABLE = {
    "zero.yml": (b"title: A\x00B\n", "1:9: a control character (U+0000); delete it"),
    "deep.yml": (b"title: " + b"[" * 40 + b"]" * 40 + b"\n", "nested more than 24 deep"),
    "huge.yml": (b"title: " + b"x" * 1_000_000, "the file has more than 400,000 bytes; split the item"),
    "surrogate.yml": (b"title: \xed\xa0\x80\n", "1:8: not UTF-8; save the file as UTF-8"),
    "merge.yml": (b"title: A\n<<: {note: B}\n", "no field '<<' here"),
    "complex-key.yml": (b"? [a, b]\n: c\n", "a field's name must be plain text"),
    "long.yml": (b"title: " + b"x" * 5000 + b"\n", "the text is longer than 4,000 characters"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_a_problem_and_not_a_traceback(tmp_path: Path, name: str) -> None:
    content, message = UNREADABLE[name]
    _write(tmp_path, name, content)
    outcome = read_exhibit(tmp_path)
    assert [message in str(problem) for problem in outcome.problems] == [True]
    assert len(report(outcome.problems, outcome.texts)) < 2000


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    _write(tmp_path, "one.yml", b"\xef\xbb\xbftitle: One\r\nnote: Two\r\n")
    outcome = read_exhibit(tmp_path)
    assert (outcome.problems, outcome.exhibit.items["one"].note) == ([], "Two")


def test_yaml_never_turns_text_into_something_else(tmp_path: Path) -> None:
    _write(tmp_path, "norway.yml", b"title: NO\nnote: 1:30\ncode: NO\n")
    item = read_exhibit(tmp_path).exhibit.items["norway"]
    assert (item.title, item.note) == ("NO", "1:30")


def test_links_and_pipes_among_the_data_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("title: Secret\n", encoding="utf-8")
    _write(tmp_path, "one.yml", b"title: One\n")
    countries = tmp_path / "data" / "countries"
    (countries / "link.yml").symlink_to(secret)
    os.mkfifo(countries / "pipe.yml")
    (tmp_path / "data" / "places").symlink_to(tmp_path)
    outcome = read_exhibit(tmp_path)
    assert [p.file for p in outcome.problems] == [
        "data/countries/link.yml",
        "data/countries/pipe.yml",
        "data/places",
    ]
    assert list(outcome.exhibit.items) == ["one"]


def test_links_and_pipes_among_the_pages_by_hand_are_refused(tmp_path: Path) -> None:
    assets = tmp_path / "docs" / "assets"
    assets.mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (assets / "passwords.txt").symlink_to("/etc/passwd")
    (assets / "elsewhere").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "docs" / "pipe.md")
    (tmp_path / "docs" / ".#index.md").symlink_to(
        "editor@host.4711"
    )  # a lock of Emacs, which is never published
    problems: list[Problem] = []
    assert list(load_docs(tmp_path / "docs", tmp_path, problems)) == ["docs/index.md"]
    assert [(p.file, p.message) for p in problems] == [
        (file, "not a plain file (a link, pipe or device); put the file itself here")
        for file in ("docs/assets/elsewhere", "docs/assets/passwords.txt", "docs/pipe.md")
    ]


def test_a_page_by_hand_ends_in_md(tmp_path: Path) -> None:
    (tmp_path / "about.markdown").write_text("# About\n", "utf-8")
    problems: list[Problem] = []
    assert load_docs(tmp_path, tmp_path, problems) == {}
    assert [str(p) for p in problems] == ["about.markdown:1:1: a page ends in .md; rename it to 'about.md'"]


def test_no_folder_of_data_is_one_clear_line(tmp_path: Path) -> None:
    assert [str(p) for p in read_exhibit(tmp_path).problems] == ["data:1:1: there is no folder data/ here"]
