"""Disputes: every field whose readings contradict each other, by what would change with it. Less exact is not rival."""

from __future__ import annotations

from itertools import groupby

from exhibit.model.declared import field_of
from exhibit.model.evidence import disputed
from exhibit.model.kinds import COLLECTIONS, Item
from exhibit.model.vocabulary import Stake
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact, facts
from exhibit.views.timeline.involved import involved


def disputes(exhibit: Exhibit) -> list[Fact]:
    """Every disputed field of the exhibit, by collection and title."""
    return [fact for item in _ordered(exhibit) for fact in facts(exhibit, item) if disputed(fact.field)]


def _ordered(exhibit: Exhibit) -> list[Item]:
    return [item for collection in COLLECTIONS for item in exhibit.of(collection)]


def stake(exhibit: Exhibit, fact: Fact) -> Stake:
    """What would change with a fact: as its field says, else the part that holds it, else its type."""
    parts = dict(exhibit.parts[fact.item.id])
    name = next(step for step in reversed(fact.path) if isinstance(step, str))
    holders = [
        parts[fact.path[:depth]] for depth in reversed(range(len(fact.path))) if fact.path[:depth] in parts
    ]
    declared = field_of(type(holders[0]), name)
    said = [
        declared.told.stake if declared else None,
        *(getattr(holder, "STAKE", None) for holder in holders),
    ]
    return next((one for one in said if one), None) or fact.field.STAKE or Stake.WORDS


def by_stake(exhibit: Exhibit, found: list[Fact]) -> list[tuple[Stake, list[tuple[Item, list[Fact]]]]]:
    """Disputes by what would change, the weightiest first; within that by item, in the order of the exhibit."""
    groups: dict[Stake, list[Fact]] = {one: [] for one in Stake}
    for fact in found:
        groups[stake(exhibit, fact)].append(fact)
    return [
        (
            one,
            [
                (facts[0].item, facts)
                for _, same in groupby(group, key=lambda f: f.item.id)
                if (facts := list(same))
            ],
        )
        for one, group in groups.items()
        if group
    ]


def concerned(exhibit: Exhibit, fact: Fact) -> frozenset[str]:
    """The ids that a dispute concerns: its item, and the states of the spell or act that holds it;
    where the whole item is disputed, everybody that the item is about."""
    parts = dict(exhibit.parts[fact.item.id])
    owners = [parts[fact.path[:depth]] for depth in range(1, len(fact.path)) if fact.path[:depth] in parts]
    who = {id_ for owner in owners for id_ in getattr(owner, "who", [])}
    groups = involved(exhibit, fact.item)
    named = who or {id_ for ids in groups.values() for id_ in ids}
    return frozenset({fact.item.id, *named, *groups["organisations"]})
