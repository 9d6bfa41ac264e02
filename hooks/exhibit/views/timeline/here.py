"""Here: what was held and signed at a place, in order of time; a text under the meeting that adopted it."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.dates import NO_DATE, Edtf
from exhibit.model.kinds import Item, Place
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import place_of, when

HEADING = "What happened here"
"""The heading of the references that name a place as the place of something."""
AT_ONCE = 12
"""How many are told at once; the rest is folded under them."""


@dataclass(frozen=True)
class Happening:
    """A meeting, text or event at a place: its day, and the texts that a meeting adopted there."""

    item: Item
    date: Edtf | None
    texts: tuple[Item, ...]


def here(exhibit: Exhibit, place: Place) -> list[Happening]:
    """What happened at a place, the first first; what has no day comes last."""
    named = {
        link.item.id: link.item for link in exhibit.backlinks.get(place.id, []) if link.heading == HEADING
    }
    texts: dict[str, list[Item]] = {}
    for treaty in exhibit.of("treaties"):
        if treaty.adopted_at in named and place_of(exhibit, treaty) is place:
            texts.setdefault(treaty.adopted_at or "", []).append(treaty)
    under = {one.id for group in texts.values() for one in group}
    found = [
        Happening(item, when(exhibit, item), tuple(texts.get(id_, [])))
        for id_, item in named.items()
        if id_ not in under
    ]
    return sorted(found, key=lambda one: (*(one.date or NO_DATE).sort_key, one.item.title))
