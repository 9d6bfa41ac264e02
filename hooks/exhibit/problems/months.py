"""Months: their names in the languages in which editors and sources write dates, from Unicode CLDR."""

from __future__ import annotations

from functools import cache

from babel import Locale

LANGUAGES = ("en", "ru")
"""The languages in which dates are understood, as BCP 47 codes; the first is that of the exhibit."""


@cache
def months(language: str = LANGUAGES[0], width: str = "wide") -> tuple[str, ...]:
    """The twelve months as a date has them (``26 апреля``). width: wide or abbreviated."""
    named = Locale(language).months["format"][width]
    return tuple(named[number] for number in range(1, 13))


@cache
def month_numbers() -> dict[str, int]:
    """The months from 1 by their names in small letters, in every language, in full and short."""
    found = {"sept": 9}  # which CLDR has for British English alone
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            names = enumerate(months(language, width), 1)
            found |= {name.lower().removesuffix("."): number for number, name in names}
    return found
