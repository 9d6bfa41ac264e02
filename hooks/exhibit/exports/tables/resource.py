"""Resource: what a table of the data says of itself, once, for its files and for the page that explains them.

A column is told by the field of the model that it shows wherever there is one, so that table and handbook say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from exhibit.model.declared import field_of
from exhibit.model.told import ModelError
from exhibit.pages.site import Site

Cell = str | int | bool | None
"""What stands in a cell; None where nothing is said."""


@dataclass(frozen=True)
class ResourceColumn:
    """A column. type: string, integer, boolean or date (Table Schema, section 4.3); terms: all that can stand there, where
    that is a vocabulary; to: the table whose key stands there."""

    name: str
    description: str
    type: str = "string"
    terms: tuple[str, ...] = ()
    to: str = ""


@dataclass(frozen=True)
class Resource:
    """A table. description: what a row is; key: the columns that tell its rows apart; rows: in the order of the exhibit."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[ResourceColumn, ...]
    rows: Callable[[Site], Iterator[tuple[Cell, ...]]]


def of_field(
    model: type[BaseModel], name: str, column: str = "", type: str = "string", to: str = ""
) -> ResourceColumn:
    """The column that shows a field of a model: its own sentence, its vocabulary. Raises ModelError for a field that
    there is not."""
    field = field_of(model, name)
    if field is None:
        raise ModelError(f"{model.__name__}: there is no field '{name}'")
    terms = tuple(str(term.value) for term in field.terms)
    return ResourceColumn(column or name, field.told.sentence, type, terms, to)


def of_date(name: str, what: str) -> tuple[ResourceColumn, ...]:
    """The five columns that a date takes: as it is written, the days that it can mean, how exact it is. what: of what it is
    the date, in a few words."""
    return (
        ResourceColumn(name, f"{what}, as it is written (EDTF, ISO 8601-2:2019)."),
        ResourceColumn(f"{name}_earliest", f"{what}: the first day that it can mean.", "date"),
        ResourceColumn(f"{name}_latest", f"{what}: the last day that it can mean.", "date"),
        ResourceColumn(f"{name}_precision", f"{what}: how exact it is.", terms=PRECISIONS),
        ResourceColumn(
            f"{name}_qualifier", f"{what}: ? is uncertain, ~ approximate, % both.", terms=QUALIFIERS
        ),
    )


PRECISIONS = ("day", "month", "season", "year", "decade", "century", "span", "choice", "unknown")
QUALIFIERS = ("?", "~", "%")


def date_cells(date: Any) -> tuple[Cell, ...]:
    """What those columns have of a date (``Edtf``); nothing where there is none."""
    if date is None:
        return (None,) * 5
    days = (day.isoformat() if day else None for day in (date.earliest, date.latest))
    return date.text, *days, date.precision, date.qualifier or None
