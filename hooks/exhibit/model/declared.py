"""Declared: the fields of a model as schema, handbook, drafts, messages, pages and changes see them.

What a field says of itself stands at its declaration; here alone the declarations are read. (Over the values in
an item goes ``reading/parts.py``; over those of two versions, side by side, ``changes/fields.py``.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import EnumMeta
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from exhibit.model.claims import OneOrMore
from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField, PlaceField, Point, Readings
from exhibit.model.forms import Form
from exhibit.model.references import Markdown, Ref
from exhibit.model.told import WORDS, ModelError, Told, told_of
from exhibit.model.vocabulary import Term
from exhibit.problems.problem import did_you_mean


@dataclass(frozen=True)
class Declared:
    """One field of a model.

    name: in YAML; attribute: in Python (``from`` is ``start``). inner: the model of what stands in it, None where
    it is plain. terms: the vocabulary to choose from. many: whether it is a list, for which one thing may stand.
    ref: what it may name. prose: whether its text is Markdown; form: how its text is written, where there is but one way.
    """

    name: str
    attribute: str
    info: FieldInfo
    told: Told
    inner: type[BaseModel] | None
    terms: tuple[Term, ...]
    many: bool
    ref: Ref | None
    prose: bool
    form: Form | None

    @property
    def required(self) -> bool:
        return self.info.is_required()

    @property
    def word(self) -> str:
        """What it is called in a sentence."""
        label = self.told.label
        return self.told.word or (label[:1].lower() + label[1:] if label else self.name.replace("_", " "))

    @property
    def is_claim(self) -> bool:
        """Whether it holds one claim, or readings: a value with who says so."""
        return bool(self.inner and issubclass(self.inner, Readings) and not issubclass(self.inner, Point))


@cache
def declared(model: type[BaseModel]) -> tuple[Declared, ...]:
    """The fields of a model in the order in which a file has them.

    First those that say so, then the others as declared, a class's own before those it inherits; one that
    says after which it stands is put there. Raises ModelError for a field of which nothing is told, or nothing that can be.
    """
    attributes = list(model.model_fields)
    found = {name: _declared(model, name) for name in attributes}
    own_first = dict.fromkeys(
        name for class_ in model.__mro__ for name in _annotated(class_) if name in found
    )
    first = [found[name] for name in attributes if found[name].told.first]
    rest = [found[name] for name in own_first if not found[name].told.first]
    there = {field.name for field in found.values()}
    order = [*first, *(field for field in rest if field.told.after not in there)]
    waiting = [field for field in rest if field.told.after in there]
    while waiting:
        known = [one.name for one in order]
        placed = next((field for field in waiting if field.told.after in known), None)
        if placed is None:
            names = ", ".join(field.name for field in waiting)
            raise ModelError(
                f"{model.__name__}: each of {names} stands after another of them; say where one stands"
            )
        order.insert([one.name for one in order].index(placed.told.after) + 1, placed)
        waiting.remove(placed)
    return tuple(order)


def prove(models: Iterable[type[BaseModel]]) -> None:
    """Look at all that models and the models in them tell. Raises ModelError over the first fault."""
    seen: set[type[BaseModel]] = set()
    waiting = list(models)
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            waiting += [field.inner for field in declared(model) if field.inner]


@cache
def field_of(model: type[BaseModel], name: str) -> Declared | None:
    """The field of a model by its name in YAML, else by its attribute; None where there is none.

    A field written as one claim has the claim's fields too.
    """
    for field in declared(model):
        if name in (field.name, field.attribute):
            return field
    return field_of(model.claim_model(), name) if issubclass(model, Readings) else None


def label(model: type[BaseModel], name: str) -> str:
    """What pages call a field of a model, by its name in YAML or its attribute: its label, else its word. Raises
    ModelError for a field that there is not."""
    field = field_of(model, name)
    if field is None:
        raise ModelError(f"{model.__name__}: no field {name}")
    return field.told.label or field.word[:1].upper() + field.word[1:]


def word(model: type[BaseModel], name: str) -> str:
    """What a field of a model is called in a sentence, by its attribute or its name in YAML; else its name."""
    field = field_of(model, name)
    return field.word if field else name.replace("_", " ")


def inner(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model of what stands in a field (by its name in YAML), or None where it is plain."""
    return next((field.inner for field in declared(model) if field.name == name), None)


def described(model: type[BaseModel], keys: Collection[str]) -> type[BaseModel]:
    """The model of a mapping that has these keys: a field written as one claim is that claim."""
    whole = "readings" in keys or "steps" in keys or issubclass(model, Point)
    return model if whole or not issubclass(model, Readings) else model.claim_model()


@cache
def mapping(model: type[BaseModel]) -> tuple[tuple[Declared, bool], ...]:
    """The fields that a mapping of a model may have, in the order of a file, each with whether it is there for
    the short form: a field written as one claim has the claim's fields, after its own."""
    own = declared(model)
    if not issubclass(model, Readings):
        return tuple((field, False) for field in own)
    names = [field.name for field in own]
    short = [(field, True) for field in declared(model.claim_model()) if field.name not in names]
    return (*((field, False) for field in own), *short)


def _annotated(class_: type) -> dict[str, Any]:
    return dict(vars(class_).get("__annotations__", {}))


def _declared(model: type[BaseModel], attribute: str) -> Declared:
    info = model.model_fields[attribute]
    said = told_of(info)
    if said is None:
        raise ModelError(f"{model.__name__}.{attribute}: declare it with told(), which says what it is")
    for word in said.unknown:
        raise ModelError(
            f"{model.__name__}.{attribute}: told() has no '{word}'{did_you_mean(word, sorted(WORDS))}"
        )
    marks = [*info.metadata, *_metadata(info.annotation)]
    one = set() if get_origin(info.annotation) is list else {info.annotation, *get_args(info.annotation)}
    refers = any(isinstance(mark, Ref) for mark in marks) and get_origin(info.annotation) is not list
    many = any(isinstance(mark, OneOrMore) for mark in marks)
    if get_origin(info.annotation) is list and not many:
        raise ModelError(f"{model.__name__}.{attribute}: declare a list as Many[…], for which one may stand")
    for mark, is_said, fits in (
        ("when", said.when, refers or bool(one & {DateField, Edtf})),
        ("where", said.where, refers or PlaceField in one),
        ("event", said.event is not None, DateField in one),
    ):
        if is_said and not fits:
            raise ModelError(f"{model.__name__}.{attribute}: told() says {mark}=, which its type cannot give")
    return Declared(
        info.alias or attribute,
        attribute,
        info,
        said,
        next(_models(info.annotation), None),
        tuple(_terms(info.annotation)),
        many,
        next((mark for mark in marks if isinstance(mark, Ref)), None),
        any(isinstance(mark, Markdown) for mark in marks),
        next((mark for mark in reversed(marks) if isinstance(mark, Form)), None),
    )


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _terms(annotation: Any) -> Iterator[Term]:
    if isinstance(annotation, EnumMeta):
        yield from annotation
    for part in get_args(annotation):
        yield from _terms(part)
