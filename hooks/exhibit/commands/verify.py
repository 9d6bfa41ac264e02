"""Check a finished site by itself, whoever built it: nothing but its folder is read.

Links, headings, references, tables, titles, dates, JSON, feed, sitemap, full text, policy, other hosts, leftovers of
templates, budgets of size. Every problem is told with its file, its place and what would be right; one that repeats on
many pages is told once. The exit code is 0 without problems, 1 with some, 2 for a folder that is not there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.commands.terminal import say, tell
from exhibit.problems.problem import report
from exhibit.verifying.verify import verify


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="the site's folder (site)")
    parser.add_argument(
        "--files", action="store_true", help="it is opened from the folder: links name files, not folders"
    )


def run(options: argparse.Namespace) -> int:
    """Check, and print what was found."""
    folder = options.folder or options.root / "site"
    if not folder.is_dir():
        tell(f"no folder '{folder}'; make build writes the site")
        return 2
    problems = verify(folder, served=not options.files)
    sys.stderr.write(report(problems, {}))
    if not problems:
        say(f"{folder}: no problem")
    return 1 if problems else 0
