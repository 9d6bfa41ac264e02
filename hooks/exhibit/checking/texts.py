"""Suspicions of texts: what a copy from a PDF, a wrong code page or a hurry leaves in them.

Each file is read as it stands, comments left out. What is meant stands in “quotation marks” or in `back-ticks`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from exhibit.checking.code_pages import MISREAD, read_rightly
from exhibit.checking.rule import MOST_KEPT, rule
from exhibit.model.marks import position
from exhibit.problems.problem import Problem, shown
from exhibit.reading.characters import invisible
from exhibit.reading.exhibit import Exhibit

_WORDS = "title|title_en|summary|text|note|doubt|said|because|about|act|as|unit|authors|container|publisher|where|perspective|phrase|quote|opens|silent"
"""The fields whose values are words."""


@dataclass(frozen=True)
class Trace:
    """What something leaves in a text: the pattern, and what to say of a find (empty: nothing).

    sign: what a text has at the least that holds it; ascii: whether a text of ASCII may hold it; after: whether it
    lies right behind what the pattern finds.
    """

    pattern: re.Pattern[str]
    message: Callable[[re.Match[str]], str]
    sign: str = ""
    ascii: bool = True
    after: bool = False


def _split(found: re.Match[str]) -> str:
    word = re.search(r"(?<![\w-])[^\W\d_]+\Z", found.string[max(0, found.start() - 40) : found.start()])
    if not word:
        return ""
    rest = found.group()[1:].strip()
    return (
        f"{shown(f'{word.group()}- {rest}')} looks like a word parted at the end of a line; write "
        f"{shown(word.group() + rest)}"
    )


def _not_a_letter(found: re.Match[str]) -> str:
    character = found.group()
    plain = unicodedata.normalize("NFKC", character).replace("\u00ad", "").replace("\ufffd", "")
    name = unicodedata.name(character, "unnamed").lower()
    cure = (
        f"write {shown(plain)}"
        if plain
        else "delete it"
        if character == "\u00ad"
        else "write the letter that was lost"
    )
    return f"a {name} (U+{ord(character):04X}) in the text; {cure}"


def _unseen(found: re.Match[str]) -> str:
    return f"{invisible(found.group())} in the text; delete it"


def _numbered(found: re.Match[str]) -> str:
    character = chr(int(found.group()[2:], 16))
    if character.isascii():
        return ""  # JSON writes some so, and nobody is misled
    if character.isprintable():
        return f"{found.group()} stands for {shown(character)}; write the letter itself, which can be read"
    return f"{found.group()} stands for {invisible(character)}; delete it"


def _placeholder(found: re.Match[str]) -> str:
    if found.string[found.start() - 1 : found.start()] in ("“", "«", "`", "'", '"'):
        return ""  # quoted: somebody's words
    return f"{shown(found.group())} stands for a text yet to be written; write it, or leave the field out"


def _cut(found: re.Match[str]) -> str:
    read = found.group(1).strip()
    return (
        f"what follows ' #' is a comment, so the text reads {shown(read)}; put the value in 'quotes', or the "
        "comment on a line of its own"
    )


_OPENED_BY = {'"': '"', "”": "“„”", "»": "«»"}
"""By what a quotation mark that closes may be opened."""


def _stray(found: re.Match[str]) -> str:
    """A quotation mark at a value's end; in a value that stands in 'quotes' it is meant."""
    value, mark = found.group(1) or found.group(2), found.string[found.end()]
    opened = value.count('"') % 2 if mark == '"' else any(sign in value for sign in _OPENED_BY[mark])
    if opened:
        return ""
    return f"no quotation mark opens the one at the end; write {shown(value)}, or put all of it in 'quotes'"


def _ends_in(mark: str) -> re.Pattern[str]:
    """A value of words, written plainly, with such a mark behind it."""
    end = f"(?={mark} *$)"
    within_braces = f"(?={mark} *[,}}])"
    plain = rf"(?:{_WORDS}): +([^'\"\[{{|>#\n"
    return re.compile(
        rf"^[ -]*{plain}][^\n]*?){end}|(?<=[{{ ]){plain},}}][^\n,}}]*?){within_braces}", re.MULTILINE
    )


_COMMENT = re.compile(r"[ \t]*#")
_SUSPENDED = "and|or|to|nor|but|und|и|или|by|through|versus|as|than|vs"
"""Words before which a hyphen may hang: short- and long-term."""

TRACES = (
    *(Trace(pattern, read_rightly, ascii=False) for pattern in MISREAD),
    Trace(re.compile("[\u00ad\ufb00-\ufb06\ufffd]"), _not_a_letter, ascii=False),
    Trace(re.compile("[\ufffc\ue000-\uf8ff]"), _unseen, ascii=False),
    Trace(re.compile(r"(?<!\\)\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5})"), _numbered, "\\"),
    Trace(re.compile(rf"-[ \n][ \t]*(?!(?:{_SUSPENDED})\b)[a-zа-яё]+"), _split, "-"),
    Trace(
        re.compile(
            r"\b(?:TODO|TBD|TBC|FIXME|XXX|[Ll]orem ipsum)\b|\[(?:insert|add|citation needed)\b[^\]\n]*\]|to be (?:written|added|completed|done)\.?$",
            re.M,
        ),
        _placeholder,
    ),
    Trace(re.compile(r"\?\?\?+"), _placeholder),
    Trace(
        re.compile(r"(?<=: )(?:None|none|nil|NaN|undefined|N/A|n/a|-{1,3}|\?|\.{3}|…)$", re.M), _placeholder
    ),
    Trace(
        re.compile(rf"^[ -]*(?:{_WORDS}): +([^'\"\[{{|>#\n][^\n#]*?) (?=# )", re.M), _cut, " # ", after=True
    ),
    *(Trace(_ends_in(mark), _stray, mark, after=True) for mark in _OPENED_BY),
)


@rule
def texts_are_as_their_authors_wrote_them(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: letters of a wrong code page, soft hyphens, ligatures and parted words of a PDF, characters that
    nobody sees within a word, letters that are written as numbers, stand-ins for a text yet to be written, a text whose
    end a `#` took away, and one with half of its quotation marks."""
    for item in exhibit.items.values():
        record = exhibit.records[item.id]
        for offset, message in _traces(record.text):
            yield Problem(record.file, *position(record.text, offset), "", message, True)


@lru_cache(MOST_KEPT)
def _traces(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(traces(text))


def traces(text: str) -> Iterator[tuple[int, str]]:
    """What was left in a text: where, and what to say of it."""
    plain = text.isascii()
    for trace in TRACES:
        if plain and not trace.ascii or trace.sign not in text:
            continue
        for found in trace.pattern.finditer(text):
            at = found.end() if trace.after else found.start()
            begun = text.rfind("\n", 0, at) + 1
            if not _COMMENT.match(text, begun) and (message := trace.message(found)):
                yield at, message
