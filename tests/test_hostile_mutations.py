"""Data that nobody would write: whatever stands in data/ and docs/, a run ends in a moment, with problems told at
their lines or with a site, and writes nothing else.

Each set is the tiny exhibit with a few of its files changed by a machine: lines and fields dropped, values swapped or of
another kind, dates at the ends of the calendar, texts with markup, files cut short or taken away. Hypothesis chooses, and
finds the smallest change with which a test fails. The sets of a test run are always the same; with ``EXHIBIT_AUDIT=1``
there are many more, others each time.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bounded import bounded, watched
from conftest import AS_OF, TESTS, build_here, tiny_project
from exhibit.commands.cli import main
from exhibit.editing.ids import id_lists
from exhibit.pages.build import Built, build
from exhibit.pages.site import Settings
from exhibit.problems.problem import report
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from test_hostile_text import HOME, LINES

AUDIT = "EXHIBIT_AUDIT" in os.environ
CHECKED, BUILT = (10_000, 200) if AUDIT else (500, 20)
RUN = settings(
    deadline=None,  # the processor's clock is asked instead: others may be busy here
    derandomize=not AUDIT,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
SECONDS = 2.0
"""Of the processor, for one check: it takes a hundredth of it."""
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

SIGNS = (
    *"'\":,{}[]#&*!|>-@%`~\\\t ",
    "\u200b",
    "\u202e",
    "\x1b",
    "\ufeff",
    "\u0301",
    "：",
    "\u00a0",
    "０",
    "<b>",
    "{{",
    "[[",
    "[@",
)
"""What is put into a line: signs of YAML, of Markdown, of HTML, of calls, and what nobody sees."""

Lines = list[str]
Files = dict[str, str | None]
"""Texts by path in the project; None for a file that is taken away."""


def _line_dropped(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def _field_dropped(lines: Lines, dice: random.Random) -> Lines:
    """A field with all that stands below it."""
    at = dice.choice([n for n, line in enumerate(lines) if not line.startswith(" ")] or [0])
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
    return text[: dice.randrange(len(text) + 1)].split("\n")


def _line_twice(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    return [*lines[: at + 1], *lines[at:]]


def _moved(lines: Lines, dice: random.Random) -> Lines:
    """A line further right, or further left."""
    at = dice.randrange(len(lines))
    moved = " " * dice.randint(1, 4) + lines[at] if dice.random() < 0.5 else lines[at][dice.randint(1, 2) :]
    return [*lines[:at], moved, *lines[at + 1 :]]


def _pierced(lines: Lines, dice: random.Random) -> Lines:
    """A sign put in, or in the place of another."""
    at, sign = dice.randrange(len(lines)), dice.choice(SIGNS)
    place = dice.randrange(len(lines[at]) + 1)
    return [*lines[:at], lines[at][:place] + sign + lines[at][place + dice.randint(0, 1) :], *lines[at + 1 :]]


def _value_with_markup(lines: Lines, dice: random.Random) -> Lines:
    quoted = tuple("'" + line.replace("'", "''") + "'" for line in LINES)
    return _value_of_another_kind(lines, dice, quoted)


def _value_of_great_length(lines: Lines, dice: random.Random) -> Lines:
    """A value, or what ends a line, over and over again."""
    at = dice.randrange(len(lines))
    place = dice.randrange(len(lines[at]) + 1)
    return [*lines[:at], lines[at] + lines[at][place:] * dice.choice((2, 30, 2_000)), *lines[at + 1 :]]


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
    _line_twice,
    _moved,
    _pierced,
    _pierced,
    _value_with_markup,
    _value_of_great_length,
)

OF_ANY_LINES = (_line_dropped, _line_twice, _moved, _pierced, _value_of_great_length, _cut_short)
"""Those that need no field."""


def _tiny() -> dict[str, str]:
    data = sorted((TESTS / "exhibit" / "data").rglob("*.yml"))
    found = {
        f"data/{path.relative_to(TESTS / 'exhibit' / 'data').as_posix()}": path.read_text("utf-8")
        for path in data
    }
    return found | {"docs/index.md": HOME}


TINY = _tiny()
"""The files of the tiny exhibit by path, with a page that links, cites and calls."""


@st.composite
def changed(draw: st.DrawFn) -> Files:
    """A few files as they are changed; None for one that is taken away."""
    dice = draw(st.randoms(use_true_random=False))
    found: Files = {}
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 5)))):
        file = draw(st.sampled_from(sorted(TINY)))
        lines = (found.get(file, TINY[file]) or "").rstrip("\n").split("\n")
        if draw(st.integers(0, 19)) == 19:
            found[file] = None
        else:
            fields = any(
                _FIELD.match(line) for line in lines
            )  # a page has none, nor what little is left of a file
            change = draw(st.sampled_from(CHANGES if fields else OF_ANY_LINES))
            found[file] = "\n".join(change(lines, dice)) + "\n"
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_project(tmp_path_factory.mktemp("mutations") / "p", HOME)


@contextmanager
def _put(root: Path, files: Files) -> Iterator[None]:
    """The files in their places meanwhile."""
    for file, text in files.items():
        (root / file).unlink() if text is None else (root / file).write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        for file in files:
            (root / file).write_text(TINY[file], encoding="utf-8")


def _checked(root: Path) -> Built:
    with watched(), bounded(SECONDS):
        return build(root, root / "docs", Settings(AS_OF), copies=root / "copies")


@settings(RUN, max_examples=CHECKED)
@given(files=changed())
def test_a_check_of_any_data_ends_and_tells_all_at_lines_of_the_set(root: Path, files: Files) -> None:
    with _put(root, files):
        built = _checked(root)
    told = report(built.problems, built.texts)
    assert bool(told) == bool(built.problems)
    there = TINY | {"mkdocs.yml": (root / "mkdocs.yml").read_text("utf-8")} | files
    lines = {file: (text or "").count("\n") + 1 for file, text in there.items()}
    missing = {
        p.file for p in built.problems if "there is no such file" in p.message
    }  # which many name in vain
    lines = dict.fromkeys(missing, 1) | lines
    strange = [p for p in built.problems if not 1 <= p.line <= lines.get(p.file, 0) or p.column < 1]
    assert [str(problem) for problem in strange] == []
    assert id_lists(built.site.exhibit)


@settings(RUN, max_examples=BUILT)
@given(files=changed())
def test_what_is_not_refused_is_built_and_nothing_else_written(root: Path, files: Files) -> None:
    with _put(root, files):
        assume(not _checked(root).fatal(strict=False))
        before = _all_but_the_site(root)
        with watched(root), bounded(10 * SECONDS):
            _built(root)
        assert _all_but_the_site(root) == before


def _built(root: Path) -> None:
    """The whole site in the audit; else the pages without MkDocs, which are all that data is seen in, in a third of the
    time."""
    if AUDIT:
        assert (build_here(root, strict=False) / "index.html").is_file()
    else:
        assert main(["pages", str(root / "site"), "--root", str(root)]) == 0


def _all_but_the_site(root: Path) -> dict[str, bytes]:
    """What stands in the folder of the project: files with their content, and how many there are in folders of assets."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and "site" not in path.parts]
    return {path.as_posix(): path.read_bytes() for path in files if "assets" not in path.parts} | {
        "assets": str(sum("assets" in path.parts for path in files)).encode()
    }
