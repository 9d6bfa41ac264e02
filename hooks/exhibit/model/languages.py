"""Languages by their codes: whether a language has one (BCP 47), and which is meant by what is none; from CLDR."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global


def is_language(code: str) -> bool:
    """Whether a language has the code (BCP 47), in its shortest form."""
    first = code.partition("-")[0]
    return first in Locale("en").languages and first not in get_global("language_aliases")


def meant_language(text: str) -> str:
    """The code of a language that is written with a capital, in three letters, or with its English name."""
    known = Locale("en").languages
    code = text.lower().replace("_", "-")
    for one in (str(get_global("language_aliases").get(code, "")), code):
        if one.partition("-")[0] in known:
            return one
    return next((code for code, name in known.items() if name.lower() == text.lower()), "")


def advice_on_language(code: str) -> str:
    """The tail of a message about a code that no language has: the code that is meant, where that can be told.

    Of a state with several official languages, one of them Russian, the other is meant: whoever means Russian
    writes ru.
    """
    spoken = get_global("territory_languages").get(code.upper(), {})
    official = [one for one, of in spoken.items() if of.get("official_status") == "official" and one != "ru"]
    if len(official) == 1:
        return f"; {code.upper()} is a country, whose language is {official[0]}: write {official[0]}"
    meant = meant_language(code)
    return f"; write {meant}" if meant and meant != code else ""
