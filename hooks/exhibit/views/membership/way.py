"""Way: how a state came through the organisations, in a few sentences and at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest

from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Item, Organisation
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.on_day import sureness
from exhibit.views.membership.spells import MemberSpell, rows_of


@dataclass(frozen=True)
class Change:
    """One turn of the way: what the state did (``left``), to which organisation, and when."""

    did: str
    organisation: Organisation
    when: Edtf

    @property
    def year(self) -> str:
        """When, as exactly as a sentence needs: ``in 1999``; a date whose year is not sure as it is."""
        first, last = self.when.bounds
        return f"in {first.year}" if first.year == last.year else f"({in_words(self.when)})"


@dataclass(frozen=True)
class Held:
    """What a state is to some organisations: the words for it (``a member of``), and the organisations by name."""

    words: str
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True)
class Way:
    """The way of a state up to a day.

    now: what it certainly is on that day; changes: how it left, came back or became something else, in order of time;
    doubtful: what it was, and may be still, to organisations that are still there; never: what a source denies.
    """

    now: tuple[Held, ...]
    changes: tuple[Change, ...]
    doubtful: tuple[Held, ...]
    never: tuple[Held, ...]


def way(exhibit: Exhibit, state: Item, day: date) -> Way:
    """The way of a state, as known on a day."""
    spells = rows_of(exhibit, state)
    now = [row for row in spells if sureness(row, day) == "certainly"]
    sure = {row.organisation.id for row in now}
    doubtful = [
        row
        for row in spells
        if sureness(row, day) in ("possibly", "unknown")
        and row.organisation.id not in sure
        and _there(row, day)
    ]
    never = [row for row in spells if row.spell.never]
    return Way(_held(now), tuple(_changes(exhibit, spells, day)), _held(doubtful), _held(never))


def _there(row: MemberSpell, day: date) -> bool:
    """Whether the organisation is still there, as far as is known."""
    ended = best_date(row.organisation.ended)
    return not (ended and ended.earliest and ended.earliest <= day)


def _held(spells: list[MemberSpell]) -> tuple[Held, ...]:
    ranked = sorted(spells, key=lambda row: (row.spell.status.rank, row.organisation.short.lower()))
    groups = groupby(ranked, key=lambda row: row.spell.status)
    return tuple(
        Held(status.as_one, tuple({row.organisation.id: row.organisation for row in found}.values()))
        for status, found in groups
    )


def _changes(exhibit: Exhibit, spells: list[MemberSpell], day: date) -> Iterator[Change]:
    """The turns of a way in order of time."""
    found = [
        turn
        for line in _lines(exhibit, spells)
        for before, after in zip_longest(line, line[1:])
        for turn in _turns(before, after)
        if turn.when.earliest and turn.when.earliest <= day
    ]
    yield from sorted(found, key=lambda turn: turn.when.sort_key)


def _lines(exhibit: Exhibit, spells: list[MemberSpell]) -> list[list[MemberSpell]]:
    """The spells that tie a state to an organisation, by what is one and the same organisation under several names."""
    lines: dict[str, list[MemberSpell]] = {}
    for row in spells:
        if row.start and row.start.known and row.spell.status.ties:
            lines.setdefault(_origin(exhibit, row.organisation), []).append(row)
    return list(lines.values())


def _origin(exhibit: Exhibit, organisation: Organisation) -> str:
    for succession in organisation.succeeds:
        earlier = exhibit.items.get(succession.organisation)
        if succession.how.same and isinstance(earlier, Organisation):
            return _origin(exhibit, earlier)
    return organisation.id


def _turns(before: MemberSpell, after: MemberSpell | None) -> Iterator[Change]:
    """What a state did between two spells of a line. Where its organisation ended, or became another, it did nothing."""
    if not (before.end and before.end.known):
        return
    if after and after.start and not before.end.before(after.start):
        if after.spell.status is not before.spell.status:
            yield Change(f"became {after.spell.status.as_one}", after.organisation, after.start)
        return
    if not _ended_with(before.organisation, before.end):
        left = "stopped taking part in" if before.spell.status.takes_part else "left"
        yield Change(left, before.organisation, before.end)
    if after and after.start:
        again = "came back to" if after.organisation is before.organisation else "joined"
        yield Change(again, after.organisation, after.start)


def _ended_with(organisation: Organisation, end: Edtf) -> bool:
    ended = best_date(organisation.ended)
    return bool(ended and ended.known and not end.before(ended))
