"""A fault of a finished site, before its place in the text is looked up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong in a file of the site: at an element (its tag, and which of this tag it is, from 0), or
    at a line and column from 1.

    Where an element stands in the text is looked up for what is told only (``telling.py``).
    """

    file: str
    message: str
    tag: str = ""
    number: int = 0
    attribute: str = ""
    line: int = 1
    column: int = 1

    @property
    def field(self) -> str:
        """The element as a report names it: ``<a href>``."""
        return f"<{self.tag}{' ' if self.attribute else ''}{self.attribute}>" if self.tag else ""
