"""Write the generated pages to a folder, without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.changes.git import read_history
from exhibit.commands.settings import settings_of
from exhibit.commands.terminal import say
from exhibit.editing.files import replace
from exhibit.exports.every import exports
from exhibit.pages.build import build
from exhibit.problems.problem import report


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to write them (build/pages)")
    parser.add_argument("--strict", action="store_true", help="suspicions stop the run like problems")


def run(options: argparse.Namespace) -> int:
    """Write every page; with problems, none."""
    history = read_history(options.root)
    built = build(options.root, options.root / "docs", settings_of(options.root), history=history)
    built = built.rendered(options.root)
    sys.stderr.write(report(built.problems, built.texts))
    if built.fatal(options.strict):
        return 1
    folder = options.folder or options.root / "build" / "pages"
    made: list[tuple[str, str | bytes]] = [(page.path, page.text) for page in built.pages]
    made += exports(built.site)
    for path, content in made:
        replace(folder / path, content)
    say(f"{len(made)} files written to {folder}")
    return 0
