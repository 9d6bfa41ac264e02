"""Meant values: how a number, a code, an id or an address is to be written that is wrongly written."""

from __future__ import annotations

import re
from collections.abc import Callable

from babel import Locale

from exhibit.model.urls import mended
from exhibit.problems.problem import shown
from exhibit.problems.suggestion import fold

NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()


def meant_number(given: str) -> str:
    """The tail of a message about a number: how the one that is meant is written in figures."""
    text = given[:40].strip().lower()
    if text in NUMBERS:
        return f"; write {NUMBERS.index(text)}"
    if re.match(r"^\d{1,3}([ ,.\u00a0\u202f']\d{3})+$", text):
        return f"; write {re.sub(r'[^0-9]', '', text)}"
    if decimal := re.match(r"^(-?\d+)[,.](\d+) *°? *[nsew]?$", text):
        return f"; write {decimal.group(1)}.{decimal.group(2)}"
    if parts := re.match(r"^(-?)(\d{1,3})[°: ] *(\d{1,2})(?:['′: ] *(\d{1,2}))?['\"′″]* *([nsew]?)$", text):
        sign, degrees, minutes, seconds, side = parts.groups()
        value = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
        minus = "-" if sign or side in ("s", "w") and side else ""
        return f"; write degrees as a decimal, {minus}{value:.2f}"
    return "; write it in figures, as in 12"


def wrong_form(field: str, given: str) -> str:
    """What is wrong with a value whose field has a form of its own, and how to write it, where that can be told."""
    what, mended = _FORMS.get(field, ("has the wrong form", _not_told))
    cure = mended(given[:200].strip())
    return f"{shown(given)} {what}; write {cure}" if cure else f"{shown(given)} {what}"


def _language(text: str) -> str:
    """The code of a language that is written with its English name."""
    named = Locale("en").languages.items()
    return next((code for code, name in named if name.lower() == text.lower()), "")


def _wikidata(text: str) -> str:
    number = re.search(r"(?:^|/)[Qq]([1-9][0-9]*)$", text)
    return f"Q{number.group(1)}" if number else ""


def _country_code(text: str) -> str:
    return text.upper() if re.match(r"^[A-Za-z]{2}$", text) else ""


def _not_told(text: str) -> str:
    return ""


_NO_ADDRESS = "is not an address: it must begin with https:// or http:// and hold no spaces"
_NO_ID = "is not an id: lower-case letters, digits and single hyphens"
_FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "url": (_NO_ADDRESS, mended),
    "archive": (_NO_ADDRESS, mended),
    "id": (_NO_ID, fold),
    "aliases": (_NO_ID, fold),
    "lang": ("is not a language code such as en, ru, kk", _language),
    "wikidata": ("is not a Wikidata id such as Q485207", _wikidata),
    "code": ("is not a two-letter ISO 3166 code such as KZ", _country_code),
    "light": ("is not a colour in six figures such as #0b4f8a", _not_told),
    "dark": ("is not a colour in six figures such as #7fb6ee", _not_told),
    "page": ("is not an address: lower-case letters, digits and single hyphens", _not_told),
    "pages": ("is not a page such as about/index.md, nor a folder such as galleries/", _not_told),
    "geometry": ("is not the name of a file of hooks/geometry, such as world", _not_told),
    "last": ("is not a locator: 80 (paragraph), p40 (page), art12 (article)", _not_told),
}
"""For each such field what to say, and what makes of a value the one that is meant."""
