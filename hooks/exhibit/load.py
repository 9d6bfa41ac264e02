"""Load: the only stage that reads the disk. A YAML file becomes nodes that know their line."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from exhibit.model.references import COLLECTIONS
from exhibit.nodes import Node, RefusedError, explain, read
from exhibit.problems import Problem, did_you_mean

MAX_BYTES = 400_000
_STEM = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Record:
    """One data file as loaded: its path in the project, collection, id and content."""

    file: str
    collection: str
    id: str
    text: str
    root: Node


@dataclass
class Loaded:
    """What was read: the records, the problems, and the text of every file that is text."""

    records: list[Record]
    problems: list[Problem]
    texts: dict[str, str]


def load(root: Path) -> Loaded:
    """Read every data file below ``root/data``; what cannot be read becomes a problem."""
    loaded = Loaded([], [], {})
    for path in _files(root / "data", root, loaded.problems):
        _load_file(path, root, loaded)
    return loaded


def _files(data: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    if not data.is_dir():
        problems.append(Problem("data", 1, 1, "", "there is no folder data/ here"))
        return
    for folder in sorted(os.scandir(data), key=lambda entry: entry.name):
        name = f"data/{folder.name}"
        if folder.name.startswith("."):
            continue
        if folder.is_symlink() or not folder.is_dir() or folder.name not in COLLECTIONS:
            hint = did_you_mean(folder.name, COLLECTIONS)
            problems.append(Problem(name, 1, 1, "", f"data/ holds folders of collections only{hint}"))
            continue
        for entry in sorted(os.scandir(folder.path), key=lambda entry: entry.name):
            if not entry.name.startswith("."):
                yield Path(entry.path)


def _load_file(path: Path, root: Path, loaded: Loaded) -> None:
    file = path.relative_to(root).as_posix()

    def refuse(message: str, line: int = 1, column: int = 1) -> None:
        loaded.problems.append(Problem(file, line, column, "", message))

    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        refuse("not a plain file (a link, folder or device); put a .yml file here")
        return
    if path.suffix != ".yml" or not _STEM.match(path.stem):
        refuse("a data file is named by its id: lower-case letters, digits and hyphens, then .yml")
        return
    if path.stat().st_size > MAX_BYTES:
        refuse(f"the file has more than {MAX_BYTES:,} bytes; split the item")
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start]
        refuse("not UTF-8; save the file as UTF-8", before.count(b"\n") + 1)
        return
    loaded.texts[file] = text
    if control := _CONTROL.search(text):
        before_text = text[: control.start()]
        line = before_text.count("\n") + 1
        column = control.start() - (before_text.rfind("\n") + 1) + 1
        refuse(f"a control character (U+{ord(control.group()):04X}); delete it", line, column)
        return
    try:
        root_node = read(text)
    except RefusedError as refused:
        refuse(refused.message, refused.line, refused.column)
        return
    except yaml.MarkedYAMLError as error:
        quote = error.context_mark if "quoted scalar" in (error.context or "") else None
        mark = quote or error.problem_mark or error.context_mark
        refuse(explain(error, text), mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)
        return
    loaded.records.append(Record(file, path.parent.name, path.stem, text, root_node))


def load_docs(docs: Path, root: Path) -> dict[str, str]:
    """The hand-written Markdown pages below a folder, by path in the project."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*.md"))
        if path.is_file() and not path.is_symlink()
    }


def load_copies(folder: Path) -> dict[str, dict[int, str]]:
    """The reading copies in a folder, by source id and paragraph; nothing where there is none.

    A copy is a text file named by its source's id, with lines that begin ``[37] ``.
    """
    copies: dict[str, dict[int, str]] = {}
    for path in sorted(folder.glob("*.txt")) if folder.is_dir() else []:
        lines = re.findall(r"(?m)^\[([0-9]+)\] (.*)$", path.read_text(encoding="utf-8"))
        folded = ((int(number), " ".join(text.replace("\u00a0", " ").split())) for number, text in lines)
        copies[path.stem] = dict(folded)
    return copies
