"""Rules of acts: the act that opened, closed or did something bears about its day, and is of the same house."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.rule import rule, told
from exhibit.model.claims import Step
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import Event, Item, Spell, Succession, Summit, Treaty, dated_by
from exhibit.problems.problem import Problem, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path

YEARS = 2
"""Years between an act and what it did: more is a slip, or calls for a note."""


@rule
def an_act_and_what_it_did_lie_near_each_other(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: an act and what it opened, closed or did lie more than two years apart, and no ``note`` or
    ``doubt`` says why."""
    for item, path, act, when in _done(exhibit):
        cause = exhibit.items.get(act)
        apart = _apart(when, list(_days(exhibit, cause))) if cause and when else 0
        if cause and apart > YEARS:
            message = (
                f"{shown(act)} ({_dated(exhibit, cause)}) and what it did ({when}) are {apart} years apart"
            )
            yield from told(exhibit, item, path, message, when, suspicion=True)


def _done(exhibit: Exhibit) -> Iterator[tuple[Item, Path, str, Edtf | None]]:
    """What names the act that did it: where, the act, and the day of what was done."""
    for item, path, spell in exhibit.every(Spell):
        if spell.opened_by:
            yield item, (*path, "opened_by"), spell.opened_by, best_date(spell.start)
        if spell.closed_by:
            yield item, (*path, "closed_by"), spell.closed_by, best_date(spell.end)
    for item, path, succession in exhibit.every(Succession):
        if succession.by:
            yield item, (*path, "by"), succession.by, best_date(succession.date)
    for item, path, step in exhibit.every(Step):
        if step.by:
            yield item, (*path, "by"), step.by, step.date
    for item in exhibit.items.values():
        if isinstance(item, Event) and item.at:
            yield item, ("at",), item.at, best_date(item.date)


def _days(exhibit: Exhibit, act: Item) -> Iterator[Edtf]:
    """Every day that an act bears: of a treaty also its meeting's, and those of what states did towards it."""
    fields = [value for value in vars(act).values() if isinstance(value, DateField)]
    if isinstance(act, Treaty):
        fields += [action.date for action in act.parties if action.date]
        if meeting := exhibit.items.get(act.adopted_at or ""):
            fields += [meeting.date] if isinstance(meeting, Summit) else []
    yield from (c.value for f in fields for c in f.claims() if isinstance(c.value, Edtf) and c.value.known)


def _dated(exhibit: Exhibit, act: Item) -> str:
    """The day by which an act is known."""
    own = (best_date(getattr(act, field.attribute)) for field in dated_by(type(act)) if not field.ref)
    return next((str(day) for day in own if day), str(next(_days(exhibit, act), "undated")))


def _apart(when: Edtf, days: list[Edtf]) -> int:
    """Whole years between a date and the nearest of some days; 0 where they may touch."""
    first, last = when.bounds
    gaps = [max((a - last).days, (first - b).days, 0) for a, b in (day.bounds for day in days)]
    return min(gaps, default=0) // 365
