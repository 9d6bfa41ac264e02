"""Locators: places in a source, as an editor writes them and in words.

``37`` is a paragraph, ``p7`` a page, ``art3`` an article, ``s2`` a section; ``37-39`` is a range. All that is
known of a unit (its sign, its words, how else it is written) stands in ``UNITS``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """What a locator counts. sign: what stands before its number; spellings: what editors write for it besides."""

    sign: str
    singular: str
    plural: str
    spellings: tuple[str, ...]


UNITS = {
    unit.sign: unit
    for unit in (
        Unit("p", "page", "pages", ("pp", "pg")),
        Unit("art", "article", "articles", ("arts",)),
        Unit("s", "section", "sections", ("sec",)),
        Unit("", "paragraph", "paragraphs", ("para", "paras", "par", "n", "no", "§", "¶")),
    )
}
"""The units by their signs."""

_SPELT = {
    word: unit.sign
    for unit in UNITS.values()
    for word in (unit.sign, unit.singular, unit.plural, *unit.spellings)
}
LAST = 99_999
"""The largest number of a place: whoever counts them has an end."""

_NUMBER = f"[0-9]{{1,{len(str(LAST))}}}"
_ONE_PLACE = f"({'|'.join(filter(None, UNITS))})?{_NUMBER}"
_RANGE = f"{_ONE_PLACE}(-{_NUMBER})?"

ONE_PLACE = f"^{_ONE_PLACE}$"
"""The form of a locator that is no range."""

LOCATOR = f"^{_RANGE}$"
"""The form of every locator, for models and editors."""


def short_citation(id_: str) -> str:
    """The form of a citation written short, ``gazette#37``, where ids have a form."""
    return f"^{id_}#{_RANGE}$"


def taken_apart(at: str) -> tuple[Unit, list[int]]:
    """The unit and the one or two numbers of a locator that has the form of one."""
    return UNITS[at.rstrip("0123456789-")], [int(number) for number in re.findall("[0-9]+", at)]


def paragraphs(at: str | None) -> range:
    """The paragraphs that a locator names: ``37`` or ``37-39``; none for pages and articles."""
    if not at or not re.match(LOCATOR, at):
        return range(0)
    unit, numbers = taken_apart(at)
    return range(0) if unit.sign else range(numbers[0], numbers[-1] + 1)


def locator_in_words(at: str | None) -> str:
    """``37`` is "paragraph 37", ``p7-9`` is "pages 7–9"; nothing where there is no locator."""
    if not at:
        return ""
    unit, numbers = taken_apart(at)
    word = unit.plural if len(numbers) > 1 else unit.singular
    return f"{word} {at.removeprefix(unit.sign).replace('-', '–')}"


def meant_locator(at: str) -> str:
    """The tail of a message about a locator: the one that is meant, or what locators look like."""
    found = re.match(r"^\s*([a-z§¶]*)\.?\s*([0-9]+)(?:\s*(?:[-–—‑/]|to)\s*([0-9]+))?\s*$", at[:80].lower())
    if not found or found.group(1) not in _SPELT:
        return ": 37 (paragraph), p7 (page), art3 (article), s2 (section), 37-39 (range)"
    word, first, last = found.groups()
    return f"; write {_SPELT[word]}{first}{f'-{last}' if last else ''}"
