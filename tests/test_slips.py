"""Slips of editors that a file's form does not give away: each told at its line, and accepted where it is meant.

A case of tests/slips edits the tiny exhibit: ``edits`` are a file each, with what is replaced (``put`` alone
writes a file, ``replace: ''`` adds at its end, ``by: null`` takes it away). ``line`` and ``told`` are written by hand; ``says`` is the first line
of the report and is written anew with UPDATE_GOLDEN=1. ``meant`` is the same edit as one would write it who
means it: nothing is told.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, TESTS
from exhibit.pages.build import build
from exhibit.pages.site import Settings

SLIPS = TESTS / "slips"
SHORT = {
    "club": "data/organisations/league-of-rivers.yml",
    "pact": "data/organisations/river-pact.yml",
    "meeting": "data/summits/league-2001-ford.yml",
    "treaty": "data/treaties/league-declaration.yml",
    "protocol": "data/treaties/pact-protocol.yml",
    "person": "data/people/ivan-rechnoy.yml",
    "place": "data/places/ford.yml",
    "source": "data/sources/gazette.yml",
    "memoir": "data/sources/memoir.yml",
    "north": "data/countries/northland.yml",
    "south": "data/countries/southland.yml",
    "speech": "data/events/league-speech.yml",
    "page": "docs/about/index.md",
    "nav": "mkdocs.yml",
}
"""Names for the files of the tiny exhibit, with a page and a navigation beside it."""

PAGE = "# About\n\nSee [the rivers](rivers.md) and [[ford]].\n"
NAVIGATION = "nav:\n  - About: about/index.md\n  - Rivers: about/rivers.md\n  - Timeline: timeline.md\n"


def _cases() -> Iterator[Any]:
    for path in sorted(SLIPS.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path, case, id=f"{path.stem}: {case['name']}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny exhibit with two pages of docs/ and a navigation."""
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "docs" / "about").mkdir(parents=True)
    (tmp_path / SHORT["page"]).write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs" / "about" / "rivers.md").write_text("# Rivers\n", encoding="utf-8")
    (tmp_path / SHORT["nav"]).write_text(NAVIGATION, encoding="utf-8")
    return tmp_path


def _told(root: Path, edits: list[dict[str, Any]]) -> list[str]:
    for edit in edits:
        path = root / SHORT.get(edit["file"], edit["file"])
        path.parent.mkdir(parents=True, exist_ok=True)
        if "put" in edit:
            path.write_text(edit["put"], encoding="utf-8")
        elif edit["by"] is None:
            path.unlink()
        elif edit["replace"]:
            text = path.read_text(encoding="utf-8")
            assert edit["replace"] in text
            path.write_text(text.replace(edit["replace"], edit["by"], 1), encoding="utf-8")
        else:
            path.write_text(path.read_text(encoding="utf-8") + edit["by"], encoding="utf-8")
    built = build(root, root / "docs", Settings(AS_OF), copies=root / "copies")
    return [str(problem) for problem in built.problems]


def _write_says(corpus: Path, name: str, says: str) -> None:
    """Put the first line of a report below its case."""
    head, start, rest = corpus.read_text(encoding="utf-8").partition(f"- name: {name}\n")
    body, following, tail = rest.partition("\n- name: ")
    kept = "\n".join(line for line in body.rstrip("\n").split("\n") if not line.startswith("  says: "))
    line = yaml.safe_dump({"says": says}, allow_unicode=True, width=10_000)
    corpus.write_text(f"{head}{start}{kept}\n  {line}{following[1:]}{tail}", encoding="utf-8")


@pytest.mark.parametrize(("corpus", "case"), list(_cases()))
def test_a_slip_is_told_at_its_line_with_what_would_be_right(
    root: Path, corpus: Path, case: dict[str, Any]
) -> None:
    found = _told(root, case["edits"])
    assert found, "accepted without a word"
    if os.environ.get("UPDATE_GOLDEN"):
        _write_says(corpus, case["name"], found[0])
        case["says"] = found[0]
    file = case.get("at", SHORT.get(case["edits"][0]["file"], case["edits"][0]["file"]))
    assert (found[0].startswith(f"{file}:{case['line']}:"), case["told"] in found[0]) == (True, True), found
    assert found[0] == case["says"]
    assert len(found) == case.get("problems", 1), found


@pytest.mark.parametrize(("corpus", "case"), [c for c in _cases() if "meant" in c.values[1]])
def test_what_is_meant_is_accepted(root: Path, corpus: Path, case: dict[str, Any]) -> None:
    assert _told(root, case["meant"]) == []
