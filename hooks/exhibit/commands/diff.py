"""Tell what changed since a revision, or between two, in the words of the page of changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from exhibit.changes.commits import data_file
from exhibit.changes.compare import changes
from exhibit.changes.git import GitError, read_revision
from exhibit.changes.log import ChangeLine, Titles, by_item, digest
from exhibit.changes.versions import Version, version
from exhibit.changes.words import Words
from exhibit.problems.printable import as_printed
from exhibit.reading.load import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("revision", help="the earlier revision: a branch, a tag, a commit, HEAD~3")
    parser.add_argument("later", nargs="?", help="the later one; the files as they stand where it is missing")
    parser.add_argument("--all", action="store_true", help="count nothing: every change on a line")


def run(options: argparse.Namespace) -> int:
    """Print the changes of facts; the exit code is 0, or 2 where there is no such revision."""
    try:
        before = read_revision(options.root, options.revision)
        after = read_revision(options.root, options.later) if options.later else _files(options.root)
    except GitError as error:
        sys.stderr.write(f"exhibit diff: {as_printed(str(error))}\n")
        return 2
    for line in diff(before, after, options.all):
        sys.stdout.write(f"{line}\n")
    return 0


def _files(root: Path) -> dict[str, str]:
    """The data files as they stand, uncommitted edits included; empty what cannot be read as text."""
    loaded = load(root)
    return {problem.file: "" for problem in loaded.problems if data_file(problem.file)} | loaded.texts


def diff(before: Mapping[str, str], after: Mapping[str, str], every: bool = False) -> list[str]:
    """The changes between two sets of data files (texts by path) as lines for a terminal.

    every: whether each change has a line, even where many are alike.
    """
    old, new = (_changed(texts, other) for texts, other in ((before, after), (after, before)))
    words = Words(_titles(before, after, old, new).__getitem__)
    found = changes(old, new, words)
    lines = [ChangeLine(c.sentence, c.collection, c.id, c.title) for c in found] if every else digest(found)
    items = len(by_item(found))
    counted = (
        f"{len(found)} change{'' if len(found) == 1 else 's'} in {items} item{'' if items == 1 else 's'}"
    )
    return [*(as_printed(str(line)) for line in lines), counted if found else "no fact changed"]


def _changed(texts: Mapping[str, str], other: Mapping[str, str]) -> dict[str, Version]:
    """The versions of those files whose texts differ."""
    return {
        path: version(path, text)
        for path, text in texts.items()
        if data_file(path) and other.get(path) != text
    }


def _titles(before: Mapping[str, str], after: Mapping[str, str], *read: Mapping[str, Version]) -> Titles:
    """The titles of every item of both sides; a file that did not change is read for its title only."""
    found = Titles()
    for path, text in {**before, **after}.items():
        if names := data_file(path):
            found[names[1]] = _title(text) or names[1]
    for versions in read:
        for one in versions.values():
            if title := getattr(one.item, "title", ""):
                found[one.item.id] = title  # type: ignore[union-attr]
    return found


def _title(text: str) -> str:
    line = next((line for line in text.splitlines() if line.startswith("title:")), "")
    return line.removeprefix("title:").strip().strip("'\"")
