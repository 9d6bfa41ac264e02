"""Code pages: words that were read with another one than they were written in, and what they were."""

from __future__ import annotations

import re

from exhibit.problems.problem import shown

_CP1251 = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
_CP1252 = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_KOI8 = "─-▟■∙√≈≤≥⌠⌡°²·÷©"
"""What each has where UTF-8 has the second byte of a letter; of KOI8-R only the signs."""
_KOI8_LETTER = f"п\u00a0|[пя][{_KOI8}ёЁ]"
"""A Cyrillic letter of UTF-8 as KOI8-R reads it; К (D0 9A) ends in a space that many programs make an ordinary one."""

MISREAD = (
    re.compile(rf"[Â-ô][{_CP1252}]+(?:[Â-ô][{_CP1252}]+)*"),
    re.compile(rf"(?:[РСТУ][{_CP1251}]){{2,}}|в[Ђ][{_CP1251}]"),
    re.compile("[À-ÿ]{5,}|(?<![пя])(?:(?:[╨╤][^\\s]){2,}|[├╬][^\\s]|√[^\\s\\w])"),
    re.compile(
        f"[пя](?:[{_KOI8}]|(?:[ёЁ]|(?<=п)[ \u00a0])(?=[пя][{_KOI8}]))(?:п (?={_KOI8_LETTER})|{_KOI8_LETTER})*"
    ),
    re.compile(
        r"(?<![^\s])(?![^\W\d_]*[пя][\u2500-\u259f])[^\W\d_]*[\u2500-\u259f](?:[^\W\d_]|[\u2500-\u259f])+(?: (?:[^\W\d_]|[\u2500-\u259f])+)*"
    ),
    re.compile(r"\b[а-яё][А-ЯЁ]{3,}(?: [а-яё][А-ЯЁ]+)*\b"),
)
"""What such words look like: of UTF-8 read otherwise; Windows-1251 read as the code page of DOS; and, with small and
capital letters changed, KOI8-R read as Windows-1251."""

_READ_AS = (
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1251", "utf-8"),
    ("koi8-r", "utf-8"),
    ("cp866", "utf-8"),
    ("cp437", "utf-8"),
    ("latin-1", "cp1251"),
    ("cp866", "cp1251"),
)
"""The code page that words were read with, and the one in which they were written."""


def read_rightly(found: re.Match[str]) -> str:
    """What to say of words that look misread: what they are, where that can be told."""
    given = found.group()
    if read := _either_way(given):
        return f"{shown(given)} is {shown(read)} with KOI8-R and Windows-1251 taken for each other; write {shown(read)}"
    for page, written_in in _READ_AS:
        spaced = given.replace("п ", "п\u00a0") if page == "koi8-r" else given
        try:
            read = spaced.encode(page).decode(written_in)
        except UnicodeError:
            continue
        return f"{shown(given)} is {shown(read)} read with another code page ({page}); write {shown(read)}"
    return f"{shown(given)} looks like UTF-8 read with another code page; write the word anew"


def _either_way(given: str) -> str:
    """A word of which KOI8-R and Windows-1251 make Russian letters both, with small and capital ones changed: the
    reading that can be spoken more easily; empty where it is no such word."""
    if not re.fullmatch("[А-яЁё ]+", given):
        return ""
    ways = (("koi8-r", "cp1251"), ("cp1251", "koi8-r"))
    return min((given.encode(page).decode(written_in) for page, written_in in ways), key=_hardness)


def _hardness(word: str) -> int:
    """The longest run of consonants in a word."""
    return max(map(len, re.findall("[бвгджзйклмнпрстфхцчшщ]+", word.lower())), default=0)
