"""Courses: how each state came through an organisation, one row a state, from entry to exit with the acts as marks.

The same rows the other way round, one an organisation, tell how a state came through them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exhibit.model.claims import DateClaim
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date, counting_step, settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Item, Treaty
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import when
from exhibit.views.membership.bars import Bar, bar
from exhibit.views.membership.matrix import axis_until
from exhibit.views.membership.spells import MemberSpell
from exhibit.views.membership.way import ended_with, glance
from exhibit.views.timeline.axis import Axis

WIDTH = 720
"""The width of a row's picture in its own units; on a page it is as wide as there is room."""

MARKS = {
    "signed": "signed",
    "agreed": "ratified or acceded",
    "bound": "belongs from here on",
    "rests": "suspended",
    "left": "gave notice, or left",
    "other": "another act",
}
"""Each kind of mark, and what it means; it is told by its shape."""

OVER = "the organisation ended"
"""What is said where a membership ended with all of it: the state did nothing."""
_OPENS = {"full": "bound", "part": "bound", "suspended": "rests", "signed": "signed"}
"""With which mark a spell opens, by its form; another, such as an observer's, has its bar alone."""

ROWS = 20
"""How many rows stand on a page at most where the rest has a page of its own."""


@dataclass(frozen=True)
class ActMark:
    """One act on a row: where it stands (per cent of the width), by what it is drawn, and whether its day is known."""

    at: float
    kind: str
    sure: bool


@dataclass(frozen=True)
class Course:
    """One row: whose it is (a state, or on the page of a state an organisation), its bars and its marks.

    standings: what it was with the years (``member since 2003``); acts: all that was done in words, with the days.
    """

    item: Item
    bars: tuple[Bar, ...]
    marks: tuple[ActMark, ...]
    standings: tuple[str, ...]
    acts: str


@dataclass(frozen=True)
class Courses:
    """The rows with their axis; ticks: where a decade begins, in per cent of the width, and its year;
    edges: at which bars fade; key: the marks that
    occur, with what they mean."""

    lines: tuple[Course, ...]
    first: int
    last: int
    ticks: tuple[tuple[float, int], ...]
    edges: frozenset[str]
    key: tuple[tuple[str, str], ...]
    width: int = WIDTH


def courses(exhibit: Exhibit, spells: list[MemberSpell], as_of: Edtf, by: str = "who") -> Courses:
    """A row for each state of an organisation's spells; by ``organisation``: for each organisation of a state's."""
    axis = axis_until(exhibit.since, as_of, WIDTH)
    found: dict[str, list[MemberSpell]] = {}
    for row in spells:
        found.setdefault(getattr(row, by).id, []).append(row)
    lines = tuple(_course(exhibit, getattr(own[0], by), own, axis) for own in found.values())
    seen = {mark.kind for line in lines for mark in line.marks}
    key = tuple((kind, words) for kind, words in MARKS.items() if kind in seen)
    edges = frozenset(piece.fades for line in lines for bar in line.bars for piece in bar.pieces)
    return Courses(lines, axis.first, axis.last, shares(axis), edges, key)


def foremost(spells: list[MemberSpell]) -> list[MemberSpell]:
    """Where states are many, the spells of those that belonged or took part. spells: of one organisation."""
    if len({row.who.id for row in spells}) <= ROWS:
        return spells
    tied = {row.who.id for row in spells if row.spell.status.ties and not row.spell.never}
    return [row for row in spells if row.who.id in tied]


def _course(exhibit: Exhibit, item: Item, own: list[MemberSpell], axis: Axis) -> Course:
    drawn = tuple(bar(row, axis) for row in own if not row.spell.never)
    done = _done(exhibit, own)
    marks = tuple(_mark(date, kind, axis) for date, kind, _ in done if kind and not _before(date, axis))
    acts = "; ".join(f"{in_words(date)}: {words}" for date, _, words in done)
    return Course(item, drawn, marks, glance(own)[0].standings, acts)


def shares(axis: Axis) -> tuple[tuple[float, int], ...]:
    """The decades of an axis: where each begins, in per cent of its width, and its year."""
    return tuple((_share(x), year) for x, year in axis.ticks)


def _share(x: float) -> float:
    """A place on the axis in per cent of its width."""
    return round(100 * x / WIDTH, 2)


_Act = tuple[Edtf, str, str]
"""When, by which mark (empty: by none), in which words."""

_Found = tuple[Edtf | None, str, str]
"""The same, where the day is not settled."""


def _done(exhibit: Exhibit, own: list[MemberSpell]) -> list[_Act]:
    """What one state did in one organisation, in order of time: towards its treaties, how its spells began and ended, and
    the steps between. Of acts of one kind on one day the first is told; one whose day is disputed is left to the table."""
    found: dict[tuple[str, str], _Act] = {}
    for date, kind, words in (*_of_treaties(exhibit, own), *_of_spells(own), *_steps(own)):
        if date and date.known:
            found.setdefault((kind, date.text), (date, kind, words))
    return sorted(found.values(), key=lambda act: act[0].sort_key)


def _mark(date: Edtf, kind: str, axis: Axis) -> ActMark:
    left, right = axis.span(date)
    return ActMark(_share(left if date.exact else (left + right) / 2), kind, date.exact)


def _before(date: Edtf, axis: Axis) -> bool:
    """Whether a date lies before the axis, on which it would stand in a wrong place."""
    return date.latest is not None and date.latest < axis.start


def _of_treaties(exhibit: Exhibit, own: list[MemberSpell]) -> Iterator[_Found]:
    """What the state did towards the treaties on which the organisation, or its place in it, rests."""
    organisation, who = own[0].organisation, own[0].who.id
    named = [*organisation.founded_by]
    named += [id_ for row in own for id_ in (row.spell.opened_by, row.spell.closed_by) if id_]
    for id_ in dict.fromkeys(named):
        treaty = exhibit.items[id_]
        for action in treaty.parties if isinstance(treaty, Treaty) else ():
            if who in action.who and not action.never:
                day = _day(action.date) or (
                    when(exhibit, treaty) if action.signs and not action.date else None
                )
                yield day, action.act.mark, f"{action.act.label} ({treaty.short})"


def _day(field: DateField | None) -> Edtf | None:
    """The day gone by; None where rivals stand open, as a mark can stand in one place only."""
    claim = settled(field) if field else None
    return claim.date if isinstance(claim, DateClaim) else None


def _of_spells(own: list[MemberSpell]) -> Iterator[_Found]:
    """How each spell began; and that it ended, where another does not follow at once: by leaving, or with all of it."""
    for row in own:
        if row.spell.never:
            continue
        status = row.spell.status
        yield _day(row.spell.start), _OPENS.get(status.form, ""), status.became(several=False)
        if not _followed(row, own):
            left = status.ties and row.end and not ended_with(row.organisation, row.end)
            told = OVER if is_over(row) else status.ceased(several=False)
            yield _day(row.spell.end), "left" if left else "", told


def is_over(row: MemberSpell) -> bool:
    """Whether the organisation had surely ended by the end of a spell: where it may have, that is not said."""
    ended = best_date(row.organisation.ended)
    if not (ended and ended.known and row.end):
        return False
    return row.end.text == ended.text or row.end.before(ended) is False


def _followed(row: MemberSpell, own: Iterable[MemberSpell]) -> bool:
    """Whether another spell of the state holds when one ends."""
    return any(
        other is not row
        and other.start
        and row.end
        and not row.end.before(other.start)
        and not (other.end and other.end.known and not row.end.before(other.end))
        for other in own
    )


def _steps(own: list[MemberSpell]) -> Iterator[_Found]:
    """The acts on the way into a spell and out of it, but for the one that counts, which is its beginning or end."""
    for row in own:
        for field in (row.spell.start, row.spell.end):
            counts = counting_step(field) if field and field.steps else None
            for step in field.steps if field else ():
                if step is not counts and (not step.applies_to or row.who.id in step.applies_to):
                    yield step.date, "other", step.act


def claimed(spells: list[MemberSpell]) -> list[MemberSpell]:
    """One of each claim, which may speak for several states, in the order in which they come. spells: of one organisation."""
    return list({row.index: row for row in reversed(spells)}.values())[::-1]
