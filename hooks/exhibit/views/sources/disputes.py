"""Disputes: every field whose readings contradict each other. Coarser is not rival."""

from __future__ import annotations

from exhibit.model.evidence import disputed
from exhibit.model.kinds import COLLECTIONS, Item
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact, facts
from exhibit.views.timeline.involved import involved


def disputes(exhibit: Exhibit) -> list[Fact]:
    """Every disputed field of the exhibit, by collection and title."""
    return [fact for item in _ordered(exhibit) for fact in facts(exhibit, item) if disputed(fact.field)]


def _ordered(exhibit: Exhibit) -> list[Item]:
    return [item for collection in COLLECTIONS for item in exhibit.of(collection)]


def concerned(exhibit: Exhibit, fact: Fact) -> frozenset[str]:
    """The ids that a dispute concerns: its item, and the states of the spell or act that holds it;
    where the whole item is disputed, everybody that the item is about."""
    parts = dict(exhibit.parts[fact.item.id])
    owners = [parts[fact.path[:depth]] for depth in range(1, len(fact.path)) if fact.path[:depth] in parts]
    who = {id_ for owner in owners for id_ in getattr(owner, "who", [])}
    groups = involved(exhibit, fact.item)
    named = who or {id_ for ids in groups.values() for id_ in ids}
    return frozenset({fact.item.id, *named, *groups["organisations"]})
