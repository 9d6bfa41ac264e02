"""exhibit new: each kind's file is valid at once, named and placed right; nothing is half-written or overwritten."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest
from conftest import SETTINGS, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.commands.cli import main
from exhibit.editing.draft import fields, in_yaml
from exhibit.editing.ids import id_lists
from exhibit.editing.naming import propose, slug
from exhibit.model.kinds import KINDS
from exhibit.reading.nodes import read
from pydantic import ValidationError
from test_commands import expect


@pytest.fixture
def rivers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny exhibit as a project, the working folder."""
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "schema").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CITE = ["--cite", "gazette#3"]
SUMMARY = ["--summary", "It's one: a sentence."]
EACH_KIND = [
    # kind and what is given, the file
    (
        ["organisation", "League of Lakes", "--short", "LL", "--stage", "forum", "--sphere", "economy"]
        + ["--founded", "2004-01", *SUMMARY, *CITE],
        "organisations/ll",
    ),
    (
        ["treaty", "Charter of the Lakes", "--type", "charter", "--signed", "2004-01-05", *SUMMARY, *CITE]
        + ["--organisation", "league-of-rivers", "--cite", "treaty-series#p3"],
        "treaties/charter-lakes-2004",
    ),
    (
        [
            "summit",
            "--organisation",
            "league-of-rivers",
            "--date",
            "2002-06",
            "--place",
            "ford",
            *SUMMARY,
            *CITE,
        ]
        + ["--level", "heads of state", "Second meeting"],
        "summits/league-of-rivers-2002-ford",
    ),
    (
        ["event", "Speech on the lakes", "--kind", "speech", "--date", "2004~", "--by", "ivan-rechnoy"]
        + ["--as", "President of Northland", *SUMMARY, *CITE],
        "events/speech-lakes-2004",
    ),
    (["person", "Zoë O'Lake", "--country", "northland", "--born", "194X", *CITE], "people/zoe-olake"),
    (["country", "Eastland", "--code", "NO"], "countries/eastland"),
    (["place", "Lake Town", "--lat", "-43.25", "--lon", "20", "--country", "northland"], "places/lake-town"),
    (
        [
            "source",
            "The #1 Lakes: 'a view'",
            "--type",
            "book",
            "--tier",
            "press",
            "--publisher",
            "Lake & Sons",
        ]
        + ["--date", "2004", "--url", "https://lakes.example/book"],
        "sources/lake-sons-2004",
    ),
]


@pytest.mark.parametrize(("given", "file"), EACH_KIND, ids=[given[0] for given, _ in EACH_KIND])
def test_each_kind_is_written_and_passes_the_check(
    rivers: Path, capsys: pytest.CaptureFixture[str], given: list[str], file: str
) -> None:
    assert (main(["new", *given]), capsys.readouterr().err) == (0, "")
    written = rivers / "data" / f"{file}.yml"
    expect(f"new-{given[0]}.yml", written.read_text("utf-8"))
    assert main(["check", "--strict"]) == 0
    assert main(["fmt", "--check"]) in (0, 1)
    assert str(written.relative_to(rivers)) not in capsys.readouterr().out
    assert (rivers / "schema" / "ids.json").read_text("utf-8") == id_lists(read_exhibit(rivers).exhibit)
    assert [path.name for path in written.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.SINGULAR)
def test_every_piece_of_advice_is_sound_once_the_sign_is_taken_away(kind: type) -> None:
    """The examples have the right form; what they name need not be in the exhibit."""
    for field in fields(kind):
        node = read(f"{field.name}: {field.example}").data()
        try:
            kind.model_validate({"id": "x", **node})  # type: ignore[attr-defined]
        except ValidationError as error:
            assert {e["type"] for e in error.errors()} == {"missing"}, (field, error)


REFUSED = [
    # what is given, what is told
    (
        ["summit", "--organisation", "league-of-rivers", "--date", "2001-06", "A meeting"],
        "nothing written: a summit needs more\n"
        "  --summary  One plain sentence for lists."
        " Example: Six states met at Ford and founded the League.\n"
        "  --level  Who met. One of: heads of state, heads of government, ministers, experts, session, mixed."
        " Example: heads of state\n"
        "  --cite  Who says so: the id of a source, with the place in it after #."
        " It holds for all parts inside that have none. Example: gazette#37\n",
    ),
    (
        ["event", *SUMMARY, "--kind", "speech", "A speech"],
        "nothing written: an event needs more\n"
        "  --date  When. Example: 1959-10-05\n"
        "  --cite  Who says so: the id of a source, with the place in it after #."
        " It holds for all parts inside that have none. Example: gazette#37\n",
    ),
    (
        ["summit", "A", *SUMMARY, "--level", "head of state", "--date", "2001-13", "--place", "frd"]
        + ["--organisation", "leage-of-rivers", "--cite", "gazete#3"],
        "nothing written:\n"
        "  --level: 'head of state' is not a term for level; did you mean 'heads of state'?\n"
        "  --organisations: no organisation 'leage-of-rivers'; did you mean 'league-of-rivers'?\n"
        "  --date: '2001-13': there is no month 13; write 01 to 12 (year-month-day)\n"
        "  --place: no place 'frd'; did you mean 'ford'?\n"
        "  --cite: no source 'gazete'; did you mean 'gazette'?\n",
    ),
    (
        ["summit", "A", *SUMMARY, "--level", "ministers", "--date", "2001-06", "--place", "Ford"]
        + ["--organisation", "league-of-rivers", *CITE],
        "nothing written:\n  --place: no place 'Ford'; did you mean 'ford'?\n",
    ),
    (
        ["place", "Ford"],
        "nothing written: 'ford' is the name of data/places/ford.yml; "
        "if yours is another item, name it otherwise: --id ford-2\n",
    ),
    (
        ["country", "Ford"],
        "nothing written: 'ford' is the name of data/places/ford.yml; "
        "if yours is another item, name it otherwise: --id ford-2\n",
    ),
    (
        ["place", "Брод"],
        "nothing written: the title has no Latin letters to make an id of; "
        "give one: --id lower-case-words-and-digits\n",
    ),
    (
        ["place", "X", "--id", "../x"],
        "nothing written: '../x' is not an id; give one: --id lower-case-words-and-digits\n",
    ),
    (["place", "X", "--lat", "1", "--lat", "2"], "--lat: given 2 times; it takes one value\n"),
    (["place", "X\x1b[2J"], "--title: must be one line with words in it\n"),
    (["person", "X", "--born", "1950"], None),
    (["source", "X", "--type", "book"], None),
    (["organisation", "X", "--stage", "forum", "--sphere", "economy", *SUMMARY], None),
]


@pytest.mark.parametrize(("given", "told"), REFUSED)
def test_what_does_not_fit_writes_nothing(
    rivers: Path, capsys: pytest.CaptureFixture[str], given: list[str], told: str | None
) -> None:
    before = {path: path.read_bytes() for path in rivers.rglob("*") if path.is_file()}
    assert main(["new", *given]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == told if told else err.startswith("nothing written: a")
    assert {path: path.read_bytes() for path in rivers.rglob("*") if path.is_file()} == before


def test_a_file_that_appears_meanwhile_is_not_written_over(
    rivers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data was read before another program wrote the file."""
    there = rivers / "data" / "places" / "mill.yml"
    monkeypatch.setattr("exhibit.commands.new._unfit", lambda id_, dry_run: there.write_text("mine") and "")
    assert main(["new", "place", "Mill"]) == 2
    assert (there.read_text(), capsys.readouterr().err) == (
        "mine",
        "nothing written: data/places/mill.yml is there already\n",
    )


NAMES = [
    # collection, what is given, id
    ("summits", {"organisations": "sco", "date": "2001-06", "place": "shanghai"}, "sco-2001-shanghai"),
    (
        "summits",
        {"organisations": "sco", "level": "heads of government", "date": "2004", "place": "bishkek"},
        "sco-hog-2004-bishkek",
    ),
    (
        "summits",
        {"organisations": "cica", "level": "ministers", "date": "[2004..2005]", "place": "almaty"},
        "cica-ministerial-2004-almaty",
    ),
    ("summits", {"organisations": "csto", "mode": "video", "date": "2020-12-02"}, "csto-2020-video"),
    ("treaties", {"title": "Bishkek Declaration", "signed": "1999-08-25"}, "bishkek-declaration-1999"),
    ("treaties", {"title": "Almaty Act"}, "almaty-act"),
    ("events", {"title": "MSU speech 1994", "date": "1994-03-29"}, "msu-speech-1994"),
    ("people", {"title": "Nursultan Nazarbayev"}, "nursultan-nazarbayev"),
    ("sources", {"title": "X", "publisher": "China Daily", "date": "2001"}, "china-daily-2001"),
]


@pytest.mark.parametrize(("collection", "given", "id_"), NAMES)
def test_ids_follow_the_manner_of_those_there_are(collection: str, given: dict[str, str], id_: str) -> None:
    assert propose(KINDS[collection], {name: [value] for name, value in given.items()}) == id_


SLUGS = [
    ("Zoë O'Lake", "zoe-olake"),
    ("Аста́на", ""),
    ("  A -- b_c ", "a-b-c"),
    ("№ 5", "no-5"),
    ("CSTO’s", "cstos"),
]


@pytest.mark.parametrize(("text", "found"), SLUGS)
def test_titles_become_slugs(text: str, found: str) -> None:
    assert slug(text) == found


VALUES = [
    "plain",
    "a: b",
    "a #b",
    "#a",
    "- a",
    "[a]",
    "{a",
    "'a'",
    'a "b"',
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "a,b",
    "?",
    "no",
    "~",
    " ",
]


@pytest.mark.parametrize("text", VALUES)
def test_any_text_is_read_back_as_it_was_given(text: str) -> None:
    assert read(f"k: {in_yaml(text)}").data() == {"k": text}
    assert read(f"k: [{in_yaml(text, flow=True)}, x]").data() == {"k": [text, "x"]}


def test_in_a_terminal_what_is_missing_is_asked_for(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong answers are told and asked again; so is what was given wrongly, and an id that is taken."""
    given = [
        "new",
        "summit",
        "--organisation",
        "league-of-rivers",
        "--date",
        "2001-06",
        "--place",
        "frd",
        "Meeting",
    ]
    answers = [
        "ford",
        "",
        "They met.",
        "presidents",
        "heads of state",
        "gazete, memoir",
        "1",
        "second-meeting",
        "",
    ]
    shutil.copy(
        rivers / "data/summits/league-2001-ford.yml", rivers / "data/summits/league-of-rivers-2001-ford.yml"
    )
    code, told = _in_terminal(monkeypatch, given, answers)
    expect("new-asked.txt", told)
    assert code == 0
    written = (rivers / "data" / "summits" / "second-meeting.yml").read_text("utf-8")
    plain = read(written).data()
    assert plain == {
        "title": "Meeting",
        "summary": "They met.",
        "level": "heads of state",
        "organisations": "league-of-rivers",
        "date": "2001-06",
        "place": "ford",
        "cite": ["gazette", "memoir"],
    }


LED = [
    # what is answered to one question after another
    "Speech at the ford",
    "A president spoke.",
    "<",  # the summary again
    "<",  # and the title
    "Speech at Ford",
    "A president spoke.",
    "speech",
    "Лига",
    "9",
    "1",
    "2004-05",
    "the ford",
    "1",
    "речной",
    "1",
    "",  # about: passed over
    "memors#p12",
    "<",  # about again
    "",
    "river gazette#3",
    "1",
    "<",  # not yet: who says so again
    "gazette#3, treaty-series#p4",
    "",
]


def test_one_is_led_to_all_that_puts_an_item_in_its_place(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Candidates are numbered, ``<`` goes back, Enter passes over, and what is written is shown first."""
    code, told = _in_terminal(monkeypatch, ["new", "event"], LED)
    expect("new-led.txt", told)
    assert code == 0
    assert read((rivers / "data/events/speech-ford-2004.yml").read_text("utf-8")).data() == {
        "title": "Speech at Ford",
        "summary": "A president spoke.",
        "kind": "speech",
        "organisations": "league-of-rivers",
        "date": "2004-05",
        "place": "ford",
        "by": "ivan-rechnoy",
        "cite": ["gazette#3", "treaty-series#p4"],
    }


@pytest.mark.parametrize(
    ("answers", "code"),
    [(["Mill", "", "", "no"], 2), (["<", "Mill", "", ""], 130), (["Mill", "<", "<", "<"], 130)],
)
def test_what_is_not_confirmed_is_not_written(
    rivers: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str], code: int
) -> None:
    assert _in_terminal(monkeypatch, ["new", "place"], answers)[0] == code
    assert not (rivers / "data/places/mill.yml").exists()


def test_what_is_given_whole_is_written_without_a_question(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _in_terminal(monkeypatch, ["new", "place", "Mill"], []) == (
        0,
        "data/places/mill.yml written. Open it and fill in what you know; make check tells what is wrong.\n",
    )


def test_a_terminal_that_is_closed_writes_nothing(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, told = _in_terminal(monkeypatch, ["new", "place"], [])
    assert (code, told.splitlines()[-1]) == (130, "stopped; nothing is half-written")


def test_without_standard_input_nothing_is_asked(
    rivers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["new", "place"]) == 2
    assert capsys.readouterr().err.startswith("nothing written: a place needs more\n")


class Terminal(io.StringIO):
    """Somebody at a keyboard, who answers each question and then leaves; what is typed stands with what is printed."""

    def __init__(self, answers: list[str]) -> None:
        super().__init__()
        self.answers = iter(answers)

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1) -> str:
        answer = next(self.answers, None)
        line = "" if answer is None else answer + "\n"
        self.write(line)
        return line


def _in_terminal(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], answers: list[str]
) -> tuple[int, str]:
    """Run a command in a terminal of its own, of which a machine need have none; the exit code and what it shows."""
    terminal = Terminal(answers)
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, terminal)
    code = main(arguments)
    return code, terminal.getvalue()
