"""Write the generated pages to a folder, without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.changes.git import read_history
from exhibit.commands.terminal import say
from exhibit.editing.files import replace
from exhibit.exports.every import data, exports
from exhibit.pages.build import build
from exhibit.pages.by_hand import answered
from exhibit.pages.site import Settings
from exhibit.problems.problem import report
from exhibit.reading.load import other_files
from exhibit.reading.settings import read_settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to write them (build/pages)")
    parser.add_argument(
        "--whole",
        action="store_true",
        help="those of docs/ too, with their calls answered, and its other files: all that a generator needs",
    )
    parser.add_argument(
        "--site-url", default="", help="where the site will stand; without it there is no feed"
    )
    parser.add_argument(
        "--repo-url", default="", help="where errors are reported; without it pages do not say"
    )
    parser.add_argument("--strict", action="store_true", help="suspicions stop the run like problems")


def run(options: argparse.Namespace) -> int:
    """Write every page; with problems, none."""
    told = read_settings(options.root)
    name = told.site_name or Settings.site_name
    settings = Settings(
        told.as_of, repo_url=options.repo_url, site_url=options.site_url, site_name=name, data=data
    )
    docs = options.root / "docs"
    built = build(options.root, docs, settings, history=read_history(options.root))
    built = built.after(told)
    built = built if built.fatal(strict=False) else built.rendered(options.root)
    sys.stderr.write(report(built.problems, built.texts))
    if built.fatal(options.strict):
        return 1
    folder = options.folder or options.root / "build" / "pages"
    made: list[tuple[str, str | bytes]] = [(page.path, page.text) for page in built.pages]
    made += exports(built.site)
    if options.whole:
        made += [(path, answered(built.site, path)) for path in built.site.docs]
        made += [(path, (docs / path).read_bytes()) for path in other_files(docs)]
    for path, content in made:
        replace(folder / path, content)
    say(f"{len(made)} files written to {folder}")
    return 0
