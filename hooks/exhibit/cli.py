"""The command line, the second adapter: check the data, write the pages to a folder or the schema;
``diff REV`` tells what changed since a revision."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from exhibit.build import NO_COPIES, build
from exhibit.commands.diff import diff_command
from exhibit.git import read_history
from exhibit.problems import report
from exhibit.schema import schemas
from exhibit.site import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code is 1 if there are problems."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["diff"]:
        return diff_command(given[1:])
    parser = argparse.ArgumentParser(prog="exhibit", description=__doc__)
    parser.add_argument("command", choices=["check", "pages", "schema"])
    parser.add_argument("folder", nargs="?", type=Path, help="where to write pages (build/pages) or schema")
    parser.add_argument("--root", type=Path, default=Path("."), help="the project's folder")
    parser.add_argument("--strict", action="store_true", help="suspicions stop the run like problems")
    options = parser.parse_args(arguments)
    gc.disable()  # one short run that keeps all it makes: collecting would only cost a fifth of the time
    if options.command == "schema":
        return _write(options.folder or options.root / "schema", schemas())
    render = options.command == "pages"
    history = read_history(options.root) if render else None
    built = build(options.root, options.root / "docs", Settings(), history=history)
    if render:
        built = built.rendered(options.root)
    sys.stderr.write(report(built.problems, built.texts))
    if built.fatal(options.strict):
        return 1
    if render:
        texts = {page.path: page.text for page in built.pages}
        return _write(options.folder or options.root / "build" / "pages", texts)
    found = f"{len(built.problems)} suspicions" if built.problems else "no problem"
    sys.stdout.write(f"{len(built.site.exhibit.items)} items, {found}\n")
    if not built.compared:
        sys.stdout.write(f"{NO_COPIES}\n")
    return 0


def _write(folder: Path, texts: dict[str, str]) -> int:
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(texts)} files written to {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
