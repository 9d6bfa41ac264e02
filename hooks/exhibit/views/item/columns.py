"""The column of a collection's index that is its own: what its fields, or those who name an item, say in a word."""

from __future__ import annotations

from exhibit.model.declared import Declared, declared
from exhibit.model.item import Item
from exhibit.model.kinds import dated_by
from exhibit.model.vocabulary import Term
from exhibit.model.wording import joined
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import place_of
from exhibit.views.item.labels import title


def heading(kind: type[Item]) -> str:
    """What the column is called: ``Level and place``; empty where a kind says nothing of it."""
    words = joined([field.word for field in _shown(kind)])
    return kind.COUNTED[0] if kind.COUNTED else words[:1].upper() + words[1:]


def date_heading(kind: type[Item]) -> str:
    """What the column of dates is called: as the field that gives them, if there is but one; empty where there is none."""
    fields = [field for field in dated_by(kind) if not field.ref] if kind.DATES_IN_INDEX else []
    return fields[0].told.label if len(fields) == 1 else "Date" if fields else ""


def cell(exhibit: Exhibit, item: Item) -> str:
    """What the column says of an item."""
    if item.COUNTED:
        naming = {b.item.id for b in exhibit.backlinks.get(item.id, []) if b.heading == item.COUNTED[1]}
        return str(len(naming) or "")
    words = [_word(exhibit, item, field) for field in _shown(type(item))]
    return ", ".join(word for word in words if word)


def happened(item: Item) -> str:
    """What an item is as something that happened: its kind, or that heads of state met; empty where there are no sorts."""
    values = [getattr(item, field.attribute) for field in _shown(type(item))]
    return next((value.happened for value in values if isinstance(value, Term)), "")


def _shown(kind: type[Item]) -> list[Declared]:
    return [field for field in declared(kind) if field.told.column]


def _word(exhibit: Exhibit, item: Item, field: Declared) -> str:
    if field.told.where:
        place = place_of(exhibit, item)
        return place.title if place else ""
    value = getattr(item, field.attribute)
    if isinstance(value, Term):
        return value.label
    ids = value if isinstance(value, list) else [value] if value else []
    return joined([title(exhibit, str(id_)) if field.ref else str(id_) for id_ in ids])
