"""The command line: ``check`` the data, or ``build`` the pages into a folder without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exhibit.problems import report
from exhibit.stages import read_exhibit


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code is 1 if there are problems."""
    parser = argparse.ArgumentParser(prog="exhibit", description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.add_argument("--root", type=Path, default=Path("."), help="the project's folder")
    options = parser.parse_args(arguments)
    outcome = read_exhibit(options.root)
    if outcome.problems:
        sys.stderr.write(report(outcome.problems, outcome.texts))
        return 1
    sys.stdout.write(f"{len(outcome.exhibit.items)} items, no problem\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
