"""Spots: the places where a text was signed or adopted or a meeting was held, with the days on which it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item, Place
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.held import first_day
from exhibit.views.atlas.map import View, view_of
from exhibit.views.membership.days import NamedByDay, day_number, names, on
from exhibit.views.membership.on_day import last_day
from exhibit.views.timeline.entries import Entry

WINDOW = 365
"""For how many days up to the chosen one signatures and meetings are shown."""


@dataclass(frozen=True)
class Occasion:
    """A signature or meeting, with the days it may fall on (numbers) and the place's name on that day."""

    entry: Entry
    first: int
    last: int
    shown: bool
    called: str


@dataclass(frozen=True)
class Spot:
    """A place with what was signed or met there; point: where it stands in the picture, if it does."""

    place: NamedByDay
    point: tuple[float, float] | None
    occasions: tuple[Occasion, ...]

    @property
    def shown(self) -> int:
        return sum(1 for occasion in self.occasions if occasion.shown)


def spots(exhibit: Exhibit, timeline: Sequence[Entry], as_of: Edtf) -> list[Spot]:
    """The places where since the first day a text was signed or adopted or a meeting was held, by name."""
    occasions: dict[str, list[Occasion]] = {}
    first, view = first_day(exhibit), view_of(exhibit)
    for entry in timeline:
        last = entry.date.latest
        if entry.item.JOINED and last and first <= last <= last_day(as_of):
            for id_ in entry.places:
                occasions.setdefault(id_, []).append(_occasion(exhibit.items[id_], entry, first, as_of))
    found = []
    for place in exhibit.of("places"):
        if place.id in occasions:
            point = _point(view, place)
            found.append(Spot(NamedByDay.of(place, first, as_of), point, tuple(occasions[place.id])))
    return found


def _point(view: View, place: Place) -> tuple[float, float] | None:
    return view.on_map(place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _occasion(place: Item, entry: Entry, begin: date, as_of: Edtf) -> Occasion:
    end = last_day(as_of)
    first = max(entry.date.earliest or begin, begin)
    last = entry.date.latest or end
    shown = first <= end and last > end - timedelta(days=WINDOW)
    called = on(names(place, begin, as_of), min(first, end))
    return Occasion(
        entry, day_number(first), day_number(last), shown, called if called != place.title else ""
    )
