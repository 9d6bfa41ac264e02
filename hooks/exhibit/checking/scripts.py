"""Scripts: a word of two alphabets is suspected, as one letter looks like another and nothing finds the word again.

"Nоrthland" with a Cyrillic о stands in no index where it is looked for, and can pass for another state.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from exhibit.checking.rule import MOST_KEPT
from exhibit.model.marks import position
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit

_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
"""Those whose letters look alike (Unicode Technical Standard 39, Unicode Security Mechanisms)."""
_WORD = re.compile(r"[^\W\d_]+")
_OTHER = re.compile("[\u0370-\u058f]")
"""A letter of another alphabet than the Latin."""


def mixed_words(exhibit: Exhibit) -> Iterator[Problem]:
    """Warnings: words of two alphabets in the data, each with the letter that is out of place."""
    for record in exhibit.records.values():
        for offset, letter in _out_of_place(record.text):
            name = unicodedata.name(letter).lower()
            word = next(m[0] for m in _WORD.finditer(record.text) if m.end() > offset)
            message = (
                f"'{letter}' in '{word}' is a {name}, which looks like another letter; type the word anew"
            )
            yield Problem(record.file, *position(record.text, offset), "", message, True)


@lru_cache(MOST_KEPT)
def _out_of_place(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(_letters(text))


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """The first letter of the rarer alphabet of each word that has two, with its offset."""
    for word in _WORD.finditer(text) if _OTHER.search(text) else ():
        if word[0].isascii():
            continue
        alphabets = [_alphabet(letter) for letter in word[0]]
        count = Counter(alphabet for alphabet in alphabets if alphabet)
        if len(count) > 1:
            rarest = min(count, key=lambda alphabet: (count[alphabet], alphabet == "LATIN"))
            at = alphabets.index(rarest)
            yield word.start() + at, word[0][at]


def _alphabet(letter: str) -> str:
    found = unicodedata.name(letter, "").partition(" ")[0]
    return found if found in _ALPHABETS else ""
