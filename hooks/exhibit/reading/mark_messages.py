"""Messages about marks in prose, ``[[id]]`` and ``[@source#37]``, and about places in sources."""

from __future__ import annotations

import re

from exhibit.model.claims import LOCATOR, meant_locator
from exhibit.model.kinds import COLLECTIONS, Organisation, Source
from exhibit.problems.problem import did_you_mean, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.id_messages import missing


def check_mark(exhibit: Exhibit, target: str, is_citation: bool) -> str:
    """What is wrong with a mark in prose or docs, or the empty text."""
    name, hash_, tail = target.partition("#")
    if name not in exhibit.items and name in exhibit.unread:
        return ""
    if is_citation:
        source = exhibit.items.get(name)
        if not isinstance(source, Source):
            return missing(exhibit, ("sources",), name)
        return locator_problem(source, tail if hash_ else None)
    if name not in exhibit.items:
        return missing(exhibit, tuple(COLLECTIONS), name)
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
    prefix = re.match(r"[a-z]*", at).group()  # type: ignore[union-attr]
    numbers = [int(n) for n in re.findall(r"[0-9]+", at)]
    if numbers[-1] < numbers[0]:
        return f"the locator '{at}' runs backwards; write {prefix}{numbers[-1]}-{numbers[0]}"
    unit = {"": "paragraph", "p": "page", "art": "article", "s": "section"}[prefix]
    for last in source.last:
        if re.match(rf"^{prefix}[0-9]+$", last) and numbers[-1] > int(last.removeprefix(prefix)):
            return f"'{source.id}' ends with {unit} {last.removeprefix(prefix)}; there is no {unit} {numbers[-1]}"
    return f"there is no {unit} 0" if numbers[0] == 0 else ""
