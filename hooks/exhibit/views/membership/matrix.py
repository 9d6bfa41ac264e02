"""The membership matrix: states by organisations, each cell a state's spells on a common axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from exhibit.model.dates import NO_DATE, Edtf
from exhibit.model.kinds import Country, Item, Organisation
from exhibit.model.vocabulary import Sphere, Stage, Status
from exhibit.model.wording import in_words, joined
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import when
from exhibit.views.membership.bars import Bar, Piece, bar, pieces
from exhibit.views.membership.on_day import last_day
from exhibit.views.membership.spells import MemberSpell, rows
from exhibit.views.timeline.axis import Axis

CELL = 64
"""The width of a cell's picture in the whole matrix, in pixels."""


@dataclass(frozen=True)
class MatrixCell:
    """The spells of one state in one organisation, drawn and in words; no bars where there is none."""

    organisation: Organisation
    bars: tuple[Bar, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """One state with a cell for each organisation; or one organisation with a cell for each state."""

    who: Item
    cells: tuple[MatrixCell, ...]

    @property
    def drawn(self) -> int:
        """In how many cells there is a spell; what a state never was does not count."""
        return sum(1 for cell in self.cells if any(bar.form != "never" for bar in cell.bars))


@dataclass(frozen=True)
class Matrix:
    """The whole: organisations in spheres, a line for each state, and members that are no states."""

    axis: Axis
    organisations: tuple[Organisation, ...]
    lines: tuple[MatrixRow, ...]
    others: tuple[MemberSpell, ...]

    @property
    def spheres(self) -> list[tuple[str, int]]:
        """The spheres over the columns: label and number of columns."""
        grouped = groupby(self.organisations, key=lambda item: item.sphere.label)
        return [(label, len(list(items))) for label, items in grouped]


def organisations(exhibit: Exhibit) -> list[Organisation]:
    """The exhibit's own organisations that had members: by sphere, then by date."""
    found = [
        o
        for o in exhibit.of("organisations")
        if o.stage is not Stage.CONTEXT and o.members and not o.members_in_part
    ]
    order = list(Sphere)
    return sorted(found, key=lambda o: (order.index(o.sphere), (when(exhibit, o) or NO_DATE).sort_key, o.id))


def axis_until(since: int, as_of: Edtf, width: int) -> Axis:
    """The axis from the first year to the year up to which the exhibit knows, in a width in pixels."""
    last = last_day(as_of)
    return Axis(since, width, last, as_of.earliest or last)


def matrix(exhibit: Exhibit, found: list[Organisation], as_of: Edtf, width: int = CELL) -> Matrix:
    """The spells of every state in the organisations given.

    States stand by the number of organisations in which they have a spell, then by name.
    """
    axis = axis_until(exhibit.since, as_of, width)
    spells = {item.id: rows(exhibit, item) for item in found}
    every = [row for own in spells.values() for row in own]
    states = {row.who.id: row.who for row in every if isinstance(row.who, Country)}
    lines = [
        MatrixRow(who, tuple(_cell(item, who, spells[item.id], axis) for item in found))
        for who in states.values()
    ]
    ordered = sorted(lines, key=lambda line: (-line.drawn, line.who.title, line.who.id))
    others = tuple(row for row in every if not isinstance(row.who, Country))
    return Matrix(axis, tuple(found), tuple(ordered), others)


def _cell(organisation: Organisation, who: Item, spells: list[MemberSpell], axis: Axis) -> MatrixCell:
    own = [row for row in spells if row.who.id == who.id]
    return MatrixCell(
        organisation, tuple(bar(row, axis) for row in own), "; ".join(spell_words(row) for row in own)
    )


def side_by_side(states: list[Country], spells: list[MemberSpell], axis: Axis) -> list[MatrixRow]:
    """A line for each organisation in which any of the states has a spell, with a cell for each state:
    first those in which most have one, then by name."""
    found = {row.organisation.id: [r for r in spells if r.organisation is row.organisation] for row in spells}
    lines = [
        MatrixRow(own[0].organisation, tuple(_cell(own[0].organisation, who, own, axis) for who in states))
        for own in found.values()
    ]
    return sorted(lines, key=lambda line: (-line.drawn, line.who.title, line.who.id))


def spell_words(row: MemberSpell) -> str:
    """One spell in words: ``Member (from: 15 June 1968; until: 31 December 1979)``."""
    status = row.spell.status
    if row.spell.never:
        return status.denied
    if row.open:
        return f"{status.label} (since: {start_words(row)})"
    return f"{status.label} (from: {start_words(row)}; until: {end_words(row)})"


def start_words(row: MemberSpell) -> str:
    """When a spell begins, in words."""
    return in_words(row.start) if row.start and row.start.known else "not known"


def end_words(row: MemberSpell) -> str:
    """The first day out of a spell, in words."""
    if row.open:
        return "present"
    return in_words(row.end) if row.end and row.end.known else "not known"


def _forms() -> Iterator[tuple[str, str]]:
    """Each form in which a spell is drawn, with what the statuses are called that have it."""
    drawn = [status for status in Status if not status.left]
    for form in dict.fromkeys(status.form for status in drawn):
        words = joined([status.one for status in drawn if status.form == form], "or")
        yield form, words[:1].upper() + words[1:]


def legend() -> list[tuple[Bar, str]]:
    """What each form means: a sample of 48 pixels and its words."""
    samples = [(Bar(form, pieces(form, (2, 2), (46, 46), 48)), words) for form, words in _forms()]
    soft = Bar("full", pieces("full", (2, 18), (30, 46), 48))
    back = pieces("full", (2, 2), (18, 18), 48) + pieces("full", (32, 32), (46, 46), 48)
    cross = Bar("never", (Piece("M3 5L9 11M9 5L3 11", ""),))
    return [
        *samples,
        (soft, "Beginning or end not sure: the bar fades"),
        (Bar("full", back), "Left and came back: a gap"),
        (cross, "A source says that it never belonged"),
    ]
