"""The band of a comparison: on one axis of time, when each of the things compared existed, and when they had something in
common. Every line keeps apart what is certain, what is possible and what nobody records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Country, Item, Organisation
from exhibit.model.wording import in_words
from exhibit.views.comparison.over_time import Membership, Memberships, Steps
from exhibit.views.membership.days import turns
from exhibit.views.membership.on_day import SUREST, Sureness, reached
from exhibit.views.timeline.axis import Axis

SAID: dict[Sureness, str] = {"certainly": "", "possibly": "possibly ", "unknown": "not known: "}
"""What stands before a stretch that is so sure."""


CAPTION = (
    "Filled: certain; outlined: possible; dotted: not known. Until: the first day on which it was so no more."
)
"""What the band means."""
NEVER = "never, as far as is recorded"


@dataclass(frozen=True)
class BandPiece:
    """A part of a line, in hundredths of the axis, and how sure it is."""

    left: float
    width: float
    sure: Sureness


@dataclass(frozen=True)
class Line:
    """One line of the band: what it is about, the item (and the part of its page) that bears it out, the same in words."""

    label: str
    item: Item | None
    fragment: str
    words: str
    stretches: tuple[BandPiece, ...]


def existence(item: Item) -> Steps:
    """How sure it is from day to day that an organisation or a state existed; nothing where no beginning is recorded.
    One whose end is not recorded goes on."""
    ends = _ends(item)
    if ends is None:
        return ()
    begun, ended = ends

    def held(day: date) -> Sureness | None:
        there, gone = reached(begun, day), reached(ended, day) if ended else False
        if there is False or gone:
            return None
        if there and gone is False:
            return "certainly"
        return "possibly" if all(end is None or end.known for end in ends or ()) else "unknown"

    return _kept((day, held(day)) for day in sorted({date.min, *turns(ends)}))


def _ends(item: Item) -> tuple[Edtf, Edtf | None] | None:
    match item:
        case Organisation():
            first, last = best_date(item.founded), best_date(item.ended)
        case Country():
            first, last = best_date(item.start), best_date(item.end)
        case _:
            return None
    return (first, last) if first and first.known else None


def weakest(every: Sequence[Steps]) -> Steps:
    """When all of these hold: as surely as the least sure of them."""
    return _together(every, lambda found: None if None in found else max(found, key=_rank))


def strongest(every: Sequence[Steps]) -> Steps:
    """When any of these holds: as surely as the surest of them."""
    return _together(every, lambda found: min(found, key=_rank, default=None))


def _rank(sure: Sureness | None) -> int:
    return SUREST.index(sure) if sure else len(SUREST)


def _together(every: Sequence[Steps], choose: Callable[[list[Sureness | None]], Sureness | None]) -> Steps:
    days = sorted({day for steps in every for day, _ in steps})
    return _kept((day, choose([on(steps, day) for steps in every])) for day in days)


def on(steps: Steps, day: date) -> Sureness | None:
    """What steps say of a day; nothing before the first of them."""
    return next((sure for first, sure in reversed(steps) if first <= day), None)


def _kept(found: Iterable[tuple[date, Sureness | None]]) -> Steps:
    """Steps without those that change nothing."""
    steps: list[tuple[date, Sureness | None]] = []
    for day, sure in found:
        if sure != (steps[-1][1] if steps else None):
            steps.append((day, sure))
    return tuple(steps)


def band(memberships: Memberships, pair: Sequence[Item], axis: Axis) -> list[Line]:
    """The lines for two organisations: when each existed, when both did, when a member was in common; or for two states:
    when each existed, if that is recorded, when both were in an organisation, and in each of these."""
    exist = [existence(item) for item in pair]
    lines = [
        line(f"{item.short} exists", item, "", steps, axis)
        for item, steps in zip(pair, exist, strict=True)
        if steps
    ]
    if not all(isinstance(item, Organisation) for item in pair):
        return lines + _in_both(memberships, pair, axis)
    if all(exist):
        lines.append(line(BOTH_EXIST, None, "", weakest(exist), axis))
    shared = together([memberships.of[item.id] for item in pair])
    return [*lines, line(MEMBERS, None, "", strongest(list(shared.values())), axis)]


BOTH_EXIST, MEMBERS, TOGETHER = "Both exist", "Members in common", "In an organisation together"
"""What the lines of what is in common are called."""


def _in_both(memberships: Memberships, pair: Sequence[Item], axis: Axis) -> list[Line]:
    every = together([memberships.of_state(item) for item in pair])
    first = line(TOGETHER, None, "", strongest(list(every.values())), axis)
    named = [(memberships.organisation(id_), steps) for id_, steps in every.items()]
    ordered = sorted(named, key=lambda one: (one[0].title, one[0].id))
    return [first, *(line(f"Both in {o.short}", o, "members", steps, axis) for o, steps in ordered if steps)]


def together(sides: Sequence[dict[str, Membership]]) -> dict[str, Steps]:
    """For everything that ever belonged to all sides, when it did; a side is given by what belongs to it, by id."""
    shared = set.intersection(*(set(own) for own in sides))
    return {id_: weakest([own[id_].steps for own in sides]) for id_ in sorted(shared)}


def line(label: str, item: Item | None, fragment: str, steps: Steps, axis: Axis) -> Line:
    """A line drawn and told, up to the last day of the axis."""
    told = [step for step in steps if step[0] <= axis.until]
    return Line(label, item, fragment, "; ".join(_words(told)) or NEVER, tuple(_drawn(told, axis)))


def _parts(steps: Sequence[tuple[date, Sureness | None]]) -> Iterator[tuple[date, date | None, Sureness]]:
    """From which day, up to which day, how surely; the last goes on."""
    for (day, sure), following in pairwise([*steps, None]):  # type: ignore[misc]
        if sure:
            yield day, following[0] if following else None, sure


def _words(steps: Sequence[tuple[date, Sureness | None]]) -> Iterator[str]:
    for first, end, sure in _parts(steps):
        begin = f"from {_day(first)}" if first > date.min else ""
        until = f"until {_day(end)}" if end else "on" if begin else "always"
        yield f"{SAID[sure]}{begin} {until}".replace("  ", " ").strip()


def _day(day: date) -> str:
    return in_words(parse_date(day.isoformat()))


def _drawn(steps: Sequence[tuple[date, Sureness | None]], axis: Axis) -> Iterator[BandPiece]:
    whole = (axis.end - axis.start).days
    for first, end, sure in _parts(steps):
        left, right = (
            round(100 * (min(max(day, axis.start), axis.end) - axis.start).days / whole, 2)
            for day in (first, end or axis.until)
        )
        if right > left:
            yield BandPiece(left, round(right - left, 2), sure)
