"""Possible days: the earliest and the latest day that a date can mean, and how two dates stand to each other.

Comparison is three-valued: before, not before, or cannot tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_SLACK = {"day": 3, "month": 31, "season": 92, "year": 366, "decade": 1830, "century": 9150}


def _later(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@dataclass(frozen=True)
class PossibleDays:
    """The days that a date can mean, as sure as its source.

    text: as written. earliest, latest: the first and last possible day; None where unbounded or
    unknown. precision: day, month, season, year, decade, century, span, choice or unknown.
    qualifier: one of ``?``, ``~``, ``%`` or empty. parts: the ends of a span or choice.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    qualifier: str = ""
    parts: tuple[PossibleDays | None, ...] = ()
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
        if self.qualifier not in ("~", "%"):
            return self.earliest or date.min, self.latest or date.max
        slack = _SLACK.get(self.precision, 0)
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
    def listed(self) -> date:
        """The day under which it is listed: its earliest; where it has none its latest, else the last there is."""
        return self.earliest or self.latest or date.max

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """By the earliest day, then the surest first; what is not known comes last."""
        return self.listed, self.latest or date.max, self.text

    def before(self, other: PossibleDays) -> bool | None:
        """Whether this lies wholly before the other: True, False, or None for cannot tell."""
        (first, last), (other_first, other_last) = self.bounds, other.bounds
        if last < other_first:
            return True
        return False if first >= other_last else None

    def relation(self, other: PossibleDays) -> str:
        """How this reading stands to another: same, coarser, finer, part, compatible, contradicting.

        Readings that share at least one possible day do not contradict each other; two durations have to begin and
        to end alike. The days of one moment not fully known (``2010-06``, EDTF ``[A..B]``) are possible ones, of
        which it had one: with more of them it is coarser. Those of a duration (EDTF ``A/B``) are its extent, and it
        had them all: one of its days is no better known than they are, but a part of it. Where an end is not known,
        the extent is not either, and its days are possible ones.
        """
        if not (self.known and other.known):
            return "compatible"
        if self.lasts and other.lasts and all((*self.parts, *other.parts)):
            return self._of_durations(other)
        (first, last), (other_first, other_last) = self.bounds, other.bounds
        if (first, last) == (other_first, other_last):
            return "same"
        if last < other_first or other_last < first:
            return "contradicting"
        if self._extends_over(other) or other._extends_over(self):
            return "part"
        if first <= other_first and other_last <= last:
            return "coarser"
        if other_first <= first and last <= other_last:
            return "finer"
        return "compatible"

    def _extends_over(self, other: PossibleDays) -> bool:
        """Whether this is a duration, and the other a moment that lies within it."""
        (first, last), (other_first, other_last) = self.bounds, other.bounds
        return self.lasts and all(self.parts) and first <= other_first and other_last <= last

    def _of_durations(self, other: PossibleDays) -> str:
        """How this duration stands to another, both with two known ends: as these do, the less certain first."""
        ends = zip(self.parts, other.parts, strict=True)
        found = {mine.relation(theirs) for mine, theirs in ends if mine and theirs}
        if {"coarser", "finer"} <= found:
            return "compatible"
        return next(
            one for one in ("contradicting", "compatible", "coarser", "finer", "same") if one in found
        )
