"""References from one item to another, and the kinds of text an item may hold.

A reference field says once, beside itself, what may be named there and under which heading the
named item will list the namer: an editor never writes a backlink.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from exhibit.model.bounds import LONGEST, in_bounds

ANY = ("*",)
"""The items of every collection but the sources, whichever collections there are."""

ACTORS = ("countries", "organisations", "people")


@dataclass(frozen=True)
class Ref:
    """What a reference field may name and what the named item calls it in return.

    to: the collections whose ids are allowed.
    inverse: the heading under which the named item lists the items that name it; empty where a
        view of its own shows them (citations, for one).
    """

    to: tuple[str, ...]
    inverse: str = ""


@dataclass(frozen=True)
class Markdown:
    """Marks a field whose text is prose: Markdown with [[id]] and [@source#locator]."""


_BLANK = "\u2800"
"""A sign that shows nothing: the empty cell of Braille."""


def _in_one_line(text: str) -> str:
    """The text itself. Raises ValueError where it has several lines, as only prose has paragraphs, or shows nothing."""
    if text.splitlines() != [text]:
        raise ValueError(
            "this text is printed in one line and has several; join them, or tell it in the `account`"
        )
    if all(c in _BLANK or unicodedata.category(c)[0] in "CMZ" for c in text):
        codes = ", ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in text[:4]))
        raise ValueError(f"nothing can be seen in this text ({codes}); type it anew")
    return text


OneLine = AfterValidator(_in_one_line)
"""Marks a text in one line that shows something: a line's beginning would mean something in Markdown and terminals."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), OneLine]
"""One plain text in one line, escaped wherever it is printed."""

_PAIRS = {'"': '"', "'": "'", "“": "”", "„": "“”", "«": "»", "‘": "’"}
"""Quotation marks that open, each with those that close."""


def _as_quoted(text: str) -> str:
    """The text itself. Raises ValueError where it stands in quotation marks, or is a single word: in scripts
    without spaces, those of letters without a small form, one word cannot be told from several."""
    if text[-1] in _PAIRS.get(text[0], "") and text[-1] not in text[1:-1]:
        raise ValueError("the page sets the quotation marks; leave these away")
    if " " not in text and not any(unicodedata.category(c) == "Lo" for c in text):
        raise ValueError("one word is no quotation; put it under `said`, or quote the words around it too")
    return text


Quotation = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    OneLine,
    AfterValidator(_as_quoted),
]
"""Words of somebody else's, exactly as they stand in a source: a phrase, which is quoted and does not replace it."""

Prose = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(in_bounds), Markdown()
]
"""Markdown without raw HTML or attribute lists."""

ID = "[a-z0-9]+(-[a-z0-9]+)*"
"""The form of an id, which names its file too: lower-case letters and digits in words joined by hyphens."""


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return re.fullmatch(ID, text) is not None
