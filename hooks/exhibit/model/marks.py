"""The marks of cross-reference in prose: ``[[id]]``, ``[[id|words]]`` and ``[@source#locator]``.

The same marks are used in accounts (YAML) and in docs/ (Markdown); code spans and fenced blocks
are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

LINK = r"\[\[([^\[\]|\n]*)(?:\|([^\[\]]*))?\]\]"
CITE = r"\[@([^\[\]\n]*)\]"
MOST_TICKS = 20
"""Back-ticks in a row that can hold code. One of each length looks for its end as far as the text goes."""
_FENCED = r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
_TICKED = rf"(?<!`)(?P<tick>`{{1,{MOST_TICKS}}})(?!`).*?(?<!`)(?P=tick)(?!`)"
_MARK = re.compile(f"{_FENCED}|{_TICKED}|{LINK}|{CITE}", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class ProseMark:
    """One mark in a text: what it names and where it stands (offset in characters)."""

    offset: int
    target: str
    words: str | None
    is_citation: bool


@lru_cache(50_000)
def marks(text: str) -> tuple[ProseMark, ...]:
    """Every link and citation mark in a text, in order, code left out."""
    return tuple(_marks(text))


def _marks(text: str) -> Iterator[ProseMark]:
    for match in _MARK.finditer(text):
        yield from _of(match)


def _of(match: re.Match[str]) -> Iterator[ProseMark]:
    """The marks of one place: none of code, of a citation one for each source."""
    link, words, cite = match.group(3), match.group(4), match.group(5)
    if link is not None:
        yield ProseMark(match.start(), link.strip(), words, False)
    elif cite is not None:
        for part in cite.split(";"):
            yield ProseMark(match.start(), part.strip().lstrip("@"), None, True)


def replaced(text: str, made: Callable[[list[ProseMark]], str]) -> str:
    """A text with something else in the place of its marks. made: what, of a link or of all that one mark cites."""
    return _MARK.sub(lambda match: made(found) if (found := [*_of(match)]) else match.group(), text)


def unmarked(text: str) -> str:
    """A text with its marks and its code blank, all else where it was."""
    return _MARK.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
