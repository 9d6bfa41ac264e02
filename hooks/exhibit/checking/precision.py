"""False precision: a claim that is surer than the place it cites, told against reading copies.

The reading copies are the texts of sources, paragraph by paragraph; they are not part of the
project. Where they are not to be had, only the rules that need no text are run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from exhibit.model.claims import Claim, DateClaim, NumberClaim, PlaceClaim
from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item
from exhibit.model.locators import paragraphs
from exhibit.model.possible_days import PossibleDays
from exhibit.problems.months import LANGUAGES, months
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.meant_values import NUMBERS
from exhibit.reading.nodes import Path

Copies = Mapping[str, Mapping[int, str]]
"""Texts by source id and paragraph number."""


def suspicions(exhibit: Exhibit, copies: Copies) -> list[Problem]:
    """Warnings: claims surer than their source, and days at the edge of a year without a note."""
    found = _edges_of_years(exhibit)
    for item, path, claim in exhibit.every(Claim):
        if not claim.inferred:
            found += _not_in_the_text(exhibit, item, path, claim, copies)
    return found


def _edges_of_years(exhibit: Exhibit) -> list[Problem]:
    """A first of January or 31 December is often a year in disguise: once in the item, at a claim
    with that day, a note has to say that it is not."""
    edges: dict[tuple[str, str], list[Path]] = {}
    for item, path, claim in exhibit.every(DateClaim):
        if claim.date and _at_edge(claim.date):
            edges.setdefault((item.id, claim.date.text), []).append(path)
    found = []
    for (id_, day), paths in edges.items():
        parts = dict(exhibit.parts[exhibit.items[id_].id])
        if not any(_noted(parts, path) for path in paths):
            message = f"{day} looks like a year made into a day; add a `note` that the source gives the day"
            found.append(exhibit.problem(exhibit.items[id_], paths[0], message, warning=True))
    return found


def _at_edge(when: Edtf) -> bool:
    first = when.earliest
    return when.precision == "day" and first is not None and (first.month, first.day) in ((1, 1), (12, 31))


def _noted(parts: dict[Path, BaseModel], path: Path) -> bool:
    """Whether the claim or a part around it, the item itself left out, has a note."""
    around = (parts.get(path[:depth]) for depth in range(1, len(path) + 1))
    return any(getattr(part, "note", None) for part in around)


def _not_in_the_text(
    exhibit: Exhibit, item: Item, path: Path, claim: Claim, copies: Copies
) -> Iterator[Problem]:
    """What a claim says must occur in the paragraphs it cites: its date, number or place."""
    for source, where, text in cited_text(claim, copies):
        if missing := _missing(exhibit, claim, text):
            message = f"{missing} is not in {source}{where}; give the date as the source does, or cite the place that has it"
            yield exhibit.problem(item, path, message, warning=True)


def cited_text(claim: Claim, copies: Copies) -> Iterator[tuple[str, str, str]]:
    """The paragraphs that a claim cites of each source there is a copy of: its id, their numbers (#3, #4), their text."""
    for source in sorted({citation.source for citation in claim.cite} & set(copies)):
        numbers = [n for c in claim.cite if c.source == source for n in paragraphs(c.at)]
        if numbers:
            text = " ".join(copies[source].get(number, "") for number in numbers)
            yield source, ", ".join(f"#{number}" for number in numbers), text


def _missing(exhibit: Exhibit, claim: Claim, text: str) -> str:
    """What of a claim does not occur in a text, in words; empty where all does."""
    if isinstance(claim, DateClaim) and claim.date:
        return next((word for word in _date_words(claim.date) if not occurs(word, text)), "")
    if isinstance(claim, NumberClaim) and claim.counts is not None:
        forms = [str(claim.counts), f"{claim.counts:,}", in_letters(claim.counts)]
        return "" if any(occurs(form, text) for form in forms if form) else str(claim.counts)
    if isinstance(claim, PlaceClaim) and claim.place in exhibit.items:
        place = exhibit.items[claim.place]
        names = [place.title, *(name.text for name in place.names)]
        return "" if any(name.lower() in text.lower() for name in names) else place.title
    return ""


def _date_words(when: PossibleDays) -> list[str]:
    """The words a text must have to bear out a date: year, month's name, day."""
    if when.precision == "choice":
        return []  # its ends are bounds that the exhibit reckons, not days that the text gives
    if when.parts:
        return [word for part in when.parts if part for word in _date_words(part)]
    first = when.earliest
    if first is None or when.qualifier:
        return []
    words = [str(first.year)]
    if when.precision == "decade":
        return [f"{first.year}s"]
    if when.precision in ("day", "month"):
        words.append(months()[first.month - 1])
    if when.precision == "day":
        words.append(str(first.day))
    return words


def occurs(word: str, text: str) -> bool:
    """Whether a word stands in a text, a month in any language: a footnote may give its date in Russian."""
    forms = [word]
    if word in months():
        forms = [months(language)[months().index(word)] for language in LANGUAGES]
    return any(re.search(rf"(?<![0-9]){re.escape(form)}(?![0-9])", text, re.IGNORECASE) for form in forms)


def in_letters(number: int) -> str:
    """A number below sixty in words; empty from there on."""
    if number <= 20:
        return NUMBERS[number]
    tens = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty"}.get(number // 10, "")
    return f"{tens}-{NUMBERS[number % 10]}" if tens and number % 10 else tens
