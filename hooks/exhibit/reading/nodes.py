"""Nodes: one YAML document as text, lists and mappings that know their line and column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Path = tuple[str | int, ...]
"""The way to a part of a file: names of fields and positions in lists, from 0."""


def in_words(path: Path) -> str:
    """A path as the report prints it: ``parties[3].who``; places in lists count from 1."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.lstrip(".")


@dataclass(slots=True)
class Node:
    """A part of a YAML file: text, a list of nodes, or a mapping of nodes; line and column from 1."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def data(self) -> Any:
        """The same without positions: nested str, list and dict."""
        if isinstance(self.value, dict):
            return {key: node.data() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.data() for node in self.value]
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

    def at(self, path: Path) -> Node:
        """The node at a path; steps that nobody wrote are passed over."""
        node = self
        for step in self.written(path):
            node = node.child(step) or node
        return node

    def child(self, step: str | int) -> Node | None:
        """The node one step down, if there is one."""
        if isinstance(self.value, dict):
            return self.value.get(str(step)) if isinstance(step, str) else None
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def key(self, path: Path, name: str) -> tuple[int, int]:
        """Line and column of the key ``name`` in the mapping at a path."""
        node = self.at(path)
        return node.keys.get(name, (node.line, node.column))
