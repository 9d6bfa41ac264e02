"""Paths of the command line, as the project counts them."""

from __future__ import annotations

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
