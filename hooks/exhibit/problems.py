"""Problems are values: where, what is wrong, what would be right. Only adapters print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches


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
        return f"{self.file}:{self.line}:{self.column}: {kind}{field}{self.message}"


def report(problems: Iterable[Problem], texts: Mapping[str, str]) -> str:
    """All problems of a run, sorted, each with its line and a caret; and a closing count.

    texts: the text of each file named, for quoting its lines.
    """
    ordered = sorted(set(problems))
    blocks = [str(problem) + _quote(problem, texts.get(problem.file, "")) for problem in ordered]
    count = f"{len(ordered)} problem{'s' if len(ordered) != 1 else ''}"
    return "\n".join([*blocks, count]) + "\n" if ordered else ""


def _quote(problem: Problem, text: str) -> str:
    lines = text.splitlines()
    if not 1 <= problem.line <= len(lines):
        return ""
    line = lines[problem.line - 1].replace("\t", " ")
    start = max(0, problem.column - 100) if len(line) > 160 else 0
    shown = "".join(c if c.isprintable() else "�" for c in line[start : start + 160])
    return f"\n    {shown}\n    {' ' * (problem.column - 1 - start)}^"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The tail of a message: the nearest known word, or all of them where they are few."""
    options = list(dict.fromkeys(known))
    near = get_close_matches(word.lower(), [o.lower() for o in options], n=1, cutoff=0.75)
    if near:
        best = next(o for o in options if o.lower() == near[0])
        return f"; did you mean '{best}'?"
    return f"; one of: {', '.join(options)}" if 0 < len(options) <= 16 else ""
