"""Problems of fields: what a model does not take of a record, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from exhibit.problems.problem import MOST, Problem
from exhibit.reading.fault import Fault
from exhibit.reading.field_messages import field_meant, message
from exhibit.reading.nodes import Path, path_in_words
from exhibit.reading.record import Record


def field_problems(record: Record, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """The problems of a record, no more than are told; a misspelt field is not missing as well."""
    faults = [Fault(record, model, detail) for detail in error.errors(include_url=False)[:MOST]]
    meant_by = {(fault.path[:-1], field_meant(fault)) for fault in faults if fault.type == "extra_forbidden"}
    for fault in faults:
        if fault.type == "missing" and (fault.path[:-1], fault.path[-1]) in meant_by:
            continue
        line, column = _place(fault)
        yield Problem(record.file, line, column, path_in_words(_written(fault)), message(fault))


def _written(fault: Fault) -> Path:
    """The path as an editor would write it; what is missing ends it all the same."""
    written = fault.record.root.written(fault.path)
    return (*written, fault.path[-1]) if fault.type == "missing" else written


def _place(fault: Fault) -> tuple[int, int]:
    """Line and column: of the field that is wrong, or of the part that lacks one."""
    root, path = fault.record.root, fault.path
    if fault.type == "missing":
        return root.find(path[:-1]) if path[:-1] else (1, 1)
    if fault.type == "extra_forbidden":
        return root.key(path[:-1], str(path[-1]))
    value = root.at(path)
    line, column = root.find(path)
    if path[-1:] == ("at",) and isinstance(value.value, str):
        column += value.value.find("#") + 1
    return line, column
