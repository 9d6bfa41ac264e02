"""Write schema/ anew: a JSON Schema for each collection from the models, and the ids that exist."""

from __future__ import annotations

import argparse
from pathlib import Path

from exhibit.checking.read import read_exhibit
from exhibit.commands.terminal import say
from exhibit.editing.files import replace
from exhibit.editing.ids import IDS, id_lists
from exhibit.editing.schema import schemas


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to write them (schema)")


def run(options: argparse.Namespace) -> int:
    """Write every schema file."""
    folder = options.folder or options.root / "schema"
    texts = schemas() | {Path(IDS).name: id_lists(read_exhibit(options.root).exhibit)}
    changed = sum(replace(folder / name, text) for name, text in texts.items())
    say(f"{len(texts)} files in {folder}, {changed} of them changed")
    return 0
