"""Forms: texts that are written in one way only, each with what is said of one that is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from babel import Locale
from babel.core import get_global
from pydantic import AfterValidator, Field

from exhibit.model.languages import meant_language
from exhibit.model.locators import ONE_PLACE, meant_locator
from exhibit.model.references import ID
from exhibit.model.urls import PATTERN, checked, mended
from exhibit.model.wording import language
from exhibit.problems.suggestion import fold


def _not_told(text: str) -> str:
    return ""


@dataclass(frozen=True)
class Form:
    """Marks a field whose text has a form of its own.

    fault: what is said of one that has not; meant: the text that is meant by one, empty where that cannot be told;
    in_words: how it stands in a sentence, None where in quotation marks like any other text.
    """

    fault: str
    meant: Callable[[str], str] = _not_told
    in_words: Callable[[str], str] | None = None


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


LANGUAGE = Form("is not a language code such as en, fr", meant_language, language)
ADDRESS = Form("is not an address: it must begin with https:// or http:// and hold no spaces", mended, str)

Url = Annotated[str, Field(pattern=PATTERN, max_length=2000), AfterValidator(checked), ADDRESS]
"""An address of the web that leads somewhere for every reader."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"), LANGUAGE]
"""A language as BCP 47 writes it."""

Slug = Annotated[
    str,
    Field(pattern=f"^{ID}$"),
    Form("is not an id: lower-case letters, digits and single hyphens", fold),
]
"""An id."""

Wikidata = Annotated[
    str,
    Field(pattern=r"^Q[1-9][0-9]*$"),
    Form("is not a Wikidata id such as Q12345", _wikidata, str),
]
"""The identifier of an item of Wikidata."""

CountryCode = Annotated[
    str,
    Field(pattern=r"^[A-Z]{2}$"),
    Form("is not a two-letter ISO 3166 code such as KE", _country_code, str),
]
"""A state as ISO 3166-1 alpha-2 writes it."""

LastLocator = Annotated[
    str,
    Field(pattern=ONE_PLACE),
    Form("is not a locator: 80 (paragraph), p40 (page), art12 (article)", _last),
]
"""A place in a source, without a range."""
