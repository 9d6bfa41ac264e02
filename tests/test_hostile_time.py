"""Time is bounded: any account within its bounds is read in a moment, any other is refused. (Accounts made to take
long: tests/hostile/sets/time.yml.)"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from pathlib import Path
from textwrap import indent

import pytest
from bounded import bounded
from conftest import AS_OF, tiny_project
from exhibit.checking.read import read_exhibit
from exhibit.model.bounds import LONGEST
from exhibit.pages.build import build
from exhibit.pages.page import Page
from exhibit.pages.site import Settings
from exhibit.problems.problem import MOST
from exhibit.problems.suggestion import near

SECONDS = 1.0
"""Of the processor, for one account; what is built here takes a fifth of it at most."""
TOKENS = [
    *(
        "[",
        "](",
        ")",
        "`",
        "``",
        "```",
        "*",
        "**",
        "_",
        "__",
        "<",
        ">",
        "!",
        "&",
        "#",
        "\\",
        "|",
        "\n",
        "\n\n",
    ),
    *(
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "a",
        "b c",
        "[[",
        "|x]]",
        "[@",
        "#1]",
        "; @",
        "http://x.y",
        '"',
        "'",
        "(",
    ),
    *("{: ", "---", "===", "[a]: x", "|-|-|\n", "<!--", "~~~", "$", "{{", "&lt;", ":"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_project(tmp_path_factory.mktemp("time") / "project")


def test_ids_that_are_nearly_right_are_answered_in_a_moment() -> None:
    dice = random.Random(1)
    parts = "agreement declaration protocol council union states border security trade summit".split()
    ids = ["-".join([*dice.sample(parts, 3), str(1990 + number % 35)]) for number in range(2000)]
    with bounded(SECONDS):
        for id_ in ids[: MOST + 1]:
            near(id_.replace("e", "", 1) + "x", ids)


@pytest.mark.parametrize("mark", ["[[{}]]", "[@{}]"])
def test_of_many_marks_that_name_nothing_the_first_are_told(tmp_path: Path, mark: str) -> None:
    text = "".join(f"{mark.format(f'nowhere-{number}')} a.\n\n" for number in range(300))
    project = tiny_project(tmp_path / "project", f"# Home\n\n{text}")
    (project / "data/places/ford.yml").write_text(f"title: Ford\naccount: |\n{indent(text, '  ')}", "utf-8")
    told = Counter(problem.file for problem in build(project, project / "docs", Settings(AS_OF)).problems)
    assert told == {"docs/index.md": MOST + 1, "data/places/ford.yml": MOST + 1}


def _read(root: Path, account: str) -> None:
    """Read an account; where nothing is said of it, it is made HTML as well. Fails where it takes too long."""
    indented = "\n".join(f"  {line}" for line in account.split("\n"))
    file = root / "data" / "places" / "ford.yml"
    file.write_text(f"title: Ford\naccount: |2\n{indented}\n", "utf-8")
    start = time.process_time()
    outcome = read_exhibit(root)
    if not outcome.problems:
        Page(outcome.exhibit, "places/ford.md").prose(outcome.exhibit.items["ford"].account or "")
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("seed", range(int(os.environ.get("SEEDS", "20"))))
def test_any_text_of_marks_is_read_or_refused_in_a_moment(root: Path, seed: int) -> None:
    dice = random.Random(seed)
    tokens = dice.sample(TOKENS, dice.choice((1, 2, 3, 5, 8)))
    text = "".join(dice.choice(tokens) for _ in range(LONGEST // max(map(len, tokens))))
    _read(root, text)
    _read(root, text[: dice.randrange(1, 3_000)])
