"""Way: how a state came through the organisations, in a few sentences and at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest

from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Item, Organisation
from exhibit.model.wording import in_words, lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.on_day import sureness
from exhibit.views.membership.spells import MemberSpell, rows_of


@dataclass(frozen=True)
class Turn:
    """One turn of the way: what the state did (``left``), to which organisation, and when."""

    did: str
    organisation: Organisation
    when: Edtf

    @property
    def year(self) -> str:
        """When: ``in 1999``; a date whose year is not sure stands in brackets as it is."""
        return f"in {_year(self.when)}" if _certain_year(self.when) else f"({in_words(self.when)})"


@dataclass(frozen=True)
class Tie:
    """What a state is to some organisations: the words for it (``a member of``), and the organisations by name."""

    words: str
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True)
class Way:
    """The way of a state up to a day.

    now: what it certainly is on that day; changes: how it left, came back or became something else, in order of time;
    doubtful: what it was, and may be still, to organisations that are still there; never: what a source denies.
    """

    now: tuple[Tie, ...]
    changes: tuple[Turn, ...]
    doubtful: tuple[Tie, ...]
    never: tuple[Tie, ...]


@dataclass(frozen=True)
class Glance:
    """What a state was to one organisation: each standing in words with its years (``member since 1992``)."""

    organisation: Organisation
    standings: tuple[str, ...]


def glance(spells: list[MemberSpell]) -> list[Glance]:
    """The spells of a state at a glance, by organisation in order of time. spells: as ``rows_of`` gives them."""
    found: dict[str, list[MemberSpell]] = {}
    for row in spells:
        found.setdefault(row.organisation.id, []).append(row)
    return [Glance(own[0].organisation, tuple(_in_years(row) for row in own)) for own in found.values()]


def _in_years(row: MemberSpell) -> str:
    """A spell by its years (``member from 1994 to 1999``); a date whose year is not sure is told as it is, in brackets."""
    status, sure = row.spell.status.low, _certain_year(row.start) and (row.open or _certain_year(row.end))
    start, end = _year(row.start), _year(row.end)
    if row.spell.never:
        return lower_first(row.spell.status.denied)
    if row.open:
        return f"{status} since {start}" if sure else f"{status} (since: {start})"
    if start == end:
        return f"{status} {start}"
    return f"{status} from {start} to {end}" if sure else f"{status} (from: {start}; to: {end})"


def _year(when: Edtf | None) -> str:
    """A date as exactly as a sentence needs: its year, or the date itself where its year is not sure."""
    if when is None or not when.known:
        return "not known"
    return str(when.bounds[0].year) if _certain_year(when) else in_words(when)


def _certain_year(when: Edtf | None) -> bool:
    return when is not None and when.known and when.bounds[0].year == when.bounds[1].year


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
    return Way(_ties(now), tuple(_changes(exhibit, spells, day)), _ties(doubtful), _ties(never))


def _there(row: MemberSpell, day: date) -> bool:
    """Whether the organisation is still there, as far as is known."""
    ended = best_date(row.organisation.ended)
    return not (ended and ended.earliest and ended.earliest <= day)


def _ties(spells: list[MemberSpell]) -> tuple[Tie, ...]:
    ranked = sorted(spells, key=lambda row: (row.spell.status.rank, row.organisation.short.lower()))
    groups = groupby(ranked, key=lambda row: row.spell.status)
    return tuple(
        Tie(status.as_one, tuple({row.organisation.id: row.organisation for row in found}.values()))
        for status, found in groups
    )


def _changes(exhibit: Exhibit, spells: list[MemberSpell], day: date) -> Iterator[Turn]:
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


def _turns(before: MemberSpell, after: MemberSpell | None) -> Iterator[Turn]:
    """What a state did between two spells of a line. Where its organisation ended, or became another, it did nothing."""
    if not (before.end and before.end.known):
        return
    if after and after.start and not before.end.before(after.start):
        if after.spell.status is not before.spell.status and after.organisation is before.organisation:
            yield Turn(f"became {after.spell.status.as_one}", after.organisation, after.start)
        return
    if not ended_with(before.organisation, before.end):
        left = "stopped taking part in" if before.spell.status.takes_part else "left"
        yield Turn(left, before.organisation, before.end)
    if after and after.start:
        again = "came back to" if after.organisation is before.organisation else "joined"
        yield Turn(again, after.organisation, after.start)


def ended_with(organisation: Organisation, end: Edtf) -> bool:
    """Whether an organisation was over by the end of a spell."""
    ended = best_date(organisation.ended)
    return bool(ended and ended.known and not end.before(ended))
