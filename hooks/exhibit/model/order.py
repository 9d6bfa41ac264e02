"""The order of fields in a file: what a part is, its own fields, then who says so and what goes with that."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

_LEAD = ("id", "title", "title_en", "names", "summary")
_LEADS = {
    "Step": ("act", "date"),
    "Point": ("about",),
    "DateField": ("steps", "readings"),
    "Spell": ("who", "status", "from", "to"),
}
"""What stands first; where a part has a lead of its own, that."""

_TAIL = (
    "never",
    "points",
    "see",
    "cite",
    "said",
    "counts",
    "coarser",
    "doubt",
    "because",
    "note",
    "as_of",
    "wikidata",
    "aliases",
    "account",
)
"""What stands last. ``counts`` of a step marks the step; where it is the number itself, it leads."""


@cache
def order(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model by their names in YAML, in the order in which a file has them.

    Between lead and tail they stand as the model declares them, those of its own before inherited ones.
    """
    names = declared(model)
    number = model.__name__ == "NumberClaim"
    lead = [n for n in ("counts",) if number] or list(_LEADS.get(model.__name__, _LEAD))
    lead = [name for name in lead if name in names]
    tail = [name for name in _TAIL if name in names and name not in lead]
    return (*lead, *(name for name in names if name not in (*lead, *tail)), *tail)


def declared(model: type[BaseModel]) -> list[str]:
    """The fields by their names in YAML as declared, a class's own before those it inherits."""
    found: dict[str, None] = {}
    for class_ in model.__mro__:
        for attribute in vars(class_).get("__annotations__", {}):
            if field := model.model_fields.get(attribute):
                found[field.alias or attribute] = None
    return list(found)
