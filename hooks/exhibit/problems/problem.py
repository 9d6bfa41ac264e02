"""Problems are values: where, what is wrong, what would be right. Only adapters print them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from exhibit.problems.printable import as_printed, printable
from exhibit.problems.suggestion import foreign, meant

MOST = 50
"""Problems of one file that are told one by one; a file with more is broken in one place."""

WIDTH = 160
"""Characters of a line that are quoted; a longer one is cut around the caret."""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem: file (relative to the project), line and column from 1, the field's path."""

    file: str
    line: int
    column: int
    field: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        kind = "warning: " if self.warning else ""
        return printable(f"{self.file}:{self.line}:{self.column}: {kind}{field}{self.message}")


def report(problems: Iterable[Problem], texts: Mapping[str, str]) -> str:
    """All problems of a run, sorted, each with its line and a caret; and a closing count.

    texts: the text of each file named, for quoting its lines.
    """
    ordered = sorted(set(problems))
    blocks: list[str] = []
    for file, group in groupby(ordered, key=lambda problem: problem.file):
        of_file = list(group)
        lines = texts.get(file, "").splitlines()
        blocks += [str(problem) + _quote(problem, lines) for problem in of_file[:MOST]]
        if len(of_file) > MOST:
            blocks.append(printable(f"{file}: and more of this; mend these first"))
    return "\n".join([*blocks, count(ordered)]) + "\n" if ordered else ""


def count(problems: Iterable[Problem]) -> str:
    """The closing line of a report: how many problems, how many suspicions."""
    warnings = [problem.warning for problem in problems]
    kinds = (("problem", warnings.count(False)), ("suspicion", warnings.count(True)))
    return ", ".join(f"{n:,} {noun}{'s' if n != 1 else ''}" for noun, n in kinds if n)


def workflow_commands(problems: Iterable[Problem]) -> str:
    """The problems as workflow commands of GitHub Actions, which marks the lines in a pull request.

    Escapes follow actions/toolkit (command.ts): per cent and line ends, in properties commas and colons too.
    """
    return "".join(_annotation(problem) for problem in sorted(set(problems)))


def _annotation(problem: Problem) -> str:
    kind = "warning" if problem.warning else "error"
    given = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.field}
    properties = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in given.items()
        if value
    )
    return f"::{kind} {properties}::{_escaped(problem.message)}\n"


def _escaped(text: str) -> str:
    """Line ends and per cent signs in the manner of workflow commands; other controls written out."""
    kept = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(kept)


def _quote(problem: Problem, lines: list[str]) -> str:
    """The line of a problem with a caret under its column; wide letters take two places."""
    if not 1 <= problem.line <= len(lines):
        return ""
    line, at = lines[problem.line - 1].replace("\t", " "), problem.column - 1
    start = max(0, at - 99) if len(line) > WIDTH else 0
    shown = "".join(c if c.isprintable() else "�" for c in line[start : start + WIDTH])
    quoted = as_printed(shown)
    pad = (
        len(quoted)
        - len(shown)
        + sum(_places(c) for c in shown[: at - start])
        + max(0, at - start - len(shown))
    )
    return f"\n    {quoted}\n    {' ' * pad}^"


def _places(character: str) -> int:
    """Places a character takes in a terminal: none for a combining mark, two for a wide one."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shown(value: object, most: int = 60) -> str:
    """A value as a message quotes it: in quotes, and cut where it is long."""
    text = str(value)
    return f"'{text}'" if len(text) <= most else f"'{text[: most - 1]}…'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The tail of a message: the nearest known word, or all of them where they are few."""
    options = list(dict.fromkeys(known))
    if best := meant(word, options):
        return f"; did you mean '{best}'?{foreign(word)}"
    return f"; one of: {', '.join(options)}" if 0 < len(options) <= 16 else ""


def at_most(problems: Iterator[Problem]) -> list[Problem]:
    """The first problems of one file, and no more than a report would tell one by one."""
    return [problem for problem, _ in zip(problems, range(MOST + 1), strict=False)]
