"""Data that nobody would write: whatever stands in data/, a run ends with problems told or with pages, never
with a traceback.

Each case is the tiny exhibit with a few of its files changed by a machine: lines and fields dropped, values
swapped or of another kind, dates at the ends of the calendar, files cut short or taken away. The seed is
fixed; ``SEEDS=200`` tries more.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import AS_OF, TESTS
from exhibit.editing.ids import id_lists
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.problem import report

CASES = range(int(os.environ.get("SEEDS", "12")))
DATES = (
    "unknown 0001 1000 1000~ 2999 2999-12-31 2999~ 9999-24 19XX 10XX 1999-21 2001? 2001-05% [..1990] [2001..] [1990,2001] "
    "../2000 2000/ 2000/.. /2000 1999/2003 2001-06-15/2001-06-15 [1990..2003] 2004-02-29"
).split()
VALUES = ("[]", "{}", "''", "[a, b]", "{a: b}", "yes", "-1", "1e9", "~", "'#'", "x" * 300)
CLAIMS = (
    "{said: perhaps, cite: gazette}",
    "{never: true, cite: gazette}",
    "{date: 2001, cite: gazette#99999}",
    "{readings: [{date: 1999, cite: gazette}, {date: 2003, cite: memoir}]}",
    "{readings: [{said: soon, cite: gazette}]}",
    "{steps: [{date: 2001, act: signed, cite: gazette}]}",
    "{steps: [{date: unknown, act: signed, cite: gazette}, {date: 2005, act: done, cite: memoir}]}",
    "{date: unknown, cite: gazette}",
)
_DATE = re.compile(r"\b[0-9]{4}(-[0-9]{2}){0,2}\b")
_FIELD = re.compile(r"^( *(?:- )?[a-z_]+: )(?=\S)")

Lines = list[str]


def _line_dropped(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def _field_dropped(lines: Lines, dice: random.Random) -> Lines:
    """A field with all that stands below it."""
    at = dice.choice([n for n, line in enumerate(lines) if not line.startswith(" ")])
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith((" ", "-"))), len(lines))
    return lines[:at] + lines[end:]


def _values_swapped(lines: Lines, dice: random.Random) -> Lines:
    fields = [n for n, line in enumerate(lines) if _FIELD.match(line)]
    one, other = dice.choice(fields), dice.choice(fields)
    a, b = (_FIELD.match(lines[n]).end() for n in (one, other))  # type: ignore[union-attr]
    found = dict(enumerate(lines))
    found[one], found[other] = lines[one][:a] + lines[other][b:], lines[other][:b] + lines[one][a:]
    return list(found.values())


def _value_of_another_kind(lines: Lines, dice: random.Random, values: tuple[str, ...] = VALUES) -> Lines:
    at = dice.choice([n for n, line in enumerate(lines) if _FIELD.match(line)])
    head = _FIELD.match(lines[at]).group()  # type: ignore[union-attr]
    return [*lines[:at], head + dice.choice(values), *lines[at + 1 :]]


def _another_claim(lines: Lines, dice: random.Random) -> Lines:
    """A date in another of the forms that a field may have."""
    dated = [n for n, line in enumerate(lines) if re.match(r"^[a-z_]+: .*[0-9]{4}", line)]
    if not dated:
        return lines
    at = dice.choice(dated)
    return [*lines[:at], lines[at].partition(":")[0] + ": " + dice.choice(CLAIMS), *lines[at + 1 :]]


def _another_date(lines: Lines, dice: random.Random) -> Lines:
    places = [(n, found) for n, line in enumerate(lines) for found in _DATE.finditer(line)]
    if not places:
        return lines
    at, found = dice.choice(places)
    odd = dice.choice(DATES)
    odd = f"'{odd}'" if "[" in odd or odd.startswith("/") else odd
    return [*lines[:at], lines[at][: found.start()] + odd + lines[at][found.end() :], *lines[at + 1 :]]


def _cut_short(lines: Lines, dice: random.Random) -> Lines:
    text = "\n".join(lines)
    return text[: dice.randrange(len(text))].split("\n")


CHANGES: tuple[Callable[[Lines, random.Random], Lines], ...] = (
    _line_dropped,
    _field_dropped,
    _field_dropped,
    _values_swapped,
    _value_of_another_kind,
    _another_claim,
    _another_claim,
    _another_date,
    _another_date,
    _another_date,
    _cut_short,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    return folder


def _changed(data: Path, dice: random.Random) -> None:
    """Change one file, or take it away."""
    path = dice.choice(sorted(data.glob("*/*.yml")))
    if dice.random() < 0.05:
        path.unlink()
        return
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    if any(_FIELD.match(line) for line in lines):  # else nothing is left of it to change
        path.write_text("\n".join(dice.choice(CHANGES)(lines, dice)) + "\n", encoding="utf-8")


@pytest.mark.parametrize("seed", CASES)
def test_a_run_over_any_data_ends_with_problems_or_with_pages(root: Path, seed: int) -> None:
    """What each case tells is read by hand when it fails: the data stays in the folder."""
    dice = random.Random(seed)
    shutil.rmtree(root / "data", ignore_errors=True)
    shutil.copytree(TESTS / "exhibit" / "data", root / "data")
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        _changed(root / "data", dice)
    built = build(root, root / "docs", Settings(AS_OF), copies=root / "copies").rendered(root)
    assert report(built.problems, built.texts) or built.pages
    assert not [str(problem) for problem in built.problems if problem.file.startswith("hooks/")]
    assert id_lists(built.site.exhibit)
