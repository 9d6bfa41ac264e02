"""The command line over a copy of the tiny exhibit: whole outputs, exit codes, and what is on the disk after."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from conftest import SETTINGS, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.commands.cli import COMMANDS, main
from exhibit.editing.ids import id_lists
from exhibit.problems.printable import printable
from exhibit.problems.problem import Problem, workflow_commands


@pytest.fixture
def tiny_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny exhibit as a project of its own, as the working folder, 60 columns wide."""
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "story.md").write_text("# A story of [[ford]]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("EXHIBIT_SOURCES", str(tmp_path / "none"))
    return tmp_path


def expect(name: str, found: str) -> None:
    """Compare a whole output with tests/commands/<name>; UPDATE_GOLDEN=1 writes it anew."""
    path = TESTS / "commands" / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert (end.value.code, f"usage: exhibit {name}" in capsys.readouterr().out) == (0, True)


def test_a_misspelt_command_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shwo"]) == 2
    assert capsys.readouterr().err == "no command 'shwo'; did you mean 'show'?\n"


# check


CHECKS = [
    # arguments, exit code, standard output
    ([], 1, ""),
    (["data/places"], 1, "1 more elsewhere, not shown: exhibit check without a path shows them\n"),
    (
        ["data/people", "data/treaties/"],
        0,
        "14 items, no problem in data/people, data/treaties\n"
        "2 more elsewhere, not shown: exhibit check without a path shows them\n",
    ),
    (["data/palces"], 2, ""),
    (["/"], 2, ""),
]


@pytest.mark.parametrize(("arguments", "code", "output"), CHECKS)
def test_check_shows_the_problems_of_the_paths_asked_for(
    tiny_copy: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, output: str
) -> None:
    _break(tiny_copy)
    assert main(["check", *arguments]) == code
    out, err = capsys.readouterr()
    assert (
        out.replace("no reading copies of the sources here: claims are not compared with their texts\n", "")
        == output
    )
    if code == 1:
        assert err.endswith("1 problem\n" if arguments else "2 problems\n")


def _break(folder: Path) -> None:
    (folder / "data" / "places" / "ford.yml").write_text(
        "title: Ford\ncountry: northlund\n", encoding="utf-8"
    )
    speech = folder / "data" / "events" / "league-speech.yml"
    speech.write_text(f"{speech.read_text('utf-8')}nte: a misspelt field\n", encoding="utf-8")


def test_check_prints_annotations_for_github(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(tiny_copy)
    assert main(["check", "--format", "github"]) == 1
    out, err = capsys.readouterr()
    line = len((tiny_copy / "data" / "events" / "league-speech.yml").read_text("utf-8").splitlines())
    assert (out, err) == (
        f"::error file=data/events/league-speech.yml,line={line},col=1,title=nte::"
        "no field 'nte' here; did you mean 'note'?\n"
        "::error file=data/places/ford.yml,line=2,col=10,title=country::"
        "no country 'northlund'; did you mean 'northland'?\n",
        "",
    )


ESCAPES = [
    # problem, annotation
    (
        Problem("a,b:c%.yml", 1, 2, "x", "100%: a, b\nnext"),
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=2,title=x::100%25: a, b%0Anext\n",
    ),
    (Problem("a.yml", 1, 2, "", "why", warning=True), "::warning file=a.yml,line=1,col=2::why\n"),
    (
        Problem("a.yml\n::error::x", 1, 1, "", "\x1b[2J"),
        "::error file=a.yml%0A%3A%3Aerror%3A%3Ax,line=1,col=1::\\x1b[2J\n",
    ),
]


@pytest.mark.parametrize(("problem", "line"), ESCAPES)
def test_annotations_cannot_be_broken_out_of(problem: Problem, line: str) -> None:
    assert workflow_commands([problem]) == line


def test_check_keeps_the_list_of_ids(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny_copy / "schema").mkdir()
    ids = tiny_copy / "schema" / "ids.json"
    behind = "schema/ids.json is behind the data, so editors complete old ids: make check mends it\n"
    assert (main(["check"]), capsys.readouterr().err, ids.exists()) == (0, behind, False)
    main(["check", "--write"])
    told = "schema/ids.json brought up to date; commit it with your change\n"
    assert (capsys.readouterr().err, ids.read_text("utf-8")) == (
        told,
        id_lists(read_exhibit(tiny_copy).exhibit),
    )
    assert json.loads(ids.read_text("utf-8"))["definitions"]["places"]["enum"] == ["ford"]
    main(["check", "--write"])
    assert capsys.readouterr().err == ""


UP_TO = "extra.exhibit.as_of"
WRONG_SETTINGS = [
    # mkdocs.yml, what is told of it
    (None, f"mkdocs.yml:1:1: {UP_TO}: says up to when the exhibit knows; add it, as in `as_of: 2026-06`"),
    (
        "site_name: Rivers\nextra: {exhibit: {}}\n",
        f"mkdocs.yml:1:1: {UP_TO}: says up to when the exhibit knows; add it, as in `as_of: 2026-06`",
    ),
    (
        "site_url: !ENV [URL, '']\nextra:\n  exhibit: {as_of: 2026-13}\n",
        f"mkdocs.yml:3:20: {UP_TO}: '2026-13': there is no month 13; write 01 to 12 (year-month-day)",
    ),
    (
        "extra:\n  exhibit:\n    as_of: 2026/..\n",
        f"mkdocs.yml:3:12: {UP_TO}: '2026/..' has no last day; write a day, a month or a year, as in 2026-06",
    ),
    ("extra: [\n", "mkdocs.yml:2:1: the file cannot be read as YAML here; mend it"),
]


@pytest.mark.parametrize("command", [["check"], ["pages", "out"]])
@pytest.mark.parametrize(("text", "says"), WRONG_SETTINGS, ids=lambda value: str(value)[:40])
def test_nothing_is_assumed_of_the_day_up_to_which_the_exhibit_knows(
    tiny_copy: Path, capsys: pytest.CaptureFixture[str], command: list[str], text: str | None, says: str
) -> None:
    (tiny_copy / "mkdocs.yml").unlink()
    if text is not None:
        (tiny_copy / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert main(command) == 1
    assert capsys.readouterr().err.startswith(f"{says}\n")
    assert not (tiny_copy / "out").exists()


def test_the_settings_may_be_inherited(tiny_copy: Path) -> None:
    (tiny_copy / "mkdocs.yml").rename(tiny_copy / "base.yml")
    (tiny_copy / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    assert main(["pages", "out"]) == 0
    assert "As of June 2026" in (tiny_copy / "out/places/ford.md").read_text("utf-8").replace(
        '<time datetime="2026-06">June 2026</time>', "June 2026"
    )


# show


@pytest.mark.parametrize("id_", ["league-of-rivers", "ivan-rechnoy", "northland", "gazette", "pact-protocol"])
def test_show_prints_all_that_is_known(tiny_copy: Path, capsys: pytest.CaptureFixture[str], id_: str) -> None:
    assert main(["show", id_]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert max(len(line) for line in out.splitlines()) <= 60
    expect(f"show-{id_}.txt", out)


def test_show_names_the_pages_that_tell_of_it(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "ford"])
    assert "  Told in\n    docs/story.md\n" in capsys.readouterr().out


def test_show_answers_a_wrong_id(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "northlnd"]) == 2
    assert capsys.readouterr().err == "no item 'northlnd'; did you mean 'northland'?\n"


def test_hostile_text_cannot_reach_the_terminal(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ford = tiny_copy / "data" / "places" / "ford.yml"
    ford.write_text('title: "Fo\\x1b]0;x\\x07rd\\u202e"\nsummary: "\\x9b2J"\n', encoding="utf-8")
    assert main(["check"]) == 1
    assert main(["show", "ford"]) == 2
    assert main(["show", "\x1b[2J"]) == 2
    out, err = capsys.readouterr()
    assert "data/places/ford.yml:1:" in err
    assert "no item '\\x1b[2J'" in err
    assert {c for c in out + err if not c.isprintable()} == {"\n"}


PLAIN = [("Алматы 上海 é", "Алматы 上海 é"), ("a\nb\tc", "a\\nb\\tc"), ("\u2066x\x7f", "\\u2066x\\x7f")]


@pytest.mark.parametrize(("text", "shown"), PLAIN)
def test_text_is_made_plain(text: str, shown: str) -> None:
    assert printable(text) == shown


# pages and schema


def test_pages_are_written_to_a_folder(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", "out"]) == 0
    assert (tiny_copy / "out" / "places" / "ford.md").is_file()
    assert capsys.readouterr().out.endswith("files written to out\n")


def test_schema_is_written_only_where_it_changes(tiny_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert main(["schema"]) == 0
    assert [line.split(", ")[1] for line in capsys.readouterr().out.splitlines()] == [
        "10 of them changed",
        "0 of them changed",
    ]
