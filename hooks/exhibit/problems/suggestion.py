"""Suggestions: which of the known words an editor meant by one that is not known.

Words are compared as a reader would: without regard to case, accents, quotes, `_` or a space for
`-`, or letters of another script that look alike. Then typos are counted (a letter dropped,
doubled, swapped or wrong: optimal string alignment), and a word that stands for another is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache

LONGEST = 80
"""Characters of a word that are looked at: an id is never longer."""

LOOKALIKES: dict[int, int] = str.maketrans(
    "АВЕКМНОРСТУХІЈЅавекмнорстухіјѕёԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοερ",
    "ABEKMHOPCTYXIJSabekmhopctyxijsedhlABEZHIKMNOPTYXaoep",
)
"""Cyrillic and Greek letters that look like Latin ones."""

_STRANGE = {chr(letter): chr(latin) for letter, latin in LOOKALIKES.items()}

SYNONYMS = {
    "author": ["authors", "written_by"],
    "begin": ["from"],
    "begins": ["from"],
    "citation": ["cite"],
    "citations": ["cite"],
    "city": ["place"],
    "cites": ["cite"],
    "comment": ["note"],
    "description": ["summary", "account"],
    "disputed": ["doubt"],
    "died_on": ["died"],
    "end": ["to", "ended"],
    "ends": ["to", "ended"],
    "established": ["founded"],
    "headquarters": ["seat"],
    "label": ["about", "title"],
    "language": ["lang"],
    "latitude": ["lat"],
    "link": ["url"],
    "location": ["place"],
    "long": ["lon"],
    "longitude": ["lon"],
    "name": ["title", "names", "text"],
    "notes": ["note"],
    "page": ["at"],
    "paragraph": ["at"],
    "participants": ["participants", "who"],
    "party": ["parties", "who"],
    "reference": ["cite"],
    "references": ["cite"],
    "prefer": ["because"],
    "preferred": ["because"],
    "reason": ["because"],
    "since": ["from"],
    "source": ["cite"],
    "sources": ["cite"],
    "start": ["from"],
    "starts": ["from"],
    "state": ["who", "country"],
    "states": ["who"],
    "story": ["account"],
    "text": ["account", "text"],
    "uncertain": ["doubt"],
    "until": ["to"],
    "value": ["date", "text", "counts", "place"],
    "venue": ["place"],
    "website": ["url"],
    "why": ["because"],
    "year": ["date"],
}
"""Names that editors write for fields, and the fields they mean, the likeliest first."""


def meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that an editor meant, or nothing where none is near."""
    return _meant(word[: LONGEST + 1], tuple(dict.fromkeys(known)))


@lru_cache(maxsize=4096)
def _meant(word: str, options: tuple[str, ...]) -> str | None:
    if len(word) > LONGEST or not (folded := fold(word)):
        return None
    by_fold: dict[str, str] = {}
    for option in options:
        by_fold.setdefault(fold(option), option)
    if folded in by_fold:
        return by_fold[folded]
    for stand_in in SYNONYMS.get(folded.replace("-", "_"), ()):
        if stand_in in options:
            return stand_in
    if near := _nearest(folded, tuple(by_fold)):
        return by_fold[near]
    longer = [option for option in by_fold if option.startswith(f"{folded}-")] or _by_part(folded, by_fold)
    return by_fold[longer[0]] if len(longer) == 1 else None


def near(word: str, known: Iterable[str]) -> list[str]:
    """The ids that an editor may have meant by one that is not known: one where that is sure, at most three
    where several are as near, none where none is.

    It is sure where every other id is two typos farther away: a slip more would not have made it this one.
    """
    options = tuple(dict.fromkeys(known))
    if not (folded := fold(word)) or len(word) > LONGEST:
        return []
    by_fold = {fold(option): option for option in options}
    if folded in by_fold:
        return [by_fold[folded]]
    allowed = 1 if len(folded) <= 4 else 2 if len(folded) <= 9 else 3
    close = [o for o in by_fold if abs(len(o) - len(folded)) <= allowed + 1 and not _other_number(o, folded)]
    typos = {o: n for o in close if (n := distance(folded, o, allowed + 1)) <= allowed + 1}
    least = min(typos.values(), default=allowed + 1)
    if least <= allowed:
        ranked = sorted((n, sorted(o) != sorted(folded), o) for o, n in typos.items() if n <= least + 1)
        return [by_fold[o] for _, _, o in ranked[:3]]
    longer = [o for o in by_fold if o.startswith(f"{folded}-")] or _by_part(folded, by_fold)
    return [by_fold[longer[0]]] if len(longer) == 1 else []


def _other_number(one: str, other: str) -> bool:
    """Whether two ids differ in figures alone, as long in both: two years, not one mistyped."""
    return re.sub("[0-9]", "0", one) == re.sub("[0-9]", "0", other)


def _by_part(word: str, options: Iterable[str]) -> list[str]:
    """The options of which a long part is the word, or a typo away: a surname for a whole name."""
    if len(word) < 5 or "-" in word:
        return []
    parts = ((part, option) for option in options for part in option.split("-"))
    near = [
        option for part, option in parts if abs(len(part) - len(word)) < 2 and distance(word, part, 1) < 2
    ]
    return list(dict.fromkeys(near))


@cache
def fold(word: str) -> str:
    """A word as it is compared: ``River_League`` and ``“river league”.yml`` are river-league."""
    return fold_words(re.sub(r"\.ya?ml\W*$", "", word.strip().rpartition("/")[2], flags=re.IGNORECASE))


def fold_words(text: str) -> str:
    """A title as it is compared: without accents, case and what stands between its words."""
    latin = unicodedata.normalize("NFKD", text.strip().translate(LOOKALIKES)).casefold()
    bare = "".join(c for c in latin if not unicodedata.combining(c) and c not in "\"'`’‘“”«»„[]{}()@")
    return re.sub(r"[\W_]+", "-", bare).strip("-")


def _nearest(word: str, options: tuple[str, ...]) -> str | None:
    """The option that is fewest typos away; the likeliest by common letters among equals."""
    allowed = 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3
    scored = []
    for option in options:
        if abs(len(option) - len(word)) <= allowed and (typos := distance(word, option, allowed)) <= allowed:
            matcher = SequenceMatcher(None, option, word)
            swapped = sorted(option) == sorted(word)
            scored.append((typos, not swapped, option[:1] != word[:1], -matcher.ratio(), option))
    if scored:
        return min(scored)[4]
    matcher = SequenceMatcher(None, "", word)
    best = (0.78, "")
    for option in options:
        matcher.set_seq1(option)
        if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
            best = max(best, (matcher.ratio(), option))
    return best[1] or None


def distance(a: str, b: str, most: int) -> int:
    """Typos between two words: letters dropped, added, replaced, or two neighbours swapped.

    Counted no further than ``most``; more is ``most + 1``.
    """
    here, there = _letters(a), _letters(b)
    if (here & ~there).bit_count() > most or (there & ~here).bit_count() > most:
        return most + 1  # each typo brings one letter at most
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            typos = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                typos = min(typos, earlier[j - 2] + 1)
            row.append(typos)
        if min(row) > most:
            return most + 1
    return row[-1]


@lru_cache(50_000)
def _letters(word: str) -> int:
    """The letters of a word, however they stand, as bits: each once for every time that it is there, up to eight."""
    bits, times = 0, dict[str, int]()
    for letter in word:
        times[letter] = times.get(letter, -1) + 1
        bits |= 1 << (ord(letter) % 64 * 8 + min(times[letter], 7))
    return bits


def foreign(word: str) -> str:
    """A remark on a letter of another script in a word that is otherwise Latin; or nothing."""
    letters = [c for c in word[:LONGEST] if c.isalpha()]
    strange = next((c for c in letters if not c.isascii() and c in _STRANGE), "")
    if not strange or not all(c.isascii() or c in _STRANGE for c in letters):
        return ""
    script = unicodedata.name(strange, "foreign").split()[0].title()
    return f" (its '{strange}' is a {script} letter that looks like the Latin '{_STRANGE[strange]}')"
