"""Messages about marks in prose, ``[[id]]`` and ``[@source#37]``, and about places in sources."""

from __future__ import annotations

import re

from exhibit.model.kinds import COLLECTIONS, Organisation, Source
from exhibit.model.locators import LOCATOR, meant_locator, taken_apart
from exhibit.problems.problem import did_you_mean, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.id_messages import no_such_id


def check_mark(exhibit: Exhibit, target: str, is_citation: bool) -> str:
    """What is wrong with a mark in prose or docs, or the empty text."""
    name, hash_, tail = target.partition("#")
    if name not in exhibit.items and name in exhibit.unread:
        return ""
    if is_citation:
        source = exhibit.items.get(name)
        if not isinstance(source, Source):
            return no_such_id(exhibit, ("sources",), name)
        return locator_problem(source, tail if hash_ else None)
    if name not in exhibit.items:
        return no_such_id(exhibit, tuple(COLLECTIONS), name)
    if hash_ and isinstance(exhibit.items[name], Source):
        return f"'{name}' is a source; write [@{name}#{tail}]"
    if hash_ and not exhibit.body(target):
        item = exhibit.items[name]
        bodies = [body.id for body in item.bodies] if isinstance(item, Organisation) else []
        return f"'{name}' has no body {shown(tail)}{did_you_mean(tail, bodies)}"
    return ""


def locator_problem(source: Source, at: str | None) -> str:
    """What is wrong with a locator of a source, or the empty text."""
    if at is None:
        return ""
    if not re.match(LOCATOR, at):
        return f"{shown(at)} is not a locator{meant_locator(at)}"
    unit, numbers = taken_apart(at)
    if numbers[-1] < numbers[0]:
        return f"the locator '{at}' runs backwards; write {unit.sign}{numbers[-1]}-{numbers[0]}"
    for last_unit, (last,) in map(taken_apart, source.last):
        if last_unit == unit and numbers[-1] > last:
            return (
                f"'{source.id}' ends with {unit.singular} {last}; there is no {unit.singular} {numbers[-1]}"
            )
    return f"there is no {unit.singular} 0" if numbers[0] == 0 else ""
