"""Evidence: how well the exhibit's items are borne out, counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exhibit.model.kinds import Item, happening
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import when
from exhibit.views.sources.disputes import points


@dataclass(frozen=True)
class Count:
    """Items that fit a description, for the page of evidence and for the ratchet in the tests."""

    key: str
    label: str
    meaning: str
    items: tuple[Item, ...]


def counts(exhibit: Exhibit) -> list[Count]:
    """The items (sources apart) that are uncited, rest on one source, are disputed or imprecise."""
    items = [item for item in exhibit.items.values() if item.COLLECTION != "sources"]
    found = points(exhibit)
    contested = {fact.item.id for point in found for fact in point}
    dated = [item for item in items if item.COLLECTION in happening()]

    def pick(key: str, label: str, meaning: str, among: list[Item], test: Callable[[Item], bool]) -> Count:
        fitting = sorted((i for i in among if test(i)), key=lambda i: (i.COLLECTION, i.title))
        return Count(key, label, meaning, tuple(fitting))

    return [
        pick(
            "uncited",
            "Uncited",
            "documents, meetings and events that cite nothing at all; there may be none",
            dated,
            lambda item: not exhibit.cited(item),
        ),
        pick(
            "single-source",
            "Resting on one source",
            "items all of whose statements rest on one and the same source",
            items,
            lambda item: len(exhibit.cited(item)) == 1,
        ),
        pick(
            "disputed",
            "Disputed",
            f"items with at least one of the {len(found)} points on which sources contradict each other",
            items,
            lambda item: item.id in contested,
        ),
        pick(
            "imprecise",
            "Not dated to the day",
            "documents, meetings and events whose date is not known to the day",
            dated,
            lambda item: not ((day := when(exhibit, item)) and day.sure),
        ),
    ]
