"""The navigation as mkdocs.yml has it: what it calls a page, and without what has no page, as some views have nothing
to show."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any


def pruned(nav: list[Any], absent: Collection[str]) -> list[Any]:
    """The navigation without some pages (Markdown paths), and without sections that are empty for it."""
    kept = []
    for entry in nav:
        title, inside = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(inside, list):
            inside = pruned(inside, absent)
        if inside and inside not in absent if isinstance(inside, str) else inside:
            kept.append({title: inside} if title else inside)
    return kept


def titles_of(nav: list[Any]) -> Iterator[tuple[str, str]]:
    """The pages (Markdown paths) that the navigation calls by a title of its own, each with it."""
    for entry in nav:
        for title, inside in entry.items() if isinstance(entry, dict) else ():
            if isinstance(inside, str):
                yield inside, title
            else:
                yield from titles_of(inside)
