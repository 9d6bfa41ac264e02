"""What is suspected rather than wrong: false precision, and judgements in the exhibit's own voice."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_OF, KNOWN, ROOT, TESTS
from exhibit.checking.neutrality import words_of_judgement
from exhibit.checking.precision import suspicions
from exhibit.checking.read import read_exhibit
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.load import load_copies
from exhibit.views.sources.statements import statements, told_whole

EVENT = "title: One\nsummary: S.\nkind: decision\n"
SOURCE = "title: The paper\ntype: news\ntier: press\nurl: https://paper.example/\n"
COPY = "# The paper\n\n[1] In April 1996 the twelve met at Fort.\n\n[2] Встреча 3 июля 2009. On 26 May 1996, 28 came.\n"

FALSE = [
    ("date: {date: 1996-04-26, cite: 'paper#1'}", "26 is not in paper#1"),
    ("date: {date: 1996-04, cite: 'paper#1'}", ""),
    ("date: {date: 1996, cite: 'paper#1'}", ""),
    ("date: {date: 1997, cite: 'paper#1'}", "1997 is not in paper#1"),
    ("date: {date: 2009-07-03, cite: 'paper#2'}", ""),
    ("date: {date: 1996-05-26, cite: 'paper#1-2'}", ""),
    ("date: {date: 1996-05-26, cite: ['paper#1', 'paper#2']}", ""),
    ("date: {date: 1996-04, cite: 'paper#1'}\nattendance: {counts: 12, cite: 'paper#1'}", ""),
    (
        "date: {date: 1996-04, cite: 'paper#1'}\nattendance: {counts: 28, cite: 'paper#1'}",
        "28 is not in paper#1",
    ),
    (
        "date: {date: 1996-04, cite: 'paper#1'}\nplace: {place: ford, cite: 'paper#1'}",
        "Ford is not in paper#1",
    ),
    ("date: {date: 1996-01-01, cite: paper}", "1996-01-01 looks like a year made into a day"),
    ("date: {date: 1996-12-31, cite: paper, note: the source gives the day}", ""),
]


@pytest.mark.parametrize(("fields", "message"), FALSE)
def test_a_claim_surer_than_its_source_is_suspected(tmp_path: Path, fields: str, message: str) -> None:
    for folder, name, text in (
        ("events", "one", f"{EVENT}{fields}\n"),
        ("sources", "paper", SOURCE),
        ("places", "ford", "title: Ford\n"),
    ):
        (tmp_path / "data" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / folder / f"{name}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "paper.txt").write_text(COPY, encoding="utf-8")
    outcome = read_exhibit(tmp_path)
    assert outcome.problems == []
    found = suspicions(outcome.exhibit, load_copies(tmp_path / "copies"))
    assert [message in problem.message and problem.warning for problem in found] == (
        [True] if message else []
    )


VOICE = [
    ("A historic summit.", ["historic"]),
    ("The article calls it a historic summit.", []),
    ('It was "a historic summit".', []),
    ("The prehistoric site.", []),
    ("It was successful. The other failed.", ["successful"]),
    ("A remarkable and outstanding act.", ["remarkable", "outstanding"]),
    ("Undoubtedly,\nit came.", ["Undoubtedly"]),
    ("`historic` is a word.", []),
]


@pytest.mark.parametrize(("text", "words"), VOICE)
def test_a_judgement_in_our_own_voice_is_suspected(text: str, words: list[str]) -> None:
    assert [word for word, _ in words_of_judgement(text)] == words


def test_a_run_without_reading_copies_says_so(tmp_path: Path) -> None:
    built = build(ROOT, ROOT / "docs", Settings(KNOWN), copies=tmp_path)
    assert (built.compared, built.fatal(strict=True)) == (False, False)


def test_a_suspicion_stops_only_a_strict_run(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# A historic page\n", encoding="utf-8")
    (tmp_path / "data").symlink_to(TESTS / "exhibit" / "data")
    built = build(tmp_path, tmp_path / "docs", Settings(AS_OF))
    assert [str(p) for p in built.problems] == [
        "docs/index.md:1:5: warning: 'historic' is a judgement in the exhibit's own voice; say whose it is, or leave it out"
    ]
    assert (built.fatal(strict=False), built.fatal(strict=True)) == (False, True)


def test_both_articles_are_told_whole_and_every_statement_has_a_standing(real: Exhibit) -> None:
    assert [source.id for source in told_whole(real)] == ["e-history-2013", "icds-2016"]
    found = statements(real)
    assert len(found) > 500
    assert {v.standing for s in found for v in s.positions} == {
        "agrees",
        "coarser",
        "part",
        "some",
        "differs",
        "itself",
        "other",
        "alone",
        "silent",
    }
    signed = next(s for s in found if s.item.id == "shanghai-agreement-1996" and s.label == "Signed")
    assert [v.standing for v in signed.positions] == ["differs", "coarser"]
