"""Check the data and the calls in docs/: every problem with its file, line and what would be right.

The whole exhibit is read in any case, since items name each other; given paths, only their problems are shown.
The exit code is 0 without problems, 1 with some, 2 for a path that is not there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.commands.paths import Chosen, paths_argument
from exhibit.commands.terminal import say, tell
from exhibit.editing.ids import IDS, id_lists, refresh
from exhibit.pages.build import NO_COPIES, Built, build
from exhibit.pages.site import Settings
from exhibit.problems.problem import Problem, count, report, workflow_commands
from exhibit.reading.settings import read_settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    paths_argument(parser, "show the problems of these only")
    parser.add_argument("--strict", action="store_true", help="suspicions count as problems")
    parser.add_argument("--format", choices=["text", "github"], default="text", help="github: annotations")
    parser.add_argument(
        "--write", action="store_true", help=f"bring {IDS}, from which editors complete, up to date"
    )


def run(options: argparse.Namespace) -> int:
    """Check, and print what was found."""
    chosen = Chosen(options.root, options.paths)
    settings = read_settings(options.root)
    built = build(options.root, options.root / "docs", Settings(settings.as_of)).after(settings)
    shown = [p for p in built.problems if p.file in chosen]
    if options.format == "github":
        sys.stdout.write(workflow_commands(shown))
    else:
        sys.stderr.write(report(shown, built.texts))
    fatal = any(options.strict or not problem.warning for problem in shown)
    if options.format == "text":
        _close(built, shown, chosen, fatal)
    _ids(options.root, built, options.write)
    return 1 if fatal else 0


def _close(built: Built, shown: list[Problem], chosen: Chosen, fatal: bool) -> None:
    """The closing lines: what was looked at, and what is not shown."""
    if not fatal:
        found = count(shown) if shown else "no problem"
        say(f"{len(built.site.exhibit.items)} items, {found}{chosen}")
    if elsewhere := len(built.problems) - len(shown):
        say(f"{elsewhere} more elsewhere, not shown: exhibit check without a path shows them")
    if not built.compared:
        say(NO_COPIES)


def _ids(root: Path, built: Built, write: bool) -> None:
    """Keep the list of ids, or say that it is behind. With faults in the data it is left alone."""
    path = root / IDS
    if not path.parent.is_dir() or built.fatal(strict=False):
        return
    if write:
        if refresh(root, built.site.exhibit):
            tell(f"{IDS} brought up to date; commit it with your change")
    elif not (path.is_file() and path.read_text("utf-8") == id_lists(built.site.exhibit)):
        tell(f"{IDS} is behind the data, so editors complete old ids: make check mends it")
