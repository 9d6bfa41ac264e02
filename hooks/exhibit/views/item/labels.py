"""Labels: what an item and a part of one are called in a phrase."""

from __future__ import annotations

from typing import Any

from exhibit.model.kinds import Action, Attendance, Body, Office, Seat, Spell, Succession
from exhibit.model.wording import some
from exhibit.reading.exhibit import Exhibit


def part_name(exhibit: Exhibit, part: Any) -> str:
    """What a part of an item is called in a label: a body's title, a spell's states and status."""
    match part:
        case Body():
            return part.title
        case Spell():
            return f"{titles(exhibit, part.who)}, {part.status.label.lower()}"
        case Action():
            return f"{titles(exhibit, part.who)}, {part.act.label.lower()}"
        case Attendance():
            return titles(exhibit, part.who)
        case Office():
            return part.title
        case Seat():
            return f"seat in {title(exhibit, part.place)}"
        case Succession():
            return f"{part.how.label} {title(exhibit, part.organisation)}"
    return ""


def title(exhibit: Exhibit, id_: str) -> str:
    """The title of an item by id, or the id itself."""
    item = exhibit.items.get(id_)
    return item.title if item else id_


def titles(exhibit: Exhibit, ids: list[str], most: int = 4) -> str:
    """Several titles as one phrase; many are cut to the first few and a count."""
    return some([title(exhibit, id_) for id_ in ids], most)
