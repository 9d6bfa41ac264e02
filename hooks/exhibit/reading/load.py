"""Load: the only stage that reads the disk. A YAML file becomes nodes that know their line."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exhibit.model.marks import position
from exhibit.model.references import COLLECTIONS
from exhibit.problems.problem import Problem, did_you_mean
from exhibit.problems.suggestion import fold, meant
from exhibit.reading.nodes import Node, RefusedError, read
from exhibit.reading.yaml_messages import CONTROL, invisible

MAX_BYTES = 400_000
STORY = "exhibit.yml"
"""The one file in data/ itself: what the exhibit says of itself."""
STEM = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass(frozen=True)
class Record:
    """One data file as loaded: its path in the project, collection, id and content."""

    file: str
    collection: str
    id: str
    text: str
    root: Node


@dataclass(frozen=True)
class Unread:
    """A file that stands for an item and could not be read: what names it is not wrong for that.

    text: what of it can be shown; empty where nothing can.
    """

    file: str
    collection: str
    text: str


@dataclass
class Loaded:
    """What was read: the records, the problems, the text of every file that is text, by id the files
    that could not be read, and the exhibit's own file, where there is one."""

    records: list[Record]
    problems: list[Problem]
    texts: dict[str, str]
    unread: dict[str, Unread]
    story: Record | None = None


def load(root: Path) -> Loaded:
    """Read every data file below ``root/data``; what cannot be read becomes a problem."""
    loaded = Loaded([], [], {}, {})
    for path in _files(root / "data", loaded):
        file = f"data/{path.parent.name}/{path.name}"
        if record := _load_file(path, file, path.parent.name, loaded):
            loaded.records.append(record)
    if os.path.lexists(root / "data" / STORY):
        loaded.story = _load_file(root / "data" / STORY, f"data/{STORY}", "", loaded)
    return loaded


def _files(data: Path, loaded: Loaded) -> Iterator[Path]:
    if not data.is_dir():
        loaded.problems.append(Problem("data", 1, 1, "", "there is no folder data/ here"))
        return
    for folder in sorted(os.scandir(data), key=lambda entry: entry.name):
        if folder.name.startswith(".") or folder.name == STORY:
            continue
        if folder.is_symlink() or not folder.is_dir() or folder.name not in COLLECTIONS:
            _refuse_folder(folder, loaded)
            continue
        for entry in sorted(os.scandir(folder.path), key=lambda entry: entry.name):
            if not entry.name.startswith("."):
                yield Path(entry.path)


def _refuse_folder(folder: os.DirEntry[str], loaded: Loaded) -> None:
    """A folder of no collection; the items in it are not missed elsewhere as well."""
    name = f"data/{folder.name}"
    message = f"data/ holds folders of collections and {STORY} only{did_you_mean(folder.name, (*COLLECTIONS, STORY))}"
    loaded.problems.append(Problem(name, 1, 1, "", message))
    collection = meant(folder.name, COLLECTIONS)
    if collection and folder.is_dir(follow_symlinks=False):
        for entry in os.scandir(folder.path):
            id_ = Path(entry.name).stem
            loaded.unread[id_] = Unread(f"{name}/{entry.name}", collection, "")


def _load_file(path: Path, file: str, collection: str, loaded: Loaded) -> Record | None:
    """The record of a file; None where it cannot be read. collection: empty for the exhibit's own file."""
    text = ""

    def refuse(message: str, line: int = 1, column: int = 1) -> None:
        loaded.problems.append(Problem(file, line, column, "", message))
        if collection:
            loaded.unread[fold(path.name)] = Unread(file, collection, text)

    state = path.lstat()
    if not stat.S_ISREG(state.st_mode):
        refuse("not a plain file (a link, folder or device); put a .yml file here")
        return None
    if path.suffix != ".yml" or not STEM.match(path.stem):
        refuse(
            f"a data file is named by its id: lower-case letters, digits and hyphens, then .yml{_renamed(path)}"
        )
        return None
    if state.st_size > MAX_BYTES:
        refuse(f"the file has more than {MAX_BYTES:,} bytes; split the item")
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        refuse(
            f"cannot be opened ({(error.strerror or 'no reason given').lower()}); let it be read by everybody"
        )
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = loaded.texts[file] = content.decode("utf-8", errors="replace")
        begun = content[: error.start].decode("utf-8", errors="replace")
        refuse(f"not UTF-8{_encoding(content)}; save the file as UTF-8", *position(begun, len(begun)))
        return None
    if "\0" in text[:40] and _encoding(content):
        refuse(f"not UTF-8{_encoding(content)}; save the file as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    loaded.texts[file] = text
    if control := CONTROL.search(text):
        refuse(f"{invisible(control.group())}; delete it", *position(text, control.start()))
        return None
    if not collection and not re.search(r"(?m)^\s*[^\s#]", text):
        return None  # nothing but comments: the exhibit says nothing of itself, which it may
    try:
        root_node = read(text)
    except RefusedError as refused:
        refuse(refused.message, refused.line, refused.column)
        return None
    return Record(file, collection, path.stem, text, root_node)


def _renamed(path: Path) -> str:
    """What a file with a wrong name is to be called, where that can be told."""
    name = fold(path.name) if path.suffix.lower() in (".yml", ".yaml") else ""
    return f"; rename it to '{name}.yml'" if STEM.match(name) else ""


def _encoding(content: bytes) -> str:
    """In which encoding a file seems to be saved, where that can be told."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or not any(content[1:20:2]) or not any(content[0:20:2]):
        return " (it looks like UTF-16)"
    return ""


def load_docs(docs: Path, root: Path, problems: list[Problem] | None = None) -> dict[str, str]:
    """The hand-written Markdown pages below a folder, by path in the project.

    problems: where to put those of pages that are not UTF-8.
    """
    texts: dict[str, str] = {}
    for path in sorted(docs.rglob("*.md")):
        if path.is_file() and not path.is_symlink():
            file, content = path.relative_to(root).as_posix(), path.read_bytes()
            text = content.decode("utf-8-sig", errors="replace")
            texts[file] = text.replace("\r\n", "\n").replace("\r", "\n")
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as error:
                begun = content[: error.start].decode("utf-8", errors="replace")
                message = f"not UTF-8{_encoding(content)}; save the file as UTF-8"
                if problems is not None:
                    problems.append(Problem(file, *position(begun, len(begun)), "", message))
    return texts


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
