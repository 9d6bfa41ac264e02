"""Meant values: how a number, a code, an id or an address is to be written that is wrongly written."""

from __future__ import annotations

import re
from collections.abc import Callable

from babel import Locale
from babel.core import get_global

from exhibit.model.claims import meant_locator
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
    """The code of a language that is written with a capital, in three letters, or with its English name."""
    known = Locale("en").languages
    code = text.lower().replace("_", "-")
    for one in (str(get_global("language_aliases").get(code, "")), code):
        if one.partition("-")[0] in known:
            return one
    return next((code for code, name in known.items() if name.lower() == text.lower()), "")


def meant_language(code: str) -> str:
    """The tail of a message about a code that no language has: the code that is meant, where that can be told."""
    spoken = get_global("territory_languages").get(code.upper(), {})
    official = [one for one, of in spoken.items() if of.get("official_status") == "official" and one != "ru"]
    if len(official) == 1:
        return f"; {code.upper()} is a country, whose language is {official[0]}: write {official[0]}"
    meant = _language(code)
    return f"; write {meant}" if meant and meant != code else ""


def is_language(code: str) -> bool:
    """Whether a language has the code (BCP 47), in its shortest form."""
    first = code.partition("-")[0]
    return first in Locale("en").languages and first not in get_global("language_aliases")


def _wikidata(text: str) -> str:
    number = re.search(r"(?:^|[/:])\s*[Qq]?\s*([1-9][0-9]*)$", text)
    return f"Q{number.group(1)}" if number else ""


def _country_code(text: str) -> str:
    three = get_global("territory_aliases").get(text.upper(), [""])[0] if len(text) == 3 else ""
    if three or re.match(r"^[A-Za-z]{2}$", text):
        return str(three or text.upper())
    named = Locale("en").territories
    codes = (code for code, name in named.items() if name.lower() == text.lower() and len(code) == 2)
    return next(codes, "")


def _last(text: str) -> str:
    found = re.fullmatch(r"; write (\S+)", meant_locator(text))
    return found.group(1).rpartition("-")[2] if found else ""


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
    "last": ("is not a locator: 80 (paragraph), p40 (page), art12 (article)", _last),
}
"""For each such field what to say, and what makes of a value the one that is meant."""
