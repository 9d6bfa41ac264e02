"""The readings of one fact, or the acts of its chain, on one line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.claims import Claim, Step
from exhibit.model.dates import Edtf
from exhibit.model.evidence import Reading, Standing, readings, settled
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
class ActOnLine:
    """An act of a chain, and where its days lie on the line, as of a reading."""

    step: Step
    place: tuple[float, float] | None


def on_a_line(fact: Fact) -> tuple[OnLine, ...]:
    """The readings of a fact on one line, dates from the earliest to the latest day that any of them can mean; with
    them the act that counts, where the exhibit goes by one of a chain."""
    best = settled(fact.field)
    counts = [Reading(best, Standing.PREFERRED)] if isinstance(best, Step) else []
    found = [*readings(fact.field), *counts]
    line = _Line([one.claim.value for one in found])
    made = []
    for alike in _alike(found):
        one = alike[0]
        sources = {cite.source for each in alike for cite in each.claim.cite}
        made.append(OnLine(one.claim, one.standing, len(sources), line.place(one.claim.value)))
    return tuple(sorted(made, key=lambda one: one.place or (0.0, 0.0)))


def acts_on_a_line(steps: Sequence[Step]) -> tuple[ActOnLine, ...]:
    """The acts of a chain in order of time, on a line from the first to the last."""
    line = _Line([step.date for step in steps])
    made = [ActOnLine(step, line.place(step.date)) for step in steps]
    return tuple(sorted(made, key=lambda act: act.place or (WIDTH, WIDTH)))


class _Line:
    """From the earliest to the latest day that any of some values can mean."""

    def __init__(self, values: Sequence[object]) -> None:
        bounds = [date.bounds for value in values if (date := _bounded(value))]
        self.first = min((first.toordinal() for first, _ in bounds), default=0)
        self.last = max((last.toordinal() for _, last in bounds), default=0)

    def place(self, value: object) -> tuple[float, float] | None:
        """Where the days of a date lie, a day wide enough to be seen; None for what is no date."""
        date = _bounded(value)
        if not date:
            return None
        begin, end = date.bounds
        scale = (WIDTH - 2 * _MARGIN) / max(self.last - self.first, 1)
        width = max((end - begin).days * scale, _LEAST)
        x = _MARGIN + (begin.toordinal() - self.first) * scale
        return round(min(x, WIDTH - width), 1), round(width, 1)


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
