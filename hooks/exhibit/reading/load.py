"""Load: the only stage that reads the disk. A YAML file becomes nodes that know their line."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from exhibit.model.kinds import COLLECTIONS
from exhibit.model.marks import position
from exhibit.model.references import is_id
from exhibit.problems.problem import Problem, did_you_mean
from exhibit.problems.suggestion import fold, meant
from exhibit.reading.answers import ANSWERS, is_of_answers, text_of_answers
from exhibit.reading.characters import CONFLICT, CONFLICT_MESSAGE, unseen
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.names import misnamed
from exhibit.reading.nodes import UnreadableError, read
from exhibit.reading.pictures import FOLDER, PictureFile, read_pictures
from exhibit.reading.record import Record, Unread

MAX_BYTES = 400_000
OTHER_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings that MkDocs takes for Markdown as well."""
STORY = "exhibit.yml"
"""The one file in data/ itself that an editor writes: what the exhibit says of itself."""


@dataclass
class Loaded:
    """What was read: records, problems, the text of every file that is text, by id the files that could not be read, the
    exhibit's own file, where there is one, the text of the file of answers, and the pictures."""

    records: list[Record]
    problems: list[Problem]
    texts: dict[str, str]
    unread: dict[str, Unread]
    story: Record | None = None
    answers: str = ""
    pictures: dict[str, PictureFile | None] = field(default_factory=dict)


def load(root: Path, kept: KeptFiles | None = None) -> Loaded:
    """Read every data file below ``root/data``; what cannot be read becomes a problem. kept: of the last reading."""
    kept = kept or KeptFiles()
    loaded = Loaded([], [], {}, {})
    for path in _files(root / "data", loaded):
        file, collection = f"data/{path.parent.name}/{path.name}", path.parent.name
        if record := _record(path, file, collection, loaded, kept):
            loaded.records.append(record)
        else:
            text = loaded.texts.get(file, "")
            loaded.unread[fold(path.name.partition(".")[0])] = Unread(file, collection, text)
    if os.path.lexists(root / "data" / STORY):
        loaded.story = _record(root / "data" / STORY, f"data/{STORY}", "", loaded, kept)
    if is_of_answers(root / ANSWERS):
        loaded.answers = text_of_answers(root / ANSWERS)
    loaded.pictures = read_pictures(root, loaded.problems, kept)
    return loaded


def _files(data: Path, loaded: Loaded) -> Iterator[Path]:
    if not data.is_dir():
        loaded.problems.append(Problem("data", 1, 1, "", "there is no folder data/ here"))
        return
    for folder in sorted(os.scandir(data), key=lambda entry: entry.name):
        if folder.name.startswith(".") or folder.name in (STORY, FOLDER) or is_of_answers(Path(folder.path)):
            continue
        if folder.is_symlink() or not folder.is_dir() or folder.name not in COLLECTIONS:
            _refuse_folder(folder, loaded)
            continue
        for entry in sorted(os.scandir(folder.path), key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".yml"):
                _refuse_deeper(entry, folder.name, loaded)
            elif not entry.name.startswith("."):
                yield Path(entry.path)


def _refuse_folder(folder: os.DirEntry[str], loaded: Loaded) -> None:
    """A folder of no collection; the items in it are not missed elsewhere as well."""
    name = f"data/{folder.name}"
    nearest = did_you_mean(folder.name, (*COLLECTIONS, FOLDER, STORY))
    message = f"data/ holds folders of collections, {FOLDER}/ and {STORY} only{nearest}"
    loaded.problems.append(Problem(name, 1, 1, "", message))
    collection = meant(folder.name, COLLECTIONS)
    if collection and folder.is_dir(follow_symlinks=False):
        for entry in os.scandir(folder.path):
            id_ = Path(entry.name).stem
            loaded.unread[id_] = Unread(f"{name}/{entry.name}", collection, "")


def _refuse_deeper(folder: os.DirEntry[str], collection: str, loaded: Loaded) -> None:
    """A folder in that of a collection; the items in it are not missed elsewhere as well."""
    if folder.name.startswith("."):
        return
    name = f"data/{collection}/{folder.name}"
    files = sorted(entry.name for entry in os.scandir(folder.path) if entry.name.endswith(".yml"))
    for file in files:
        loaded.unread[Path(file).stem] = Unread(f"{name}/{file}", collection, "")
    inside = f"; move {', '.join(files[:3])}{' and the rest' if len(files) > 3 else ''} up" if files else ""
    message = f"the files of a collection lie in data/{collection}/ itself, not in folders below{inside}"
    loaded.problems.append(Problem(name, 1, 1, "", message))


def _record(path: Path, file: str, collection: str, loaded: Loaded, kept: KeptFiles) -> Record | None:
    """The record of a file; None where it cannot be read. collection: empty for the exhibit's own file."""
    try:
        content = _content(path)
        if same := kept.record(file, content):
            loaded.texts[file] = same.text
            return same
        text = loaded.texts[file] = with_line_feeds(content.decode("utf-8-sig", errors="replace"))
        check_text(content, text)
        if conflict := CONFLICT.search(text):
            raise UnreadableError(*position(text, conflict.start(1)), CONFLICT_MESSAGE)
        if not collection and not re.search(r"(?m)^[ \t]*[^\s#]", text):
            return None  # nothing but comments: the exhibit says nothing of itself, which it may
        record = Record(file, collection, path.stem, text, read(text))
        kept.records[file] = content, record
        return record
    except UnreadableError as error:
        loaded.problems.append(Problem(file, error.line, error.column, "", error.message))
        return None


def _content(path: Path) -> bytes:
    """What a file holds. Raises UnreadableError for one that is no data file, or is not to be opened."""
    state = path.lstat()
    if not stat.S_ISREG(state.st_mode):
        what = "not a plain file (a link, folder or device); put a .yml file here"
    elif path.suffix != ".yml" or not is_id(path.stem):
        rule = "a data file is named by its id: lower-case letters, digits and hyphens, then .yml"
        what = f"{rule}{_renamed(path)}"
    elif message := misnamed(path.stem):
        what = message
    elif state.st_size > MAX_BYTES:
        what = f"the file has more than {MAX_BYTES:,} bytes; split the item"
    else:
        try:
            return path.read_bytes()
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            what = f"cannot be opened ({reason}); let it be read by everybody"
    raise UnreadableError(1, 1, what)


def check_text(content: bytes, text: str) -> None:
    """Raise UnreadableError for what is not UTF-8, where it ceases to be, or is not seen. text: the content as read."""
    _check_encoding(content)
    if found := unseen(text):
        raise UnreadableError(*position(text, found[0]), f"{found[1]}; delete it")


def _check_encoding(content: bytes) -> None:
    message = f"not UTF-8{_encoding(content)}; save the file as UTF-8"
    if b"\0" in content[:40] and _encoding(content):
        raise UnreadableError(1, 1, message)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        begun = content[: error.start].decode("utf-8-sig", errors="replace")
        raise UnreadableError(*position(begun, len(begun)), message) from None


def with_line_feeds(text: str) -> str:
    """A text as it is read, however its lines end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _renamed(path: Path) -> str:
    """What a file with a wrong name is to be called, or that it is a copy, where that can be told."""
    stem, _, endings = path.name.partition(".")
    if path.with_name(f"{stem}.yml").exists() and endings != "yml":
        return f"; '{stem}.yml' is here too: if this is a copy of it, delete it"
    known = re.fullmatch(r"(?i)ya?ml|(ya?ml\.)?(txt|text|bak|old|orig)|", endings)
    name = fold(stem) if known else ""
    return f"; rename it to '{name}.yml'" if is_id(name) else ""


def _encoding(content: bytes) -> str:
    """In which encoding a file seems to be saved, where that can be told."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or not any(content[1:20:2]) or not any(content[0:20:2]):
        return " (it looks like UTF-16)"
    return ""


def load_docs(docs: Path, root: Path, problems: list[Problem] | None = None) -> dict[str, str]:
    """The hand-written Markdown pages below a folder, by path in the project.

    problems: where to put those of pages that are not UTF-8 or hold what is not seen, and of what is no plain file: a
    link would publish what lies elsewhere, a pipe would be read for ever.
    """
    texts: dict[str, str] = {}
    told: list[Problem] = [] if problems is None else problems
    for path in _plain_files(docs, root, told):
        if path.suffix == ".md":
            file, content = path.relative_to(root).as_posix(), path.read_bytes()
            texts[file] = with_line_feeds(content.decode("utf-8-sig", errors="replace"))
            try:
                check_text(content, texts[file])
            except UnreadableError as error:
                told.append(Problem(file, error.line, error.column, "", error.message))
        elif path.suffix.lower() in (".md", *OTHER_PAGES):
            message = f"a page ends in .md; rename it to '{path.stem}.md'"
            told.append(Problem(path.relative_to(root).as_posix(), 1, 1, "", message))
    return texts


def other_files(docs: Path) -> list[str]:
    """The paths, from docs/, of the plain files there that are no pages, but for what is hidden: MkDocs leaves it out."""
    paths = (path.relative_to(docs) for path in _plain_files(docs, docs, []) if path.suffix != ".md")
    return [path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)]


def _plain_files(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The plain files below a folder, in order; anything else but folders is a problem. What begins with a dot is
    never published: the lock that Emacs sets beside a page is a link to nothing."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else ():
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _plain_files(path, root, problems)
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            message = "not a plain file (a link, pipe or device); put the file itself here"
            problems.append(Problem(path.relative_to(root).as_posix(), 1, 1, "", message))


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
