"""Words as they are looked for: in small Latin letters without accents, Cyrillic ones romanised.

Romanised is as newspapers do it (BGN/PCGN, simplified) for Russian and the languages of Central Asia that are or were
written in Cyrillic; other scripts stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
OTHERS = {
    "ә": "a",  # Kazakh
    "ғ": "gh",  # Kazakh, Tajik, Uzbek
    "қ": "q",
    "ң": "ng",  # Kazakh, Kyrgyz
    "ө": "o",
    "ү": "u",
    "ұ": "u",  # Kazakh
    "һ": "h",
    "і": "i",  # Kazakh, Ukrainian, Belarusian
    "ӣ": "i",  # Tajik
    "ӯ": "u",
    "ҳ": "h",  # Tajik, Uzbek
    "ҷ": "j",
    "ў": "o",  # Uzbek; Belarusian u
    "ї": "i",  # Ukrainian
    "є": "ye",
    "ґ": "g",
    "ђ": "dj",  # Serbian
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "џ": "dz",
}
LETTERS = str.maketrans(RUSSIAN | OTHERS)


@cache
def romanised(text: str) -> str:
    """``Берег`` is bereg, ``Zoë`` zoe, ``河`` as it is."""
    latin = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a text, romanised; an apostrophe parts none, a hyphen does."""
    return tuple(re.findall(r"[^\W_]+", re.sub(r"['’ʻʼ`]", "", romanised(text))))
