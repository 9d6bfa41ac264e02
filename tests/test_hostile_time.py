"""Time is bounded: any account within its bounds is read in a moment, any other is refused with its line."""

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
LISTS = "\n".join("    " * depth + "- a" for depth in range(30))
REFUSED = {
    "brackets": "[" * 16_000,
    "links begun": "[](" * 6_000,
    "brackets in brackets": "[a " * 900 + "] " * 900,
    "runs of back-ticks": " ".join("`" * length for length in range(1, 150)),
    "stars": "**" + "a*" * 9_000,
    "lists in one line": "- " * 2_000,
    "quotations in one line": ">" * 5_000,
    "numbers in one line": "1. " * 2_000,
    "lists in lists": LISTS,
    "too long": "a " * LONGEST,
}
READ = {
    "citations": "[@gazette#3] " * 1_500,
    "links": "[a](http://b) " * 1_400,
    "a table": "|a" * 900 + "\n" + "|-" * 900 + "\n" + ("|b" * 900 + "\n") * 8,
    "entities": "&" * LONGEST,
    "escapes": "\\" * LONGEST,
    "comments begun": "<!--" * 5_000,
    "underlines": "a\n=" * 6_000,
    "list of paragraphs": "- a\n\n" * 4_000,
    "one word": "x" * LONGEST,
    "quotes": "[a](http://b '" * 20,
}
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


def _read(root: Path, account: str) -> list[str]:
    """What is said of an account; where nothing is, it is made HTML as well. Fails where it takes too long."""
    indented = "\n".join(f"  {line}" for line in account.split("\n"))
    file = root / "data" / "places" / "ford.yml"
    file.write_text(f"title: Ford\naccount: |2\n{indented}\n", "utf-8")
    start = time.process_time()
    outcome = read_exhibit(root)
    if not outcome.problems:
        Page(outcome.exhibit, "places/ford.md").prose(outcome.exhibit.items["ford"].account or "")
    assert time.process_time() - start < SECONDS
    return [f"{problem.line}: {problem.message}" for problem in outcome.problems]


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_take_long_is_refused_with_its_line(root: Path, name: str) -> None:
    assert [problem.partition(":")[0] for problem in _read(root, REFUSED[name])] == ["2"]


@pytest.mark.parametrize("name", READ)
def test_what_is_within_the_bounds_is_read_in_a_moment(root: Path, name: str) -> None:
    assert _read(root, READ[name][: LONGEST - 1]) == []


@pytest.mark.parametrize("seed", range(int(os.environ.get("SEEDS", "20"))))
def test_any_text_of_marks_is_read_or_refused_in_a_moment(root: Path, seed: int) -> None:
    dice = random.Random(seed)
    tokens = dice.sample(TOKENS, dice.choice((1, 2, 3, 5, 8)))
    text = "".join(dice.choice(tokens) for _ in range(LONGEST // max(map(len, tokens))))
    _read(root, text)
    _read(root, text[: dice.randrange(1, 3_000)])
