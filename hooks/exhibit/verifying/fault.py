"""A fault of a finished site, before its place in the text is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FEW = 3
"""Missing pages that are told one by one."""


@dataclass(frozen=True, order=True)
class SiteFault:
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


def missing(file: str, names: list[str], message: str) -> Iterator[SiteFault]:
    """Pages that are missing somewhere: one by one, or, where they are many, all in one fault.

    message: with ``{}`` where the page is named.
    """
    if len(names) > FEW:
        yield SiteFault(file, message.format(f"'{names[0]}'") + f"; as are {len(names) - 1:,} other pages")
    else:
        yield from (SiteFault(file, message.format(f"'{name}'")) for name in names)
