"""Write the generated pages to a folder, without MkDocs."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from exhibit.changes.git import read_history
from exhibit.commands.terminal import say
from exhibit.editing.files import replace
from exhibit.exports.every import exports
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.problem import report


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to write them (build/pages)")
    parser.add_argument("--strict", action="store_true", help="suspicions stop the run like problems")


def run(options: argparse.Namespace) -> int:
    """Write every page; with problems, none."""
    settings = Settings(site_name=_name(options.root / "mkdocs.yml"))
    built = build(options.root, options.root / "docs", settings, history=read_history(options.root))
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


def _name(settings: Path) -> str:
    """What the site's settings call it."""
    text = settings.read_text("utf-8") if settings.is_file() else ""
    found = re.search(r"(?m)^site_name: *(.+?) *$", text)
    return found[1].strip("'\"") if found else Settings.site_name
