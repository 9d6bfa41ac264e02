"""Months by their names, in every language that CLDR has: which month a word surely is."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import localedata

from exhibit.problems.suggestion import distance

_ENGLISH = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_RUSSIAN = {
    name: number
    for number, names in enumerate(
        "январь января янв|февраль февраля фев февр|март марта мар|апрель апреля апр|май мая|июнь июня июн|"
        "июль июля июл|август августа авг|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя нояб|"
        "декабрь декабря дек".split("|"),
        1,
    )
    for name in names.split()
}
ROMAN = {n: i for i, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
"""Months in Roman figures, as they stand in dates with dots."""


def month(word: str) -> int | None:
    """The month, from 1, that a word is in lower case; None where languages differ on it, or none has it.

    A word with a slip or two is an English month if it is near one alone.
    """
    word = word.strip(" .,’'")
    if known := (_ENGLISH | _SHORT | _RUSSIAN).get(word):
        return known
    numbers = _of_cldr().get(word)
    if numbers:
        return next(iter(numbers)) if len(numbers) == 1 else None
    return _near(word)


def _near(word: str) -> int | None:
    allowed = 1 if len(word) < 6 else 2
    typos = {number: distance(word, name, allowed) for name, number in _ENGLISH.items() if len(name) > 3}
    best = [number for number, n in typos.items() if n <= allowed and n == min(typos.values())]
    return best[0] if len(best) == 1 and len(word) > 3 and word.isascii() else None


@cache
def _of_cldr() -> Mapping[str, frozenset[int]]:
    """The months by every name and abbreviation in CLDR; read when a date is wrong, which takes a second."""
    found: dict[str, set[int]] = {}
    for locale in localedata.locale_identifiers():
        for number, name in _names(localedata.load(locale, merge_inherited=False)):
            found.setdefault(name.lower().strip(" .,’'"), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _names(data: Any) -> Iterator[tuple[int, str]]:
    """The names and abbreviations of the months in the data of a locale; single letters tell nothing."""
    for widths in data.get("months", {}).values():
        for width, names in widths.items() if hasattr(widths, "items") else ():
            if width != "narrow" and hasattr(names, "items"):
                yield from ((number, name) for number, name in names.items() if isinstance(name, str))
