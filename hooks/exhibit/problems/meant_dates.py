"""Meant dates: what an editor meant by a date that is not written as the exhibit writes them.

``26.04.1963``, ``26 April 1963``, ``1963/04/26`` and the like are told apart and turned into EDTF; a
date that can be read two ways (04/05/1996) is not guessed.
"""

from __future__ import annotations

import re
import unicodedata

from exhibit.problems.months import month_numbers, months
from exhibit.problems.suggestion import LOOKALIKES, meant

_ROMAN = {n: i for i, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DASHES = re.compile("[‐‑‒–—−]")
_ABOUT = re.compile(r"^(?:c|ca|circa|about|around|approx|approximately)[. ] *(.+)$")
_BOUNDS = {"before": "[..{}]", "until": "[..{}]", "by": "[..{}]", "after": "[{}..]", "since": "[{}..]"}
_NAMES = re.compile(
    r"^(?:(\d{1,2})(?:st|nd|rd|th)? +)?([^\W\d]+)\.?(?: +(\d{1,2})(?:st|nd|rd|th)?)?,? +(\d{4})$"
)


def meant_date(text: str) -> str | None:
    """The date as the exhibit would write it; nothing where it cannot be told. It may be one that
    no calendar has: the caller reads it again."""
    if len(text) > 60:
        return None
    text = unicodedata.normalize("NFKC", _DASHES.sub("-", text)).strip(" '\"“”‘’.").lower()
    text = re.sub(r" *(?:г|года|year)\.?$", "", re.sub(r"\s+", " ", text))
    if text.startswith("unk") and meant(text, ["unknown"]):
        return "unknown"
    if about := _ABOUT.match(text):
        inner = one(about.group(1))
        return f"{inner}~" if inner else None
    if doubted := re.match(r"^(.+?) *\(?\?\)?$", text):
        inner = one(doubted.group(1))
        return f"{inner}?" if inner else None
    first, _, rest = text.partition(" ")
    if first in _BOUNDS and (inner := one(rest)):
        return _BOUNDS[first].format(inner)
    return one(text) or _span(text)


def one(text: str) -> str | None:
    """One day, month, season, year, decade or century."""
    for form in (_numbers, _words, _loose):
        if found := form(text):
            return found
    return None


def _numbers(text: str) -> str | None:
    """Days and months in figures, in any order that can be read in one way."""
    if found := re.match(r"^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[t ]\d\d:.*)?$", text):
        year, month, day = found.groups()
        if int(month) > 12 and day and int(day) <= 12:
            month, day = day, month
        return "-".join([year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])])
    if found := re.match(r"^(\d{1,2})([-/. ])(\d{1,2}|[ivx]+)\2(\d{4})$", text):
        day, sign, month, year = found.groups()
        number = _ROMAN.get(month) or (int(month) if month.isdigit() else 0)
        if sign != "." and number <= 12 and int(day) <= 12 and int(day) != number:
            return None
        if number > 12 >= int(day):
            day, number = str(number), int(day)
        return f"{year}-{number:02}-{int(day):02}" if number else None
    if found := re.match(r"^(\d{1,2})[-/.](\d{4})$", text):
        return f"{found.group(2)}-{int(found.group(1)):02}"
    if found := re.match(r"^((?:19|20)\d\d)(\d\d)(\d\d)$", text):
        return "-".join(found.groups())
    return None


def _words(text: str) -> str | None:
    """Days with the month's name, in English or Russian; seasons."""
    if found := _NAMES.match(text):
        day, word, day_after, year = found.groups()
        if season := _SEASONS.get(word):
            return f"{year}-{season}"
        name = word if word in month_numbers() else meant(word, map(str.lower, months()))
        if name and not (day and day_after):
            month = f"{year}-{month_numbers()[name]:02}"
            return f"{month}-{int(day or day_after):02}" if day or day_after else month
    if found := re.match(r"^(\d{4})[ -]([a-z]+)(?:[ -](\d{1,2}))?$", text):
        year, word, day = found.groups()
        if month_number := month_numbers().get(word):
            return f"{year}-{month_number:02}" + (f"-{int(day):02}" if day else "")
    return None


def _loose(text: str) -> str | None:
    """Years, decades and centuries: ``1960s``, ``196x``, ``20th century``."""
    latin = text.translate(LOOKALIKES)
    if re.match(r"^\d{4}$", text):
        return text
    if re.match(r"^\d{3}x$|^\d{2}xx$", latin):
        return latin.upper()
    if found := re.match(r"^(?:the )?(\d{3})0'?s$", text):
        return f"{found.group(1)}X"
    if found := re.match(r"^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$", text):
        return f"{int(found.group(1)) - 1:02}XX"
    return None


def _span(text: str) -> str | None:
    """Two years or days with a dash or a word between them."""
    found = re.match(r"^(?:from |between )?(.{4,}?) ?(-| to | and |/|\.\.) ?(.{4,})$", text)
    if not found:
        return None
    start, end = one(found.group(1)), one(found.group(3))
    if not start or not end:
        return None
    between = text.startswith("between") or found.group(2) == ".."
    return f"[{start}..{end}]" if between else f"{start}/{end}"
