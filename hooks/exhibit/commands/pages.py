"""Write the generated pages to a folder, without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.changes.git import read_history
from exhibit.commands.terminal import say
from exhibit.editing.files import replace
from exhibit.exports.every import exports
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.problem import report
from exhibit.reading.settings import read_settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to write them (build/pages)")
    parser.add_argument("--strict", action="store_true", help="suspicions stop the run like problems")


def run(options: argparse.Namespace) -> int:
    """Write every page; with problems, none."""
    told = read_settings(options.root)
    settings = Settings(told.as_of, site_name=told.site_name or Settings.site_name)
    built = build(options.root, options.root / "docs", settings, history=read_history(options.root))
    built = built.after(told)
    built = built if built.fatal(strict=False) else built.rendered(options.root)
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
