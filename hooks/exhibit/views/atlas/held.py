"""Spells of an organisation as the atlas shows them: how each stands from day to day, for the script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Organisation
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.days import Run, encoded, on, stood
from exhibit.views.membership.matrix import end_words, start_words
from exhibit.views.membership.on_day import Sureness, last_day
from exhibit.views.membership.spells import MemberSpell, rows


@dataclass(frozen=True)
class Held:
    """One spell of one state or body: its form, how it stands from day to day, and on the last day."""

    row: MemberSpell
    form: str
    runs: tuple[Run[Sureness | None], ...]
    last: Sureness | None

    @property
    def encoded(self) -> str:
        return encoded(list(self.runs))

    @property
    def start(self) -> str:
        return start_words(self.row)

    @property
    def end(self) -> str:
        """The first day out in words; where nobody says that it goes on, up to when that is known."""
        known = self.row.spell.as_of
        if self.row.open and known and self.last == "unknown":
            return f"not known after {in_words(known)}"
        return end_words(self.row)

    def on(self, day: date) -> Sureness | None:
        return on(self.runs, day)

    @property
    def ever(self) -> frozenset[Sureness]:
        """How surely the spell stands on any day."""
        return frozenset(run.what for run in self.runs if run.what)


def first_day(exhibit: Exhibit) -> date:
    """The first day that the atlas can show."""
    return date(exhibit.since, 1, 1)


def held(exhibit: Exhibit, organisation: Organisation, as_of: Edtf) -> list[Held]:
    """Every spell of an organisation, what never was left out; stronger status first."""
    first, last = first_day(exhibit), last_day(as_of)
    found = []
    every = [row for row in rows(exhibit, organisation) if not row.spell.never]
    for row in every:
        runs = tuple(stood(row, first, as_of))
        found.append(Held(row, row.spell.status.form, runs, on(runs, last)))
    return sorted(found, key=lambda h: h.row.spell.status.rank)
