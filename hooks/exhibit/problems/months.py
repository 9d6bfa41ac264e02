"""Months by their names, in every language that CLDR has: what they are called, and which month a word surely is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale, localedata

from exhibit.problems.suggestion import distance

LANGUAGES = ("en", "ru")
"""The languages in which dates are read first, as BCP 47 codes; the first is that of the exhibit."""
ROMAN = {n: i for i, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
"""Months in Roman figures, as they stand in dates with dots."""


@cache
def months(language: str = LANGUAGES[0], width: str = "wide") -> tuple[str, ...]:
    """The twelve months as a date has them (``26 апреля``). width: wide or abbreviated."""
    named = Locale(language).months["format"][width]
    return tuple(named[number] for number in range(1, 13))


def month(word: str) -> int | None:
    """The month, from 1, that a word is in lower case; None where languages differ on it, or none has it.

    A word with a slip or two is a month of the exhibit's language if it is near one alone.
    """
    word = word.strip(" .,’'")
    if known := _read_first().get(word):
        return known
    numbers = _of_cldr().get(word)
    if numbers:
        return next(iter(numbers)) if len(numbers) == 1 else None
    return _near(word)


@cache
def _read_first() -> Mapping[str, int]:
    """The months by every name and abbreviation in the languages that are read first; an earlier one wins."""
    found = {"sept": 9}  # which CLDR has for British English alone
    for language in LANGUAGES:
        for number, name in _names(localedata.load(language)):
            found.setdefault(_bare(name), number)
            found.setdefault(_bare(name)[:3], number)  # мар and сен, which CLDR has longer
    return found


def _near(word: str) -> int | None:
    allowed = 1 if len(word) < 6 else 2
    names = {name.lower(): number for number, name in enumerate(months(), 1) if len(name) > 3}
    typos = {number: distance(word, name, allowed) for name, number in names.items()}
    best = [number for number, n in typos.items() if n <= allowed and n == min(typos.values())]
    return best[0] if len(best) == 1 and len(word) > 3 and word.isascii() else None


@cache
def _of_cldr() -> Mapping[str, frozenset[int]]:
    """The months by every name and abbreviation in CLDR; read when a date is wrong, which takes a second."""
    found: dict[str, set[int]] = {}
    for locale in localedata.locale_identifiers():
        for number, name in _names(localedata.load(locale, merge_inherited=False)):
            found.setdefault(_bare(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _bare(name: str) -> str:
    return name.lower().strip(" .,’'")


def _names(data: Any) -> Iterator[tuple[int, str]]:
    """The names and abbreviations of the months in the data of a locale; single letters tell nothing."""
    for widths in data.get("months", {}).values():
        for width, names in widths.items() if hasattr(widths, "items") else ():
            if width != "narrow" and hasattr(names, "items"):
                yield from ((number, name) for number, name in names.items() if isinstance(name, str))
