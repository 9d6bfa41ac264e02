"""The disputes that matter most: each told in two sentences, with its readings on a line."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.claims import Claim, Step
from exhibit.model.dates import Edtf
from exhibit.model.evidence import Reading, Standing, readings, settled
from exhibit.model.story import Foremost
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact

WIDTH = 100.0
"""Of the line, in units of the picture."""
_LEAST, _MARGIN = 2.0, 4.0


@dataclass(frozen=True)
class OnLine:
    """A reading of a dispute: its claim, how it stands, how many sources say so (in this or another reading of the same
    value), and where its days lie on the line (x and width in units of the picture; None where they cannot be drawn)."""

    claim: Claim
    standing: Standing
    sources: int
    place: tuple[float, float] | None


@dataclass(frozen=True)
class ToldFirst:
    """A dispute that matters most, in words, with its readings from the earliest on."""

    fact: Fact
    text: str
    readings: tuple[OnLine, ...]


def foremost(exhibit: Exhibit, disputes: list[Fact]) -> list[ToldFirst]:
    """Those that the story names, in its order; what it names and is none is told by ``lost_foremost``."""
    named = ((one, find(one, disputes)) for one in exhibit.story.foremost)
    return [ToldFirst(fact, one.text, on_a_line(fact)) for one, fact in named if fact]


def find(one: Foremost, disputes: list[Fact]) -> Fact | None:
    """The dispute that is meant; None where there is none of the name."""
    return next((fact for fact in disputes if (fact.item.id, fact.label) == (one.item, one.about)), None)


def on_a_line(fact: Fact) -> tuple[OnLine, ...]:
    """The readings of a fact on one line, dates from the earliest to the latest day that any of them can mean; with
    them the act that counts, where the exhibit goes by one of a chain."""
    best = settled(fact.field)
    counts = [Reading(best, Standing.PREFERRED)] if isinstance(best, Step) else []
    found = [*readings(fact.field), *counts]
    dates = [date for one in found if (date := _bounded(one.claim.value))]
    first = min((date.bounds[0] for date in dates), default=None)
    last = max((date.bounds[1] for date in dates), default=None)
    made = []
    for alike in _alike(found):
        one = alike[0]
        date = _bounded(one.claim.value)
        place = _place(date, first.toordinal(), last.toordinal()) if date and first and last else None
        sources = {cite.source for each in alike for cite in each.claim.cite}
        made.append(OnLine(one.claim, one.standing, len(sources), place))
    return tuple(sorted(made, key=lambda one: one.place or (0.0, 0.0)))


def _alike(found: list[Reading]) -> list[list[Reading]]:
    """The readings of one date, which stand alike, together; others by themselves."""
    groups: dict[object, list[Reading]] = {}
    for one in found:
        date = _bounded(one.claim.value)
        groups.setdefault((date.text, one.standing) if date else id(one), []).append(one)
    return list(groups.values())


def _bounded(value: object) -> Edtf | None:
    """A date that has a first and a last possible day."""
    return value if isinstance(value, Edtf) and value.earliest and value.latest else None


def _place(date: Edtf, first: int, last: int) -> tuple[float, float]:
    days, (begin, end) = max(last - first, 1), date.bounds
    scale = (WIDTH - 2 * _MARGIN) / days
    width = max((end - begin).days * scale, _LEAST)
    x = _MARGIN + (begin.toordinal() - first) * scale
    return round(min(x, WIDTH - width), 1), round(width, 1)
