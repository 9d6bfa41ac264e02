"""Membership: who belonged to an organisation, as what, and when; and the same for a country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from exhibit.model.dates import NO_DATE, Edtf
from exhibit.model.evidence import best_date, settled
from exhibit.model.kinds import Item, Organisation, Spell
from exhibit.reading.exhibit import Exhibit

NOTICE = timedelta(days=365)
"""Twelve months, the notice for leaving a treaty that says nothing else (Vienna Convention on the Law of Treaties, article
56, paragraph 2)."""


@dataclass(frozen=True)
class MemberSpell:
    """One spell of one state in one organisation; start and end None where none is given."""

    who: Item
    organisation: Organisation
    spell: Spell
    index: int
    start: Edtf | None
    end: Edtf | None

    @property
    def open(self) -> bool:
        """Whether the spell goes on, as far as the exhibit knows."""
        return self.spell.end is None and not self.spell.never

    @property
    def known_until(self) -> date | None:
        """The last day for which a spell that goes on is known; None where it is known as far as the exhibit is. Whoever
        is bound by a treaty cannot leave it without notice, so that a member is taken to be one for that time more."""
        until = self.spell.as_of.latest if self.spell.as_of else None
        bound = self.spell.status.form == "full"
        return min(until, date.max - NOTICE) + NOTICE if until and bound else until

    @property
    def doubts(self) -> tuple[str, ...]:
        """What its source, or that of one of its ends, leaves in doubt."""
        ends = [settled(field) for field in (self.spell.start, self.spell.end) if field]
        return tuple(part.doubt for part in (self.spell, *ends) if part and part.doubt)


def rows(exhibit: Exhibit, organisation: Organisation) -> list[MemberSpell]:
    """The spells of an organisation: by standing, then by date, then by name."""
    if organisation.id not in exhibit.spells:
        exhibit.spells[organisation.id] = _rows(exhibit, organisation)
    kept: list[MemberSpell] = exhibit.spells[organisation.id]
    return list(kept)


def _rows(exhibit: Exhibit, organisation: Organisation) -> list[MemberSpell]:
    found = [
        MemberSpell(exhibit.items[who], organisation, spell, i, best_date(spell.start), best_date(spell.end))
        for i, spell in enumerate(organisation.members)
        for who in spell.who
        if who in exhibit.items
    ]
    first: dict[str, tuple[int, tuple[date, date, str]]] = {}
    for row in found:
        key = (row.spell.status.rank, _sort(row))
        first[row.who.id] = min(first.get(row.who.id, key), key)
    return sorted(found, key=lambda r: (first[r.who.id], r.who.title, _sort(r)))


def _sort(row: MemberSpell) -> tuple[date, date, str]:
    return (row.start or NO_DATE).sort_key


def rows_of(exhibit: Exhibit, member: Item) -> list[MemberSpell]:
    """The spells of a state (or organisation) in every organisation, in order of time."""
    found = [
        row
        for organisation in exhibit.of("organisations")
        for row in rows(exhibit, organisation)
        if row.who.id == member.id
    ]
    return sorted(found, key=lambda r: (_sort(r), r.organisation.title))
