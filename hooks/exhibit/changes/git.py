"""The adapters' reader of git: the history of data/ as values for the core.

Nothing is written, no network is used, and whatever git refuses becomes a plain clause.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from exhibit.changes.commits import Commit, FileChange, History, data_file
from exhibit.changes.kept import Kept
from exhibit.reading.load import MAX_BYTES

NO_GIT = "git is not installed where it was built"
NO_REPOSITORY = "it was built from a copy without its history, such as a downloaded archive"
REFUSED = "git refuses to read the history of a folder that belongs to somebody else"
NO_COMMITS = "no commit holds any of the data yet"
SHALLOW = "it was built from a copy that holds only the newest state of the data"
FAILED = "git could not read it"
MISDATED = "its commits are dated outside the calendar"

MOST_VERSIONS = 3000
"""How many versions of files are read at most, the newest first: two seconds of work."""

_SECONDS = 60
_RAW = re.compile(r"^\n*:[0-7]{6} [0-7]{6} ([0-9a-f]+) ([0-9a-f]+) [A-Z][0-9]*$")
_HEADER = re.compile(r"^\n*([0-9a-f]{40,64}) (-?[0-9]*) (.*)$", re.DOTALL)
_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_TRACE")
_QUIET = ("--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "log.showSignature=false")


class GitError(Exception):
    """Git cannot answer; the message is a plain clause for a reader."""


def run(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command prints, run in a folder.

    Raises GitError where there is no git, no repository, or git refuses.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _OWN}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    environment |= {"GIT_TERMINAL_PROMPT": "0"}
    command = ["git", *_QUIET, "-C", str(root), *arguments]
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, env=environment, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        raise GitError(NO_GIT) from None
    except (OSError, subprocess.TimeoutExpired):
        raise GitError(FAILED) from None
    if done.returncode:
        raise GitError(_reason(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _reason(message: str) -> str:
    if "dubious ownership" in message or "unsafe repository" in message:
        return REFUSED
    if "not a git repository" in message:
        return NO_REPOSITORY
    return NO_COMMITS if "Needed a single revision" in message else FAILED


def read_history(root: Path) -> History:
    """The commits that touched ``root/data``, newest first, with the texts of the versions.

    Follows the first parents: what changed in the published exhibit, a merged branch as one step.
    Versions beyond MOST_VERSIONS are left unread, and their commits with them.
    """
    try:
        head = run(root, "rev-parse", "--verify", "HEAD").decode("utf-8", "replace").strip()
        return _read(root.resolve(), head, frozenset(_shallow(root)))
    except GitError as error:
        return History(without=str(error))


@lru_cache(maxsize=2)
def _read(root: Path, head: str, ends: frozenset[str]) -> History:
    """The history of a commit, read once; ends: the commits at which a shallow clone is cut off."""
    printed = run(
        root,
        *("log", "-z", "--raw", "--root", "--no-abbrev", "--no-renames", "--first-parent", "-m"),
        *("--relative", "--encoding=UTF-8", "--format=tformat:%H %at %s", head, "--", "data"),
    )
    found = [commit for commit in _commits(printed) if commit.files]
    if not found:
        return History(without=NO_REPOSITORY if _is_outside(root) else NO_COMMITS)
    known = [commit for commit in found if commit.id not in ends and commit.dated]
    misdated = tuple(commit.id for commit in found if not commit.dated)
    if not known:
        return History(without=MISDATED if misdated else SHALLOW)
    kept, cut = _newest(known)
    keys = {key for commit in kept for file in commit.files for key in (file.before, file.after)}
    texts = _texts(root, keys - {""})
    return History(tuple(kept), texts, cut=cut or bool(ends), misdated=misdated, kept=Kept.of(root))


def _is_outside(root: Path) -> bool:
    """Whether the repository found is another's, around a folder it does not keep."""
    return not run(root, "ls-files", "-z", "--", ".")


def _shallow(root: Path) -> set[str]:
    """The commits at which a shallow clone is cut off: what came before them is not known here."""
    path = root / run(root, "rev-parse", "--git-path", "shallow").decode("utf-8", "replace").strip()
    return set(path.read_text("ascii", "replace").split()) if path.is_file() else set()


def _commits(printed: bytes) -> Iterator[Commit]:
    """The commits in the output of ``git log -z --raw``: a header, then pairs of record and path."""
    header: re.Match[str] | None = None
    files: list[FileChange] = []
    parts = iter(printed.decode("utf-8", "replace").split("\0"))
    for part in parts:
        if record := _RAW.match(part):
            before, after = ("" if set(key) == {"0"} else key for key in record.groups())
            path = next(parts, "")
            if data_file(path):
                files.append(FileChange(path, before, after))
        elif match := _HEADER.match(part):
            if header:
                yield _commit(header, files)
            header, files = match, []
    if header:
        yield _commit(header, files)


def _commit(header: re.Match[str], files: list[FileChange]) -> Commit:
    return Commit(header[1], int(header[2] or -1), _plain(header[3]), tuple(files))


def _plain(subject: str) -> str:
    """A commit's subject without what moves a cursor, turns text round or is not seen; whoever commits may write any."""
    return "".join(c for c in " ".join(subject.split()) if c.isprintable())


def _newest(commits: Iterable[Commit]) -> tuple[list[Commit], bool]:
    """The newest commits that fit into MOST_VERSIONS, and whether any is left out.

    A commit that adds files is kept whole: its items are counted and need not be read.
    """
    kept: list[Commit] = []
    versions = 0
    for commit in commits:
        versions += sum(1 for file in commit.files if file.before)
        if versions > MOST_VERSIONS:
            return kept, True
        kept.append(commit)
    return kept, False


def _texts(root: Path, keys: Iterable[str]) -> dict[str, str]:
    """The texts of blobs by their keys; what is missing, too long or not UTF-8 is left out."""
    asked = "".join(f"{key}\n" for key in _short(root, keys)).encode("ascii")
    printed = run(root, "cat-file", "--batch", given=asked) if asked else b""
    texts: dict[str, str] = {}
    at = 0
    while at < len(printed):
        line_end = printed.index(b"\n", at)
        key, kind, *size = printed[at:line_end].decode("ascii", "replace").split(" ")
        at = line_end + 1
        if not size:
            continue
        body = printed[at : at + int(size[0])]
        at += int(size[0]) + 1
        if kind == "blob":
            try:
                texts[key] = body.decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
    return texts


def _short(root: Path, keys: Iterable[str]) -> Iterator[str]:
    """Those of some objects that a data file may be as long as: a commit can hold gigabytes, which nobody has to read."""
    asked = "".join(f"{key}\n" for key in sorted(keys)).encode("ascii")
    for line in run(root, "cat-file", "--batch-check", given=asked).decode("ascii", "replace").splitlines():
        key, *_, size = line.split(" ")
        if size.isdecimal() and int(size) <= MAX_BYTES:
            yield key


def read_revision(root: Path, revision: str) -> dict[str, str]:
    """The data files of a revision: their texts by their paths.

    Raises GitError where there is no such revision; the message says so in one line.
    """
    try:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        commit = run(root, *asked).decode().strip()
    except GitError as error:
        if str(error) == FAILED:
            raise GitError(f"there is no revision '{revision}' here") from None
        raise
    keys: dict[str, str] = {}
    printed = run(root, "ls-tree", "-r", "-z", commit, "--", "data/").decode("utf-8", "replace")
    for entry in printed.split("\0"):
        about, _, path = entry.partition("\t")
        if data_file(path):
            keys[path] = about.split(" ")[2]
    texts = _texts(root, set(keys.values()))
    return {path: texts.get(key, "") for path, key in keys.items()}
