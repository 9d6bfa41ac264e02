"""Load: the only stage that reads the disk. A YAML file becomes nodes that know their line.

Every scalar stays the text an editor typed: YAML 1.1 would turn NO into false, 1996-04-26 into a
date and 1:30 into 90, and would keep the last of two equal keys in silence. Tags, anchors and
duplicate keys are refused.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from exhibit.model.references import COLLECTIONS
from exhibit.problems import Problem, did_you_mean

MAX_BYTES = 400_000
MAX_DEPTH = 24
_STEM = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Node:
    """A part of a YAML file: text, a list of nodes, or a mapping of nodes; line and column from 1."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> Any:
        """The same without positions: nested str, list and dict."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def find(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of a field by its path.

        Steps that the short forms leave out (``readings``, ``0``) are passed over.
        """
        node, where = self, (self.line, self.column)
        for step in path:
            value = node.value
            if isinstance(value, dict) and step in value:
                node, where = value[str(step)], node.keys[str(step)]
                if not isinstance(node.value, dict | list):
                    where = (node.line, node.column)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                node = value[step]
                where = (node.line, node.column)
        return where

    def key(self, path: tuple[str | int, ...], name: str) -> tuple[int, int]:
        """Line and column of the key ``name`` in the mapping at a path."""
        node = self
        for step in path:
            value = node.value
            if isinstance(value, dict) and step in value:
                node = value[str(step)]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                node = value[step]
        return node.keys.get(name, (node.line, node.column))


@dataclass(frozen=True)
class Record:
    """One data file as loaded: its path in the project, collection, id and content."""

    file: str
    collection: str
    id: str
    text: str
    root: Node


class _Refused(Exception):
    def __init__(self, mark: Any, message: str) -> None:
        self.line, self.column, self.message = mark.line + 1, mark.column + 1, message


def load(root: Path) -> tuple[list[Record], list[Problem]]:
    """Read every data file below ``root/data``; what cannot be read becomes a problem."""
    records: list[Record] = []
    problems: list[Problem] = []
    for path in _files(root / "data", root, problems):
        record = _load_file(path, root, problems)
        if record:
            records.append(record)
    return records, problems


def _files(data: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    if not data.is_dir():
        problems.append(Problem("data", 1, 1, "", "there is no folder data/ here"))
        return
    for folder in sorted(os.scandir(data), key=lambda entry: entry.name):
        name = f"data/{folder.name}"
        if folder.name.startswith("."):
            continue
        if folder.is_symlink() or not folder.is_dir() or folder.name not in COLLECTIONS:
            hint = did_you_mean(folder.name, COLLECTIONS)
            problems.append(Problem(name, 1, 1, "", f"data/ holds folders of collections only{hint}"))
            continue
        for entry in sorted(os.scandir(folder.path), key=lambda entry: entry.name):
            if not entry.name.startswith("."):
                yield Path(entry.path)


def _load_file(path: Path, root: Path, problems: list[Problem]) -> Record | None:
    file = path.relative_to(root).as_posix()

    def refuse(message: str, line: int = 1, column: int = 1) -> None:
        problems.append(Problem(file, line, column, "", message))

    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        refuse("not a plain file (a link, folder or device); put a .yml file here")
        return None
    if path.suffix != ".yml" or not _STEM.match(path.stem):
        refuse("a data file is named by its id: lower-case letters, digits and hyphens, then .yml")
        return None
    if path.stat().st_size > MAX_BYTES:
        refuse(f"the file has more than {MAX_BYTES:,} bytes; split the item")
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start]
        refuse("not UTF-8; save the file as UTF-8", before.count(b"\n") + 1)
        return None
    if control := _CONTROL.search(text):
        before_text = text[: control.start()]
        line = before_text.count("\n") + 1
        column = control.start() - (before_text.rfind("\n") + 1) + 1
        refuse(f"a control character (U+{ord(control.group()):04X}); delete it", line, column)
        return None
    try:
        root_node = read(text)
    except _Refused as refused:
        refuse(refused.message, refused.line, refused.column)
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        refuse(_explain(error, text), mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)
        return None
    return Record(file, path.parent.name, path.stem, text, root_node)


def _explain(error: yaml.MarkedYAMLError, text: str) -> str:
    """A YAML error in an editor's words."""
    problem = error.problem or "not valid YAML"
    mark = error.problem_mark
    line = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in line[: mark.column + 1 if mark else 0]:
        return "not valid YAML: a tab; indent with spaces"
    if "mapping values are not allowed" in problem:
        return "not valid YAML: a second ': ' in one value; put the value in 'single quotes'"
    if "did not find expected key" in problem or "expected <block end>" in problem:
        return "not valid YAML: the indentation does not fit the lines above"
    return f"not valid YAML: {problem}"


def read(text: str) -> Node:
    """Read one YAML document into nodes.

    Raises yaml.MarkedYAMLError or a refusal, each with its mark.
    """
    loader = Loader(text)
    try:
        for kind in (yaml.StreamStartEvent, yaml.DocumentStartEvent):
            event = loader.get_event()
            if not isinstance(event, kind):
                raise _Refused(event.start_mark, "the file is empty; it needs at least a title")
        node = _node(loader, loader.get_event(), 0)
        loader.get_event()
        extra = loader.get_event()
        if not isinstance(extra, yaml.StreamEndEvent):
            raise _Refused(extra.start_mark, "a second document (---) in one file; one item, one file")
        if not isinstance(node.value, dict):
            raise _Refused(extra.start_mark, "expected fields (`title: …`) at the top of the file")
        return node
    finally:
        loader.dispose()


def _node(loader: Any, event: Any, depth: int) -> Node:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    if depth > MAX_DEPTH:
        raise _Refused(mark, f"nested more than {MAX_DEPTH} deep")
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise _Refused(mark, "anchors and aliases (& and *) are not used here; write it out or quote it")
    if event.tag and event.tag != "!":
        raise _Refused(mark, "tags (!) are not used here; write plain values or quote the text")
    if isinstance(event, yaml.ScalarEvent):
        return Node(event.value, line, column)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := loader.get_event(), yaml.SequenceEndEvent):
            items.append(_node(loader, inner, depth + 1))
        return Node(items, line, column)
    node = Node({}, line, column)
    assert isinstance(node.value, dict)
    while not isinstance(inner := loader.get_event(), yaml.MappingEndEvent):
        key_mark = inner.start_mark
        key = _node(loader, inner, depth + 1).value
        if not isinstance(key, str):
            raise _Refused(key_mark, "a field's name must be plain text")
        if key in node.value:
            first = node.keys[key][0]
            raise _Refused(key_mark, f"the field '{key}' stands twice (first in line {first}); keep one")
        node.keys[key] = (key_mark.line + 1, key_mark.column + 1)
        node.value[key] = _node(loader, loader.get_event(), depth + 1)
    return node


def load_docs(docs: Path, root: Path) -> dict[str, str]:
    """The hand-written Markdown pages below a folder, by path in the project."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*.md"))
        if path.is_file() and not path.is_symlink()
    }
