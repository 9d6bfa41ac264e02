"""Plain text for terminals: what would move the cursor, colour the line or turn it round is shown instead."""

from __future__ import annotations

import re
import unicodedata

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"


def printable(text: str) -> str:
    """The text with control characters, marks of direction and line ends written out: ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(_shown(c) if unicodedata.category(c) in ("Cc", "Cs") or c in _TURNING else c for c in text)


def as_printed(text: str) -> str:
    """A line for the terminal: nothing in it can move the cursor or change colours, nor be taken for a command by what
    runs workflows, which reads them from lines that begin with ``::`` or ``##[``, after blanks as well."""
    return re.sub(r"^(\s*)(::|##\[)", r"\1\\\2", printable(text))


def _shown(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
