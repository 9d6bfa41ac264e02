"""Dates in plain English, what a reader sees in place of EDTF; names of languages; a or an."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date

from babel import Locale

from exhibit.model.dates import SEASONS
from exhibit.model.possible_days import PossibleDays

MONTHS = tuple(calendar.month_name)
"""The names of the months, that of January at 1: kept, as the library makes a name anew each time."""
NOT_KNOWN = "date not known"
"""What stands for a date that nobody gives, where it is said alone."""

_QUALIFIED = {"": "{}", "?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}


def in_words(when: PossibleDays) -> str:
    """The date as a reader would say it: ``August–September 1960``, ``1970s``, ``about May 1963``."""
    if not when.known:
        return NOT_KNOWN
    if when.precision == "span":
        return _span(when)
    if when.precision == "choice":
        return _choice(when)
    return _QUALIFIED[when.qualifier].format(_simple(when))


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _simple(when: PossibleDays) -> str:
    first = when.earliest
    assert first is not None
    if when.precision == "day":
        return _day(first)
    if when.precision == "month":
        return f"{MONTHS[first.month]} {first.year}"
    if when.precision == "season":
        season = next(name for name, month in SEASONS.values() if month == first.month)
        return f"{season} {first.year}"
    if when.precision == "decade":
        return f"{first.year}s"
    if when.precision == "century":
        return f"{first.year}–{first.year + 99}"
    return str(first.year)


def _span(when: PossibleDays) -> str:
    start, end = when.parts
    if start is None:
        assert end is not None
        return f"until {in_words(end)}"
    if end is None:
        return f"from {in_words(start)} on" if when.ongoing else f"from {in_words(start)}, end not known"
    return _range(start, end)


def _range(start: PossibleDays, end: PossibleDays) -> str:
    """A range without saying the month or the year twice."""
    first, last = start.earliest, end.earliest
    assert first is not None and last is not None
    if start.qualifier or end.qualifier or start.precision != end.precision:
        return f"{in_words(start)} to {in_words(end)}"
    if start.precision == "day" and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if start.precision == "day" and first.year == last.year:
        return f"{first.day} {MONTHS[first.month]} – {_day(last)}"
    if start.precision == "month" and first.year == last.year:
        return f"{MONTHS[first.month]}–{_simple(end)}"
    if start.precision == "year":
        return f"{first.year}–{last.year}"
    return f"{_simple(start)} – {_simple(end)}"


def _choice(when: PossibleDays) -> str:
    if ".." not in when.text:
        return joined([in_words(part) for part in when.parts if part], "or")
    start, end = when.parts
    if start is None and end is not None:
        return f"not after {in_words(end)}"
    if end is None and start is not None:
        return f"not before {in_words(start)}"
    assert start is not None and end is not None
    return f"between {in_words(start)} and {in_words(end)}"


BEFORE_MONTH = re.compile(rf"(?<=[0-9]) (?=(?:{'|'.join(MONTHS[1:])})\b)")
"""The space between a day and its month."""


def language(code: str) -> str:
    """A language in English by its BCP 47 code (names of the Unicode CLDR); else the code itself."""
    return str(Locale("en").languages.get(code.partition("-")[0], code))


_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number_in_words(number: int) -> str:
    """A number as a sentence has it (docs/contributing/words.md): up to twelve in words, from 13 on in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def with_article(noun: str) -> str:
    """An English noun after *a* or *an*, by its first letter: an event, a summit."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def lower_first(words: str) -> str:
    """Common words, such as a label, within a sentence: without their capital, but for an abbreviation's."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def joined(words: Sequence[str], last: str = "and") -> str:
    """Words as one phrase: ``A, B and C``, or with another word before the last one."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def some(words: Sequence[str], most: int = 4) -> str:
    """Words as one phrase; many are cut to the first few and a count."""
    if len(words) > most:
        return f"{', '.join(words[: most - 1])} and {len(words) - most + 1} others"
    return joined(words)
