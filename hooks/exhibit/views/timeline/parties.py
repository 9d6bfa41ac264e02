"""Parties: what each state did towards a treaty and when, on one axis with what became of the treaty itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.dates import Edtf
from exhibit.model.declared import label
from exhibit.model.fields import DateField
from exhibit.model.kinds import Action, Treaty
from exhibit.model.wording import in_words, joined, lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import lender, own_day, when
from exhibit.views.item.labels import title
from exhibit.views.timeline.axis import Axis
from exhibit.views.timeline.rail import Rail, RailMark, RailRow, mark, possible, rail_axis, rail_ticks

THE_TEXT = (("provisional", "other"), ("in_force", "bound"), ("registered", "other"), ("ended", "left"))
"""What may have happened to the text itself, by field, with the sign that stands for it: as for what states do."""


@dataclass(frozen=True)
class Done:
    """Something done: what, on which days it may have been, and whether these are rivals; words: all of it."""

    label: str
    sign: str
    days: tuple[Edtf, ...]
    open: bool

    @property
    def words(self) -> str:
        found = joined([in_words(day) for day in self.days], "or") or "day not known"
        return f"{lower_first(self.label)} {found}" if self.days else f"{lower_first(self.label)}, {found}"


def parties(exhibit: Exhibit, item: Treaty) -> Rail | None:
    """The rail of a treaty; None where all was done on one day, or no day is told."""
    own = list(_of_the_text(exhibit, item))
    acts = {id_: _of(exhibit, item, id_) for action in item.parties for id_ in action.who}
    told = [*own, *(one for group in acts.values() for one in group)]
    days = {day.text: day for one in told for day in one.days}
    axis = rail_axis(days.values()) if acts and len(days) > 1 else None
    if axis is None:
        return None
    rows = [_row(axis, f"The {item.type.value}", own)]
    rows += [_row(axis, title(exhibit, id_), group, id_, exhibit) for id_, group in acts.items()]
    key = {one.sign: _legend(one.sign, told) for one in told if one.days}
    return Rail(tuple(rows), rail_ticks(axis), tuple(key.items()))


def signed_together(item: Treaty) -> list[tuple[str, list[str]]]:
    """Who did what, for a treaty without a rail: each act or what was not done, with the ids of who."""
    found: dict[str, list[str]] = {}
    for action in item.parties:
        name = action.act.denied if action.never else action.act.label
        known = found.setdefault(name, [])
        known += [id_ for id_ in action.who if id_ not in known]
    return list(found.items())


def _of_the_text(exhibit: Exhibit, item: Treaty) -> Iterator[Done]:
    agreed = item.signed or item.adopted or own_day(lender(exhibit, item))
    if isinstance(agreed, DateField):
        days, open_ = possible(agreed)
        yield Done(item.agreed, "signed", tuple(days), open_)
    for name, sign in THE_TEXT:
        days, open_ = possible(getattr(item, name))
        if days:
            yield Done(label(Treaty, name), sign, tuple(days), open_)


def _of(exhibit: Exhibit, item: Treaty, id_: str) -> list[Done]:
    """What one state did; a signature without a day was on that of the text."""
    return [_act(exhibit, item, action) for action in item.parties if id_ in action.who]


def _act(exhibit: Exhibit, item: Treaty, action: Action) -> Done:
    if action.never:
        return Done(action.act.denied, "", (), False)
    days, open_ = possible(action.date)
    if action.date is None and action.signs:
        day = when(exhibit, item)
        days = [day] if day and day.known else []
    return Done(action.act.label, action.act.mark, tuple(days), open_)


def _row(axis: Axis, name: str, told: list[Done], id_: str = "", exhibit: Exhibit | None = None) -> RailRow:
    marks = tuple(_marks(axis, told))
    without = [one.label if not one.sign else one.words for one in told if not one.days]
    words = tuple(one.words if one.sign else lower_first(one.label) for one in told)
    item = exhibit.items[id_] if exhibit else None
    return RailRow(name, item, marks, (), words, "; ".join(map(lower_first, without)))


def _marks(axis: Axis, told: list[Done]) -> Iterator[RailMark]:
    for one in told:
        for day in one.days:
            yield mark(axis, day, one.sign, f"{one.label} {in_words(day)}", one.open)


def _legend(sign: str, told: list[Done]) -> str:
    """The words for a sign: the acts for which it stands here."""
    names = dict.fromkeys(one.label for one in told if one.sign == sign and one.days)
    first, *rest = names
    return ", ".join([first, *map(lower_first, rest)])
