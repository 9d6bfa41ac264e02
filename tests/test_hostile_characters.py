"""Characters that are not seen, in what does not come from data/: commits, and what a diff prints. (For data:
tests/hostile/sets/characters.yml.)"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from conftest import AS_OF, tiny_project
from exhibit.changes.git import read_history
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.printable import as_printed
from exhibit.problems.problem import Problem, report
from test_changes import commit, git


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


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such name")
@pytest.mark.parametrize("folder", ["data/places", "docs", "docs/assets"])
def test_a_name_that_is_not_utf_8_is_told(tmp_path: Path, folder: str) -> None:
    project = tiny_project(tmp_path / "project")
    Path(os.fsdecode(os.fsencode(project / folder) + b"/x\xff.png")).write_text("x")
    built = build(project, project / "docs", Settings(AS_OF))
    assert [problem.file for problem in built.problems] == [f"{folder}/x\udcff.png"]
    assert f"{folder}/x\\udcff.png:1:1: " in report(built.problems, built.texts)
