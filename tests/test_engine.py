"""The engine knows no story: no string in it is an id of data/, and it makes an exhibit on another subject."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, mkdocs
from exhibit.commands.cli import main
from exhibit.verifying.verify import verify

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
    run = mkdocs(folder, "build", "--strict", PYTHONPATH=str(folder / "hooks"))
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


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
    assert verify(site) == []


def test_it_leaves_out_what_it_has_no_data_for(started: Path) -> None:
    home = (started / "site" / "index.html").read_text("utf-8")
    for absent in ("people", "events", "names", "concordance", "two-articles"):
        assert not (started / "site" / absent).exists()
        assert f'href="{absent}/"' not in home


def test_no_word_of_this_story_is_in_it(started: Path) -> None:
    words = re.compile(r"Eurasia|Kazakh|\bCSTO\b|\bSCO\b|two articles|\b1991\b", re.IGNORECASE)
    found = []
    for path in sorted((started / "site").rglob("*")):
        if path.suffix in (".html", ".css", ".js", ".json", ".xml", ".svg") and path.name not in FOREIGN:
            text = path.read_text("utf-8")
            found += [f"{path.name}: {word}" for word in words.findall(text)]
            found += [f"{path.name}: {word}" for word in WORDS.findall(text) if "-" in word and word in IDS]
    assert found == []
