"""Envoys: who held an office of a state, from when to when, and at which meetings they sat; and what a state did not do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.citation import Citation
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Item, Person, Summit, Treaty
from exhibit.model.person import Office
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import when
from exhibit.views.membership.bars import Bar, pieces
from exhibit.views.membership.courses import WIDTH, shares
from exhibit.views.membership.matrix import axis_until
from exhibit.views.timeline.axis import Axis

_FADE = 30.0
"""How far the bar of an office reaches whose end nobody says, in units."""
_MIDDLE = 22
"""At which height the meetings stand, beneath the bar, in pixels."""


@dataclass(frozen=True)
class Envoy:
    """Somebody who held offices of a state: these in words, their bars, and the meetings as a path of dots.

    meetings: at how many meetings the person sat; told: all of it in words.
    """

    person: Person
    offices: tuple[str, ...]
    bars: tuple[Bar, ...]
    dots: str
    meetings: int

    @property
    def told(self) -> str:
        return f"{'; '.join(self.offices)}; meetings: {self.meetings}"


@dataclass(frozen=True)
class Envoys:
    """The rows with their axis; ticks: where a decade begins, in per cent of the width, and its year; edges: at which bars
    fade."""

    lines: tuple[Envoy, ...]
    first: int
    ticks: tuple[tuple[float, int], ...]
    edges: frozenset[str]
    key: tuple[tuple[str, str], ...] = ()
    width: int = WIDTH


@dataclass(frozen=True)
class Denied:
    """What a source says that a state did not do towards a treaty, in words."""

    treaty: Treaty
    words: str
    date: Edtf | None
    cite: tuple[Citation, ...]


def envoys(exhibit: Exhibit, state: Item, as_of: Edtf) -> Envoys:
    """Those who held an office of a state and sat at a meeting, in order of time."""
    axis = axis_until(exhibit.since, as_of, WIDTH)
    found = []
    for person in exhibit.of("people"):
        offices = [office for office in person.offices if office.of == state.id]
        days = [day for day in _meetings(exhibit, person) if day] if offices else []
        if days:
            bars = tuple(found_ for office in offices for found_ in _bars(office, axis))
            words = tuple(map(_in_words, offices))
            first = best_date(offices[0].start)
            found.append((first, Envoy(person, words, bars, _dots(days, axis), len(days))))
    lines = tuple(one for _, one in sorted(found, key=lambda pair: _order(*pair)))
    edges = frozenset(piece.fades for one in lines for bar in one.bars for piece in bar.pieces)
    return Envoys(lines, axis.first, shares(axis), edges)


def _order(first: Edtf | None, one: Envoy) -> tuple[object, ...]:
    return (first is None or not first.known, first.sort_key if first else (), one.person.title)


def _meetings(exhibit: Exhibit, person: Person) -> Iterator[Edtf | None]:
    """The dates of the meetings at which a person sat."""
    for meeting in exhibit.of("summits"):
        assert isinstance(meeting, Summit)
        if any(part.role.came and person.id in (*part.who, *part.by) for part in meeting.participants):
            yield when(exhibit, meeting)


def _bars(office: Office, axis: Axis) -> Iterator[Bar]:
    """The bar of an office; none where nobody says when it began, and one that soon fades where nobody says when it
    ended: that it still lasts would be a guess."""
    start, end = best_date(office.start), best_date(office.end)
    if start and start.known:
        begun = axis.doubt(start)
        over = axis.doubt(end) if end and end.known else (begun[1], begun[1] + _FADE)
        yield Bar("part", pieces("part", begun, over, axis.width))


def _dots(days: list[Edtf], axis: Axis) -> str:
    """The meetings as a path of points; those before the first year have no place."""
    inside = [day for day in days if day.known and not (day.latest and day.latest < axis.start)]
    return "".join(f"M{axis.span(day)[0]:g} {_MIDDLE}h0" for day in inside)


def _in_words(office: Office) -> str:
    ends = [("from", best_date(office.start)), ("until", best_date(office.end))]
    dates = [f"{word} {in_words(day)}" for word, day in ends if day and day.known]
    return " ".join([office.title, *dates]) if len(dates) != 1 else f"{office.title}, {dates[0]}"


def denied(exhibit: Exhibit, state: Item) -> list[Denied]:
    """What sources say that a state did not do towards treaties, in order of time."""
    found = [
        Denied(treaty, action.act.denied, when(exhibit, treaty), tuple(action.cite))
        for treaty in exhibit.of("treaties")
        for action in treaty.parties
        if action.never and state.id in action.who
    ]
    return sorted(found, key=lambda one: (one.date.sort_key if one.date else (), one.treaty.title))
