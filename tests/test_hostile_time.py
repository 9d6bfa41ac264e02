"""Time is bounded: any account within its bounds is read in a moment, any other is refused. (Accounts made to take
long: tests/hostile/sets/time.yml.)"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from conftest import tiny_project
from exhibit.checking.read import read_exhibit
from exhibit.model.bounds import LONGEST
from exhibit.pages.page import Page

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
