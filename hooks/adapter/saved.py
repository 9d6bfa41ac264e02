"""Saved: what somebody has saved while the site is served, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from exhibit.reading.load import STORY

from adapter.watching import Stamps

DATA, DOCS, TEMPLATES = "data", "docs", "hooks/templates"
"""The folders from whose files single pages are made."""


class Saved:
    """The files that were saved since all was well last, by their paths."""

    def __init__(self, root: Path) -> None:
        """root: the project's folder."""
        self.root = root
        self.paths: set[str] = set()

    def add(self, before: Stamps, now: Stamps) -> None:
        """Take up what was changed between two looks."""
        self.paths |= {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}

    def clear(self) -> None:
        """Begin anew: all is well."""
        self.paths.clear()

    @property
    def is_data(self) -> bool:
        """Whether it is data alone."""
        return self._all(lambda path: self._is_of(path, DATA))

    @property
    def is_style(self) -> bool:
        """Whether it is stylesheets alone."""
        return self._all(lambda path: path.endswith(".css") and self._is_of(path, f"{DOCS}/assets"))

    @property
    def has_templates(self) -> bool:
        """Whether there are templates of pages in it."""
        return any(self._is_of(path, TEMPLATES) for path in self.paths)

    @property
    def is_templates(self) -> bool:
        """Whether it is those alone."""
        return self._all(lambda path: self._is_of(path, TEMPLATES))

    @property
    def is_in_every_page(self) -> bool:
        """Whether all pages depend on it, or it is none from which pages are made: settings, styles, scripts."""
        return not self._all(self._is_of_single_pages)

    def _is_of_single_pages(self, path: str) -> bool:
        if path.endswith(STORY) or (self._is_of(path, DOCS) and not path.endswith(".md")):
            return False
        return any(self._is_of(path, folder) for folder in (DATA, DOCS, TEMPLATES))

    def _all(self, holds: Callable[[str], bool]) -> bool:
        return bool(self.paths) and all(map(holds, self.paths))

    def _is_of(self, path: str, folder: str) -> bool:
        return Path(path).is_relative_to(self.root / folder)
