"""Suspicions of texts: what a copy from a PDF, a wrong code page or a hurry leaves in them.

Each file is read as it stands, comments left out. What is meant stands in “quotation marks” or in `back-ticks`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from exhibit.checking.rule import rule
from exhibit.model.marks import position
from exhibit.problems.problem import Problem, shown
from exhibit.reading.exhibit import Exhibit

_WORDS = "title|title_en|summary|text|note|doubt|said|because|about|act|as|unit|container|publisher|where|perspective|phrase|opens|silent"
"""The fields whose values are words."""

_CP1251 = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
_CP1252 = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"


@dataclass(frozen=True)
class Trace:
    """What something leaves in a text: the pattern, and what to say of a find (empty: nothing).

    sign: what a text has at the least that holds it; ascii: whether a text of ASCII may hold it.
    """

    pattern: re.Pattern[str]
    message: Callable[[re.Match[str]], str]
    sign: str = ""
    ascii: bool = True


def _garbled(found: re.Match[str]) -> str:
    for page, is_ in (
        ("cp1252", "utf-8"),
        ("latin-1", "utf-8"),
        ("cp1251", "utf-8"),
        ("cp866", "utf-8"),
        ("cp437", "utf-8"),
        ("latin-1", "cp1251"),
    ):
        try:
            read = found.group().encode(page).decode(is_)
        except UnicodeError:
            continue
        return f"{shown(found.group())} is {shown(read)} read with another code page ({page}); write {shown(read)}"
    return f"{shown(found.group())} looks like UTF-8 read with another code page; write the word anew"


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


_COMMENT = re.compile(r"[ \t]*#")
_SUSPENDED = "and|or|to|nor|but|und|и|или|by|through|versus|as|than|vs"
"""Words before which a hyphen may hang: short- and long-term."""

TRACES = (
    Trace(re.compile(rf"[Â-ô][{_CP1252}]+(?:[Â-ô][{_CP1252}]+)*"), _garbled, ascii=False),
    Trace(re.compile(rf"(?:[РСТУ][{_CP1251}]){{2,}}|в[Ђ][{_CP1251}]"), _garbled, ascii=False),
    Trace(re.compile("[À-ÿ]{5,}|(?:[╨╤][^\\s]){2,}|[├╬][^\\s]|√[^\\s\\w]"), _garbled, ascii=False),
    Trace(re.compile("[\u00ad\ufb00-\ufb06\ufffd]"), _not_a_letter, ascii=False),
    Trace(re.compile(rf"-[ \n][ \t]*(?!(?:{_SUSPENDED})\b)[a-zа-яё]+"), _split, "-"),
    Trace(
        re.compile(
            r"\b(?:TODO|TBD|TBC|FIXME|[Ll]orem ipsum)\b|to be (?:written|added|completed|done)\.?$", re.M
        ),
        _placeholder,
    ),
    Trace(re.compile(r"\?\?\?+"), _placeholder),
    Trace(
        re.compile(r"(?<=: )(?:None|none|nil|NaN|undefined|N/A|n/a|-{1,3}|\?|\.{3}|…)$", re.M), _placeholder
    ),
    Trace(re.compile(rf"^[ -]*(?:{_WORDS}): +([^'\"\[{{|>#\n][^\n#]*?) (?=# )", re.M), _cut, " # "),
)


@rule
def texts_are_as_their_authors_wrote_them(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: letters of a wrong code page, soft hyphens, ligatures and parted words of a PDF, stand-ins for a
    text yet to be written, and a text whose end a `#` took away."""
    for item in exhibit.items.values():
        record = exhibit.records[item.id]
        for offset, message in traces(record.text):
            yield Problem(record.file, *position(record.text, offset), "", message, True)


def traces(text: str) -> Iterator[tuple[int, str]]:
    """What was left in a text: where, and what to say of it."""
    plain = text.isascii()
    for trace in TRACES:
        if plain and not trace.ascii or trace.sign not in text:
            continue
        for found in trace.pattern.finditer(text):
            at = found.end() if trace.message is _cut else found.start()
            begun = text.rfind("\n", 0, at) + 1
            if not _COMMENT.match(text, begun) and (message := trace.message(found)):
                yield at, message
