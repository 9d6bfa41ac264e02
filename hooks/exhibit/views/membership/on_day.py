"""Membership on a day: who belonged to an organisation, as sure as the dates allow, year after year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Item, Organisation
from exhibit.model.vocabulary import Status
from exhibit.model.wording import number_in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.spells import MemberSpell, rows

_DAY = timedelta(days=1)

Sureness = Literal["certainly", "possibly", "unknown"]
SUREST: tuple[Sureness, ...] = ("certainly", "possibly", "unknown")
"""From the surest to the least sure."""
IN_WORDS: dict[Sureness, str] = {"certainly": "", "possibly": "possibly", "unknown": "not known for sure"}
"""What is said of what is so sure: nothing where it is certain."""


@dataclass(frozen=True)
class Roll:
    """The members of an organisation on a day, each list by name.

    possibly: a date is not exact enough to tell; unknown: no date is given that could settle it.
    """

    organisation: Organisation
    day: date
    certainly: tuple[Item, ...] = ()
    possibly: tuple[Item, ...] = ()
    unknown: tuple[Item, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.certainly or self.possibly or self.unknown)


def last_day(as_of: Edtf) -> date:
    """The last day that the exhibit knows of. Raises ValueError for a date without an end."""
    if as_of.latest is None:
        raise ValueError(f"'{as_of}' has no last day")
    return as_of.latest


def moments(since: int, as_of: Edtf) -> list[date]:
    """The last day of each year since the first that the exhibit knows of, and its very last day."""
    last = last_day(as_of)
    ends = [date(year, 12, 31) for year in range(since, last.year + 1)]
    return [day for day in ends if day < last] + [last]


def counted(spells: list[MemberSpell]) -> list[MemberSpell]:
    """The spells that make a member: member or party, or taking part where nobody ever was more."""
    full = [row for row in spells if row.spell.status.belongs]
    return full or [row for row in spells if row.spell.status.takes_part]


def sureness(row: MemberSpell, day: date) -> Sureness | None:
    """How sure it is that a spell holds on a day; None where it certainly does not.

    A spell whose end nobody gives ended at the latest with its organisation; one that began no later
    than some day began at the earliest with the first word of its organisation.
    """
    known = _with_known_end(row)
    if _before_its_organisation(row, day) or _after_its_organisation(row, day):
        return None
    held = belonged(known, day)
    if held is False:
        return None
    if held:
        return "unknown" if _beyond_knowledge(row, day) else "certainly"
    ends = [known.start, *([known.end] if row.spell.end else [])]
    return "possibly" if all(_bounded(end) for end in ends if _open(end, day)) else "unknown"


def _before_its_organisation(row: MemberSpell, day: date) -> bool:
    if row.start and row.start.earliest:
        return False
    first = [best_date(field) for field in (row.organisation.proposed, row.organisation.founded)]
    days = [when.earliest for when in first if when and when.earliest]
    return bool(days) and day < min(days)


def _after_its_organisation(row: MemberSpell, day: date) -> bool:
    ended = reached(best_date(row.organisation.ended), day)
    return bool(ended and row.end and not row.end.known)


def _with_known_end(row: MemberSpell) -> MemberSpell:
    """A spell whose end nobody gives lasted at least through the day it is known for: out no sooner than the next."""
    until = row.spell.as_of.earliest if row.spell.as_of else None
    if row.end is None or row.end.known or until is None:
        return row
    return replace(row, end=parse_date(f"[{min(until, date.max - _DAY) + _DAY}..]"))


def _beyond_knowledge(row: MemberSpell, day: date) -> bool:
    until = row.known_until
    return row.open and until is not None and until < day


def _open(end: Edtf | None, day: date) -> bool:
    """Whether it cannot be told if a date has come by a day."""
    if end is None or not end.known:
        return True
    first, last = end.bounds
    return first <= day < last


def _bounded(end: Edtf | None) -> bool:
    return end is not None and end.earliest is not None and end.latest is not None


def surest(spells: list[MemberSpell], day: date) -> Sureness | None:
    """How sure it is that any of a state's spells holds on a day; None where certainly none does."""
    found = [sure for row in spells if (sure := sureness(row, day))]
    return min(found, key=SUREST.index, default=None)


def roll(exhibit: Exhibit, organisation: Organisation, day: date) -> Roll:
    """Who belonged to an organisation on a day; of several spells of a state the surest speaks."""
    spells: dict[str, list[MemberSpell]] = {}
    for row in counted(rows(exhibit, organisation)):
        spells.setdefault(row.who.id, []).append(row)
    best = {id_: surest(own, day) for id_, own in spells.items()}
    named = {sure: [exhibit.items[id_] for id_, s in best.items() if s == sure] for sure in SUREST}
    lists = {sure: tuple(sorted(items, key=lambda i: (i.title, i.id))) for sure, items in named.items()}
    return Roll(organisation, day, lists["certainly"], lists["possibly"], lists["unknown"])


def rolls(exhibit: Exhibit, organisation: Organisation, as_of: Edtf) -> list[Roll]:
    """The members of an organisation at the end of each year, and on the last day that is known."""
    return [roll(exhibit, organisation, day) for day in moments(exhibit.since, as_of)]


def year_by_year(exhibit: Exhibit, found: list[Organisation], as_of: Edtf) -> list[tuple[date, list[Roll]]]:
    """The members of organisations at the end of each year; those that had none are left out."""
    every = [rolls(exhibit, item, as_of) for item in found]
    return [
        (day, [own[index] for own in every if not own[index].empty])
        for index, day in enumerate(moments(exhibit.since, as_of))
    ]


def belonging(spells: list[MemberSpell], day: date) -> list[tuple[str, Sureness | None, list[Item]]]:
    """Who belongs to an organisation on a day, by standing and by how sure that is, the surest first; then
    those who certainly do not: who did before, and of whom it is denied. spells: of the organisation."""
    found: dict[tuple[str, Sureness | None], dict[str, Item]] = {}
    for sure in SUREST:
        for row in spells:
            if sureness(row, day) == sure:
                found.setdefault((row.spell.status.label, sure), {})[row.who.id] = row.who
    placed = {id_ for group in found.values() for id_ in group}
    for row in spells:
        if row.who.id not in placed:
            label = "Never belonged" if row.spell.never else "No longer"
            found.setdefault((label, None), {})[row.who.id] = row.who
    return [(label, sure, list(group.values())) for (label, sure), group in found.items()]


def standing(spells: list[MemberSpell], day: date) -> list[str]:
    """How many belong to an organisation on a day as what, in words, the strongest standing first: *six members*. What
    is not certain is told apart, as much as is so sure together. spells: of the organisation."""
    found: dict[tuple[Status, Sureness], set[str]] = {}
    for row in spells:
        if sure := sureness(row, day):
            found.setdefault((row.spell.status, sure), set()).add(row.who.id)
    told: dict[Sureness, list[str]] = {sure: [] for sure in SUREST}
    for (status, sure), who in sorted(found.items(), key=lambda one: one[0][0].rank):
        told[sure].append(f"{number_in_words(len(who))} {status.one if len(who) == 1 else status.many}")
    return [
        f"{IN_WORDS[sure]}{': ' if IN_WORDS[sure] else ''}{', '.join(counts)}"
        for sure, counts in told.items()
        if counts
    ]


def belonged(row: MemberSpell, day: date) -> bool | None:
    """Whether a spell holds on a day: True, False, or None for cannot tell. Spells are half-open."""
    if row.spell.never:
        return False
    begun, ended = reached(row.start, day), reached(row.end, day) if row.spell.end else False
    if begun is False or ended:
        return False
    return True if begun and ended is False else None


def reached(when_: Edtf | None, day: date) -> bool | None:
    """Whether a date has come by a day; None where it cannot be told."""
    if when_ is None or not when_.known:
        return None
    first, last = when_.bounds
    return True if last <= day else False if day < first else None
