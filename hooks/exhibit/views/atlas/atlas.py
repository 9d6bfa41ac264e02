"""The atlas: who was in what on any day, as a map, a table and places of signature and meeting.

Everything that may show on some day stands on the page; what shows on the last known day is visible
without script. The script only compares the number of a day with the runs given here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Country, Item, Organisation, Place
from exhibit.model.vocabulary import Status
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.map import HEIGHT, WIDTH, Land, View, lands, view_of
from exhibit.views.membership.days import Run, as_json, encoded, names, number, on, stood
from exhibit.views.membership.matrix import end_words, matrix, organisations, start_words
from exhibit.views.membership.on_day import Sureness, last_day
from exhibit.views.membership.spells import Row, rows
from exhibit.views.timeline.entries import Entry

WINDOW = 365
"""For how many days up to the chosen one signatures and meetings are shown."""


@dataclass(frozen=True)
class Held:
    """One spell of one state or body: its form, how it stands from day to day, and on the last day."""

    row: Row
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


@dataclass(frozen=True)
class Named:
    """Something with its name on the last day, and its names from day to day if they changed, for the script."""

    item: Item
    name: str
    names: str

    @classmethod
    def of(cls, item: Item, first: date, as_of: Edtf, short: bool = False) -> Named:
        runs = names(item, first, as_of, short)
        return cls(item, on(runs, last_day(as_of)), as_json(runs) if len(runs) > 1 else "")


@dataclass(frozen=True)
class Act:
    """A signature or meeting, with the days it may fall on (numbers) and the place's name on that day."""

    entry: Entry
    first: int
    last: int
    shown: bool
    called: str


@dataclass(frozen=True)
class Spot:
    """A place with what was signed or met there; point: where it stands in the picture, if it does."""

    place: Named
    point: tuple[float, float] | None
    acts: tuple[Act, ...]

    @property
    def shown(self) -> int:
        return sum(1 for act in self.acts if act.shown)


@dataclass(frozen=True)
class Mark:
    """A state on the map on the last day: in how many organisations it is, surely or possibly.

    sure: whether nothing about that is open; held: whether anything is recorded at all.
    """

    land: Land
    number: int
    sure: bool
    held: bool

    @property
    def text(self) -> str:
        return f"{self.number or ''}{'' if self.sure else '?'}"


@dataclass(frozen=True)
class Small:
    """A small map of one organisation: the states that ever had a spell, by id, with their classes.

    count: how many states and bodies are in it on the last day; a question mark where that is not known.
    """

    organisation: Named
    states: tuple[tuple[str, str], ...]
    count: str


def held(exhibit: Exhibit, organisation: Organisation, as_of: Edtf) -> list[Held]:
    """Every spell of an organisation, what never was left out; stronger status first."""
    first, last = first_day(exhibit), last_day(as_of)
    found = []
    every = [row for row in rows(exhibit, organisation) if not row.spell.never]
    for row in every:
        runs = tuple(stood(row, first, as_of))
        found.append(Held(row, row.spell.status.form, runs, on(runs, last)))
    return sorted(found, key=lambda h: h.row.spell.status.rank)


def first_day(exhibit: Exhibit) -> date:
    """The first day that the atlas can show."""
    return date(exhibit.since, 1, 1)


def in_part(exhibit: Exhibit) -> list[Organisation]:
    """The organisations of which only the states of this story are listed."""
    return [o for o in exhibit.of("organisations") if o.members and o.members_in_part]


def values(exhibit: Exhibit, as_of: Edtf, timeline: Sequence[Entry]) -> dict[str, Any]:
    """What the template of the atlas prints."""
    own, parts, first = organisations(exhibit), in_part(exhibit), first_day(exhibit)
    every = {o.id: held(exhibit, o, as_of) for o in [*own, *parts]}
    drawn, rest = lands(exhibit)
    seen = {land.country.id for land in drawn}
    table = sorted(
        (h for found in every.values() for h in found),
        key=lambda h: (not isinstance(h.row.who, Country), h.row.who.title, h.row.who.id),
    )
    return {
        "marks": _marks(drawn, table, {o.id for o in own}),
        "rest": rest,
        "table": table,
        "own": [Named.of(o, first, as_of, short=True) for o in own],
        "parts": [Named.of(o, first, as_of, short=True) for o in parts],
        "smalls": [_small(Named.of(o, first, as_of, short=True), every[o.id], seen) for o in own],
        "spots": spots(exhibit, timeline, as_of),
        "off": _off(table, seen, {o.id for o in own}),
        "vanished": [c for c in exhibit.of("countries") if c.end],
        "statuses": list(Status),
        "drawn": matrix(exhibit, own, as_of),
        "first": first,
        "name": exhibit.story.map.name,
        "last": last_day(as_of),
        "bounds": (number(first), number(last_day(as_of))),
        "as_of": as_of,
        "size": (WIDTH, HEIGHT),
        "window": WINDOW,
    }


def _off(table: list[Held], seen: set[str], own: set[str]) -> list[str]:
    """The titles of states and bodies that are in something on the last day and lie outside the map."""
    found = [h.row.who for h in table if h.last and h.row.organisation.id in own]
    return list(dict.fromkeys(who.title for who in found if who.id not in seen))


def _marks(drawn: list[Land], table: list[Held], own: set[str]) -> list[Mark]:
    found = []
    for land in drawn:
        mine = [h for h in table if h.last and h.row.who is land.country and h.row.organisation.id in own]
        certain = {h.row.organisation.id for h in mine if h.last == "certainly"}
        known = {h.row.organisation.id for h in mine if h.last != "unknown"}
        every = {h.row.organisation.id for h in mine}
        found.append(Mark(land, len(known), every == certain, bool(every)))
    return found


def _small(organisation: Named, found: list[Held], seen: set[str]) -> Small:
    ever = dict.fromkeys(h.row.who.id for h in found if h.row.who.id in seen)
    now = {h.row.who.id: h for h in reversed(found) if h.last}
    states = tuple((id_, f"holds form-{now[id_].form} {now[id_].last}" if id_ in now else "") for id_ in ever)
    known = len({h.row.who.id for h in found if h.last and h.last != "unknown"})
    return Small(organisation, states, str(known) if known else "?" if now else "")


def spots(exhibit: Exhibit, timeline: Sequence[Entry], as_of: Edtf) -> list[Spot]:
    """The places where since the first day a text was signed or adopted or a meeting was held, by name."""
    acts: dict[str, list[Act]] = {}
    first, view = first_day(exhibit), view_of(exhibit)
    for entry in timeline:
        last = entry.date.latest
        if entry.item.JOINED and last and first <= last <= last_day(as_of):
            for id_ in entry.places:
                acts.setdefault(id_, []).append(_act(exhibit.items[id_], entry, first, as_of))
    found = []
    for place in exhibit.of("places"):
        if place.id in acts:
            point = _point(view, place)
            found.append(Spot(Named.of(place, first, as_of), point, tuple(acts[place.id])))
    return found


def _point(view: View, place: Place) -> tuple[float, float] | None:
    return view.on_map(place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _act(place: Item, entry: Entry, begin: date, as_of: Edtf) -> Act:
    end = last_day(as_of)
    first = max(entry.date.earliest or begin, begin)
    last = entry.date.latest or end
    shown = first <= end and last > end - timedelta(days=WINDOW)
    called = on(names(place, begin, as_of), min(first, end))
    return Act(entry, number(first), number(last), shown, called if called != place.title else "")
