"""Likeness: how well a known word fits one that is asked for; both romanised."""

from __future__ import annotations

import re
from functools import cache

from exhibit.problems.suggestion import distance

SOUNDS = [
    *[("tsch", "ch"), ("dsch", "j"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("ou", "u")],
    *[("kh", "k"), ("q", "k"), ("gh", "g"), ("ye", "e"), ("yo", "e"), ("y", "i"), ("w", "v"), ("ph", "f")],
]
"""What is written in either way for one sound, in names out of Cyrillic above all, by English, French and German pens."""
SURE = 0.7
"""A likeness from which on a word is not taken for a misspelt one."""


def likeness(asked: str, known: str) -> float:
    """How well a known word fits the one asked for, from 0 (not at all) to 1 (the same)."""
    if asked == known:
        return 1.0
    if asked.isdigit():
        return 0.5 if len(asked) == 3 and known.startswith(asked) else 0.0
    if len(asked) > 1 and known.startswith(asked):
        return 0.7 + 0.2 * len(asked) / len(known)
    if len(asked) > 2 and sound(known).startswith(heard := sound(asked)):
        return 0.9 if heard == sound(known) else 0.5 + 0.2 * len(asked) / len(known)
    if len(known) > 4 and asked.startswith(known):
        return 0.55  # with an ending: Римский of Рим
    within = len(asked) > 3 or (len(asked) > 1 and not asked.isascii())
    return 0.4 if within and asked in known else 0.0


def typo(asked: str, known: str) -> float:
    """How well a word fits that is misspelt, as both sound: none of three letters, nor a number."""
    asked, known = sound(asked), sound(known)
    allowed = 0 if len(asked) < 4 or asked.isdigit() else 1 if len(asked) < 7 else 2
    if not allowed or abs(len(asked) - len(known)) > allowed or len(set(asked) ^ set(known)) > 2 * allowed:
        return 0.0
    typos = distance(asked, known, allowed)
    return 0.7 - 0.1 * typos if typos <= allowed else 0.0


@cache
def sound(word: str) -> str:
    """A word as it sounds, roughly: ``qamar`` and ``khamar`` are one."""
    for written, spoken in SOUNDS:
        word = word.replace(written, spoken)
    return word if word.isdigit() else re.sub(r"(.)\1", r"\1", word)
