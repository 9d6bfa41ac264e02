"""Rules of lists and references: nobody stands twice in one, and nothing names itself."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.history import reaches
from exhibit.checking.rule import rule, told
from exhibit.model.citation import Citation
from exhibit.model.kinds import Event, Item, Organisation, Summit
from exhibit.problems.problem import Problem, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.link import references
from exhibit.reading.nodes import Path

MAY_NAME_ITSELF = {"by"}
"""An act in a chain may rest on the text whose chain it is."""

ONE_WAY = {
    "countries": ("succeeds", "descends from"),
    "treaties": ("amends", "amends"),
    "organisations": ("part_of", "is part of"),
    "sources": ("known_from", "is known from"),
}
"""The fields that lead one way only, by collection, with what they say. (Of organisations that descend from others
``history.py`` tells.)"""


@rule
def a_list_names_each_once(exhibit: Exhibit) -> Iterator[Problem]:
    """In one list, and in all the rows of those who took part, each stands once."""
    for item in exhibit.items.values():
        for path, part in exhibit.parts[item.id]:
            seen: set[tuple[object, str]] = set()
            for field, _, target in () if isinstance(part, Citation) else references(part, path):
                if isinstance(field[-1], int):
                    key = (field[-2], target)
                    if key in seen:
                        yield exhibit.problem(item, field, f"{shown(target)} stands here twice; keep one")
                    seen.add(key)
        if isinstance(item, Summit | Event):
            yield from _in_two_rows(exhibit, item)


def _in_two_rows(exhibit: Exhibit, item: Summit | Event) -> Iterator[Problem]:
    """Who took part stands in one row, but for a second with a note of its own."""
    first: dict[tuple[str, str], int] = {}
    for index, row in enumerate(item.participants):
        for name, ids in (("who", row.who), ("by", row.by)):
            for place, id_ in enumerate(ids):
                if first.setdefault((name, id_), index) != index:
                    message = f"{shown(id_)} stands in row {first[name, id_] + 1} already"
                    yield from told(exhibit, item, ("participants", index, name, place), message)


@rule
def nothing_names_itself(exhibit: Exhibit) -> Iterator[Problem]:
    """No item is its own member, amends itself, or names itself under ``see``, or anywhere but in citations."""
    for item in exhibit.items.values():
        for path, part in exhibit.parts[item.id]:
            if isinstance(part, Citation):
                continue
            for field, _, target in references(part, path):
                named = [step for step in field if isinstance(step, str)][-1]
                chain = len(path) > 1 and named in MAY_NAME_ITSELF
                descent = path[:1] == ("succeeds",) or named == "succeeds" and isinstance(item, Organisation)
                if target == item.id and not chain and not descent:
                    yield exhibit.problem(item, field, _own(item, named))


@rule
def what_leads_one_way_leads_back_nowhere(exhibit: Exhibit) -> Iterator[Problem]:
    """No state descends from one that descends from it, no text amends one that amends it, no organisation is
    part of its own part, no source is known from one that is known from it only."""
    for collection, (name, says) in ONE_WAY.items():
        named = {item.id: _named(exhibit, item, name) for item in exhibit.of(collection)}
        edges = {id_: list(fields) for id_, fields in named.items()}
        for id_, fields in named.items():
            for target, field in fields.items():
                if target != id_ and reaches(edges, target, id_):
                    message = f"a circle: {shown(target)} itself {says} {shown(id_)}; keep one of the two"
                    yield exhibit.problem(exhibit.items[id_], field, message)


def _named(exhibit: Exhibit, item: Item, name: str) -> dict[str, Path]:
    """Whom a field of an item names, and where."""
    parts = [(path, part) for path, part in exhibit.parts[item.id] if path[:1] == (name,) or not path]
    found = [one for path, part in parts for one in references(part, path)]
    return {target: field for field, _, target in found if field[0] == name and "cite" not in field}


def _own(item: Item, field: str) -> str:
    what = {"who": "is not a member or party of itself", "amends": "does not amend itself"}
    return f"{shown(item.id)} {what.get(field, 'names itself')}; name another or delete it"


@rule
def people_are_no_members(exhibit: Exhibit) -> Iterator[Problem]:
    """States and organisations belong to an organisation; a person holds an office (``offices`` of the person)."""
    for item in exhibit.of("organisations"):
        assert isinstance(item, Organisation)
        for index, spell in enumerate(item.members):
            for place, who in enumerate(spell.who):
                member = exhibit.items.get(who)
                if member and member.COLLECTION == "people":
                    message = (
                        f"{shown(who)} is a person, and people do not belong to organisations; name the state, or "
                        f"give the person an office `of: {item.id}`"
                    )
                    yield exhibit.problem(item, ("members", index, "who", place), message)
