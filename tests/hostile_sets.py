"""The corpus of hostile data sets as another tool would load it: see tests/hostile/README.md."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from conftest import SETTINGS, TESTS
from exhibit.pages.build import Built
from exhibit.reading.nodes import Loader

SETS = TESTS / "hostile" / "sets"
BASE = TESTS / "exhibit" / "data"
"""The data set that each set changes."""


@dataclass(frozen=True)
class HostileSet:
    """A set of the corpus: what it changes, and what is to come of it.

    files: by path in the project, in one of the forms of the README. at: where it is told, as ``file:line``.
    says: words that are told. stands: a text that stands on a page as it was written.
    """

    class_: str
    id: str
    why: str
    files: dict[str, Any]
    outcome: str
    at: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    stands: str = ""

    @property
    def expected(self) -> dict[str, Any]:
        """The outcome as ``outcome()`` tells it of a run."""
        return {"outcome": self.outcome, "at": sorted(self.at)}


def hostile_sets() -> Iterator[HostileSet]:
    """Every set of the corpus, in the order of its files."""
    for path in sorted(SETS.glob("*.yml")):
        for told in yaml.load(path.read_text("utf-8"), Loader):
            several = {name: _several(told.pop(name, [])) for name in ("at", "says")}
            yield HostileSet(path.stem, **told, **several)


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def laid_out(hostile: HostileSet, root: Path) -> Path:
    """The tiny exhibit in a folder, changed as the set says."""
    shutil.copytree(BASE, root / "data")
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, form in hostile.files.items():
        put(root / name, form)
    return root


def put(path: Path, form: Any) -> None:
    """Put a file of a set in its place, or take away what stands there. form: see the README."""
    if not isinstance(form, dict) or "replace" not in form:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    match form:
        case None:
            pass
        case str():
            path.write_bytes(form.encode())
        case {"replace": old, "by": new}:
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{old} does not stand once in {path}"
            path.write_text(text.replace(old, new), "utf-8")
        case {"repeat": part, "times": times, **around}:
            path.write_text(around.get("before", "") + part * times + around.get("after", ""), "utf-8")
        case {"text": text, "encoding": encoding}:
            path.write_bytes(text.encode(encoding))
        case {"base64": content}:
            path.write_bytes(base64.b64decode(content))
        case {"link": target}:
            path.symlink_to(target)
        case {"make": "pipe"}:
            os.mkfifo(path)
        case {"make": "folder"}:
            path.mkdir()
        case _:
            raise ValueError(f"no such form: {form}")


def outcome(built: Built) -> dict[str, Any]:
    """What came of a run: refused, suspected or accepted, and where it was told."""
    problems = built.problems
    refused = any(not problem.warning for problem in problems)
    came = "refused" if refused else "suspected" if problems else "accepted"
    return {"outcome": came, "at": sorted({f"{problem.file}:{problem.line}" for problem in problems})}
