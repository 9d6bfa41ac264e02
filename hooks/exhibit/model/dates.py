"""Dates that are as sure as their source: a part of EDTF (ISO 8601-2:2019, levels 0 to 2).

Read here: ``1963``, ``1963-04``, ``1963-04-26``, ``197X``, ``19XX``, ``1963-XX``, seasons
``1963-21`` … ``1963-24``, the qualifiers ``?`` (uncertain), ``~`` (approximate), ``%`` (both),
``A/B`` (lasts from A to B, ``..`` goes on, empty is unknown), ``[A..B]`` (some day between),
``[..B]`` (not after), ``[A..]`` (not before), ``[A,B]`` (one of them), and ``unknown``.

A date is kept as written; which days it can mean, ``possible_days.py`` reckons.
"""

from __future__ import annotations

import calendar
import re
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

from pydantic_core import core_schema

from exhibit.model.possible_days import PossibleDays
from exhibit.problems.meant_dates import goes_on, meant_date, part_in_words
from exhibit.problems.problem import shown

FORMS = "a date like 1963, 1963-04, 1963-04-26, 197X, 1963-04~, A/B, [A..B] or [A,B]"
_ONE = r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
PATTERN = (
    rf"^(unknown|{_ONE}|{_ONE}/(\.\.|{_ONE})?|(\.\.)?/{_ONE}"
    rf"|\[({_ONE}\.\.({_ONE})?|\.\.{_ONE}|{_ONE}( *, *{_ONE})+) *\])$"
)
"""The form of every date that can be read, for editors; whether there is such a day is checked besides."""

SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_SIMPLE = re.compile(r"^([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%])?\Z")
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years that a date can have: what lies outside is a slip, and the calendar of Python ends soon after."""


class DateError(ValueError):
    """A date that cannot be; the message says what is wrong and what would be right."""


class Edtf(PossibleDays):
    """A date as an editor wrote it, with the days it can mean; a field of a model is read into one."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": ["string", "integer"], "description": f"EDTF: {FORMS}"}


NO_DATE = Edtf("", None, None, "unknown")
"""What stands, in sorting, for a date that nobody has written: it comes last."""


def _validate(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise ValueError(_not_text(value))
    return parse_date(value)


def _not_text(value: Any) -> str:
    """What to say of a list or fields where a date belongs: a bracket without quotes, mostly."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        bracketed = f"[{','.join(value)}]"
        with suppress(DateError):
            return f"a date in square brackets needs quotes; write '{parse_date(bracketed).text}'"
    if isinstance(value, list) and any(isinstance(part, dict) for part in value):
        return "several readings of a date stand under `readings:`, each with its `date` and `cite`"
    return f"expected {FORMS}"


@cache
def parse_date(text: str) -> Edtf:
    """Read a date as an editor wrote it.

    Raises DateError with what is wrong and what would be right.
    """
    if text == "unknown":
        return Edtf(text, None, None, "unknown")
    try:
        if text.startswith("[") and text.endswith("]"):
            return _choice(text)
        if "/" in text and not re.match(r"^[0-9]{1,4}/[0-9]{1,2}(/[0-9]{1,4})?$", text):
            return _span(text)
    except DateError:
        if (known := meant_date(text)) and known != text:
            raise DateError(_not_a_date(text)) from None
        raise
    return _simple(text)


def _simple(text: str) -> Edtf:
    match = _SIMPLE.fullmatch(text)
    if not match:
        raise DateError(_not_a_date(text))
    year, month, day, qualifier = match.groups()
    if not FIRST_YEAR <= int(year.replace("X", "0")) <= LAST_YEAR:
        raise DateError(f"'{text}': years here are those from {FIRST_YEAR} to {LAST_YEAR}")
    if "X" in year:
        return _decade_or_century(text, year, month, qualifier or "")
    if month is None or month == "XX":
        if day and day != "XX":
            raise DateError(f"'{text}': a day needs its month")
        return Edtf(text, date(int(year), 1, 1), date(int(year), 12, 31), "year", qualifier or "")
    number = int(month)
    if number in SEASONS and day is None:
        return _season(text, int(year), number, qualifier or "")
    if number > 12 and day and 1 <= int(day) <= 12 and number <= 31:
        raise DateError(
            f"'{text}': there is no month {month}; write year-month-day, as in {year}-{day}-{month}"
        )
    if not 1 <= number <= 12 or day == "00":
        if (known := meant_date(text)) and known != text:
            raise DateError(_not_a_date(text))
        raise DateError(f"'{text}': there is no month {month}; write 01 to 12 (year-month-day)")
    last = calendar.monthrange(int(year), number)[1]
    if day is None or day == "XX":
        first = date(int(year), number, 1)
        return Edtf(text, first, first.replace(day=last), "month", qualifier or "")
    if not 1 <= int(day) <= last:
        month_name = f"{calendar.month_name[number]} {year}"
        raise DateError(f"'{text}': {month_name} has {last} days; there is no day {day}")
    only = date(int(year), number, int(day))
    return Edtf(text, only, only, "day", qualifier or "")


def _not_a_date(text: str) -> str:
    """What to say of a text that is not a date: how to write the one that is meant, if that is one."""
    if not text:
        return "is empty; give a date or delete the line"
    known = meant_date(text)
    if goes_on(text):
        return f"{shown(text)} is no date: what goes on has no end; leave the field away, or write A/.. for what lasts"
    if known is None or known == text:
        two_ways = re.match(r"^[0-9]{1,2}[/-][0-9]{1,2}[/-]([0-9]{2}){1,2}$", text)
        hint = "; which number is the month? write year-month-day" if two_ways else ""
        return f"{shown(text)} is not {FORMS}{hint}"
    try:
        written = parse_date(known).text
    except DateError as impossible:
        return f"{shown(text)}: {str(impossible).partition(': ')[2]}"
    quoted = f"'{written}'" if written.startswith("[") else written
    part = part_in_words(text)
    rest = f", and '{part}' in a `note`" if part else ""
    return f"{shown(text)} is not how dates are written here; write {quoted}{rest}"


def _decade_or_century(text: str, year: str, month: str | None, qualifier: str) -> Edtf:
    if month is not None:
        raise DateError(f"'{text}': a month needs its year")
    digits = year.rstrip("X")
    width = 10 ** (4 - len(digits))
    start = int(digits) * width
    precision = "decade" if width == 10 else "century"
    return Edtf(text, date(start, 1, 1), date(start + width - 1, 12, 31), precision, qualifier)


def _season(text: str, year: int, code: int, qualifier: str) -> Edtf:
    """Meteorological seasons of the northern hemisphere; winter runs into the next year."""
    first_month = SEASONS[code][1]
    first = date(year, first_month, 1)
    end_year, end_month = (year + 1, 2) if code == 24 else (year, first_month + 2)
    last = date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return Edtf(text, first, last, "season", qualifier)


def _span(text: str) -> Edtf:
    if text.count("/") != 1:
        raise DateError(f"'{text}': a span has one slash, as in 1977-12-01/1977-12-02")
    left, right = text.split("/")
    start, end = ("" if part == ".." else part for part in (left, right))
    backwards = f"it ends before it starts; write {right}/{left}?"
    return _between(text, "span", start, end, backwards, ongoing=right == "..")


def _choice(text: str) -> Edtf:
    inner = text[1:-1]
    if ".." in inner:
        left, _, right = inner.partition("..")
        return _between(text, "choice", left, right, f"the range runs backwards; write [{right}..{left}]?")
    options = tuple(_simple(part.strip()) for part in inner.split(","))
    if len(options) < 2:
        raise DateError(f"'{text}': a choice needs at least two dates, as in [A,B] or [A..B]")
    first = min(option.earliest for option in options if option.earliest)
    last = max(option.latest for option in options if option.latest)
    return Edtf(text, first, last, "choice", parts=options)


def _between(text: str, precision: str, left: str, right: str, backwards: str, ongoing: bool = False) -> Edtf:
    """A date with two ends, one of which may be empty. backwards: what to say where they stand the wrong way."""
    start, end = (_simple(part) if part else None for part in (left, right))
    if start is None and end is None:
        raise DateError(f"'{text}': at least one end must be a date")
    first, last = start.earliest if start else None, end.latest if end else None
    if first and last and last < first:
        raise DateError(f"'{text}': {backwards}")
    return Edtf(text, first, last, precision, parts=(start, end), ongoing=ongoing)
