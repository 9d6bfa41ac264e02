"""The map that plays: who was in how many organisations on any day, and which act changed it.

It opens as a still of a day. What its script plays stands in a file of its own, which is fetched once for all visits:
how each state stood in each organisation from day to day, and what was done, in words, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.vocabulary import Sphere
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.held import Held, first_day, held
from exhibit.views.atlas.map import HEIGHT, WIDTH, Land, lands
from exhibit.views.membership.days import day_number
from exhibit.views.membership.matrix import organisations
from exhibit.views.membership.on_day import last_day
from exhibit.views.timeline.entries import Entry

STEP = 1.0
"""How fine coasts and borders are drawn, in units of the picture: a map that is moved has to come at once."""
ROOM = 12.0
"""How much is seen around the states of an inset, in units."""
LARGE = 9000.0
"""How large a state is whose name stands on the map of a phone too, in square units."""
TOLD = 2
"""How many acts of a day are told beneath a still."""

Shapes = tuple[Sequence[Land], str]
"""The states that are drawn, and the path of all other land."""


@dataclass(frozen=True)
class Enlarged:
    """A part of the map that is drawn larger: where it lies in the picture, in units, and the states in it."""

    name: str
    left: float
    top: float
    width: float
    height: float
    lands: tuple[Land, ...]


@dataclass(frozen=True)
class Still:
    """The map of one day: in how many organisations each state is, by its id, and what was done on the day."""

    day: date
    numbers: dict[str, int]
    acts: tuple[Entry, ...]

    @property
    def words(self) -> str:
        """The day as a reader says it."""
        return in_words(parse_date(self.day.isoformat()))

    @property
    def told(self) -> tuple[Entry, ...]:
        """The acts that are told beneath it."""
        return self.acts[:TOLD]


def acts(exhibit: Exhibit, timeline: Iterable[Entry]) -> list[Entry]:
    """What is dated of the organisations that the map plays, but for their bodies: what became of them, who came, who
    left; in order of time."""
    own, first = {o.id for o in organisations(exhibit)}, first_day(exhibit)
    found = (entry for entry in timeline if entry.item.id in own and entry.date.listed >= first)
    told = [entry for entry in found if entry.kind == "membership" or not entry.fragment]
    return sorted(told, key=lambda entry: (entry.date.listed, entry.kind == "membership"))


def values(exhibit: Exhibit, as_of: Edtf, timeline: Sequence[Entry]) -> dict[str, Any]:
    """What the template of the map that plays prints."""
    own = organisations(exhibit)
    every = [h for o in own for h in held(exhibit, o, as_of)]
    done = acts(exhibit, timeline)
    days = [date.fromisoformat(day) for day in exhibit.story.map.stills] or [last_day(as_of)]
    drawn, rest = lands(exhibit, STEP)
    return {
        "size": (WIDTH, HEIGHT),
        "name": exhibit.story.map.name,
        "lands": drawn,
        "rest": rest,
        "large": LARGE,
        "inset": _inset(exhibit, drawn),
        "ever": {one.row.who.id for one in every},
        "stills": [_still(day, every, done) for day in days],
        "spheres": [(sphere, [o for o in own if o.sphere is sphere]) for sphere in Sphere],
        "bounds": (day_number(first_day(exhibit)), day_number(last_day(as_of))),
        "as_of": as_of,
    }


def on_day(
    exhibit: Exhibit, as_of: Edtf, timeline: Sequence[Entry], day: date, organisation: str | None
) -> dict[str, Any]:
    """What the template of the map of one day prints: of one organisation that the map plays, or of all."""
    own = [o for o in organisations(exhibit) if organisation in (None, o.id)]
    every = [h for o in own for h in held(exhibit, o, as_of)]
    done = [entry for entry in acts(exhibit, timeline) if organisation in (None, entry.item.id)]
    drawn, rest = lands(exhibit, STEP)
    return {
        "size": (WIDTH, HEIGHT),
        "lands": drawn,
        "rest": rest,
        "large": LARGE,
        "still": _still(day, every, done),
        "organisation": own[0] if organisation else None,
    }


def _still(day: date, every: Iterable[Held], done: Iterable[Entry]) -> Still:
    there: dict[str, set[str]] = {}
    for one in every:
        if one.on(day) in ("certainly", "possibly"):
            there.setdefault(one.row.who.id, set()).add(one.row.organisation.id)
    numbers = {id_: len(of) for id_, of in there.items()}
    return Still(
        day, numbers, tuple(entry for entry in done if entry.date.exact and entry.date.listed == day)
    )


def _inset(exhibit: Exhibit, drawn: Sequence[Land]) -> Enlarged | None:
    wanted = exhibit.story.map.inset
    inside = [land for land in drawn if wanted and land.country.id in wanted.states]
    if not wanted or not inside:
        return None
    left, top = (min(land.box[at] for land in inside) - ROOM for at in (0, 1))
    right, bottom = (max(land.box[at] for land in inside) + ROOM for at in (2, 3))
    return Enlarged(wanted.name, left, top, right - left, bottom - top, tuple(inside))


def played(exhibit: Exhibit, as_of: Edtf, timeline: Sequence[Entry]) -> dict[str, Any]:
    """What the script plays, as JSON has it.

    spells: organisation, state, how the state stands there from day to day (as in the atlas); acts: day, whether it is
    that day exactly, date in words, organisation, the part of its page, what was done, and the sources by their place in ``sources``, which are ids.
    """
    own = organisations(exhibit)
    drawn = {land.country.id for land in lands(exhibit, STEP)[0]}
    done = acts(exhibit, timeline)
    sources = list(dict.fromkeys(citation.source for entry in done for citation in entry.cite))
    at = {id_: number for number, id_ in enumerate(sources)}
    return {
        "spells": [
            [o.id, one.row.who.id, one.encoded]
            for o in own
            for one in held(exhibit, o, as_of)
            if one.row.who.id in drawn
        ],
        "acts": [_act(entry, at) for entry in done],
        "sources": sources,
    }


def _act(entry: Entry, at: dict[str, int]) -> list[Any]:
    cited = list(dict.fromkeys(at[citation.source] for citation in entry.cite))
    day, exact, words = day_number(entry.date.listed), int(entry.date.exact), in_words(entry.date)
    return [day, exact, words, entry.item.id, entry.fragment, entry.label, cited]
