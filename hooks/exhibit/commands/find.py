"""Find ids by name in any script, abbreviation, year, or address of a source; a misspelt word is forgiven.

All words are looked for, in any order; where no item fits them all, those that fit the most are shown.
The exit code is 0, or 1 where nothing was found.
"""

from __future__ import annotations

import argparse
from textwrap import shorten

from exhibit.commands.terminal import say, tell
from exhibit.model.kinds import COLLECTIONS, KINDS
from exhibit.reading.find import Finder, Found
from exhibit.reading.load import load

MOST = 10
"""Items that are shown unless all are asked for."""
WIDEST = 80
"""Characters of the name that an item was found by."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument(
        "words", nargs="+", help="what you know of it: league charter 1968, Лига, treaties.example"
    )
    kinds = [kind.SINGULAR for kind in KINDS.values()]
    parser.add_argument("--kind", choices=kinds, help="items of one kind only")
    parser.add_argument("--all", action="store_true", help=f"show more than the best {MOST}")


def run(options: argparse.Namespace) -> int:
    """Find, and print what was found, best first."""
    wanted = [name for name in COLLECTIONS if options.kind in (None, KINDS[name].SINGULAR)]
    question = " ".join(options.words)
    loaded = load(options.root)
    found = Finder(loaded.records).find(question, wanted)
    if loaded.unread:
        tell(
            f"not looked at, as they cannot be read: {', '.join(one.file for one in loaded.unread.values())}"
        )
    if not found:
        tell(f"nothing found for '{question}'")
        return 1
    shown = found if options.all else found[:MOST]
    say("\n".join(line for one in shown for line in lines(one)))
    if len(found) > len(shown):
        tell(f"{len(found) - len(shown)} more: --all shows them")
    return 0


def lines(found: Found) -> list[str]:
    """An item that was found as two lines: what it is, and where it stands."""
    by = "" if found.text in (found.item.title, found.id) else f"  as {shorten(found.text, WIDEST)}"
    return [line(found), f"    {found.place}{by}"]


def line(found: Found) -> str:
    """An item that was found on one line: id, kind, title, year."""
    year = f", {found.item.years[0]}" if found.item.years else ""
    return f"{found.id}  {found.item.title or '?'} ({found.item.kind}{year})"
