"""Messages about fields: what to say of a value or field that the model of an item does not take.

Each message says what is wrong and, where it can be told, what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from exhibit.model.declared import Declared, declared, field_of, inner
from exhibit.model.fields import Readings
from exhibit.model.locators import meant_locator
from exhibit.model.vocabulary import Term
from exhibit.model.wording import joined
from exhibit.problems.problem import did_you_mean, shown
from exhibit.problems.suggestion import foreign, meant
from exhibit.reading.fault import Fault
from exhibit.reading.meant_terms import meant_term
from exhibit.reading.meant_values import meant_number, wrong_form
from exhibit.reading.nodes import Path
from exhibit.reading.yaml_lines import NAMELESS, space_after_colon


def message(fault: Fault) -> str:
    """What to say of a fault: the message of its type."""
    if fault.given == "" and fault.type not in ("missing", "extra_forbidden"):
        return _empty(fault)
    return _MESSAGES.get(fault.type, _does_not_fit)(fault)


def field_meant(fault: Fault) -> str | None:
    """The field that is meant by an unknown one: one that is not there yet, if any is near."""
    name, known = str(fault.path[-1]), _known_fields(fault)
    there = fault.record.root.at(fault.path[:-1]).keys
    return meant(name, [k for k in known if k not in there]) or meant(name, known)


def _missing(fault: Fault) -> str:
    model = _model_at(fault.model, fault.path[:-1])
    return f"'{fault.name}' is missing{_expected(model, fault.name)}"


def _unknown_field(fault: Fault) -> str:
    name, known = str(fault.path[-1]), _known_fields(fault)
    before, colon, _ = name.partition(":")
    if not name:
        return NAMELESS
    if colon and before in known:
        return space_after_colon(before)
    if best := field_meant(fault):
        twice = " (it is there already)" if best in fault.record.root.at(fault.path[:-1]).keys else ""
        return f"no field {shown(name)} here; did you mean '{best}'?{twice}{foreign(name)}"
    if " " in name.strip() and not fault.record.root.at(fault.path).value:  # what follows a comma in { }
        return f"{shown(name)} stands after a comma as if it were a field; a text with a comma in it needs 'single quotes' here"
    return f"no field {shown(name)} here; its fields: {', '.join(sorted(known))}"


def _no_term(fault: Fault) -> str:
    terms = terms_at(fault.model, fault.path)
    if term := meant_term(str(fault.given), vocabulary_at(fault.model, fault.path)):
        return f"{_shape(fault.given)} is not a term for {fault.name}; did you mean '{term}'?"
    return f"{_shape(fault.given)} is not a term for {fault.name}{did_you_mean(str(fault.given), terms)}"


def _told_by_the_model(fault: Fault) -> str:
    return str(fault.bound["error"])


def _empty(fault: Fault) -> str:
    return f"'{fault.written_name}' is empty; give a value or delete the line"


def _not_a_text(fault: Fault) -> str:
    return f"expected one text, found {_shape(fault.given)}; {_as_text(fault.given)}"


def _not_fields(fault: Fault) -> str:
    form = _form(_model_at(fault.model, fault.path))
    if isinstance(fault.given, str):
        form = form.replace("…", shown(fault.given, 40).strip("'"), 1)
    return f"expected fields, found {_shape(fault.given)}{f'; write `{form}`' if form else ''}"


def _neither_true_nor_false(fault: Fault) -> str:
    nearest = did_you_mean(str(fault.given), ["true", "false"])
    return f"{_shape(fault.given)} is neither true nor false{nearest}"


def _too_much(fault: Fault) -> str:
    return f"{fault.given} is out of range; at most {fault.bound['le']:.15g}"


def _too_little(fault: Fault) -> str:
    return f"{fault.given} is out of range; at least {fault.bound['ge']:g}"


def _too_long(fault: Fault) -> str:
    return f"the text is longer than {fault.bound['max_length']:,} characters; shorten or split it"


def _wrong_form(fault: Fault) -> str:
    given = str(fault.given)
    if fault.name == "at":
        return f"{shown(given)} is not a locator{meant_locator(given)}"
    field = field_at(fault.model, fault.path)
    return wrong_form(field.form if field else None, given)


def _not_a_whole_number(fault: Fault) -> str:
    if fault.name == "geonames" and (found := re.search(r"geonames\.org/([0-9]+)", str(fault.given))):
        return (
            f"{_shape(fault.given)} is the address of a place in GeoNames; write its number, {found.group(1)}"
        )
    return f"{_shape(fault.given)} is not a whole number{meant_number(str(fault.given))}"


def _not_a_number(fault: Fault) -> str:
    return f"{_shape(fault.given)} is not a number{meant_number(str(fault.given))}"


def _does_not_fit(fault: Fault) -> str:
    return f"{_shape(fault.given)} does not fit here; compare with the same field of another file"


_MESSAGES: dict[str, Callable[[Fault], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "enum": _no_term,
    "value_error": _told_by_the_model,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_type": _not_a_text,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_fields,
    "bool_parsing": _neither_true_nor_false,
    "bool_type": _neither_true_nor_false,
    "less_than_equal": _too_much,
    "greater_than_equal": _too_little,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _wrong_form,
    "int_type": _not_a_whole_number,
    "int_parsing": _not_a_whole_number,
    "int_parsing_size": _not_a_whole_number,
    "int_from_float": _not_a_whole_number,
    "float_type": _not_a_number,
    "float_parsing": _not_a_number,
    "finite_number": _not_a_number,
}
"""The message of each type of error (https://docs.pydantic.dev/latest/errors/validation_errors/)."""


def _known_fields(fault: Fault) -> list[str]:
    """The fields, as written in YAML, of the part in which a fault lies."""
    model = _model_at(fault.model, fault.path[:-1])
    return [field.name for field in declared(model) if field.attribute != "id"] if model else []


def _shape(value: Any) -> str:
    """A value as a message names it."""
    return "a list" if isinstance(value, list) else "fields" if isinstance(value, dict) else shown(value)


def _as_text(value: Any) -> str:
    """How to make one text of a list or of fields that stand where a text belongs."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, str):
        return f"write {shown(value)} without brackets"
    return "write one without brackets" if isinstance(value, list) else "put the text in 'single quotes'"


def _form(model: type[BaseModel] | None) -> str:
    """What a part looks like at the least: ``{who: …, status: …}``."""
    if model is None:
        return ""
    needed = [field.name for field in declared(model) if field.required and field.name != "readings"]
    value = model.claim_model().VALUE if issubclass(model, Readings) else ""
    said = ", ".join(f"{name}: …" for name in (*needed, value) if name)
    return f"{{{said}}}" if said else ""


def _model_at(model: type[BaseModel] | None, path: Path) -> type[BaseModel] | None:
    """The model that stands at a path, found by following the fields."""
    for step in path:
        if model is None:
            return None
        if isinstance(step, str):
            model = inner(model, step)
    return model


def attribute_of(model: type[BaseModel], step: str) -> str:
    """The attribute behind a field's name in YAML (``from`` is ``start``)."""
    return next((field.attribute for field in declared(model) if field.name == step), step)


def field_at(model: type[BaseModel], path: Path) -> Declared | None:
    """The innermost field of a path."""
    step = next((i for i in range(len(path) - 1, -1, -1) if isinstance(path[i], str)), 0)
    holder = _model_at(model, path[:step])
    return field_of(holder, str(path[step])) if holder and path else None


def terms_at(model: type[BaseModel], path: Path) -> list[str]:
    """The terms of the vocabulary that the field at a path takes, as they are written; none where it takes any text."""
    return [term.value for term in vocabulary_at(model, path)]


def vocabulary_at(model: type[BaseModel], path: Path) -> list[Term]:
    """The vocabulary from which the field at a path takes its value; empty where it takes any text."""
    field = field_at(model, path)
    return list(field.terms) if field else []


def _expected(model: type[BaseModel] | None, name: str) -> str:
    """What a field that is missing takes, as its declaration says: terms, ids, or a text."""
    field = field_of(model, name) if model else None
    if field is None or field.inner:
        return ""
    if field.terms:
        return f"; one of: {', '.join(term.value for term in field.terms)}"
    if field.ref and field.many:
        return f"; add `{name}: ids of {joined(field.ref.to, 'or')}`"
    sentence = re.split("[.:;]", field.told.sentence)[0]
    return f"; add `{name}: {sentence[:1].lower()}{sentence[1:]}`"
