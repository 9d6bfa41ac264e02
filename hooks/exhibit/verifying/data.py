"""JSON of every kind: in pages, and in files of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.leftovers import left_over
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

SUFFIXES = (".json", ".geojson", ".jsonld", ".webmanifest", ".topojson")
TYPES = ("application/json", "application/ld+json", "importmap", "speculationrules", "application/geo+json")

EDTF_SET = re.compile(r"[\[{][\d.,\s~?%XYES/-]*[\]}]")
"""One of several dates, or all of them, in EDTF (ISO 8601-2, 4.8): in brackets too, and no JSON."""


class NotJsonError(ValueError):
    """A text that is not JSON; with line and column from 1, and what is wrong."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The JSON in a page's scripts; of JSON-LD also that it says in which words."""
    for element in page.of("script"):
        type_ = element.attributes.get("type", "").lower().partition(";")[0].strip()
        if type_ in TYPES or type_.endswith("+json"):
            if "src" in element.attributes:
                yield page.fault(element, "data has to stand in the page; a browser loads none by src", "src")
                continue
            try:
                value = parsed(element.node.text(deep=True))
            except NotJsonError as error:
                where = f"line {error.line}, column {error.column} of it"
                yield page.fault(element, f"no JSON: {error} ({where})")
            else:
                yield from (page.fault(element, what) for what in _linked_data(type_, value))
                yield from (page.fault(element, what) for what in _left(value))
    yield from _in_attributes(page)


def _in_attributes(page: FinishedPage) -> Iterator[SiteFault]:
    """Lists and objects in attributes for scripts (``data-lanes="[…]"``)."""
    for name in sorted(page.attributes):
        for element in page.having(name) if name.startswith("data-") else ():
            value = element.attributes[name].strip()
            if value[:1] in ("[", "{") and not EDTF_SET.fullmatch(value):
                try:
                    parsed(value)
                except NotJsonError as error:
                    yield page.fault(element, f"no JSON: {error} (column {error.column} of it)", name)


def parsed(text: str) -> Any:
    """The value of a JSON text (RFC 8259): without NaN, and no name twice in an object.

    Raises NotJsonError.
    """
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise NotJsonError(error.msg, error.lineno, error.colno) from error
    except RecursionError as error:
        raise NotJsonError("nested too deeply") from error


def _no_constant(name: str) -> None:
    raise NotJsonError(f"{name} is no number of JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        raise NotJsonError(
            f"'{next(name for name in names if names.count(name) > 1)}' stands twice in an object"
        )
    return value


def _linked_data(type_: str, value: Any) -> Iterator[str]:
    if type_ == "application/ld+json":
        for one in value if isinstance(value, list) else [value]:
            if not (isinstance(one, dict) and "@context" in one and ("@type" in one or "@graph" in one)):
                yield "JSON-LD says by '@context' and '@type' what it speaks of"


def _left(value: Any) -> Iterator[str]:
    """What is left over in the texts of a value."""
    for text in texts(value):
        if "<" not in text and (what := left_over(text)):  # HTML for a script is looked at as the page
            yield f"{shown(what, 30)} is left over in {shown(text)}"


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, names of objects apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


def files(site: FinishedSite) -> Iterator[SiteFault]:
    """The files of JSON; what search asks for is looked at further by ``search.py``."""
    for name in sorted(site.files):
        if name.lower().endswith(SUFFIXES):
            try:
                parsed(site.read(name).decode("utf-8"))
            except UnicodeDecodeError:
                yield SiteFault(name, "is not UTF-8; write the file as UTF-8")
            except NotJsonError as error:
                yield SiteFault(name, f"no JSON: {error}", line=error.line, column=error.column)
