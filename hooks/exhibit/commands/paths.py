"""Paths of the command line, as the project counts them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path


class PathError(ValueError):
    """A path that names nothing in the project; the message says what."""


def inside(root: Path, path: Path) -> str:
    """A path, from the working folder or else from the project, as the project names it: ``data/places``.

    Raises PathError if it is not there or lies outside.
    """
    found = next((p for p in (path, root / path) if p.exists() or p.is_symlink()), None)
    if found is None:
        raise PathError(f"no file or folder '{path}'")
    whole = found.parent.resolve() / found.name if found.is_symlink() else found.resolve()
    if not whole.is_relative_to(root.resolve()):
        raise PathError(f"'{path}' lies outside the project {root}")
    return whole.relative_to(root.resolve()).as_posix()


def within(file: str, path: str) -> bool:
    """Whether a file of the project is a path or lies below it; ``.`` is the whole project."""
    return path == "." or file == path or file.startswith(f"{path}/")


def paths_argument(parser: argparse.ArgumentParser, told: str) -> None:
    """Let a command be given paths, by which it is confined."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=told)


class Chosen:
    """The files that a command was confined to: all of them where no path was given."""

    def __init__(self, root: Path, paths: Iterable[Path]) -> None:
        """Raises PathError for a path that names nothing in the project."""
        self.paths = [inside(root, path) for path in paths]

    def __contains__(self, file: str) -> bool:
        return not self.paths or any(within(file, path) for path in self.paths)

    def __str__(self) -> str:
        return f" in {', '.join(self.paths)}" if self.paths else ""
