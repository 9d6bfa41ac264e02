"""The engine knows no story: no string in it is an id of data/, and it makes an exhibit on another subject."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from exhibit.commands.cli import main
from exhibit.verifying.verify import verify

DATA = ROOT / "data"
IDS = {path.stem for path in DATA.glob("*/*.yml")}
WORDS = re.compile(r"(?<![a-z0-9-])[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9-])")
FOLDERS = {
    "hooks/exhibit": "*.py",
    "hooks/adapter": "*.py",
    "hooks/templates": "*.*",
    "hooks/overrides": "*.html",
    "hooks/start": "*.*",
    "docs/assets": "*.[jc]s*",
}
FOREIGN = {"wordcut.js"}
"""A script of the theme's."""
FILES = sorted(
    path
    for path in [
        ROOT / "hooks/mkdocs_hook.py",
        *(f for d, ext in FOLDERS.items() for f in (ROOT / d).rglob(ext)),
    ]
    if path.name not in FOREIGN
)
WORLD = {ROOT / "hooks/exhibit/model/states_of_the_world.py"}
"""Tables of every state there is, which are of no story."""
NAMED = ("organisations", "countries", "people", "places")
ALLOWED = {
    "georgia": "a typeface",
    "united nations": "where treaties are registered (its Charter, article 102)",
    "vienna": "the Vienna Convention on the Law of Treaties",
    "BY": "a licence that asks for the maker's name",
    "ID": "what an argument of a command is called in its help",
}
"""The names of this story that mean something else in the engine, and what."""


def named() -> Iterator[str]:
    """What this story is told of: ids and all names of its organisations, states, people and places, surnames."""
    for path in (path for collection in NAMED for path in (DATA / collection).glob("*.yml")):
        item = yaml.safe_load(path.read_text("utf-8"))
        yield from (path.stem, item["title"], *(name["text"] for name in item.get("names", [])))
        if path.parent.name == "people":
            yield path.stem.rpartition("-")[2]


PARTS = re.compile(r"[\w-]+")


class Whole:
    """Finds any of these in a text, as whole words. Of thousands, only those whose every part is in the text are
    looked for, which is what makes it quick."""

    def __init__(self, words: set[str], flags: int = 0) -> None:
        self.flags = flags
        self.parts = {word: frozenset(PARTS.findall(word.lower())) for word in words - ALLOWED.keys()}

    def findall(self, text: str) -> list[str]:
        there = {*PARTS.findall(text.lower())}
        some = sorted((word for word, parts in self.parts.items() if parts <= there), key=len, reverse=True)
        any_of = "|".join(map(re.escape, some)) or "$."  # which is nowhere
        return re.findall(rf"(?<![\w-])(?:{any_of})(?![\w-])", text, self.flags)


TEXTS = [path.read_text("utf-8") for path in DATA.rglob("*.yml")]
DATED = {day for text in TEXTS for day in re.findall(r"\b\d{4}-\d\d-\d\d\b", text)}
CODES = {code for text in TEXTS for code in re.findall(r"(?m)^code: ([A-Z]{2})$", text)}
STORY = yaml.safe_load((DATA / "exhibit.yml").read_text("utf-8"))
OF_THIS_STORY = {
    "a name": Whole({word.lower() for word in named()}, re.IGNORECASE),
    "a day": Whole(DATED),
    "a code, or the year it begins with": Whole({*CODES, str(STORY["since"])}),
    "the name of what it tells whole": re.compile(re.escape(STORY["told_whole"]["called"]), re.IGNORECASE),
}
"""What gives a story away."""


def of_this_story(text: str) -> list[str]:
    """The words of this story in a text, with their lines."""
    return [
        f"line {number}: {found}"
        for words in OF_THIS_STORY.values()
        if words.findall(text)
        for number, line in enumerate(text.splitlines(), start=1)
        for found in words.findall(line)
    ]


def lists(source: str) -> Iterator[tuple[int, list[str]]]:
    """The texts of every list, tuple, set and table of a Python file that holds two or more, by line."""
    for node in ast.walk(ast.parse(source)):
        parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        texts = [
            part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
        if len(texts) > 1:
            yield node.lineno, texts


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_string_of_the_engine_is_an_id(file: Path) -> None:
    """An id of two words or more anywhere, comments too; one of a single word where it stands in a list."""
    text = file.read_text("utf-8")
    found = [
        f"line {number}: {word}"
        for number, line in enumerate(text.splitlines(), start=1)
        for word in WORDS.findall(line)
        if "-" in word and word in IDS
    ]
    if file.suffix == ".py":
        found += [f"line {n}: {set(texts) & IDS}" for n, texts in lists(text) if set(texts) & IDS]
    assert not found


@pytest.mark.parametrize(
    "file", [file for file in FILES if file not in WORLD], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_the_engine_does_not_speak_of_this_story(file: Path) -> None:
    """Neither in code nor in comments, examples and advice."""
    assert of_this_story(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    ["such as the OSCE", "from kazakhstan on", "Nazarbayev", "Алматы", "1940-07-06", "such as KZ", "1991"],
)
def test_what_gives_a_story_away(text: str) -> None:
    assert of_this_story(text)


def test_the_exhibit_of_the_test_has_ids() -> None:
    assert {"eurasian-union", "kazakhstan"} <= IDS, "else the test above would find nothing"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exhibit that ``exhibit start`` writes, built."""
    folder = tmp_path_factory.mktemp("start") / "lakes"
    assert main(["start", str(folder)]) == 0
    run = make(folder, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def make(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    """Run make as a builder would whose .venv is set up already."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    for name in ("mkdocs", "python"):
        (programs / name).unlink(missing_ok=True)
        (programs / name).symlink_to(Path(sys.executable).parent / name)
    (programs.parent / ".ready").touch()
    return subprocess.run(["make", target], cwd=folder, capture_output=True, text=True, check=False)


def test_an_exhibit_that_is_started_passes_its_check(
    started: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--strict", "--root", str(started)]) == 0
    assert "11 items, no problem" in capsys.readouterr().out
    assert main(["start", str(started)]) == 2


def test_it_shows_timeline_atlas_disputes_and_comparison_from_its_first_year_on(started: Path) -> None:
    site = started / "site"
    pages = {
        path: (site / path / "index.html").read_text("utf-8")
        for path in (
            "timeline",
            "atlas",
            "disputes",
            "compare",
            "compare/lake-council-lake-union",
            "membership",
        )
    }
    assert "dated entries. Each stands at its earliest possible day" in pages["timeline"]
    dated = (site / "assets/dated.js").read_text("utf-8")
    assert min(re.findall(r"1[0-9]{3}-[0-9]{2}-[0-9]{2}", dated)) == "1963-05-10"
    assert 'min="1963-01-01"' in pages["atlas"] and 'id="land-northmere"' in pages["atlas"]
    assert {"1974-03-02", "1974-03-12"} <= set(re.findall(r'datetime="(.*?)"', pages["disputes"]))
    assert 'min="1963-01-01"' in pages["compare"]
    assert verify(site) == []


def test_it_leaves_out_what_it_has_no_data_for(started: Path) -> None:
    home = (started / "site" / "index.html").read_text("utf-8")
    for absent in ("people", "events", "names", "concordance", "two-articles"):
        assert not (started / "site" / absent).exists()
        assert f'href="{absent}/"' not in home


COMMANDS = "help serve build verify zip check diff links fmt schema clean".split()


def test_it_is_a_project_of_its_own(started: Path) -> None:
    """Its commands are those it has the files for; nothing that a reader of the folder meets is of this project."""
    said = make(started, "help").stdout
    assert {*re.findall(r"^([a-z-]+)\t", said, re.MULTILINE)} == {*COMMANDS}
    for target in COMMANDS:
        run = dry(started, target)
        assert run.returncode == 0, run.stderr
    told = tomllib.loads((started / "pyproject.toml").read_text("utf-8"))
    assert told["project"]["name"] == "the-lakes" and told.keys() == {"project", "build-system", "tool"}
    readme = (started / "README.md").read_text("utf-8")
    assert re.findall(r"^make (\w+)", readme, re.MULTILINE) == ["serve", "build"]
    assert (started / "hooks/LICENSE").read_text("utf-8") == (ROOT / "LICENSE").read_text("utf-8")
    own = [path for path in started.iterdir() if path.name not in ("hooks", "site", ".venv")]
    files = [file for path in own for file in ([path] if path.is_file() else path.rglob("*"))]
    files = [file for file in files if file.parent.name != "licences"]  # they name who holds them
    words = re.compile(
        r"eurasia|\baccords\b|\b1991\b|two.articles|/(?:developing|contributing)/", re.IGNORECASE
    )
    texts = {
        file: file.read_text("utf-8")
        for file in files
        if file.is_file() and file.suffix not in (".woff2", ".png")
    }
    assert {file: found for file, text in texts.items() if (found := words.findall(text))} == {}


def dry(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    """What make would do, without doing it."""
    return subprocess.run(["make", "-n", target], cwd=folder, capture_output=True, text=True, check=False)


def test_no_word_of_this_story_is_in_it(started: Path) -> None:
    """Neither in what it begins with, nor on its pages; what is the theme's own is passed over."""
    written = [started / "mkdocs.yml", started / "README.md"]
    written += [
        path for folder in ("data", "docs", "schema", "site") for path in (started / folder).rglob("*")
    ]
    theirs = {*FOREIGN, *(path.name for path in (started / "site/assets").glob("[jis]*/**/*.*"))}
    found = []
    for path in sorted(written):
        if (
            path.suffix in (".html", ".css", ".js", ".json", ".xml", ".svg", ".yml", ".md")
            and path.name not in theirs
        ):
            text = path.read_text("utf-8")
            found += [
                f"{path.name}: {word}" for word in of_this_story(text) if word.rpartition(" ")[2] not in CODES
            ]
            found += [f"{path.name}: {word}" for word in WORDS.findall(text) if "-" in word and word in IDS]
    assert found == []
