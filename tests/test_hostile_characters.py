"""Characters that are not seen, or are taken for others."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_OF, tiny_project
from exhibit.changes.git import read_history
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.printable import as_printed
from exhibit.problems.problem import Problem, report
from test_changes import commit, git

UNSEEN = {
    "joiners": ("\u200d\u200d", "2:8: nothing can be seen in this text (U+200D); type it anew"),
    "a filler of Hangul": ("\u3164", "2:8: nothing can be seen in this text (U+3164); type it anew"),
    "an empty cell of Braille": ("\u2800", "2:8: nothing can be seen in this text (U+2800); type it anew"),
    "accents alone": ("\u0301\u0302", "2:8: nothing can be seen in this text (U+0301, U+0302); type it anew"),
    "a soft hyphen": ("\u00ad", "2:8: nothing can be seen in this text (U+00AD); type it anew"),
    "tags": ("F\U000e0061", "2:9: an invisible character (U+E0061, tag latin small letter a); delete it"),
    "text turned round": (
        "F\u202e",
        "2:9: an invisible character (U+202E, right-to-left override); delete it",
    ),
}
WORDS = {
    "N\u043erthland": "2:9: 'о' in 'Nоrthland' is a cyrillic small letter o, which looks like another letter; type the word anew",
    "Лигa рек": "2:11: 'a' in 'Лигa' is a latin small letter a, which looks like another letter; type the word anew",
    "Ford (Форд), ШОС-SCO, Ford2Форд": "",
    "Żółć, Ηράκλειτος, Եվրասիա": "",
}


def _problems(folder: Path, title: str) -> list[Problem]:
    project = tiny_project(folder / "project")
    (project / "data" / "places" / "ford.yml").write_text(f"---\ntitle: {title}\n", "utf-8")
    return build(project, project / "docs", Settings(AS_OF), copies=folder).problems


def _place(problem: Problem) -> str:
    return f"{problem.line}:{problem.column}: {problem.message}"


@pytest.mark.parametrize("name", UNSEEN)
def test_a_title_that_is_not_seen_is_refused(tmp_path: Path, name: str) -> None:
    title, said = UNSEEN[name]
    assert [_place(p) for p in _problems(tmp_path, title) if p.file == "data/places/ford.yml"] == [said]


@pytest.mark.parametrize("title", WORDS)
def test_a_word_of_two_alphabets_is_suspected(tmp_path: Path, title: str) -> None:
    found = [problem for problem in _problems(tmp_path, title) if problem.warning]
    assert [_place(problem) for problem in found] == ([WORDS[title]] if WORDS[title] else [])


def test_a_commit_s_subject_has_no_character_that_is_not_seen(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "project")
    git(project, "init", "--quiet")
    commit(project, "data: \x1b[31mred\u202e turned\u200b \U000e0061and  wide", 1)
    assert [c.subject for c in read_history(project).commits] == ["data: [31mred turned and wide"]


LINES = {
    "::error::Ford": "\\::error::Ford",
    "  ::add-mask::Ford": "  \\::add-mask::Ford",
    "##[command]Ford": "\\##[command]Ford",
    "Ford::error::": "Ford::error::",
    "\x1b[31mFord": "\\x1b[31mFord",
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_a_diff_is_no_command(line: str) -> None:
    assert as_printed(line) == LINES[line]


@pytest.mark.parametrize("line", ["::error::Ford", "##[error]Ford", "::add-mask::Ford"])
def test_a_line_that_a_report_quotes_is_no_command(line: str) -> None:
    """The caret stays below its letter."""
    problem = Problem("data/places/ford.yml", 2, len(line) - 3, "", "no such place")
    told = report([problem], {"data/places/ford.yml": f"account: |\n{line}\n"})
    assert told.splitlines()[1:3] == [f"    \\{line}", " " * (4 + len(line) - 3) + "^"]
    assert not [part for part in told.splitlines() if part.lstrip().startswith(("::", "##["))]
