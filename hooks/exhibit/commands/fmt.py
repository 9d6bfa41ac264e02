"""Put the fields of data files in their usual order: the order in which the models declare them.

Nothing but the order changes: comments, quotes, blank lines and block texts stay as they are. A file whose
meaning would change, or that is not sound YAML, is left alone and named.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from exhibit.commands.paths import Chosen, paths_argument
from exhibit.commands.terminal import say, tell
from exhibit.editing.files import replace
from exhibit.editing.tidy import TidyError, tidy
from exhibit.model.kinds import KINDS
from exhibit.model.story import Story
from exhibit.reading.load import load, with_line_feeds


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    paths_argument(parser, "order these only")
    parser.add_argument("--check", action="store_true", help="change nothing; name the files out of order")


def run(options: argparse.Namespace) -> int:
    """Order the files; with --check the exit code is 1 if any is out of order. 2: a file was left alone."""
    chosen = Chosen(options.root, options.paths)
    loaded = load(options.root)
    unread = [problem for problem in loaded.problems if problem.file in chosen]
    for problem in unread:
        tell(f"{problem} (left alone)")
    out_of_order = failed = looked_at = 0
    for record in (*loaded.records, *([loaded.story] if loaded.story else [])):
        if record.file not in chosen:
            continue
        looked_at += 1
        try:
            text = tidy(record.text, KINDS.get(record.collection, Story))
        except TidyError as error:
            tell(f"{record.file}: left alone: {error}")
            failed += 1
            continue
        if text != record.text:
            if not options.check and not _write(options.root / record.file, record.text, text):
                tell(f"{record.file}: left alone: it was saved meanwhile")
                failed += 1
                continue
            out_of_order += 1
            say(record.file)
    say(f"{looked_at} files, {out_of_order} {'out of' if options.check else 'put in'} order")
    return 2 if failed or unread else int(options.check and out_of_order > 0)


def _write(path: Path, before: str, text: str) -> bool:
    """Write a file in order, if it still says what was read; whether it did. A byte order mark and the ends of its lines,
    which loading passes over, stay."""
    content = path.read_bytes()
    if with_line_feeds(content.decode("utf-8-sig", errors="replace")) != before:
        return False
    mark = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
    ends = "\r\n" if content.count(b"\r\n") == content.count(b"\n") > 0 else "\n"
    replace(path, mark + text.replace("\n", ends))
    return True
