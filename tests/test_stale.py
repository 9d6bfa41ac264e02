"""The facts of the present: which they are, how old their newest source is, and the command that lists them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_OF
from exhibit.checking.read import read_exhibit
from exhibit.commands.cli import main
from exhibit.views.sources.stale import by_age, present
from test_commands import expect

CLUB = "organisations/league-of-rivers.yml"
PERSON = "people/ivan-rechnoy.yml"
SOURCE = "sources/gazette.yml"
WEST = "from: '[2004..2006]', cite: gazette#7, doubt: the report names no day}"
LAST = "to: {date: 2002-03, cite"

FACTS = [
    # what is written, in which file, in place of what; the facts that come (+) and go (-) by it, with the age
    (", from: {date: 1990, cite: gazette#2}}", PERSON, ", from: {date: 1990, cite: gazette#2}, to: {date: 2002-03, cite: gazette#2}}",
     ["+ President: still so (23 years)"]),
    (f"to: 2009, {WEST}", CLUB, WEST,
     ["+ membership of Westland: end, as announced before the day (23 years)", "- membership of Westland: still so (23 years)"]),
    (f"withdrawn, {WEST}", CLUB, f"member, {WEST}",
     ["+ withdrawal of Westland: beginning, as announced before the day (23 years)",
      "- membership of Westland: beginning, as announced before the day (23 years)",
      "- membership of Westland: still so (23 years)"]),
    (f"to: unknown, as_of: 2003-05, {WEST}", CLUB, WEST,
     ["+ membership of Westland: as of May 2003 (23 years)", "- membership of Westland: still so (23 years)"]),
    ("text: thirty, as_of: 2003, cite", CLUB, "text: thirty, cite",
     ["+ Secretariat of the League: staff: as of 2003 (23 years)"]),
    ("{date: 2002-01, cite: gazette#8}\n    ended: {date: 2003-01, cite: gazette#8}", CLUB, "{date: 2004-01, cite: gazette#8}",
     ["- Secretariat of the League: seat in Ford: still so (23 years)",
      "- Secretariat of the League: set up, as announced before the day (23 years)",
      "- Secretariat of the League: still there (23 years)"]),
    ("date: 2001-06-14/..", "events/league-speech.yml", "date: 2001-06-14", ["+ Date: still so (23 years)"]),
    (f"{LAST.replace('2002-03', '2003-05-08')}", PERSON, LAST,
     ["+ President: end, as announced before the day (23 years)"]),
    (f"{LAST.replace('2002-03', '2003-05-03')}", PERSON, LAST, []),  # the last day in is the source's own
    (f"{LAST.replace('2002-03', '2027, doubt: announced for 2027')}", PERSON, LAST, []),  # yet to come
]  # fmt: skip


def facts(root: Path) -> set[str]:
    """The facts of the present, without the items they are of."""
    outcome = read_exhibit(root, AS_OF)
    assert outcome.problems == []
    return {f"{fact.told} ({fact.old})" for fact in present(outcome.exhibit, AS_OF)}


def write(root: Path, file: str, old: str, new: str) -> None:
    path = root / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("new", "file", "old", "changed"), FACTS)
def test_what_is_of_the_present(rivers: Path, new: str, file: str, old: str, changed: list[str]) -> None:
    before = facts(rivers)
    write(rivers, file, old, new)
    after = facts(rivers)
    assert (
        sorted([*(f"+ {one}" for one in after - before), *(f"- {one}" for one in before - after)]) == changed
    )


AGES = [
    # what the source of ten facts, four of them announced, says of its day; how many facts rest on a source of which age
    ("date: 2003-05-02", [("20 years and more", 11)]),
    ("read: 2025-05-02", [("1 year", 6), ("20 years and more", 1)]),
    ("date: 2021-07\nread: 2025-05-02", [("2 to 4 years", 6), ("20 years and more", 1)]),
    ("date: unknown", [("20 years and more", 2), ("no date", 5)]),
]


@pytest.mark.parametrize(("day", "ages"), AGES)
def test_an_age_is_that_of_the_newest_source(rivers: Path, day: str, ages: list[tuple[str, int]]) -> None:
    write(rivers, SOURCE, "date: 2003-05-02", day)
    assert by_age(present(read_exhibit(rivers, AS_OF).exhibit, AS_OF)) == ages


COMMANDS = [
    # arguments, exit code
    ([], 0),
    (["--all"], 0),
    (["--of", "westland"], 0),
    (["--of", "ford", "data/countries"], 0),
    (["--of", "frod"], 2),
    (["data/palces"], 2),
]


def test_the_command_lists_the_oldest_first(
    rivers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exhibit.commands.stale.MOST", 3)
    told = ""
    for arguments, code in COMMANDS:
        assert main(["stale", *arguments]) == code
        out, err = capsys.readouterr()
        told += f"$ exhibit stale {' '.join(arguments)}\n{out}{err}"
    expect("stale.txt", told)


def test_without_the_day_up_to_which_the_exhibit_knows_there_are_no_ages(
    rivers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rivers / "mkdocs.yml").write_text("site_name: Rivers\n", encoding="utf-8")
    assert main(["stale"]) == 2
    assert "extra.exhibit.as_of: says up to when the exhibit knows" in capsys.readouterr().err
