"""What commands print: each line made plain first."""

from __future__ import annotations

import shutil
import sys

from exhibit.problems.printable import as_printed


def say(text: str = "") -> None:
    """Print lines for the reader on standard output."""
    sys.stdout.write(_lines(text) + "\n")


def tell(text: str) -> None:
    """Print lines about the run on standard error."""
    sys.stderr.write(_lines(text) + "\n")


def columns() -> int:
    """The width to wrap text to, in characters: the terminal's, within what reads well."""
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def interactive() -> bool:
    """Whether somebody sits at the keyboard and can be asked; a run may have no standard input at all."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _lines(text: str) -> str:
    return "\n".join(as_printed(line) for line in text.split("\n"))
