"""Nodes: one YAML document as text, lists and mappings that know their line and column.

Every scalar stays the text an editor typed: YAML 1.1 would turn NO into false, 1996-04-26 into a
date and 1:30 into 90, and would keep the last of two equal keys in silence. Tags, anchors and
duplicate keys are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 24

Path = tuple[str | int, ...]
"""The way to a part of a file: names of fields and positions in lists, from 0."""

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

    def find(self, path: Path) -> tuple[int, int]:
        """Line and column of a field by its path; steps that nobody wrote are passed over."""
        node, where = self, (self.line, self.column)
        for step in self.written(path):
            key_at = node.keys.get(str(step))
            node = node.child(step) or node
            where = key_at if key_at and isinstance(node.value, dict | list) else (node.line, node.column)
        return where

    def written(self, path: Path) -> Path:
        """The steps of a path that an editor wrote: the short forms leave out ``readings`` and ``0``."""
        node, steps = self, []
        for step in path:
            if child := node.child(step):
                node = child
                steps.append(step)
        return tuple(steps)

    def child(self, step: str | int) -> Node | None:
        """The node one step down, if there is one."""
        if isinstance(self.value, dict):
            return self.value.get(str(step)) if isinstance(step, str) else None
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def key(self, path: Path, name: str) -> tuple[int, int]:
        """Line and column of the key ``name`` in the mapping at a path."""
        node: Node = self
        for step in self.written(path):
            node = node.child(step) or node
        return node.keys.get(name, (node.line, node.column))


class RefusedError(Exception):
    """What YAML allows and the exhibit does not; line and column from 1."""

    def __init__(self, mark: Any, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = mark.line + 1, mark.column + 1, message


def explain(error: yaml.MarkedYAMLError, text: str) -> str:
    """A YAML error in an editor's words."""
    problem = error.problem or "not valid YAML"
    mark, context = error.problem_mark, error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line[: mark.column + 1 if mark else 0]:
        return "not valid YAML: a tab; indent with spaces"
    if "quoted scalar" in (error.context or "") and context:
        return f"not valid YAML: the quote opened in line {context.line + 1} is not closed"
    misplaced = line[:1] == " " and ":" in line[: mark.column + 1 if mark else 0]
    if "mapping values are not allowed" in problem and not (misplaced and line.count(": ") <= 1):
        return "not valid YAML: a second ': ' in one value; put the value in 'single quotes'"
    if "mapping values" in problem or "expected key" in problem or "expected <block end>" in problem:
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
                raise RefusedError(event.start_mark, "the file is empty; it needs at least a title")
        node = _node(loader, loader.get_event(), 0)
        loader.get_event()
        extra = loader.get_event()
        if not isinstance(extra, yaml.StreamEndEvent):
            raise RefusedError(extra.start_mark, "a second document (---) in one file; one item, one file")
        if not isinstance(node.value, dict):
            raise RefusedError(extra.start_mark, "expected fields (`title: …`) at the top of the file")
        return node
    finally:
        loader.dispose()


def _node(loader: Any, event: Any, depth: int) -> Node:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    if depth > MAX_DEPTH:
        raise RefusedError(mark, f"nested more than {MAX_DEPTH} deep")
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise RefusedError(mark, "anchors and aliases (& and *) are not used here; write it out or quote it")
    if event.tag and event.tag != "!":
        raise RefusedError(mark, "tags (!) are not used here; write plain values or quote the text")
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
            raise RefusedError(key_mark, "a field's name must be plain text")
        if key in node.value:
            first = node.keys[key][0]
            raise RefusedError(key_mark, f"the field '{key}' stands twice (first in line {first}); keep one")
        node.keys[key] = (key_mark.line + 1, key_mark.column + 1)
        node.value[key] = _node(loader, loader.get_event(), depth + 1)
    return node
