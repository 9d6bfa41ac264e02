"""Bounds of an account and of a page of docs/: within them Markdown reads any text in a moment.

Markdown looks from each bracket, back-tick and tag for the one that closes it, and goes down into each list and
quotation: without bounds a text of a few kilobytes takes minutes, or more levels than Python has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST, LONGEST_PAGE = 20_000, 40_000
"""Characters of an account: nine times the longest of the exhibit; and of a page."""
MOST_MARKS, MOST_MARKS_OF_A_PAGE = 500, 2_000
"""Back-ticks, stars or underscores in an account; the longest of the exhibit has four. And in a page, with its code."""
MOST_LINES = 300
"""Lines without an empty one among them: Markdown looks at all that follow for each underlined heading."""
MOST_OPEN = 20
"""Brackets open at once within a paragraph; and tags of HTML in a page that are begun and not ended."""
_MARK = r"(?:>|[-*+][ \t]|[0-9]+\.[ \t])"
_DEEP = re.compile(
    rf"^(?:(?: {{4}}| {{0,3}}\t){{9}}[ \t]*{_MARK}|[ \t]*(?:{_MARK}[ \t]*){{9}})", re.MULTILINE
)
"""The beginning of a line of a list or quotation that stands within eight others."""
_TAG = re.compile(r"<(?:!\[|[a-zA-Z/!?][^<>]*(?![^<>]|>))")
"""A tag without its end before the next, or ``<![``, which ends with more than a ``>``."""


def in_bounds(account: str) -> str:
    """The account itself. Raises ValueError where it would take long to read, with the line in it."""
    for line, what in _beyond(account, MOST_MARKS):
        raise ValueError(f"its line {line} {what}")
    return account


def page_beyond(page: str) -> tuple[int, str] | None:
    """The line from which a page of docs/ would take long to read, and what is to be done; None where there is none."""
    if len(page) > LONGEST_PAGE:
        long = f"the page has more than {LONGEST_PAGE:,} characters; make two of it"
        return _line(page, LONGEST_PAGE), long
    tags = [tag.start() for tag in _TAG.finditer(page)]
    if len(tags) > MOST_OPEN:
        message = f"more than {MOST_OPEN} tags are begun and not ended up to here; end each with '>'"
        return _line(page, tags[MOST_OPEN]), message
    return next(((line, f"this line {what}") for line, what in _beyond(page, MOST_MARKS_OF_A_PAGE)), None)


def _beyond(text: str, most_marks: int) -> Iterator[tuple[int, str]]:
    """The lines at which a text is beyond its bounds, each with what is to be said of it."""
    for mark in "`*_":
        if text.count(mark) > most_marks:
            line = _line(text, [at.start() for at in re.finditer(re.escape(mark), text)][most_marks])
            yield line, f"has more than {most_marks} '{mark}' up to there; take out what is not needed"
    if deep := _DEEP.search(text):
        yield (
            _line(text, deep.start()),
            "stands within more than eight lists or quotations; make them flatter",
        )
    if line := _too_many_lines(text):
        yield line, f"is the {MOST_LINES + 1}st without an empty one; leave lines between paragraphs"
    for offset in _too_many_open(text):
        yield _line(text, offset), f"has more than {MOST_OPEN} brackets that are not closed; close them"


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
