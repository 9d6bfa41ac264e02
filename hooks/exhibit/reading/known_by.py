"""What an item is known by: its id, names, abbreviations, years and addresses, each with its place in the file.

It is read from the files as they are written, so that an item with a fault in it is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from exhibit.model.kinds import KINDS, dated_by
from exhibit.reading.nodes import Node, Path
from exhibit.reading.record import Record
from exhibit.reading.romanised import words

BODIES = "bodies"
ABOUT = {"title_en": 0.9, "authors": 0.6, "publisher": 0.6, "container": 0.6}
"""Further fields in whose words an item is found, and how much a hit counts beside one in its name."""
ID, YEAR, KIND, BODY = 0.9, 0.8, 0.3, 0.7
"""How much a hit in these counts, beside one in a name."""
ADDRESSES = ("url", "archive")
NAMED, OF_NAMED = ("organisations", "place"), 0.4
"""References to items whose names lead here too, Лига to a meeting of the League, and how much a hit in those counts."""


@dataclass(frozen=True)
class Said:
    """A text by which an item is known. path: where it stands; weight: how much a hit in it counts, up to 1."""

    text: str
    path: Path
    weight: float = 1.0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words as they are looked for."""
        return words(self.text)


@dataclass(frozen=True)
class KnownBy:
    """An item as it is known. addresses: those of a source, each with its path."""

    record: Record
    title: str
    years: tuple[str, ...]
    said: tuple[Said, ...]
    addresses: tuple[tuple[str, Path], ...]

    @property
    def kind(self) -> str:
        """What it is: treaty."""
        return KINDS[self.record.collection].SINGULAR

    def line(self, path: Path) -> int:
        """The line of its file on which a part begins, from 1."""
        return self.record.root.find(path)[0]


def all_known_by(records: Iterable[Record]) -> list[KnownBy]:
    """What each item is known by, the names of its organisations and its place among it."""
    found = {record.id: known_by(record) for record in records}
    return [replace(one, said=(*one.said, *_of_named(one.record, found))) for one in found.values()]


def _of_named(record: Record, known: dict[str, KnownBy]) -> Iterator[Said]:
    for name in NAMED:
        node = record.root.child(name)
        if node and isinstance(node.value, dict):
            node = node.child(name)
        ids = _texts(node) if node else []
        for said in (said for id_ in ids if id_ in known for said in known[id_].said):
            if said.weight == 1.0:
                yield Said(said.text, (name,), OF_NAMED)


def known_by(record: Record) -> KnownBy:
    """What an item is known by itself."""
    title = _text(record.root, "title")
    years = tuple(_years(record))
    named = [Said(title, ("title",)), Said(record.id, (), ID), *_names(record.root, (), 1.0)]
    for number, body in enumerate(_list(record.root, BODIES)):
        named.append(Said(_text(body, "title"), (BODIES, number, "title"), BODY))
        named += _names(body, (BODIES, number), BODY)
    about = [
        Said(" ".join(_texts(node)), (name,), weight)
        for name, weight in ABOUT.items()
        if (node := record.root.child(name))
    ]
    about += [Said(year, (), YEAR) for year in years]
    about.append(Said(KINDS[record.collection].SINGULAR, (), KIND))
    urls = [(address(url), (name,)) for name in ADDRESSES if (url := _text(record.root, name))]
    said = tuple(one for one in [*named, *about] if one.text)
    return KnownBy(record, title, years, said, tuple(urls))


def address(url: str) -> str:
    """An address as it is compared: without what differs between two copies of it (scheme, ``www.``, fragment, the
    last slash)."""
    bare = re.sub(r"^(https?://)?(www\.)?", "", url.strip(), flags=re.IGNORECASE)
    return bare.partition("#")[0].rstrip("/").casefold()


def _names(node: Node, path: Path, weight: float) -> Iterator[Said]:
    for number, name in enumerate(_list(node, "names")):
        yield Said(_text(name, "text"), (*path, "names", number, "text"), weight)
    for number, alias in enumerate(_list(node, "aliases")):
        if isinstance(alias.value, str):
            yield Said(alias.value, (*path, "aliases", number), weight)


def _years(record: Record) -> Iterator[str]:
    """The years of the dates that give an item its date, the one that counts first."""
    found = []
    for field in dated_by(KINDS[record.collection]):
        if node := record.root.child(field.name):
            found += sorted(_dates(node), key=lambda date: not date[0])
    return iter(
        dict.fromkeys(year for _, text in found for year in re.findall(r"(?<!\d)\d{3}[\dX](?!\d)", text))
    )


def _dates(node: Node) -> Iterator[tuple[bool, str]]:
    """Each date below a node as it is written, and whether it is the one of several steps that counts."""
    if isinstance(node.value, str):
        yield False, node.value
    elif isinstance(node.value, list):
        for one in node.value:
            yield from _dates(one)
    else:
        counts = _text(node, "counts") == "true"
        for name in ("steps", "date", "readings"):
            if part := node.child(name):
                yield from ((counts or counting, text) for counting, text in _dates(part))


def _text(node: Node, name: str) -> str:
    child = node.child(name)
    return child.value if child and isinstance(child.value, str) else ""


def _list(node: Node, name: str) -> list[Node]:
    """What stands in a field that takes a list: its entries, or the one that stands for a list."""
    child = node.child(name)
    return [] if child is None else child.value if isinstance(child.value, list) else [child]


def _texts(node: Node) -> list[str]:
    """A text, or those of a list."""
    nodes = node.value if isinstance(node.value, list) else [node]
    return [one.value for one in nodes if isinstance(one.value, str)]
