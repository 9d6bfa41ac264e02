"""The navigation without what has no page: mkdocs.yml names every view, and some have nothing to show."""

from __future__ import annotations

from collections.abc import Collection
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
