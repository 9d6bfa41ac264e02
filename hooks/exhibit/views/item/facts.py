"""What an item comes to: its day, its place, every field that carries claims, and the rows of its table of facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from pydantic import BaseModel

from exhibit.model.dates import Edtf
from exhibit.model.declared import Declared, declared, field_of
from exhibit.model.evidence import Reading, best_date, readings, settled
from exhibit.model.fields import DateField, PlaceField, Point, Readings
from exhibit.model.forms import ADDRESS, LANGUAGE
from exhibit.model.item import Seat, Span
from exhibit.model.kinds import (
    Item,
    PartOf,
    Place,
    Succession,
    Treaty,
    dated_by,
    placed_by,
)
from exhibit.model.vocabulary import Term
from exhibit.model.wording import language, lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path
from exhibit.views.item.labels import part_name


@dataclass(frozen=True)
class Fact:
    """One field of an item with its claims.

    path: as an editor writes it; label: as a page prints it; within: the same within a sentence, where a name
    and the words of an editor keep their first letter; anchor: the id of its comparison of readings on the item's page.
    """

    item: Item
    path: Path
    label: str
    within: str
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


@dataclass(frozen=True)
class FactRow:
    """One row of the table.

    item: the one in whose file it stands, another where a treaty takes it from its meeting; name: of the
    field in YAML. form: how the value is printed: claims, links (ids), seats, date, address, or words; anchor: of
    the comparison of its readings, where there is one.
    """

    item: Item
    name: str
    label: str
    form: str
    value: Any
    anchor: str = ""


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
    """What the field of an item's own says that gives its date."""
    field = _dating(item)
    return getattr(item, field.attribute) if field else None


def _dating(item: Item | None) -> Declared | None:
    fields = dated_by(type(item)) if item else ()
    return next((f for f in fields if not f.ref and getattr(item, f.attribute) is not None), None)


def own_place(item: Item | None) -> PlaceField | None:
    """The field of an item's own that gives its place."""
    fields = placed_by(type(item)) if item else ()
    return next((v for f in fields if not f.ref and (v := getattr(item, f.attribute)) is not None), None)


def facts(exhibit: Exhibit, item: Item) -> Iterator[Fact]:
    """Every field of an item that carries claims, bodies and spells included, with its label."""
    parts = dict(exhibit.parts[item.id])
    for path, part in parts.items():
        if isinstance(part, Readings):
            yield Fact(item, path, *_labels(exhibit, path, part, parts), part)


def compared(exhibit: Exhibit, item: Item) -> list[Fact]:
    """The fields of an item that have more than one reading, or a reading beside steps."""
    return [
        fact
        for fact in facts(exhibit, item)
        if len(fact.field.readings) > 1 or (getattr(fact.field, "steps", []) and fact.field.readings)
    ]


def _labels(exhibit: Exhibit, path: Path, field: Readings[Any], parts: dict[Path, Any]) -> tuple[str, str]:
    """What a field is called after the parts that it is of, as a label and within a sentence."""
    own, within = _own_labels(path, field, parts)
    owners = [parts[path[:depth]] for depth in range(1, len(path)) if path[:depth] in parts]
    names = [(name, owner) for owner in owners if (name := part_name(exhibit, owner))]
    if not names:
        return own, within
    label = ": ".join([*(name for name, _ in names), within])
    whole = label[:1].upper() + label[1:]
    return whole, lower_first(label) if isinstance(names[0][1], Succession | PartOf) else label


def _own_labels(path: Path, field: Readings[Any], parts: dict[Path, Any]) -> tuple[str, str]:
    if isinstance(field, Point):
        return field.about[:1].upper() + field.about[1:], field.about
    holder = path[:-1] if isinstance(path[-1], str) else path[:-2]  # one of a list stands one step deeper
    owner: type[BaseModel] = type(parts[holder])
    declared_ = field_of(owner, str(path[len(holder)]))
    label = (declared_.told.label if declared_ else "") or str(path[-1])
    return label, declared_.word if declared_ and issubclass(owner, Span) else lower_first(label)


def fact_rows(exhibit: Exhibit, item: Item) -> list[FactRow]:
    """The rows, those first that the kind puts first on its page, the others in the order of the file."""
    fields = [field for field in declared(type(item)) if field.told.label and field.told.row]
    leading = item.PAGE_ORDER
    fields.sort(key=lambda field: leading.index(field.name) if field.name in leading else len(leading))
    return [row for field in fields for row in _rows(exhibit, item, field)]


def _rows(exhibit: Exhibit, item: Item, field: Declared) -> Iterator[FactRow]:
    """The row of a field, and with a reference to the item that lends its date, the date lent."""
    value = getattr(item, field.attribute)
    if field.name == "about":  # its organisations stand in a row of their own
        value = [id_ for id_ in value if id_ not in getattr(item, "organisations", [])]
    lending = lender(exhibit, item)
    if lending and field.ref and field.told.when and not _has_day_before(item, field):
        lent, own = own_day(lending), _dating(lending)
        if isinstance(lent, DateField) and own:
            day = item.agreed if isinstance(item, Treaty) else own.told.label
            yield FactRow(lending, own.name, day, "claims", lent)
    if lending and field.told.where and not field.ref and value is None:
        place = own_place(lending)
        if place:
            yield FactRow(lending, field.name, field.told.label, "claims", place)
    if value is not None and value != [] and not (isinstance(value, bool) and value is field.info.default):
        form = _form(field)
        anchor = f"readings-{field.name}" if form == "claims" else ""
        yield FactRow(item, field.name, field.told.label, form, _printed(exhibit, field, form, value), anchor)


def _has_day_before(item: Item, lending: Declared) -> bool:
    """Whether a field of the item's own gives its date, asked before the one that lends it."""
    earlier = [field for field in declared(type(item)) if 0 < field.told.when < lending.told.when]
    return any(getattr(item, field.attribute) is not None for field in earlier)


def _form(field: Declared) -> str:
    if field.is_claim:
        return "claims"
    if field.ref:
        return "links"
    if field.inner:
        return "seats" if field.inner is Seat else "words"
    kinds = {
        getattr(one, "__origin__", one) for one in (field.info.annotation, *get_args(field.info.annotation))
    }
    return "date" if Edtf in kinds else "address" if field.form is ADDRESS else "words"


def _printed(exhibit: Exhibit, field: Declared, form: str, value: Any) -> Any:
    """The value as its form wants it: ids as a list, words as one text."""
    if form == "links":
        return value if isinstance(value, list) else [value]
    if form != "words":
        return value
    if isinstance(value, list):
        return "; ".join(_word(exhibit, one) for one in value)
    return language(value) if field.form is LANGUAGE else _word(exhibit, value)


def _word(exhibit: Exhibit, value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Term):
        return value.label
    return str(value) if isinstance(value, str | int | float) else part_name(exhibit, value)
