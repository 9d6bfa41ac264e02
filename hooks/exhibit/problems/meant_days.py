"""Meant days: what an editor meant by one day, month, season or year that is not written as the exhibit writes them."""

from __future__ import annotations

import re
import unicodedata

from exhibit.problems.months import ROMAN, month
from exhibit.problems.suggestion import LOOKALIKES

_SEASONS = {
    **dict.fromkeys(("spring", "весна", "весной", "весны"), 21),
    **dict.fromkeys(("summer", "лето", "летом", "лета"), 22),
    **dict.fromkeys(("autumn", "fall", "осень", "осенью", "осени"), 23),
    **dict.fromkeys(("winter", "зима", "зимой", "зимы"), 24),
}
_DASHES = re.compile("[‐‑‒–—−―]")
_FILLERS = set("de del of the il le la den d di da г года год year on in".split())
"""Words between a day, its month and its year, in the languages of CLDR."""
_WEEKDAYS = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[., ]+|^(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[, ]+"
)
_PARTS_OF_A_YEAR = {
    **{25 + n: f"{{0}}-{21 + n}" for n in range(4)},
    **{33 + n: f"[{{0}}-{3 * n + 1:02}..{{0}}-{3 * n + 3:02}]" for n in range(4)},
    **{37 + n: f"[{{0}}-{4 * n + 1:02}..{{0}}-{4 * n + 4:02}]" for n in range(3)},
    **{40 + n: f"[{{0}}-{6 * n + 1:02}..{{0}}-{6 * n + 6:02}]" for n in range(2)},
}
"""Seasons of the north, quarters, thirds and halves of a year, by their numbers in EDTF level 2 (ISO 8601-2, 4.8)."""


def plain(text: str) -> str:
    """A text in lower case, with the digits and dashes of ASCII, without what stands round a date."""
    text = "".join(str(unicodedata.decimal(c, c)) for c in unicodedata.normalize("NFKC", text))
    text = _DASHES.sub("-", text).strip(" '\"“”‘’,;\t\n").lower()
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<![.\d])\.$|(?<=\d)\.$", "", text)
    text = re.sub(r"^(\d{1,2})([^\W\d_]{3,})(\d{4})$", r"\1 \2 \3", text)
    text = re.sub(r"^(?:on|in|in the|в|от|c) (?=.*\d)", "", _WEEKDAYS.sub("", text))
    return re.sub(r"(?<=\d) *(?:г|гг|года|год|year|a\.?d|c\.?e)\.?$", "", text)


def one(text: str) -> str | None:
    """One day, month, season, year, decade or century."""
    for form in (_numbers, _stamp, _words, _loose, _part_of_a_year):
        if found := form(text):
            return found
    return None


def _numbers(text: str) -> str | None:
    """Days and months in figures, in any order that can be read in one way."""
    if found := re.match(r"^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[t ]\d\d:.*)?$", text):
        year, month_, day = found.groups()
        if int(month_) > 12 and not day:
            return _years(year, month_)
        if int(month_) > 12 and day and 0 < int(day) <= 12:
            month_, day = day, month_
        if int(month_) == 0:
            return year if day or not year.endswith("99") else None
        return "-".join([year, f"{int(month_):02}", *([f"{int(day):02}"] if day and int(day) else [])])
    if found := re.match(r"^(\d{1,2})([-/. ])(\d{1,2}|[ivx]+)\2(\d{4}|(?<=[./])\d\d)$", text):
        day, sign, given, year = found.groups()
        number = ROMAN.get(given) or (int(given) if given.isdigit() else 0)
        if sign != "." and number <= 12 and int(day) <= 12 and int(day) != number:
            return None
        if number > 12 >= int(day):
            day, number = str(number), int(day)
        return f"{_century(year)}-{number:02}-{int(day):02}" if number else None
    if found := re.match(r"^(\d{1,2})[-/.](\d{4})$", text):
        return f"{found.group(2)}-{int(found.group(1)):02}"
    if found := re.match(r"^((?:19|20)\d\d)(\d\d)(\d\d)$", text):
        return "-".join(found.groups())
    return None


def _century(year: str) -> str:
    """A year of two figures in full, of the fifty years before and after 1980."""
    return year if len(year) == 4 else f"{'20' if int(year) < 30 else '19'}{year}"


def _years(year: str, second: str) -> str | None:
    """Two years of which the second is cut short (1992/93), or a part of a year in EDTF (2001-34)."""
    if int(second) == int(year[2:]) + 1:
        return f"{year}/{year[:2]}{second}"
    if form := _PARTS_OF_A_YEAR.get(int(second)):
        return form.format(year)
    return f"{year}/{year[:2]}{second}" if int(second) > max(31, int(year[2:])) else None


def _stamp(text: str) -> str | None:
    """A date as machines write it: ``+1996-00-00t00:00:00z``, ``1996.0``, ``1996-04-uu``."""
    if found := re.match(r"^\+?(\d{4})-(\d\d)-(\d\d)t[\d:.]+(?:z|[+-][\d:]+)?$", text):
        return _numbers("-".join(found.groups()))
    if found := re.match(r"^\+?(\d{4})(?:\.0+)?$", text):
        return found.group(1)
    if found := re.match(r"^(\d{4})(-\d\d)?(?:-(?:uu|xx|\?\?|__)){1,2}$", text):
        return found.group(1) + (found.group(2) or "")
    return None


def _words(text: str) -> str | None:
    """Days with the month's name, in any language of CLDR; seasons; Chinese, Japanese and Korean dates."""
    if found := re.match(r"^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$", text):
        return _numbers("-".join(part for part in found.groups() if part))
    tokens = [t for t in re.split(r"[\s,]+|(?<=\d)\.\s*(?=\D)|-(?=[^\W\d])|(?<=[^\W\d])-(?=\d)", text) if t]
    years = [t for t in tokens if re.fullmatch(r"\d{4}", t)]
    days = [
        f.group(1)
        for t in tokens
        if (f := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|e|er|º|\.|-?го|-?е|-?я)?", t))
    ]
    words = [t for t in tokens if not re.match(r"\d", t)]
    rest = " ".join(t for t in words if t.strip(".") not in _FILLERS)
    if len(years) != 1 or len(days) > 1 or len(tokens) != len(years) + len(days) + len(words) or not rest:
        return None
    if season := _SEASONS.get(rest):
        return f"{years[0]}-{season}" if not days else None
    number = month(rest)
    if not number:
        return None
    return f"{years[0]}-{number:02}" + (f"-{int(days[0]):02}" if days else "")


def _loose(text: str) -> str | None:
    """Years, decades and centuries: ``1990s``, ``199u``, ``20th century``; a winter over two years."""
    latin = text.translate(LOOKALIKES)
    if re.match(r"^\d{4}$", text):
        return text
    if re.match(r"^\d{3}[xu]$|^\d{2}[xu]{2}$", latin):
        return latin.replace("u", "x").upper()
    if found := re.match(r"^(?:the )?(\d{3})0 ?[-'’]?(?:s|х|е|ые|х годов|е годы)$", text):
        return f"{found.group(1)}X"
    if found := re.match(r"^(?:the )?(\d{1,2})(?:st|nd|rd|th)[ -]century$", text):
        return f"{int(found.group(1)) - 1:02}XX"
    if found := re.match(r"^winter (?:of )?(\d{4})[/-](?:\d{2}|\d{4})$", text):
        return f"{found.group(1)}-24"
    return None


def _part_of_a_year(text: str) -> str | None:
    """A quarter or a half of a year."""
    ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
    if found := re.match(r"^(?:the )?(\w+) (quarter|half) (?:of )?(\d{4})$", text):
        word, part, year = found.groups()
        code = (32 if part == "quarter" else 39) + ordinals.get(word, 99)
    elif found := re.match(r"^(q|h)([1-4])[ /-]?(\d{4})$|^(\d{4})[ /-]?(q|h)([1-4])$", text):
        a, b, year, year2, a2, b2 = found.groups()
        year, code = year or year2, (32 if (a or a2) == "q" else 39) + int(b or b2)
    else:
        return None
    form = _PARTS_OF_A_YEAR.get(code)
    return form.format(year) if form and (code < 37 or code > 39) else None
