"""Membership over time: how sure it is that a state belongs to an organisation, from each turning day to the next.

A membership says for every day what ``sureness`` says for one; pages and the script of the comparison
need only look up which of its days has come.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from exhibit.model.kinds import Item, Organisation
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.in_common import Belonging
from exhibit.views.membership.days import turning_days
from exhibit.views.membership.on_day import Sureness, counted, surest
from exhibit.views.membership.spells import MemberSpell, rows

Steps = tuple[tuple[date, Sureness | None], ...]
"""A day, and how sure something is from that day on (None: it is not), until the next."""


@dataclass(frozen=True)
class Membership:
    """One state in one organisation.

    steps: a day, and how sure it is from that day on that the state belongs (None: it does not).
    """

    organisation: Organisation
    who: Item
    steps: Steps

    def on(self, day: date) -> Sureness | None:
        """How sure it is that the state belongs on a day."""
        index = bisect_right(self.steps, day, key=lambda step: step[0])
        return self.steps[index - 1][1] if index else None


class Memberships:
    """Every membership of an exhibit, by organisation and by state; what is in common is told from them."""

    def __init__(self, exhibit: Exhibit) -> None:
        self.organisations: list[Organisation] = exhibit.of("organisations")
        self.of = {item.id: memberships_in(exhibit, item) for item in self.organisations}
        self._by_state: dict[str, dict[str, Membership]] = {}
        for organisation in self.organisations:
            for id_, membership in self.of[organisation.id].items():
                self._by_state.setdefault(id_, {})[organisation.id] = membership
        self._whole = frozenset(o.id for o in self.organisations if not o.members_in_part)

    def of_state(self, who: Item) -> dict[str, Membership]:
        """The memberships of a state by the organisations' ids, by name of organisation."""
        return self._by_state.get(who.id, {})

    def organisation(self, id_: str) -> Organisation:
        """The organisation with an id."""
        return next(item for item in self.organisations if item.id == id_)

    def members(self, organisation: Organisation, day: date) -> Belonging:
        """Who belonged to an organisation on a day."""
        own = self.of[organisation.id]
        found = {
            id_: (membership.who, sure) for id_, membership in own.items() if (sure := membership.on(day))
        }
        return Belonging(found, frozenset(own) if organisation.members_in_part else None)

    def joined(self, who: Item, day: date) -> Belonging:
        """To what a state belonged on a day."""
        own = self.of_state(who)
        found = {
            id_: (membership.organisation, sure)
            for id_, membership in own.items()
            if (sure := membership.on(day))
        }
        return Belonging(found, self._whole | frozenset(own))


def memberships_in(exhibit: Exhibit, organisation: Organisation) -> dict[str, Membership]:
    """The memberships of an organisation's members by their ids, by name."""
    spells: dict[str, list[MemberSpell]] = {}
    for row in counted(rows(exhibit, organisation)):
        spells.setdefault(row.who.id, []).append(row)
    ordered = sorted(spells.values(), key=lambda own: (own[0].who.title, own[0].who.id))
    found = {own[0].who.id: Membership(organisation, own[0].who, _steps(own)) for own in ordered}
    return {id_: membership for id_, membership in found.items() if membership.steps}


def _steps(spells: list[MemberSpell]) -> Steps:
    """The days on which anything changes, from the first of all on, for a beginning that nobody gives;
    equal neighbours in one."""
    steps: list[tuple[date, Sureness | None]] = []
    for day in sorted({date.min, *(day for row in spells for day in turning_days(row))}):
        found = surest(spells, day)
        if found != (steps[-1][1] if steps else None):
            steps.append((day, found))
    return tuple(steps)
