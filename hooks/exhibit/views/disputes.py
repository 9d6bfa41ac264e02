"""Disputes: every field whose readings contradict each other. Coarser is not rival."""

from __future__ import annotations

from exhibit.evidence import disputed
from exhibit.exhibit import Exhibit
from exhibit.model.kinds import Item
from exhibit.model.references import COLLECTIONS
from exhibit.views.facts import Fact, facts


def disputes(exhibit: Exhibit) -> list[Fact]:
    """Every disputed field of the exhibit, by collection and title."""
    return [fact for item in _ordered(exhibit) for fact in facts(exhibit, item) if disputed(fact.field)]


def compared(exhibit: Exhibit, item: Item) -> list[Fact]:
    """The fields of an item that have more than one reading, or a reading beside steps."""
    return [
        fact
        for fact in facts(exhibit, item)
        if len(fact.field.readings) > 1 or (getattr(fact.field, "steps", []) and fact.field.readings)
    ]


def _ordered(exhibit: Exhibit) -> list[Item]:
    return [item for collection in COLLECTIONS for item in exhibit.of(collection)]
