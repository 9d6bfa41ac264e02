"""Dates that are as sure as their source: a part of EDTF (ISO 8601-2:2019, levels 0 to 2).

Read here: ``1996``, ``1996-04``, ``1996-04-26``, ``197X``, ``19XX``, ``1996-XX``, seasons
``1996-21`` … ``1996-24``, the qualifiers ``?`` (uncertain), ``~`` (approximate), ``%`` (both),
``A/B`` (lasts from A to B, ``..`` goes on, empty is unknown), ``[A..B]`` (some day between),
``[..B]`` (not after), ``[A..]`` (not before), ``[A,B]`` (one of them), and ``unknown``.

A date is kept as written and has an earliest and a latest day. Comparison is three-valued.
"""

from __future__ import annotations

import calendar
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic_core import core_schema

from exhibit.problems.meant_dates import goes_on, meant_date, part_in_words
from exhibit.problems.problem import shown

FORMS = "a date like 1996, 1996-04, 1996-04-26, 197X, 1996-04~, A/B, [A..B] or [A,B]"
_ONE = r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
PATTERN = (
    rf"^(unknown|{_ONE}|{_ONE}/(\.\.|{_ONE})?|(\.\.)?/{_ONE}"
    rf"|\[({_ONE}\.\.({_ONE})?|\.\.{_ONE}|{_ONE}( *, *{_ONE})+) *\])$"
)
"""The form of every date that can be read, for editors; whether there is such a day is checked besides."""

SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_SIMPLE = re.compile(r"^([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%])?$")
_SLACK = {"day": 3, "month": 31, "season": 92, "year": 366, "decade": 1830, "century": 9150}


def _later(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


class DateError(ValueError):
    """A date that cannot be; the message says what is wrong and what would be right."""


@dataclass(frozen=True)
class Edtf:
    """A date as written, with the days it can mean.

    text: as written. earliest, latest: the first and last possible day; None where unbounded or
    unknown. precision: day, month, season, year, decade, century, span, choice or unknown.
    qualifier: one of ``?``, ``~``, ``%`` or empty. parts: the ends of a span or choice.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    qualifier: str = ""
    parts: tuple[Edtf | None, ...] = ()
    ongoing: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """False only for ``unknown``."""
        return self.precision != "unknown"

    @property
    def exact(self) -> bool:
        """Whether it is one day, without doubt."""
        return self.precision == "day" and not self.qualifier

    @property
    def sure(self) -> bool:
        """Whether nothing about it is left open: one day, or from one day to another."""
        return self.exact or (self.lasts and all(part and part.exact for part in self.parts))

    @property
    def lasts(self) -> bool:
        """Whether it is a duration (``A/B``) rather than one moment not fully known."""
        return self.precision == "span"

    @property
    def bounds(self) -> tuple[date, date]:
        """Earliest and latest day with the slack of an approximate date, for comparing.

        ``~`` and ``%`` widen a date by one unit of its own precision on either side (three days
        for a day): "about April 1996" may well be the first of May.
        """
        slack = _SLACK.get(self.precision, 0) if self.qualifier in ("~", "%") else 0
        return (
            _later(self.earliest, -slack) if self.earliest else date.min,
            _later(self.latest, slack) if self.latest else date.max,
        )

    @property
    def core(self) -> tuple[date, date]:
        """The latest day it can have begun, and the earliest day it can have ended.

        Of a duration known to the day they are its first and last day. Of one moment not fully
        known the first lies after the second: there is no day on which it surely was.
        """
        if not self.lasts:
            return self.bounds[1], self.bounds[0]
        start, end = self.parts
        if start is None:
            assert end is not None
            return (date.min if self.text.startswith("..") else end.bounds[1]), end.bounds[0]
        if end is None:
            return start.bounds[1], date.max if self.ongoing else start.bounds[0]
        return start.bounds[1], end.bounds[0]

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """By the earliest day, then the surest first; what is not known comes last."""
        if not self.known:
            return date.max, date.max, self.text
        return self.earliest or self.latest or date.max, self.latest or date.max, self.text

    def before(self, other: Edtf) -> bool | None:
        """Whether this lies wholly before the other: True, False, or None for cannot tell."""
        (first, last), (other_first, other_last) = self.bounds, other.bounds
        if last < other_first:
            return True
        return False if first >= other_last else None

    def relation(self, other: Edtf) -> str:
        """How this reading stands to another: same, coarser, finer, compatible, contradicting.

        Readings that share at least one possible day do not contradict each other.
        """
        if not (self.known and other.known):
            return "compatible"
        (first, last), (other_first, other_last) = self.bounds, other.bounds
        if (first, last) == (other_first, other_last):
            return "same"
        if last < other_first or other_last < first:
            return "contradicting"
        if first <= other_first and other_last <= last:
            return "coarser"
        if other_first <= first and last <= other_last:
            return "finer"
        return "compatible"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": ["string", "integer"], "description": f"EDTF: {FORMS}"}


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
    if "X" in year:
        return _decade_or_century(text, year, month, qualifier or "")
    if year == "0000":
        raise DateError(f"'{text}': there is no year 0 here")
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
    if start == 0:
        raise DateError(f"'{text}': there is no year 0 here")
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
        raise DateError(f"'{text}': a span has one slash, as in 2010-12-01/2010-12-02")
    left, right = text.split("/")
    start = _simple(left) if left not in ("", "..") else None
    end = _simple(right) if right not in ("", "..") else None
    if start is None and end is None:
        raise DateError(f"'{text}': at least one end must be a date")
    if start and end and end.latest and start.earliest and end.latest < start.earliest:
        raise DateError(f"'{text}': it ends before it starts; write {right}/{left}?")
    return Edtf(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        "span",
        parts=(start, end),
        ongoing=right == "..",
    )


def _choice(text: str) -> Edtf:
    inner = text[1:-1]
    if ".." in inner:
        left, _, right = inner.partition("..")
        parts = (_simple(left) if left else None, _simple(right) if right else None)
        if parts == (None, None):
            raise DateError(f"'{text}': at least one end must be a date")
        start, end = parts
        if start and end and end.latest and start.earliest and end.latest < start.earliest:
            raise DateError(f"'{text}': the range runs backwards; write [{right}..{left}]?")
        return Edtf(
            text, start.earliest if start else None, end.latest if end else None, "choice", parts=parts
        )
    options = tuple(_simple(part.strip()) for part in inner.split(","))
    if len(options) < 2:
        raise DateError(f"'{text}': a choice needs at least two dates, as in [A,B] or [A..B]")
    first = min(option.earliest for option in options if option.earliest)
    last = max(option.latest for option in options if option.latest)
    return Edtf(text, first, last, "choice", parts=options)
