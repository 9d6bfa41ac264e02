"""Days: how a spell stands and what a thing is called from day to day, as runs of equal days.

The script of the atlas compares the number of a day with these runs; what holds on a day is decided
here alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Item, Name
from exhibit.model.vocabulary import NameKind
from exhibit.views.membership.on_day import Sureness, last_day, reached, sureness
from exhibit.views.membership.spells import MemberSpell

T = TypeVar("T")
_EPOCH = date(1970, 1, 1).toordinal()
_CODES: dict[Sureness | None, str] = {"certainly": "c", "possibly": "p", "unknown": "u", None: "-"}


def day_number(day: date) -> int:
    """The days from 1 January 1970 to a day."""
    return day.toordinal() - _EPOCH


@dataclass(frozen=True)
class Run(Generic[T]):
    """What holds from a day on, until the next run begins."""

    first: date
    what: T


def on(runs: Iterable[Run[T]], day: date) -> T:
    """What holds on a day. Raises ValueError before the first run."""
    found = [run.what for run in runs if run.first <= day]
    if not found:
        raise ValueError(f"{day} lies before the first run")
    return found[-1]


def stood(row: MemberSpell, first: date, as_of: Edtf) -> list[Run[Sureness | None]]:
    """How sure it is that a spell holds, from the first day to the last that the exhibit knows."""
    return _runs(lambda day: sureness(row, day), turning_days(row), first, last_day(as_of))


def turning_days(row: MemberSpell) -> Iterator[date]:
    """Every day on which ``sureness`` may begin to say something else of a spell than the day before."""
    own = (row.organisation.proposed, row.organisation.founded, row.organisation.ended)
    until = parse_date(row.known_until.isoformat()) if row.known_until else None
    yield from turns([row.start, row.end, row.spell.as_of, until, *map(best_date, own)])


def encoded(runs: list[Run[Sureness | None]]) -> str:
    """Runs for the script: ``- 9000p 9100c``: days since 1970, then certainly, possibly, unknown or not; the first run
    begins with the first day there is, which is not said."""
    return " ".join(f"{day_number(run.first) if at else ''}{_CODES[run.what]}" for at, run in enumerate(runs))


def _runs(ask: Callable[[date], T], turns: Iterable[date], first: date, last: date) -> list[Run[T]]:
    """Ask on the first day and on each on which the answer may turn; days of one answer are one run."""
    days = sorted({first, *(day for day in turns if first < day <= last)})
    asked = [Run(day, ask(day)) for day in days]
    return asked[:1] + [run for before, run in pairwise(asked) if run.what != before.what]


def turns(dates: Iterable[Edtf | None]) -> Iterator[date]:
    """The days on which a question about dates may be answered otherwise than the day before: the first and
    last possible day of each, with and without the slack of an approximate one, and the day after it."""
    for when in dates:
        if when and when.known:
            for day in (*when.bounds, when.earliest, when.latest):
                if day and day < date.max:
                    yield from (day, day + timedelta(days=1))


def names(item: Item, first: date, as_of: Edtf, short: bool = False) -> list[Run[str]]:
    """What an item was called in English from day to day; short: its abbreviation where it had one."""
    dated = [name for name in item.names if name.lang == "en" and (name.start or name.end)]
    dates = [end for name in dated for end in (name.start, name.end)]
    plain = item.short if short else item.title
    return _runs(lambda day: _called(item, dated, plain, day, short), turns(dates), first, last_day(as_of))


def _called(item: Item, dated: list[Name], plain: str, day: date, short: bool) -> str:
    """The dated name that surely held; else those that may have, and an undated title; else the plain name."""
    held = [(name.text, _held(name, day)) for name in dated]
    certain = [text for text, sure in held if sure]
    if certain:
        return (min if short else max)(certain, key=len)
    possible = [text for text, sure in held if sure is None]
    if not possible:
        return plain
    undated = all(name.text != item.title for name in dated)
    return " or ".join(dict.fromkeys([*possible, *([plain] if undated else [])]))


def _held(name: Name, day: date) -> bool | None:
    """Whether a name was in use; an end that nobody gives is open for a former name, else there is none."""
    unsaid = None if name.kind is NameKind.FORMER else False
    ended = reached(name.end, day) if name.end else unsaid
    began = reached(name.start, day) if name.start else None if unsaid is None else True
    if began is False or ended:
        return False
    return True if began and ended is False else None


def as_json(runs: Iterable[Run[str]]) -> str:
    """Names for the script: ``[[7670, "Council"], [9131, "Union"]]``."""
    return json.dumps([[day_number(run.first), run.what] for run in runs], ensure_ascii=False)


@dataclass(frozen=True)
class NamedByDay:
    """Something with its name on the last day, and its names from day to day if they changed, for the script."""

    item: Item
    name: str
    names: str

    @classmethod
    def of(cls, item: Item, first: date, as_of: Edtf, short: bool = False) -> NamedByDay:
        runs = names(item, first, as_of, short)
        return cls(item, on(runs, last_day(as_of)), as_json(runs) if len(runs) > 1 else "")
