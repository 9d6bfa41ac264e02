"""What an item comes to: its day, its place, and every field that carries claims, with a label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from exhibit.model.dates import Edtf
from exhibit.model.declared import field_of
from exhibit.model.evidence import Reading, best_date, readings, settled
from exhibit.model.fields import DateField, PlaceField, Point, Readings
from exhibit.model.kinds import (
    Action,
    Attendance,
    Body,
    Item,
    Office,
    Place,
    Seat,
    Spell,
    Succession,
    dated_by,
    placed_by,
)
from exhibit.model.wording import some
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path


@dataclass(frozen=True)
class Fact:
    """One field of an item with its claims.

    path: as an editor writes it; label: as a page prints it; anchor: the id of its comparison of
    readings on the item's page.
    """

    item: Item
    path: Path
    label: str
    field: Readings[Any]

    @cached_property
    def readings(self) -> list[Reading]:
        """The readings side by side, each with how it stands to the others."""
        return readings(self.field)

    @property
    def anchor(self) -> str:
        return "readings-" + "-".join(str(step) for step in self.path)

    @property
    def anchor_elsewhere(self) -> str:
        """The anchor on a page that compares the readings of many items."""
        return f"{self.item.id}-{self.anchor}"


def when(exhibit: Exhibit, item: Item) -> Edtf | None:
    """The one date of an item, for sorting; where it gives none itself, that of the item that lends its own."""
    for field in dated_by(type(item)):
        value = getattr(item, field.attribute)
        if field.ref:
            value = own_day(exhibit.items.get(value or ""))
        date = value if isinstance(value, Edtf) else best_date(value)
        if date:
            return date
    return None


def place_of(exhibit: Exhibit, item: Item) -> Place | None:
    """The place of an item; where it gives none itself, that of the item that lends its own."""
    lending = lender(exhibit, item)
    for field in (own_place(item), own_place(lending)):
        claim = settled(field) if field else None
        place = exhibit.items.get(claim.value) if claim and claim.value else None
        if isinstance(place, Place):
            return place
    return None


def lender(exhibit: Exhibit, item: Item) -> Item | None:
    """The item from which this one takes its date and its place where it gives none: a treaty's meeting."""
    fields = [field for field in dated_by(type(item)) if field.ref]
    return exhibit.items.get(getattr(item, fields[0].attribute) or "") if fields else None


def own_day(item: Item | None) -> DateField | Edtf | None:
    """The field of an item's own that gives its date."""
    fields = dated_by(type(item)) if item else ()
    return next((v for f in fields if not f.ref and (v := getattr(item, f.attribute)) is not None), None)


def own_place(item: Item | None) -> PlaceField | None:
    """The field of an item's own that gives its place."""
    fields = placed_by(type(item)) if item else ()
    return next((v for f in fields if not f.ref and (v := getattr(item, f.attribute)) is not None), None)


def facts(exhibit: Exhibit, item: Item) -> Iterator[Fact]:
    """Every field of an item that carries claims, bodies and spells included, with its label."""
    parts = dict(exhibit.parts[item.id])
    for path, part in parts.items():
        if isinstance(part, Readings):
            yield Fact(item, path, _label(exhibit, path, part, parts), part)


def compared(exhibit: Exhibit, item: Item) -> list[Fact]:
    """The fields of an item that have more than one reading, or a reading beside steps."""
    return [
        fact
        for fact in facts(exhibit, item)
        if len(fact.field.readings) > 1 or (getattr(fact.field, "steps", []) and fact.field.readings)
    ]


def _label(exhibit: Exhibit, path: Path, field: Readings[Any], parts: dict[Path, Any]) -> str:
    if isinstance(field, Point):
        label = field.about[:1].upper() + field.about[1:]
    else:
        holder = path[:-1] if isinstance(path[-1], str) else path[:-2]  # one of a list stands one step deeper
        owner: type[BaseModel] = type(parts[holder])
        declared = field_of(owner, str(path[len(holder)]))
        label = (declared.told.label if declared else "") or str(path[-1])
    owners = [parts[path[:depth]] for depth in range(1, len(path)) if path[:depth] in parts]
    prefixes = [name for owner in owners if (name := part_name(exhibit, owner))]
    return ": ".join([*prefixes, label])


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


def dates(field: DateField | None) -> Iterator[tuple[str, Any]]:
    """The acts of a date field for a timeline: each step, else the one settled date.

    Yields the step's act (empty where there are no steps) and the claim.
    """
    if field is None:
        return
    for step in field.steps:
        yield step.act, step
    if not field.steps:
        claim = settled(field) or min(
            (c for c in field.readings if c.value), key=lambda c: c.value.sort_key, default=None
        )
        if claim is not None and claim.value is not None:
            yield "", claim
