"""Link: items become one exhibit; every reference is resolved and its backlink computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from exhibit.model.claims import LOCATOR, Citation, meant_locator
from exhibit.model.kinds import Item, Organisation, Source
from exhibit.model.marks import marks, position
from exhibit.model.references import COLLECTIONS, Markdown, Ref
from exhibit.model.wording import with_article
from exhibit.problems.problem import Problem, at_most, did_you_mean, shown
from exhibit.problems.suggestion import foreign, meant
from exhibit.reading.exhibit import Backlink, Exhibit
from exhibit.reading.load import Record, Unread
from exhibit.reading.nodes import Path, in_words
from exhibit.reading.partial import salvage


def link(
    items: list[Item], records: list[Record], unread: dict[str, Unread]
) -> tuple[Exhibit, list[Problem]]:
    """Resolve every reference; what names nothing, or the wrong kind, becomes a problem.

    unread: the files that could not be loaded, by id; those that could not be parsed are added.
    """
    exhibit = Exhibit({}, {}, dict(unread))
    by_key = {(record.collection, record.id): record for record in records}
    problems: list[Problem] = []
    for item in items:
        record = by_key[item.COLLECTION, item.id]
        if item.id in exhibit.items:
            other = exhibit.records[item.id].file
            message = f"the id '{item.id}' is taken by {other}; ids are unique across collections"
            problems.append(Problem(record.file, 1, 1, "", message))
            continue
        exhibit.items[item.id], exhibit.records[item.id] = item, record
    problems += _aliases(exhibit)
    unparsed = [record for record in records if record.id not in exhibit.items]
    for record in unparsed:
        exhibit.unread[record.id] = Unread(record.file, record.collection, record.text)
    for item in exhibit.items.values():
        problems += at_most(_link_item(exhibit, item))
    for record in unparsed:
        exhibit.records[record.id] = record
        problems += at_most(_link_item(exhibit, salvage(record)))
    return exhibit, problems


def _aliases(exhibit: Exhibit) -> Iterator[Problem]:
    taken: dict[str, str] = {id_: id_ for id_ in exhibit.items}
    for item in exhibit.items.values():
        for index, alias in enumerate(item.aliases):
            if alias in taken:
                cure = "delete it" if alias in exhibit.items else "delete it in one of the two"
                message = f"the alias '{alias}' is already the name of '{taken[alias]}'; {cure}"
                yield exhibit.problem(item, ("aliases", index), message)
            taken[alias] = item.id


def _link_item(exhibit: Exhibit, item: Item) -> Iterator[Problem]:
    seen: set[tuple[str, str, int]] = set()
    root = exhibit.records[item.id].root
    for path, part in exhibit.parts(item):
        if isinstance(part, Citation) and "cite" not in root.written(path)[-2:]:
            continue  # handed down: it is told where it is written
        for field_path, ref, target in references(part, path):
            found = exhibit.items.get(target)
            if found is None and target in exhibit.unread and exhibit.unread[target].collection in ref.to:
                continue
            if found is None or found.COLLECTION not in ref.to:
                yield exhibit.problem(item, field_path, missing(exhibit, ref.to, target))
                continue
            key = (target, ref.inverse, id(part))
            if ref.inverse and key not in seen:
                seen.add(key)
                backlink = Backlink(item, ref.inverse, field_path, part)
                exhibit.backlinks.setdefault(target, []).append(backlink)
        yield from _link_prose(exhibit, item, part, path)
        if isinstance(part, Citation):
            yield from _locator(exhibit, item, part, path)


def references(part: BaseModel, path: Path) -> Iterator[tuple[Path, Ref, str]]:
    """What a part names: the field that names it, what may stand there, and the id."""
    for name, ref, alias in reference_fields(type(part)):
        value = getattr(part, name)
        if isinstance(value, list):
            for index, target in enumerate(value):
                yield (*path, alias, index), ref, target
        elif value is not None:
            yield (*path, alias), ref, value


@cache
def reference_fields(model: type[BaseModel]) -> tuple[tuple[str, Ref, str], ...]:
    """The reference fields of a model: attribute, what it may name, name in YAML."""
    found = []
    for name, info in model.model_fields.items():
        marks_ = [m for m in info.metadata if isinstance(m, Ref)] + list(_metadata(info.annotation))
        found += [(name, mark, info.alias or name) for mark in marks_ if isinstance(mark, Ref)]
    return tuple(found)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _metadata(inner)


@cache
def _prose_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        name
        for name, info in model.model_fields.items()
        if any(isinstance(m, Markdown) for m in (*info.metadata, *_metadata(info.annotation)))
    )


def missing(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """What to say of a name that no item of some collections has: the id that is meant, if any."""
    if not target:
        return "is empty; name an id or delete the line"
    kind = _either([_SINGULAR[collection] for collection in to]) if len(to) < 5 else "item"
    if target in exhibit.items:
        actual = _SINGULAR[exhibit.items[target].COLLECTION]
        return f"{shown(target)} is {with_article(actual)}; {with_article(kind)} is expected here"
    if named := exhibit.named(target, to):
        return f"no {kind} {shown(target)}; did you mean '{named}'?{foreign(target)}"
    return f"no {kind} {shown(target)}{_nearest(exhibit, to, target)}"


def _nearest(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """The nearest id; where none is near, the item whose name is; ids written as one text."""
    words = target.split(", ") if ", " in target else target.split("; ")
    if len(words) > 1 and all(word in exhibit.items for word in words):
        return f"; did you mean a list, '[{', '.join(words)}]'?"
    if meant(target, exhibit.ids(to)):
        return did_you_mean(target, exhibit.ids(to))
    names = exhibit.names(to)
    if name := meant(target, names):
        return f"; did you mean '{names[name]}'?"
    folders = _either([f"data/{collection}/" for collection in to]) if len(to) < 5 else "data/"
    return did_you_mean(target, exhibit.ids(to)) or f"; an id is the name of a file in {folders}"


def _either(nouns: list[str]) -> str:
    return " or ".join([", ".join(nouns[:-1]), nouns[-1]]) if len(nouns) > 1 else nouns[0]


_SINGULAR = {
    "organisations": "organisation",
    "treaties": "treaty",
    "summits": "summit",
    "events": "event",
    "people": "person",
    "countries": "country",
    "places": "place",
    "sources": "source",
}


def _link_prose(exhibit: Exhibit, item: Item, part: BaseModel, path: Path) -> Iterator[Problem]:
    for name in _prose_fields(type(part)):
        text = getattr(part, name)
        record = exhibit.records[item.id]
        start = 0
        for mark in marks(text or ""):
            message = check_mark(exhibit, mark.target, mark.is_citation)
            opened = record.text.find("[@" if mark.is_citation else "[[", start)
            offset = record.text.find(mark.target, max(opened, start))
            start = offset + 1 if offset >= 0 else start
            if message and offset >= 0:
                line, column = position(record.text, offset)
                yield Problem(record.file, line, column, in_words((*path, name)), message)
            elif message:
                yield exhibit.problem(item, (*path, name), message)
            elif not mark.is_citation:
                backlink = Backlink(item, "Mentioned in", (*path, name), part)
                known = exhibit.backlinks.setdefault(mark.target.partition("#")[0], [])
                if not any(b.item is item and b.heading == "Mentioned in" for b in known):
                    known.append(backlink)


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
        return missing(exhibit, COLLECTIONS, name)
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


def _locator(exhibit: Exhibit, item: Item, citation: Citation, path: Path) -> Iterator[Problem]:
    """A locator that its source does not have; the caret under the locator of ``source#37``."""
    source = exhibit.items.get(citation.source)
    if isinstance(source, Source) and (message := locator_problem(source, citation.at)):
        problem = exhibit.problem(item, path, message)
        yield replace(problem, column=problem.column + exhibit.shift(item, path))
