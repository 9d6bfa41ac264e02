"""The navigation as mkdocs.yml has it: which pages it names, and where.

It is read here as text: all else in that file but the settings (``settings.py``) is for MkDocs, which reads it itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from exhibit.reading.nodes import Loader
from exhibit.reading.settings import FILE, child


@dataclass(frozen=True)
class NavEntry:
    """A page that the navigation names: its Markdown path, with line and column from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Navigation:
    """The pages that the navigation names; text: of the file."""

    pages: tuple[NavEntry, ...] = ()
    text: str = ""


def read_navigation(root: Path) -> Navigation:
    """Read it from ``mkdocs.yml``; nothing where there is no such file, or MkDocs would not read it either."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=Loader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return Navigation()
    return Navigation(tuple(_pages(child(tree, "nav"))), text)


def _pages(node: yaml.Node | None) -> Iterator[NavEntry]:
    """The texts at the leaves: every value, and in lists what stands alone."""
    if isinstance(node, yaml.ScalarNode):
        quoted = node.style in ("'", '"')
        yield NavEntry(node.value, node.start_mark.line + 1, node.start_mark.column + 1 + quoted)
    for inner in node.value if isinstance(node, yaml.SequenceNode) else []:
        yield from _pages(inner)
    for _, inner in node.value if isinstance(node, yaml.MappingNode) else []:
        yield from _pages(inner)
