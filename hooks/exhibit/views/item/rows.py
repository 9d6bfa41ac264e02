"""The table of facts of an item: a row for each labelled field that says something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from exhibit.model.dates import Edtf
from exhibit.model.declared import Declared, declared
from exhibit.model.fields import DateField
from exhibit.model.item import Item, Seat, Url
from exhibit.model.kinds import Treaty
from exhibit.model.vocabulary import Term
from exhibit.model.wording import language
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import lender, own_day, own_place, part_name


@dataclass(frozen=True)
class Row:
    """One row.

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


def rows(exhibit: Exhibit, item: Item) -> list[Row]:
    """The rows, those first that the kind puts first on its page, the others in the order of the file."""
    fields = [field for field in declared(type(item)) if field.told.label]
    leading = item.PAGE_ORDER
    fields.sort(key=lambda field: leading.index(field.name) if field.name in leading else len(leading))
    return [row for field in fields for row in _rows(exhibit, item, field)]


def _rows(exhibit: Exhibit, item: Item, field: Declared) -> Iterator[Row]:
    """The row of a field, and with a reference to the item that lends its date, the date lent."""
    value = getattr(item, field.attribute)
    lending = lender(exhibit, item)
    if lending and field.ref and field.told.when and not _has_day_before(item, field):
        lent = own_day(lending)
        if isinstance(lent, DateField):
            yield Row(lending, "date", item.agreed if isinstance(item, Treaty) else "Date", "claims", lent)
    if lending and field.told.where and not field.ref and value is None:
        place = own_place(lending)
        if place:
            yield Row(lending, field.name, field.told.label, "claims", place)
    if value is not None and value != [] and not (isinstance(value, bool) and value is field.info.default):
        form = _form(field)
        anchor = f"readings-{field.name}" if form == "claims" else ""
        yield Row(item, field.name, field.told.label, form, _printed(exhibit, field, form, value), anchor)


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
    kinds = (field.info.annotation, *get_args(field.info.annotation))
    return "date" if Edtf in kinds else "address" if Url in kinds else "words"


def _printed(exhibit: Exhibit, field: Declared, form: str, value: Any) -> Any:
    """The value as its form wants it: ids as a list, words as one text."""
    if form == "links":
        return value if isinstance(value, list) else [value]
    if form != "words":
        return value
    if isinstance(value, list):
        return "; ".join(_word(exhibit, one) for one in value)
    return language(value) if field.name == "lang" else _word(exhibit, value)


def _word(exhibit: Exhibit, value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Term):
        return value.label
    return str(value) if isinstance(value, str | int | float) else part_name(exhibit, value)
