"""Data sets of others beside the exhibit: who was what at the end of each year, and where the two differ.

A state is a full member where a list of the members of that day would have it (``views/membership/on_day.py``);
other standings are compared where the data set has them too. A difference is told as a run of years.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from exhibit.model.data_set import years_of
from exhibit.model.dates import NO_DATE, Edtf
from exhibit.model.kinds import DataTable, Item, Organisation, Reason, Source
from exhibit.model.vocabulary import Status
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.year_runs import AtYearEnd, StateYears, Verdict, YearRun, by_name, together
from exhibit.views.membership.on_day import SUREST, counted, last_day, sureness, surest
from exhibit.views.membership.spells import MemberSpell, rows


@dataclass(frozen=True)
class Compared:
    """One table of a data set beside the exhibit: full members, and others of the standings (kinds) that the data set
    has. not_listed: states of which the exhibit says nothing, as it lists only some members."""

    table: DataTable
    organisations: tuple[Organisation, ...]
    full: StateYears
    others: StateYears
    kinds: tuple[Status, ...]
    not_listed: tuple[Item, ...]


@dataclass(frozen=True)
class DataSet:
    """A source that is a data set, beside the exhibit in the years that both know."""

    source: Source
    years: range
    tables: tuple[Compared, ...]


def data_sets(exhibit: Exhibit, as_of: Edtf) -> list[DataSet]:
    """The data sets among the sources, by title."""
    found = []
    for source in exhibit.of("sources"):
        if source.tables and source.covers:
            years = _years(exhibit, source.covers, as_of)
            tables = tuple(_Comparison(exhibit, table, years).compared() for table in source.tables)
            found.append(DataSet(source, years, tables))
    return found


def idle_reasons(compared: Compared) -> list[int]:
    """The places of reasons for which nothing differs."""
    runs = (*compared.full.runs, *compared.others.runs)
    used = {id(reason) for run in runs for reason in run.reasons}
    return [index for index, reason in enumerate(compared.table.reasons) if id(reason) not in used]


def _years(exhibit: Exhibit, covers: Edtf, as_of: Edtf) -> range:
    """The years whose last day the exhibit and the data set both know."""
    known, last = years_of(covers), last_day(as_of)
    whole = last.year if last == date(last.year, 12, 31) else last.year - 1
    return range(max(known[0], exhibit.since), min(known[-1], whole) + 1)


class _Comparison:
    """One table beside the exhibit."""

    def __init__(self, exhibit: Exhibit, table: DataTable, years: range) -> None:
        self.exhibit, self.table, self.years = exhibit, table, years
        found = [exhibit.items[id_] for id_ in table.of]
        self.organisations = tuple(item for item in found if isinstance(item, Organisation))
        self.spells: dict[str, list[MemberSpell]] = {}
        self.full: set[int] = set()
        for organisation in self.organisations:
            every = [row for row in rows(exhibit, organisation) if row.who.COLLECTION == "countries"]
            self.full |= {id(row) for row in counted(every)}
            for row in every:
                self.spells.setdefault(row.who.id, []).append(row)
        self.coded = {
            (who, year): row.status for row in table.rows for who in row.who for year in years_of(row.years)
        }
        statuses = {row.status for row in table.rows}
        belongs = {status for status in statuses if status.belongs}
        self.full_codes = belongs or {status for status in statuses if status.takes_part}
        self.others = sorted(statuses - self.full_codes, key=lambda status: status.rank)
        self.forms = {status.form for status in self.others}

    def compared(self) -> Compared:
        coded = list(dict.fromkeys(who for row in self.table.rows for who in row.who))
        in_part = any(organisation.members_in_part for organisation in self.organisations)
        not_listed = [who for who in coded if in_part and who not in self.spells]
        states = [self.exhibit.items[who] for who in {*coded, *self.spells} - {*not_listed}]
        runs = [run for state in sorted(states, key=by_name) for run in self._runs(state)]
        full, others = (together(run for run in runs if run.standing.full == full) for full in (True, False))
        absent = tuple(sorted((self.exhibit.items[who] for who in not_listed), key=by_name))
        return Compared(self.table, self.organisations, full, others, tuple(self.others), absent)

    def _runs(self, state: Item) -> Iterator[YearRun]:
        own = self.spells.get(state.id, [])
        told = [(year, self._standing(own, self.coded.get((state.id, year)), year)) for year in self.years]
        for standing, group in groupby(told, key=lambda one: one[1]):
            if standing:
                years = [year for year, _ in group]
                first, last = years[0], years[-1]
                alike = standing.verdict == "alike"
                shown = () if alike else self._shown(own, first, last, standing)
                reasons = () if alike else self._reasons(state, first, last)
                yield YearRun((state,), first, last, standing, shown, reasons)

    def _standing(self, own: list[MemberSpell], coded: Status | None, year: int) -> AtYearEnd | None:
        """What a state was at the end of a year; None where that is not compared."""
        day = date(year, 12, 31)
        found = [
            (SUREST.index(sure), row.spell.status.rank, sure, row)
            for row in own
            if (sure := sureness(row, day))
        ]
        _, _, sure, row = min(found, key=lambda one: one[:2], default=(0, 0, None, None))
        held = row.spell.status if row else None
        in_full = surest([row for row in own if id(row) in self.full], day)
        full = coded in self.full_codes or in_full is not None
        if full:
            same, sureness_ = (coded in self.full_codes) == (in_full is not None), in_full
        elif coded or (held and held.form in self.forms):
            same, sureness_ = bool(coded and held and coded.form == held.form), sure
        else:
            return None
        verdict: Verdict = "alike" if same else "differ"
        return AtYearEnd(coded, held, sure, full, verdict if sureness_ in (None, "certainly") else "open")

    def _shown(
        self, own: list[MemberSpell], first: int, last: int, standing: AtYearEnd
    ) -> tuple[MemberSpell, ...]:
        """The spells that hold in some years, and the nearest ones that are what the data set has: they say when the
        exhibit comes to the same, and by which act."""
        days = [date(year, 12, 31) for year in range(first, last + 1)]
        held = [row for row in own if any(sureness(row, day) for day in days)]
        same = [row for row in own if row not in held and self._is(row, standing.coded)]
        before = [row for row in same if _start(row) < days[0] and not row.spell.never]
        after = [row for row in same if _start(row) >= days[0] and not row.spell.never]
        denied = [row for row in same if row.spell.never]
        shown = [*held, *sorted(before, key=_start)[-1:], *sorted(after, key=_start)[:1], *denied]
        return tuple(sorted(shown, key=_start))

    def _is(self, row: MemberSpell, coded: Status | None) -> bool:
        """Whether a spell is of the standing that the data set has."""
        if coded in self.full_codes:
            return id(row) in self.full or row.spell.never
        return bool(coded and row.spell.status.form == coded.form)

    def _reasons(self, state: Item, first: int, last: int) -> tuple[Reason, ...]:
        found = []
        for reason in self.table.reasons:
            years = years_of(reason.years) if reason.years else self.years
            if (not reason.who or state.id in reason.who) and first <= years[-1] and years[0] <= last:
                found.append(reason)
        return tuple(found)


def _start(row: MemberSpell) -> date:
    return (row.start or NO_DATE).sort_key[0]
