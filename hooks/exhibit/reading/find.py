"""Finding: which items are meant by a few words, best first.

Every word asked for is looked for in all that an item is known by, in any order: whole, as a beginning, as it sounds,
with a typo. What fits is weighed by how near it is, how rare the word is, and how much of a name it makes up, so that
an abbreviation leads to its organisation before all that has it in a title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log

from exhibit.model.kinds import COLLECTIONS
from exhibit.reading.known_by import OF_NAMED, KnownBy, Said, address, all_known_by
from exhibit.reading.likeness import SURE, likeness, typo
from exhibit.reading.nodes import Path
from exhibit.reading.record import Record
from exhibit.reading.romanised import words

MOST, LONGEST = 16, 2000
"""Words of a question that are looked for; characters of one, as many as an address may have."""
IGNORED = frozenset("a an and at by for from in its of on or the to with".split())
ADDRESS = re.compile(r"://|^www\.|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|$)", re.IGNORECASE)
"""What of a question is an address, or the name of a host."""
COVERAGE = 0.6
"""What it counts, beside the words themselves, that a name is made up of them."""
NEARLY = 0.8
"""The part of the best score from which on another item may be meant as well."""
OF_SOURCES = 0.1
"""By how much what is cited stands behind the items that it tells of, which have the same names."""


@dataclass(frozen=True)
class Found:
    """An item that was found. text, path: by what, and where that stands in its file; missing: how many of the words
    it has not; score: how well the others fit."""

    item: KnownBy
    text: str
    path: Path
    missing: int
    score: float

    @property
    def id(self) -> str:
        """Its id."""
        return self.item.record.id

    @property
    def place(self) -> str:
        """File and line of what it was found by."""
        return f"{self.item.record.file}:{self.item.line(self.path)}"


@dataclass(frozen=True)
class Asked:
    """One word or address that is looked for. near: the known words that fit it, and how well (up to 1); fits: the
    items that have such an address, by number, with how well, which and where; rarity: how much it counts."""

    text: str
    near: dict[str, float]
    fits: dict[int, tuple[float, str, Path]]
    rarity: float


class Finder:
    """All items as they are known, to be asked more than once."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.items = all_known_by(records)

    @cached_property
    def _holders(self) -> dict[str, set[int]]:
        """By each word the items that are known by it, as their numbers."""
        found: dict[str, set[int]] = {}
        for number, item in enumerate(self.items):
            for said in item.said:
                for word in said.words:
                    found.setdefault(word, set()).add(number)
        return found

    def find(self, question: str, collections: Collection[str] = COLLECTIONS) -> list[Found]:
        """The items of some collections that are meant, best first: those that fit the most of the words."""
        asked = self._all_asked(question)
        found = []
        for number, item in enumerate(self.items):
            if item.record.collection in collections and (hits := _hits(number, item, asked)):
                found.append(_found(item, asked, hits))
        fewest = min((one.missing for one in found), default=0)
        best = [one for one in found if one.missing == fewest and 2 * fewest <= len(asked)]
        order = list(COLLECTIONS)
        return sorted(best, key=lambda one: (-one.score, order.index(one.item.record.collection), one.id))

    def _all_asked(self, question: str) -> list[Asked]:
        """What is looked for: the addresses in a question and its words, but for the smallest where there are others."""
        parts = [part[:LONGEST] for part in question.split()[:MOST]]
        addresses = {part: asked for part in parts if (asked := self._of_address(part))}
        texts = [word for part in parts if part not in addresses for word in words(part)][:MOST]
        telling = [word for word in texts if word not in IGNORED] or texts
        return [*addresses.values(), *map(self._of_word, telling)]

    def _of_word(self, word: str) -> Asked:
        near = {known: fit for known in self._holders if (fit := likeness(word, known))}
        if max(near.values(), default=0.0) < SURE:
            near |= {known: fit for known in self._holders if (fit := typo(word, known))}
        holders = set().union(*(self._holders[known] for known in near))
        return Asked(word, near, {}, self._rarity(len(holders)))

    def _of_address(self, part: str) -> Asked | None:
        """An address, or the name of a host from which something is cited; nothing for other texts."""
        wanted = address(part)
        if not wanted or not ADDRESS.search(part):
            return None
        fits: dict[int, tuple[float, str, Path]] = {}
        for number, item in enumerate(self.items):
            for url, path in item.addresses:
                if wanted in url:
                    fit = 1.0 if url == wanted else 0.9 if url.startswith(wanted) else 0.5
                    fits.setdefault(number, (fit, url, path))
        known = fits or "/" in part
        return Asked(wanted, {}, fits, self._rarity(len(fits))) if known else None

    def _rarity(self, holders: int) -> float:
        return log(2 + len(self.items) / (1 + holders))


Hits = dict[int, tuple[float, str, Path]]
"""By the number of a word asked for: how well it fits an item, the text in which it does, and where that stands."""


def _hits(number: int, item: KnownBy, asked: list[Asked]) -> Hits:
    found: Hits = {}
    for at, one in enumerate(asked):
        hits = [
            (said.weight * one.near[word], said.text, said.path)
            for said in item.said
            for word in said.words
            if word in one.near
        ]
        if fit := one.fits.get(number):
            hits.append(fit)
        if hits:
            found[at] = max(hits, key=lambda hit: hit[0])
    return found


def likely(found: list[Found]) -> list[Found]:
    """Those of what was found, at most three, that have every word and fit nearly as well as the first."""
    return [one for one in found[:3] if not one.missing and one.score > NEARLY * found[0].score]


def _found(item: KnownBy, asked: list[Asked], hits: Hits) -> Found:
    """The item as it was found."""
    fits = sum(hits[at][0] * one.rarity for at, one in enumerate(asked) if at in hits)
    whole = sum(one.rarity for one in asked)
    names = [said for said in item.said if said.weight > OF_NAMED]
    covered, name = max(((_coverage(said, item, asked), said) for said in names), key=lambda one: one[0])
    _, text, path = max(hits.values(), key=lambda hit: hit[0])
    if covered and not any(one.fits for one in asked):
        text, path = name.text, name.path
    score = fits / whole + COVERAGE * covered - (OF_SOURCES if item.record.collection == "sources" else 0)
    return Found(item, text, path, len(asked) - len(hits), score)


def _coverage(said: Said, item: KnownBy, asked: list[Asked]) -> float:
    """How much of a name is made up of what is asked for, and how much of that it holds, the item's years beside it;
    from 0 to 1."""
    near = [max((one.near.get(word, 0.0) for one in asked), default=0.0) for word in said.words]
    letters = sum(map(len, said.words))
    made_of = sum(len(word) * fit for word, fit in zip(said.words, near, strict=True)) / max(letters, 1)
    beside = {*said.words, *item.years}
    held = sum(1 for one in asked if any(word in one.near for word in beside)) / len(asked)
    return said.weight * made_of * held
