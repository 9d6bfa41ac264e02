"""Nodes: one YAML document as text, lists and mappings that know their line and column, or what is wrong with it.

Every scalar stays the text an editor typed: YAML 1.1 would turn NO into false, 1963-04-26 into a
date and 1:30 into 90, and would keep the last of two equal keys in silence. Tags, anchors and
duplicate keys are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from exhibit.problems.problem import shown
from exhibit.reading.characters import ODD_SPACE, odd_space, unseen
from exhibit.reading.yaml_lines import SWALLOWED, colonless, space_after_colon
from exhibit.reading.yaml_messages import diagnose
from exhibit.reading.yaml_traces import WIDE, other_sign

MAX_DEPTH = 24
MAX_ENTRIES = 1000
"""Entries of one list, fields of one mapping: far above what an item has, and soon read."""

USUAL_KEY = re.compile(r"[a-z_0-9]+$")
"""A field's name that needs no closer look: most do not, and a closer look at each takes its time."""

DROPPED = re.compile(r"(\s+)#\S")
"""What follows a value and would be dropped as a comment."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]
"""The way to a part of a file: names of fields and positions in lists, from 0."""


def path_in_words(path: Path) -> str:
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


class UnreadableError(Exception):
    """What cannot be read, or what YAML allows and the exhibit does not; line and column from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


def read(text: str) -> Node:
    """Read one YAML document into nodes. Raises UnreadableError."""
    loader = Loader(text)
    try:
        return _document(loader, text)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(*diagnose(error, text)) from None
    except yaml.YAMLError:
        raise UnreadableError(
            1, 1, "the file cannot be read as YAML; copy its text into a new file"
        ) from None
    finally:
        loader.dispose()


def _document(loader: Any, text: str) -> Node:
    if not text.strip():
        raise UnreadableError(1, 1, "the file is empty; it needs at least a title")
    for kind in (yaml.StreamStartEvent, yaml.DocumentStartEvent):
        event = loader.get_event()
        if not isinstance(event, kind):
            raise UnreadableError(1, 1, "the file holds comments only; it needs at least a title")
    root = loader.get_event()
    node = _Reader(loader, text.split("\n")).node(root, 0)
    loader.get_event()
    extra = loader.get_event()
    if not isinstance(extra, yaml.StreamEndEvent):
        raise _unreadable(extra, "a second document (---) in one file; one item, one file")
    if not isinstance(node.value, dict):
        colon = colonless(text.split("\n"), node.line - 1) if isinstance(node.value, str) else None
        raise UnreadableError(
            *(colon or (node.line, node.column, "expected fields (`title: …`) at the top of the file"))
        )
    return node


def _unreadable(event: Any, message: str) -> UnreadableError:
    return UnreadableError(event.start_mark.line + 1, event.start_mark.column + 1, message)


@dataclass
class _Reader:
    """Makes nodes of a loader's events; the lines of the text are for what YAML drops in silence."""

    loader: Any
    lines: list[str]

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        if depth > MAX_DEPTH:
            raise _unreadable(event, f"nested more than {MAX_DEPTH} deep; close the brackets before")
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _unreadable(
                event, "anchors and aliases (& and *) are not used here; write it out or quote it"
            )
        if event.tag and event.tag != "!":
            raise _unreadable(event, "tags (!) are not used here; write plain values or quote the text")
        node = Node("", mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            node.value = event.value
            node.column += event.style in ("'", '"')
            self.check_text(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node.value = self.items(depth)
        else:
            self.fields(node, depth)
        return node

    def items(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(inner := self.loader.get_event(), yaml.SequenceEndEvent):
            if len(items) == MAX_ENTRIES:
                raise _unreadable(inner, f"more than {MAX_ENTRIES:,} entries in one list; split the item")
            items.append(self.node(inner, depth + 1))
        return items

    def fields(self, node: Node, depth: int) -> None:
        fields: dict[str, Node] = {}
        node.value = fields
        while not isinstance(inner := self.loader.get_event(), yaml.MappingEndEvent):
            key_node = self.node(inner, depth + 1)
            key = key_node.value
            if not isinstance(key, str):
                raise _unreadable(
                    inner, "a field's name must be plain text; quote a value that begins with a bracket"
                )
            if not USUAL_KEY.match(key):
                self.check_key(inner, key)
            if key in fields:
                first = node.keys[key][0]
                listed = depth and key_node.line > first
                cure = "keep one, or begin each entry of a list with '- '" if listed else "keep one"
                raise _unreadable(
                    inner, f"the field {shown(key)} stands twice (first in line {first}); {cure}"
                )
            if len(fields) == MAX_ENTRIES:
                raise _unreadable(inner, f"more than {MAX_ENTRIES:,} fields in one place; split the item")
            node.keys[key] = (key_node.line, key_node.column)
            fields[key] = self.node(self.loader.get_event(), depth + 1)

    def check_key(self, event: Any, key: str) -> None:
        """Refuse a field's name that hides a mistake."""
        if odd := ODD_SPACE.search(key):
            raise _unreadable(event, f"{odd_space(odd.group())} in the field's name; type an ordinary space")
        if wide := WIDE.search(key):
            raise _unreadable(event, other_sign(wide.group()))
        if event.start_mark.column == 0 and re.match(r"\+ ?[a-z_]+$", key):
            raise _unreadable(event, "the '+' of a diff was left here; delete it")
        if re.match(r"-[^\s-]", key):
            raise _unreadable(event, "a space is missing after the dash")

    def check_text(self, event: Any) -> None:
        """Refuse what YAML would read in silence as something else than an editor sees."""
        if event.style:
            if found := unseen(event.value):  # an escape such as \0: as letters load() refuses them
                raise _unreadable(event, f"{found[1]} in the text; delete it")
            return
        if event.value in ("null", "Null", "NULL", "~"):
            message = (
                f"'{event.value}' is no value here; delete the line, or put it in 'quotes' if it is the text"
            )
            raise _unreadable(event, message)
        if event.value.startswith("-") and re.match(r"-[^\W\d_]", event.value):
            diff = event.start_mark.column == 0 and re.match(r"-[a-z_]+$", event.value)
            what = (
                "the '-' of a diff was left here; delete it" if diff else "a space is missing after the dash"
            )
            raise _unreadable(event, what)
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if lost := DROPPED.match(line, end.column):
            column = end.column + len(lost.group(1)) + 1
            message = (
                "what follows ' #' would be dropped as a comment; close the gap, or put the value in 'quotes'"
            )
            raise UnreadableError(end.line + 1, column, message)
        for number in range(event.start_mark.line + 1, end.line + 1):
            if swallowed := SWALLOWED.match(self.lines[number][: end.column if number == end.line else None]):
                column = len(swallowed.group(1)) + 1
                message = f"this line continues the text above; {space_after_colon(swallowed.group(2))}"
                raise UnreadableError(number + 1, column, message)
