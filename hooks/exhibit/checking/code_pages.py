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
    re.compile(r"\b[а-яё][А-ЯЁ]{4,}\b"),
)
"""What such words look like; the last, with small and capital letters changed, is KOI8-R read as Windows-1251."""

_READ_AS = (
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1251", "utf-8"),
    ("koi8-r", "utf-8"),
    ("cp866", "utf-8"),
    ("cp437", "utf-8"),
    ("latin-1", "cp1251"),
    ("cp1251", "koi8-r"),
)
"""The code page that words were read with, and the one in which they were written."""


def read_rightly(found: re.Match[str]) -> str:
    """What to say of words that look misread: what they are, where that can be told."""
    given = found.group()
    for page, written_in in _READ_AS:
        spaced = given.replace("п ", "п\u00a0") if page == "koi8-r" else given
        try:
            read = spaced.encode(page).decode(written_in)
        except UnicodeError:
            continue
        return f"{shown(given)} is {shown(read)} read with another code page ({page}); write {shown(read)}"
    return f"{shown(given)} looks like UTF-8 read with another code page; write the word anew"
