"""Disputes: every field whose readings contradict each other, by what would change with it. Less exact is not rival."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.declared import field_of
from exhibit.model.evidence import disputed
from exhibit.model.kinds import COLLECTIONS, Item
from exhibit.model.vocabulary import Stake
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact, facts
from exhibit.views.timeline.involved import involved


@dataclass(frozen=True)
class DisputedPoint:
    """A disputed point: the field that owns it, and the others in which it stands, each with an anchor of its own where
    its item has no other place among the disputes."""

    fact: Fact
    others: tuple[tuple[Fact, str], ...]


@dataclass(frozen=True)
class Disputed:
    """What is in dispute of an item. anchor: its own among all disputes; concerned: the ids of all that it concerns."""

    item: Item
    anchor: str
    points: tuple[DisputedPoint, ...]
    concerned: frozenset[str]


def points(exhibit: Exhibit) -> list[list[Fact]]:
    """Every disputed point, each as the fields in which it stands, its owner first: the one with most of what is said,
    else the one by which most would change.

    Fields of several items are one point where the same values are in dispute and one item names the other: the
    founding of an organisation, its treaty's signature, and the meeting at which that was.
    """
    found = [fact for item in _ordered(exhibit) for fact in facts(exhibit, item) if disputed(fact.field)]
    made: list[list[Fact]] = []
    for fact in found:
        same = next(
            (point for point in made if _alike(point[0], fact) and _joined(exhibit, point, fact)), None
        )
        if same is None:
            made.append([fact])
        else:
            same.append(fact)
    return [sorted(point, key=lambda fact: (-len(_values(fact)), _weight(exhibit, fact))) for point in made]


def _alike(one: Fact, other: Fact) -> bool:
    """Whether the same values are in dispute; or all of three or more that one has, and some more."""
    few, many = sorted((_values(one), _values(other)), key=len)
    return few == many or (len(few) >= 3 and few <= many)


def _values(fact: Fact) -> frozenset[str]:
    """What is in dispute, in writing."""
    return frozenset(str(getattr(claim.value, "text", claim.value)) for claim in fact.field.readings)


def _joined(exhibit: Exhibit, point: list[Fact], fact: Fact) -> bool:
    """Whether the item of a fact names one of a point's, or is named by one."""
    others = [one.item for one in point]
    named = [link.item for link in exhibit.backlinks.get(fact.item.id, [])]
    naming = [link.item for other in others for link in exhibit.backlinks.get(other.id, [])]
    return any(other in named for other in others if other is not fact.item) or fact.item in naming


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
        fact.field.STAKE,
    ]
    return next((one for one in said if one), Stake.WORDS)


def _weight(exhibit: Exhibit, fact: Fact) -> int:
    """The place of what would change with a fact, the weightiest first."""
    return list(Stake).index(stake(exhibit, fact))


def by_stake(exhibit: Exhibit, found: list[list[Fact]]) -> list[tuple[Stake, list[tuple[Item, list[Fact]]]]]:
    """The owners of points by what would change with any of their fields, the weightiest first; within that by item, in
    the order of the exhibit."""
    groups: dict[Stake, dict[str, list[Fact]]] = {one: {} for one in Stake}
    for point in found:
        heaviest = list(Stake)[min(_weight(exhibit, fact) for fact in point)]
        groups[heaviest].setdefault(point[0].item.id, []).append(point[0])
    return [
        (one, [(exhibit.items[id_], facts) for id_, facts in items.items()])
        for one, items in groups.items()
        if items
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


def told(exhibit: Exhibit, found: list[list[Fact]]) -> list[tuple[Stake, list[Disputed]]]:
    """All disputes as their page tells them. found: every point as the fields in which it stands, its owner first."""
    whom: dict[str, frozenset[str]] = {}
    for point in found:
        owner = point[0]
        whom[owner.item.id] = whom.get(owner.item.id, frozenset()) | concerned(exhibit, owner)
    elsewhere = {f.item.id: f.anchor_elsewhere for point in found for f in point[1:] if f.item.id not in whom}
    also = {point[0].anchor_elsewhere: point[1:] for point in found}

    def told_of(fact: Fact) -> DisputedPoint:
        others = also[fact.anchor_elsewhere]
        here = [elsewhere.get(f.item.id) == f.anchor_elsewhere for f in others]
        anchors = [f"dispute-{f.item.id}" if own else "" for f, own in zip(others, here, strict=True)]
        return DisputedPoint(fact, tuple(zip(others, anchors, strict=True)))

    seen: set[str] = set()
    made = []
    for one, items in by_stake(exhibit, found):
        group = []
        for item, owned in items:
            anchor = f"dispute-{item.id}" + (f"-{one.value}" if item.id in seen else "")
            group.append(Disputed(item, anchor, tuple(map(told_of, owned)), whom[item.id]))
            seen.add(item.id)
        made.append((one, group))
    return made
