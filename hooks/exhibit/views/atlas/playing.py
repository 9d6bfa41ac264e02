"""The map that plays: in how many organisations each state was on any day, and which act changed it.

A state counts as in an organisation as a member, a party or a participant; what else it may be to one, such as an observer,
the acts and the atlas tell. The map opens as a still of a day. What its script plays stands in a file of its own, which is
fetched once for all visits: how each state stood in each organisation from day to day, and what was done, in words, with
its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Organisation
from exhibit.model.vocabulary import Sphere
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.held import Held, first_day, held
from exhibit.views.atlas.map import HEIGHT, WIDTH, Land, lands
from exhibit.views.membership.days import day_number
from exhibit.views.membership.matrix import organisations
from exhibit.views.membership.on_day import IN_WORDS, belonging, last_day
from exhibit.views.membership.spells import MemberSpell, rows
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.together import together
from exhibit.views.timeline.years import exact_day

STEP = 1.0
"""How fine coasts and borders are drawn, in units of the picture: a map that is moved has to come at once."""
ROOM = 12.0
"""How much is seen around the states of an inset, in units."""
LARGE = 9000.0
"""How large a state is whose name stands on the map of a phone too, in square units."""
TOLD = 2
"""How many acts of a day are told beneath a still."""


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
    """The map of one day: in how many organisations each state is, by its id, and what was done on the day.

    perhaps: the states of which one of these is not certain; tied: those that are in none, but something else to one.
    """

    day: date
    numbers: dict[str, int]
    perhaps: frozenset[str]
    tied: frozenset[str]
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
    told = together(exhibit, told)
    return sorted(told, key=lambda entry: (entry.date.listed, entry.kind == "membership"))


def values(exhibit: Exhibit, as_of: Edtf, timeline: Sequence[Entry]) -> dict[str, Any]:
    """What the template of the map that plays prints."""
    own, done = organisations(exhibit), acts(exhibit, timeline)
    every = _held(exhibit, own, as_of)
    days = [date.fromisoformat(day) for day in exhibit.story.map.stills] or [last_day(as_of)]
    shapes = _shapes(exhibit)
    return shapes | {
        "name": exhibit.story.map.name,
        "inset": _inset(exhibit, shapes["lands"]),
        "ever": {one.row.who.id for one in every},
        "stills": [_still(day, every, done) for day in days],
        "spheres": [(sphere, [o for o in own if o.sphere is sphere]) for sphere in Sphere],
        "bounds": (day_number(first_day(exhibit)), day_number(last_day(as_of))),
    }


def on_day(
    exhibit: Exhibit, as_of: Edtf, timeline: Sequence[Entry], day: date, organisation: str | None
) -> dict[str, Any]:
    """What the template of the map of one day prints: of one organisation that the map plays, or of all.

    belonging: of one, who is what to it on the day and how surely, those that are nothing to it left out.
    """
    own = [o for o in organisations(exhibit) if organisation in (None, o.id)]
    done = [entry for entry in acts(exhibit, timeline) if organisation in (None, entry.item.id)]
    found = belonging(rows(exhibit, own[0]), day) if organisation else []
    return _shapes(exhibit) | {
        "still": _still(day, _held(exhibit, own, as_of), done),
        "organisation": own[0] if organisation else None,
        "belonging": [(label, IN_WORDS[sure], who) for label, sure, who in found if sure],
    }


def _shapes(exhibit: Exhibit) -> dict[str, Any]:
    """What every such map is drawn from."""
    drawn, rest = lands(exhibit, STEP)
    return {"size": (WIDTH, HEIGHT), "lands": drawn, "rest": rest, "large": LARGE}


def counts(row: MemberSpell) -> bool:
    """Whether a spell makes a state one of those that are in an organisation."""
    return row.spell.status.belongs or row.spell.status.takes_part


def _held(exhibit: Exhibit, own: Iterable[Organisation], as_of: Edtf) -> list[Held]:
    return [one for o in own for one in held(exhibit, o, as_of)]


def _still(day: date, every: Iterable[Held], done: Iterable[Entry]) -> Still:
    surest: dict[str, dict[str, bool]] = {}
    tied = set()
    for one in every:
        who, organisation, sure = one.row.who.id, one.row.organisation.id, one.on(day)
        if sure not in ("certainly", "possibly"):
            continue
        tied.add(who)
        if counts(one.row):
            known = surest.setdefault(who, {})
            known[organisation] = known.get(organisation, False) or sure == "certainly"
    return Still(
        day,
        {who: len(known) for who, known in surest.items()},
        frozenset(who for who, known in surest.items() if not all(known.values())),
        frozenset(tied - surest.keys()),
        tuple(entry for entry in done if exact_day(entry) == day),
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

    spells: organisation, state, how the state stands there from day to day (as in the atlas), and whether it counts as in
    it so (1 or 0); acts: day, year, date in words, organisation, the part of its page, what was done, and the sources by
    their place in ``sources``, which are ids.
    """
    drawn = {land.country.id for land in lands(exhibit, STEP)[0]}
    done = acts(exhibit, timeline)
    sources = list(dict.fromkeys(citation.source for entry in done for citation in entry.cite))
    at = {id_: number for number, id_ in enumerate(sources)}
    return {
        "spells": [
            [o.id, one.row.who.id, one.encoded, int(counts(one.row))]
            for o in organisations(exhibit)
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
