"""The atlas: who was in what on any day, as a map, a table and places of signature and meeting.

Everything that may show on some day stands on the page; what shows on the last known day is visible
without script. The script only compares the number of a day with the runs given here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Country, Organisation
from exhibit.model.vocabulary import Status
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.held import Held, first_day, held
from exhibit.views.atlas.map import HEIGHT, WIDTH, Land, lands
from exhibit.views.atlas.spots import WINDOW, spots
from exhibit.views.membership.days import NamedByDay, day_number
from exhibit.views.membership.matrix import matrix, organisations
from exhibit.views.membership.on_day import last_day
from exhibit.views.timeline.entries import Entry


@dataclass(frozen=True)
class StateMark:
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

    organisation: NamedByDay
    states: tuple[tuple[str, str], ...]
    count: str


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
        "own": [NamedByDay.of(o, first, as_of, short=True) for o in own],
        "parts": [NamedByDay.of(o, first, as_of, short=True) for o in parts],
        "smalls": [_small(NamedByDay.of(o, first, as_of, short=True), every[o.id], seen) for o in own],
        "spots": spots(exhibit, timeline, as_of),
        "before": _before([*own, *parts]),
        "off": _off(table, seen, {o.id for o in own}),
        "vanished": [c for c in exhibit.of("countries") if c.end],
        "statuses": list(Status),
        "drawn": matrix(exhibit, own, as_of),
        "first": first,
        "name": exhibit.story.map.name,
        "last": last_day(as_of),
        "bounds": (day_number(first), day_number(last_day(as_of))),
        "as_of": as_of,
        "size": (WIDTH, HEIGHT),
        "window": WINDOW,
    }


def _before(organisations: list[Organisation]) -> dict[str, list[str]]:
    """From which others of the atlas each organisation descends, by id: on a day on which it was not yet, or no more, they
    stand in for each other."""
    ids = {o.id for o in organisations}
    found = {
        o.id: [s.organisation for s in o.succeeds if s.how.descends and s.organisation in ids]
        for o in organisations
    }
    return {id_: before for id_, before in found.items() if before}


def _off(table: list[Held], seen: set[str], own: set[str]) -> list[str]:
    """The titles of states and bodies that are in something on the last day and lie outside the map."""
    found = [h.row.who for h in table if h.last and h.row.organisation.id in own]
    return list(dict.fromkeys(who.title for who in found if who.id not in seen))


def _marks(drawn: list[Land], table: list[Held], own: set[str]) -> list[StateMark]:
    found = []
    for land in drawn:
        mine = [h for h in table if h.last and h.row.who is land.country and h.row.organisation.id in own]
        certain = {h.row.organisation.id for h in mine if h.last == "certainly"}
        known = {h.row.organisation.id for h in mine if h.last != "unknown"}
        every = {h.row.organisation.id for h in mine}
        found.append(StateMark(land, len(known), every == certain, bool(every)))
    return found


def _small(organisation: NamedByDay, found: list[Held], seen: set[str]) -> Small:
    ever = dict.fromkeys(h.row.who.id for h in found if h.row.who.id in seen)
    now = {h.row.who.id: h for h in reversed(found) if h.last}
    states = tuple((id_, f"holds form-{now[id_].form} {now[id_].last}" if id_ in now else "") for id_ in ever)
    known = len({h.row.who.id for h in found if h.last and h.last != "unknown"})
    return Small(organisation, states, str(known) if known else "?" if now else "")
