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
from exhibit.reading.load import load


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
            out_of_order += 1
            say(record.file)
            if not options.check:
                _write(options.root / record.file, text)
    say(f"{looked_at} files, {out_of_order} {'out of' if options.check else 'put in'} order")
    return 2 if failed or unread else int(options.check and out_of_order > 0)


def _write(path: Path, text: str) -> None:
    """Keep a byte order mark, which loading passes over."""
    mark = "\ufeff" if path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    replace(path, mark + text)
