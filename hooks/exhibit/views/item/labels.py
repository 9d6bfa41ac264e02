"""Labels: what an item and a part of one are called in a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from exhibit.model.part import Model
from exhibit.model.wording import some
from exhibit.reading.exhibit import Exhibit


def part_name(exhibit: Exhibit, part: Model) -> str:
    """What a part of an item is called in a label: a body's title, a spell's states and status."""
    return part.called(titles(exhibit, part.speaks_of))


def title(exhibit: Exhibit, id_: str) -> str:
    """The title of an item by id, or the id itself."""
    item = exhibit.items.get(id_)
    return item.title if item else id_


def titles(exhibit: Exhibit, ids: Sequence[str], most: int = 4) -> str:
    """Several titles as one phrase; many are cut to the first few and a count."""
    return some([title(exhibit, id_) for id_ in ids], most)
