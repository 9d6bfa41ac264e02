"""The handbook's tables: fields, annotated files and forms of dates, from what the models and new files say."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from exhibit.editing.draft import Field, fields, missing_fields, write
from exhibit.model.citation import Citation
from exhibit.model.claims import Cited, Claim, Step
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.declared import inner
from exhibit.model.fields import Point, Readings
from exhibit.model.item import Item, Name
from exhibit.model.kinds import KINDS
from exhibit.model.picture import ItemPicture
from exhibit.model.story import Story
from exhibit.model.wording import in_words
from exhibit.views.timeline.chart import soft_edges


def by_word() -> dict[str, type[Item]]:
    """The kinds of items by the word an editor uses."""
    return {kind.SINGULAR: kind for kind in KINDS.values()}


SHARED: dict[str, type[BaseModel]] = {
    "claim": Claim,
    "citation": Citation,
    "name": Name,
    "picture": ItemPicture,
    "point": Point,
    "step": Step,
}
"""The parts that items of every kind have."""

OWN: dict[str, type[BaseModel]] = {"exhibit": Story}
"""The exhibit's own file."""

_COMMON = frozenset(Cited.model_fields)


@dataclass(frozen=True)
class Table:
    """The fields of an item or of a part of it. key: for the ids of headings; of: the field whose part it is,
    empty for the item itself."""

    key: str
    of: str
    rows: tuple[Field, ...]


def tables(kind: str) -> list[Table]:
    """The fields of a kind (or of a part that all share), then those of each of its parts, and of theirs.

    Parts that every kind has, and the fields of every claim, are told once, elsewhere; so are parts of parts that
    the kind has itself.
    """
    model = {**by_word(), **SHARED, **OWN}[kind]
    found = [Table(kind, "", fields(model))]
    if issubclass(model, Item | Story):
        found += _parts(kind, model, frozenset())
    return found


def _parts(kind: str, model: type[BaseModel], told: frozenset[type[BaseModel]]) -> list[Table]:
    """told: the parts that are told further up."""
    found = []
    parts = [(field, inner(model, field.name)) for field in fields(model)]
    own = told | {part for _, part in parts if part}
    for field, part in parts:
        if part is None or part in told or issubclass(part, Readings | Name | Citation | ItemPicture):
            continue
        rows = tuple(row for row in fields(part) if row.name not in _COMMON)
        found.append(Table(f"{kind}-{field.name}", field.name, rows))
        found += _parts(f"{kind}-{field.name}", part, own)
    return found


def annotated(kind: str) -> str:
    """The file that ``exhibit new`` writes for a kind where every needed field has its example."""
    model = by_word()[kind]
    given: dict[str, list[str]] = {}
    while absent := missing_fields(model, given):
        field = next(field for field in fields(model) if field.name == absent[0])
        given[field.name] = [field.spoken]
    return write(model, given)


@dataclass(frozen=True)
class DateForm:
    """A form of date: what one knows, what one writes, how a page words it and how a timeline draws it."""

    known: str
    written: str
    worded: str
    drawn: str


_FORMS = (
    ("the day", "1963-04-26"),
    ("the month", "1963-04"),
    ("the year", "1963"),
    ("the decade", "197X"),
    ("the century", "19XX"),
    ("the season (21 spring, 22 summer, 23 autumn, 24 winter)", "1978-23"),
    ("about then", "1963-04~"),
    ("then, perhaps", "1963?"),
    ("about then, perhaps", "1963-04%"),
    ("it lasted from one day to another", "1977-12-01/1977-12-02"),
    ("it lasted from one month to another", "1960-08/1960-09"),
    ("it began then and goes on", "1969-06-04/.."),
    ("it began then; when it ended is not known", "1969-06-04/"),
    ("it ended then; when it began is not known", "/1971-10-19"),
    ("one day, somewhere between two", "[1966-09-14..1969-06-04]"),
    ("one day, not after", "[..1971-10-19]"),
    ("one day, not before", "[1972-10-06..]"),
    ("one day or the other", "[1966-09-14,1969-06-04]"),
    ("that it happened, and nothing of when", "unknown"),
)


def date_forms() -> list[DateForm]:
    """Every form of date an editor may write."""
    return [
        DateForm(known, text, in_words(parse_date(text)), _drawn(parse_date(text))) for known, text in _FORMS
    ]


def _drawn(when: Edtf) -> str:
    if not when.known:
        return "not drawn"
    if when.exact:
        return "a dot"
    edges = {
        "": "firm ends",
        "left": "a soft beginning",
        "right": "a soft end",
        "both": "soft ends",
    }
    return f"a bar with {edges[soft_edges(when)]}"
