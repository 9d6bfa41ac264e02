"""The line of data flow as one call: load, parse, link, check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exhibit.checking.check import check
from exhibit.model.dates import Edtf
from exhibit.problems.problem import Problem
from exhibit.reading.answers import read_answers
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.link import link
from exhibit.reading.load import load
from exhibit.reading.parse import parse
from exhibit.reading.story import read_story


@dataclass(frozen=True)
class Checked:
    """An exhibit read and checked: its items, its problems (sorted), and the texts of the files read."""

    exhibit: Exhibit
    problems: list[Problem]
    texts: dict[str, str]


def read_exhibit(root: Path, as_of: Edtf | None = None, kept: KeptFiles | None = None) -> Checked:
    """Read the exhibit in ``root/data``; every problem of the run is reported at once.

    as_of: up to when the exhibit knows; without it nothing is said of what is yet to come. kept: of the last reading.
    Rules of history are checked on what could be read and linked, so that one broken file does
    not hide what is wrong in another.
    """
    loaded = load(root, kept)
    items, parse_problems = parse(loaded.records, kept)
    exhibit = Exhibit({}, {}, dict(loaded.unread), as_of=as_of)
    link_problems = link(exhibit, items, loaded.records, kept)
    exhibit.pictures = loaded.pictures
    exhibit.answers, answer_problems = read_answers(loaded.answers)
    story_problems = read_story(exhibit, loaded.story)
    problems = {
        *loaded.problems,
        *parse_problems,
        *link_problems,
        *story_problems,
        *answer_problems,
        *check(exhibit),
    }
    wrong = {problem for problem in problems if not problem.warning}  # what is suspected waits for these
    return Checked(exhibit, sorted(wrong or problems), loaded.texts)
