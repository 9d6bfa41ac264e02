"""Shapes: which model describes the mapping that stands at a place of a file, short forms included."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from exhibit.model.fields import Point, Readings
from exhibit.model.order import order


def inner(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model of what stands in a field (by its name in YAML), or None where it is plain."""
    for attribute, field in model.model_fields.items():
        if (field.alias or attribute) == name:
            return next(_models(field.annotation), None)
    return None


def described(model: type[BaseModel], keys: Collection[str]) -> type[BaseModel]:
    """The model of a mapping that has these keys: a field written as one claim is that claim."""
    whole = "readings" in keys or "steps" in keys or issubclass(model, Point)
    return model if whole or not issubclass(model, Readings) else claim_of(model)


@cache
def claim_of(model: type[Readings[Any]]) -> type[BaseModel]:
    """The claim that the readings of a field hold."""
    return next(_models(model.model_fields["readings"].annotation))


@cache
def field_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The order of the fields of a mapping; one written as a claim has the claim's fields, after its own."""
    if not issubclass(model, Readings):
        return order(model)
    return (*order(model), *(name for name in order(claim_of(model)) if name not in order(model)))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
