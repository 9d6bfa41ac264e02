"""Write the generated pages to a folder, without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.build import build
from exhibit.files import replace
from exhibit.git import read_history
from exhibit.problems import report
from exhibit.site import Settings
from exhibit.terminal import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to write them (build/pages)")
    parser.add_argument("--strict", action="store_true", help="suspicions stop the run like problems")


def run(options: argparse.Namespace) -> int:
    """Write every page; with problems, none."""
    built = build(options.root, options.root / "docs", Settings(), history=read_history(options.root))
    built = built.rendered(options.root)
    sys.stderr.write(report(built.problems, built.texts))
    if built.fatal(options.strict):
        return 1
    folder = options.folder or options.root / "build" / "pages"
    for page in built.pages:
        replace(folder / page.path, page.text)
    say(f"{len(built.pages)} files written to {folder}")
    return 0
