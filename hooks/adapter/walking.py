"""Walking through folders, whatever links lead where."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path


def walked(top: str | Path, passed_over: Callable[[str], bool]) -> Iterator[tuple[str, list[str]]]:
    """The folders below one, each with the names of its files. Links are followed, but no folder is entered twice: two
    links to a folder around them would else be a way of 2 to the power of forty turns.

    passed_over: whether a folder of a name is left out.
    """
    seen = {_sign(top)}
    for place, folders, names in os.walk(top, followlinks=True):
        entered = []
        for name in folders:
            path = os.path.join(place, name)
            if not passed_over(name) and (sign := _sign(path)) not in seen:
                seen.add(sign)
                entered.append(name)
        folders[:] = entered
        yield place, names


def has_links_to_folders(top: Path) -> bool:
    """Whether a link to a folder lies anywhere below one."""
    return any(path.is_symlink() and path.is_dir() for path in top.rglob("*"))


def _sign(path: str | Path) -> tuple[int, int] | None:
    """What tells a folder from all others; None where it is gone."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_dev, state.st_ino
