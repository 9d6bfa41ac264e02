"""Link: items become one exhibit; every reference is resolved and its backlink computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pydantic import BaseModel

from exhibit.model.citation import Citation
from exhibit.model.declared import declared
from exhibit.model.kinds import COLLECTIONS, Item, Source, collections
from exhibit.model.marks import marks, position
from exhibit.model.references import Ref
from exhibit.problems.problem import MOST, Problem, at_most
from exhibit.reading.broken_marks import broken_marks
from exhibit.reading.exhibit import Backlink, Exhibit
from exhibit.reading.id_messages import no_such_id
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.lost import Lost, folded
from exhibit.reading.mark_messages import check_mark, locator_problem
from exhibit.reading.nodes import Path, path_in_words
from exhibit.reading.partial import partial_item
from exhibit.reading.parts import walk
from exhibit.reading.record import Record, Unread


def link(
    exhibit: Exhibit, items: list[Item], records: list[Record], kept: KeptFiles | None = None
) -> list[Problem]:
    """Fill an exhibit with items and resolve every reference; what names nothing, or the wrong kind,
    becomes a problem.

    exhibit: one that knows the files that could not be loaded; those that could not be parsed are added. kept: of the
    last reading.
    """
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
    lost: list[Lost] = []
    kept = kept or KeptFiles()
    for item in exhibit.items.values():
        problems += at_most(_link_item(exhibit, item, lost, kept))
    for record in unparsed:
        exhibit.records[record.id] = record
        problems += at_most(_link_item(exhibit, partial_item(record), lost, KeptFiles()))
    return [*problems, *folded(exhibit, lost)]


def _aliases(exhibit: Exhibit) -> Iterator[Problem]:
    taken: dict[str, str] = {id_: id_ for id_ in exhibit.items}
    for item in exhibit.items.values():
        for index, alias in enumerate(item.aliases):
            if alias in taken:
                cure = "delete it" if alias in exhibit.items else "delete it in one of the two"
                message = f"the alias '{alias}' is already the name of '{taken[alias]}'; {cure}"
                yield exhibit.problem(item, ("aliases", index), message)
            taken[alias] = item.id


def _link_item(exhibit: Exhibit, item: Item, lost: list[Lost], kept: KeptFiles) -> Iterator[Problem]:
    """The problems of what an item says; lost: where to put the names that nothing has."""
    begun = len(lost)
    exhibit.parts[item.id] = kept.parts_of(item) or list(walk(item))
    kept.parts[item.id] = item, exhibit.parts[item.id]
    seen: set[tuple[str, str, int]] = set()
    root = exhibit.records[item.id].root
    for path, part in exhibit.parts[item.id]:
        if isinstance(part, Citation) and "cite" not in root.written(path)[-2:]:
            continue  # handed down: it is told where it is written
        for field_path, ref, target in references(part, path):
            found, to = exhibit.items.get(target), collections(ref)
            if found is None and target in exhibit.unread and exhibit.unread[target].collection in to:
                continue
            if found is None or found.COLLECTION not in to:
                if len(lost) - begun <= MOST:
                    message = no_such_id(exhibit, to, _as_marked(part, target))
                    lost.append(Lost(target, to, exhibit.problem(item, field_path, message)))
                continue
            key = (target, ref.inverse, id(part))
            if ref.inverse and key not in seen:
                seen.add(key)
                backlink = Backlink(item, ref.inverse, field_path, part)
                exhibit.backlinks.setdefault(target, []).append(backlink)
        yield from _link_prose(exhibit, item, part, path, lost)
        if isinstance(part, Citation):
            yield from _locator(exhibit, item, part, path)


def _as_marked(part: BaseModel, target: str) -> str:
    """A source that is cited as in prose, with its place: ``@gazette#3`` is one slip, not one in each half."""
    return f"{target}#{part.at}" if isinstance(part, Citation) and part.at and target[:1] in "[@" else target


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
    names = {field.attribute: field for field in declared(model) if field.ref}
    return tuple((name, names[name].ref, names[name].name) for name in model.model_fields if name in names)  # type: ignore[misc]


@cache
def _prose_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.attribute for field in declared(model) if field.prose)


def _link_prose(
    exhibit: Exhibit, item: Item, part: BaseModel, path: Path, lost: list[Lost]
) -> Iterator[Problem]:
    """What is wrong with the marks in prose; what they name that is not there goes to the lost."""
    for name in _prose_fields(type(part)):
        text = getattr(part, name)
        record = exhibit.records[item.id]
        start = wrong = 0
        for mark in marks(text or ""):
            message = check_mark(exhibit, mark.target, mark.is_citation)
            opened = record.text.find("[@" if mark.is_citation else "[[", start)
            offset = record.text.find(mark.target, max(opened, start))
            start = offset + 1 if offset >= 0 else start
            if message:
                wrong += 1
                if wrong > MOST + 1:  # it is told that there are more
                    break
                problem = exhibit.problem(item, (*path, name), message)
                if offset >= 0:
                    line, column = position(record.text, offset)
                    problem = Problem(record.file, line, column, path_in_words((*path, name)), message)
                named = mark.target.partition("#")[0]
                if named in exhibit.items or len(lost) > 10 * MOST:
                    yield problem
                else:
                    lost.append(
                        Lost(named, ("sources",) if mark.is_citation else tuple(COLLECTIONS), problem)
                    )
            elif not mark.is_citation:
                backlink = Backlink(item, "Mentioned in", (*path, name), part)
                known = exhibit.backlinks.setdefault(mark.target.partition("#")[0], [])
                if not any(b.item is item and b.heading == "Mentioned in" for b in known):
                    known.append(backlink)
        yield from _broken(exhibit, record, (*path, name), text or "")


def _broken(exhibit: Exhibit, record: Record, path: Path, text: str) -> Iterator[Problem]:
    """The broken marks of a prose, at their places in the file: each of its lines stands there as it is."""
    for offset, message in broken_marks(exhibit, text):
        begun = record.text.find(text.partition("\n")[0])
        end = text.find("\n", offset)
        snippet = text[offset : end if end >= 0 else None]
        at = record.text.find(snippet, max(begun, 0))
        line, column = position(record.text, at) if at >= 0 else record.root.find(path)
        yield Problem(record.file, line, column, path_in_words(path), message)


def _locator(exhibit: Exhibit, item: Item, citation: Citation, path: Path) -> Iterator[Problem]:
    """A locator that its source does not have; the caret under the locator of ``source#37``."""
    source = exhibit.items.get(citation.source)
    if isinstance(source, Source) and (message := locator_problem(source, citation.at)):
        problem = exhibit.problem(item, path, message)
        yield replace(problem, column=problem.column + exhibit.shift(item, path))
