"""Suspicions of twins: two items that seem to be one thing, a copied file, or one person twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from exhibit.checking.rule import earliest_claim, rule
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import (
    Country,
    Event,
    Item,
    Organisation,
    Person,
    Place,
    Source,
    Summit,
    Treaty,
    dated_by,
)
from exhibit.problems.problem import MOST, Problem
from exhibit.problems.suggestion import fold_words
from exhibit.reading.exhibit import Exhibit


@rule
def no_two_items_are_one(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: two items of a kind have one title, and dates that may be the same. They are told apart by
    what they say, or by naming each other under ``see``."""
    alike: dict[tuple[str, str], list[Item]] = {}
    for item in exhibit.items.values():
        title = fold_words(item.title) or item.title  # of signs alone nothing is left
        alike.setdefault((item.COLLECTION, title), []).append(item)
    for items in alike.values():
        ordered = sorted(items[:MOST], key=lambda item: (len(item.id), item.id))
        told: set[str] = set()
        for one, other in combinations(ordered, 2):
            if other.id not in told and not _told_apart(exhibit, one, other):
                told.add(other.id)
                yield exhibit.problem(other, ("title",), _message(one, other), warning=True)


def _message(one: Item, other: Item) -> str:
    cure = (
        "or say in `container`, `publisher` or `where` what tells them apart"
        if isinstance(one, Source)
        else f"or, if they are two, name it under `see: {one.id}`"
    )
    return f"'{one.id}' has the same title{_same_day(one)}; delete one, {cure}"


def _same_day(item: Item) -> str:
    return " and date" if isinstance(item, Treaty | Summit | Event | Source) else ""


def _told_apart(exhibit: Exhibit, one: Item, other: Item) -> bool:
    if (
        one.id in other.see
        or other.id in one.see
        or _named_by(exhibit, one, other)
        or _named_by(exhibit, other, one)
    ):
        return True
    if isinstance(one, Source) and isinstance(other, Source):
        return _fields(one) != _fields(other) or _apart(one.date, other.date)
    if isinstance(one, Place) and isinstance(other, Place):
        return bool(one.country and other.country and one.country != other.country)
    if isinstance(one, Person | Country | Organisation):
        return _elsewhen(one, other)
    return _elsewhen(one, other) or _by_others(one, other)


def _named_by(exhibit: Exhibit, one: Item, other: Item) -> bool:
    """Whether an item is named in another, as what it succeeds say: so they are two.

    Not if it names itself as well, as its copy then does too.
    """
    naming = [link.item for link in exhibit.backlinks.get(one.id, [])]
    return any(item is other for item in naming) and not any(item is one for item in naming)


def _fields(source: Source) -> tuple[object, ...]:
    return source.lang, source.container, source.publisher, source.where, tuple(source.authors), source.type


def _by_others(one: Item, other: Item) -> bool:
    """Whether two events are acts of different people, or of different organisations."""
    names = ("by", "organisations")
    return any(getattr(one, n, None) != getattr(other, n, None) for n in names)


def _elsewhen(one: Item, other: Item) -> bool:
    """Whether two items have days that certainly differ."""
    pairs = [(_day(one, f.attribute), _day(other, f.attribute)) for f in dated_by(type(one)) if not f.ref]
    return any(_apart(a, b) for a, b in pairs)


def _day(item: Item, attribute: str) -> Edtf | None:
    field = getattr(item, attribute)
    return best_date(field) or earliest_claim(field) if isinstance(field, DateField) else None


def _apart(a: Edtf | None, b: Edtf | None) -> bool:
    return bool(a and b and a.known and b.known and a.relation(b) == "contradicting")
