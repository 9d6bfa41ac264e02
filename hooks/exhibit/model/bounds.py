"""Bounds of an account: within them Markdown reads any text in a moment.

Markdown looks from each bracket and back-tick for the one that closes it, and goes down into each list and
quotation: without bounds a text of a few kilobytes takes minutes, or more levels than Python has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 20_000
"""Characters of an account: nine times the longest of the exhibit."""
MOST_MARKS = 500
"""Back-ticks, stars or underscores in an account; the longest of the exhibit has four."""
MOST_LINES = 300
"""Lines without an empty one among them: Markdown looks at all that follow for each underlined heading."""
MOST_OPEN = 20
"""Brackets open at once within a paragraph."""
_DEEP = re.compile(
    r"^(?:(?: {4}| {0,3}\t){9}|[ \t]*(?:(?:>|[-*+][ \t]|[0-9]+\.[ \t])[ \t]*){9})", re.MULTILINE
)
"""The beginning of a line of a list or quotation that stands within eight others."""


def in_bounds(text: str) -> str:
    """The account itself. Raises ValueError where it would take long to read, with the line in it."""
    for mark in "`*_":
        if text.count(mark) > MOST_MARKS:
            raise ValueError(f"more than {MOST_MARKS} '{mark}' in one account; take out what is not needed")
    if deep := _DEEP.search(text):
        line = _line(text, deep.start())
        raise ValueError(
            f"its line {line} stands within more than eight lists or quotations; make them flatter"
        )
    if line := _too_many_lines(text):
        raise ValueError(
            f"its line {line} is the {MOST_LINES + 1}st without an empty one; leave lines between paragraphs"
        )
    for offset in _too_many_open(text):
        line = _line(text, offset)
        raise ValueError(
            f"its line {line} has more than {MOST_OPEN} brackets that are not closed; close them"
        )
    return text


def _too_many_lines(text: str) -> int:
    """The first line that has too many before it without an empty one among them; nought where none has."""
    run = 0
    for number, line in enumerate(text.split("\n"), 1):
        run = run + 1 if line.strip() else 0
        if run > MOST_LINES:
            return number
    return 0


def _too_many_open(text: str) -> Iterator[int]:
    """Where brackets begin of which too many are open already; each paragraph begins anew."""
    opened = {"[": 0, "(": 0}
    for mark in re.finditer(r"[\[\]()]|\n[ \t]*\n", text):
        kind = {"]": "[", ")": "("}.get(mark[0], mark[0])
        if kind not in opened:
            opened = dict.fromkeys(opened, 0)
        else:
            opened[kind] = max(0, opened[kind] + (1 if mark[0] == kind else -1))
            if opened[kind] > MOST_OPEN:
                yield mark.start()


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
