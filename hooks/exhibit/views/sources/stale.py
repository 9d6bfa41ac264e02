"""What may be stale: the facts of the present, by the age of the newest source that each rests on.

Of the present is what is told as still going on (a membership, an office, a seat, an organisation or body that has
not ended), what is stamped ``as_of``, and a day that was only announced when its newest source appeared, and has come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pydantic import BaseModel

from exhibit.model.claims import Cited, DateClaim
from exhibit.model.dates import Edtf
from exhibit.model.declared import word
from exhibit.model.evidence import best_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import Body, Item, Organisation, Source, Span, Spell
from exhibit.model.part import Model
from exhibit.model.vocabulary import Stage, Tier
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.link import reference_fields
from exhibit.reading.nodes import Path
from exhibit.views.item.facts import facts
from exhibit.views.item.labels import part_name

GOES_ON, THERE = "still so", "still there"
ENDS = ("ended", "died", "end")
"""The attributes that say of an item or a body when it ended."""
MORE = 10_000
BOUNDS = (0, 1, 2, 5, 10, 20, MORE)
"""The ages in years between which facts are counted: from the one, below the next."""


@dataclass(frozen=True)
class PresentFact:
    """One fact of the present.

    path: where it stands in its item's file; what: what is said of the item, empty where it is the item itself; how:
    why it is of the present; newest: its newest source, None where none has a date; age: of that source, in whole
    years; about: the ids of the item and of those it names.
    """

    item: Item
    path: Path
    what: str
    how: str
    newest: Source | None
    age: int | None
    about: frozenset[str]

    @property
    def anchor(self) -> str:
        """Where on its item's page it stands, where that place has an id."""
        if isinstance(self.item, Organisation) and self.path[0] == "bodies":
            return self.item.bodies[int(self.path[1])].id
        return "members" if self.path[0] == "members" else ""

    @property
    def old(self) -> str:
        """How old its newest source is, in words."""
        return "" if self.age is None else _years_in_words(self.age)

    @property
    def told(self) -> str:
        """What is said of the item, and why it is of the present, as one phrase."""
        return f"{self.what}: {self.how}" if self.what else self.how


def present(exhibit: Exhibit, as_of: Edtf) -> list[PresentFact]:
    """The facts of the present, those first whose newest source is oldest, those last that rest on none with a date.

    as_of: up to when the exhibit knows, from which ages are counted.
    """
    last = as_of.latest or date.max
    found = [fact for item in exhibit.items.values() for fact in _of_item(exhibit, item, last)]
    return sorted(found, key=lambda fact: (_day(fact.newest) or date.max, fact.item.COLLECTION, fact.item.id))


def by_age(found: list[PresentFact]) -> list[tuple[str, int]]:
    """How many facts rest on a source of which age, in words; those on none with a date come last."""
    ages = [fact.age for fact in found if fact.age is not None]
    rows = [
        (_range_in_words(least, below), sum(least <= age < below for age in ages))
        for least, below in pairwise(BOUNDS)
    ]
    return [(words, number) for words, number in (*rows, ("no date", len(found) - len(ages))) if number]


def _range_in_words(least: int, below: int) -> str:
    if below == MORE:
        return f"{least} years and more"
    return _years_in_words(least) if below - least == 1 else f"{least} to {below - 1} years"


def _years_in_words(age: int) -> str:
    return "less than a year" if age == 0 else f"{age} year{'' if age == 1 else 's'}"


def _of_item(exhibit: Exhibit, item: Item, last: date) -> Iterator[PresentFact]:
    parts: dict[Path, BaseModel] = dict(exhibit.parts[item.id])
    labels = {fact.path: fact.label for fact in facts(exhibit, item)}
    for path, part in parts.items():
        around = [parts[path[:depth]] for depth in range(len(path) + 1) if path[:depth] in parts]
        how = "" if any(map(_over, around)) else _told_as(item, part)
        if how:
            name = _name(exhibit, path, around, labels)
            yield _fact(exhibit, item, path, part, name, how, last)
    for path in labels:
        if isinstance(field := parts[path], DateField) and _was_announced(exhibit, item, path, field, last):
            holder = parts[path[:-1]]
            how = f"{word(type(holder), str(path[-1]))}, as announced before the day"
            around = [parts[path[:depth]] for depth in range(len(path)) if path[:depth] in parts]
            yield _fact(exhibit, item, path, holder, _name(exhibit, path, around, {}), how, last)


def _name(exhibit: Exhibit, path: Path, around: list[BaseModel], labels: dict[Path, str]) -> str:
    """What a part of an item is called after those around it; a claim, as the field that holds it."""
    label = next((labels[path[:n]] for n in range(len(path), 0, -1) if path[:n] in labels), "")
    names = [part_name(exhibit, part) for part in around if isinstance(part, Model)]
    return label or ": ".join(name for name in names if name)


def _over(part: BaseModel) -> bool:
    """Whether an item or a part of one has ended, was never there, or is of those who have left."""
    if isinstance(part, Organisation) and (part.stage is Stage.ENDED or part.stage.founding == "never"):
        return True
    if isinstance(part, Spell):
        return part.never or part.status.left
    ends = [getattr(part, name, None) for name in ENDS] if isinstance(part, Item | Body) else []
    return any(best_date(end) for end in ends)


def _told_as(item: Item, part: BaseModel) -> str:
    """Why a part of an item that has not ended is of the present; empty where it is not."""
    if isinstance(part, Span) and part.end is None:
        return GOES_ON
    if isinstance(part, Organisation | Body):
        return THERE
    if isinstance(part, DateClaim) and part.date and part.date.ongoing and not item.as_of:
        return GOES_ON
    return f"as of {in_words(part.as_of)}" if isinstance(part, Cited) and part.as_of else ""


def _was_announced(exhibit: Exhibit, item: Item, path: Path, field: DateField, last: date) -> bool:
    """Whether a day has come, and lies after all that bears it out, by more than the one day between the last day in
    and the first day out. Of a text itself the date is that of the text, and whoever keeps it adds what came of it."""
    when, cited = best_date(field), exhibit.cited(item, path)
    day = _day(exhibit.newest(cited))
    if not (day and when and when.earliest and when.latest and when.latest <= last):
        return False
    texts = any(getattr(exhibit.items.get(id_), "tier", None) is Tier.PRIMARY for id_ in cited)
    return (when.bounds[0] - day).days > 1 and not texts


def _fact(
    exhibit: Exhibit, item: Item, path: Path, part: BaseModel, what: str, how: str, last: date
) -> PresentFact:
    newest = exhibit.newest(exhibit.cited(item, path))
    day = _day(newest)
    named = [getattr(part, name) for name, _, _ in reference_fields(type(part))] if part is not item else []
    ids = {id_ for value in named for id_ in ([value] if isinstance(value, str) else value or [])}
    where = path or (("as_of",) if item.as_of else ("stage",))
    return PresentFact(
        item, where, what, how, newest, _years(day, last) if day else None, frozenset({item.id, *ids})
    )


def _day(source: Source | None) -> date | None:
    return source.day.latest if source and source.day else None


def _years(day: date, last: date) -> int:
    """Whole years from one day to another, none where the other comes first."""
    return max(0, last.year - day.year - ((last.month, last.day) < (day.month, day.day)))
