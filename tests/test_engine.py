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
from conftest import ROOT
from exhibit.commands.cli import main
from sitecheck import check_site

IDS = {path.stem for path in (ROOT / "data").glob("*/*.yml")}
WORDS = re.compile(r"(?<![a-z0-9-])[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9-])")
FOLDERS = {
    "hooks/exhibit": "*.py",
    "hooks/adapter": "*.py",
    "hooks/templates": "*.*",
    "hooks/overrides": "*.html",
    "docs/assets": "*.[jc]s*",
}
FOREIGN = {"wordcut.js"}
"""A script of the theme's."""
FILES = sorted(
    [ROOT / "hooks/mkdocs_hook.py", *(f for d, ext in FOLDERS.items() for f in (ROOT / d).rglob(ext))]
)


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
    assert "Every dated entry since 1961" in pages["timeline"]
    assert re.findall(r'datetime="(.*?)"', pages["timeline"])[0] == "1963-05-10"
    assert 'min="1963-01-01"' in pages["atlas"] and 'id="land-northmere"' in pages["atlas"]
    assert {"1974-03-02", "1974-03-12"} <= set(re.findall(r'datetime="(.*?)"', pages["disputes"]))
    assert 'min="1963-01-01"' in pages["compare"]
    assert check_site(site, "https://exhibit.example/") == []


def test_it_leaves_out_what_it_has_no_data_for(started: Path) -> None:
    home = (started / "site" / "index.html").read_text("utf-8")
    for absent in ("people", "events", "names", "concordance", "two-articles"):
        assert not (started / "site" / absent).exists()
        assert f'href="{absent}/"' not in home


COMMANDS = "help serve build zip check diff fmt schema clean".split()


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
    words = re.compile(r"Eurasia|Kazakh|\bCSTO\b|\bSCO\b|two articles|\b1991\b", re.IGNORECASE)
    found = []
    for path in sorted((started / "site").rglob("*")):
        if path.suffix in (".html", ".css", ".js", ".json", ".xml", ".svg") and path.name not in FOREIGN:
            text = path.read_text("utf-8")
            found += [f"{path.name}: {word}" for word in words.findall(text)]
            found += [f"{path.name}: {word}" for word in WORDS.findall(text) if "-" in word and word in IDS]
    assert found == []
