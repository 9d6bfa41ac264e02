"""List the facts of the present by the age of their newest source, the oldest first: what to look at next.

Of the present is what goes on (members, offices, seats, organisations and bodies that have not ended), what is stamped
`as_of`, and a day that was only announced when its newest source appeared. A source without a date counts with the day
on which it was read; what rests on none with either stands last. Ages are counted from the day up to which the exhibit
knows. The exit code is 0, or 2 for a path or id that is not there.
"""

from __future__ import annotations

import argparse
import sys

from exhibit.checking.read import read_exhibit
from exhibit.commands.paths import Chosen, paths_argument
from exhibit.commands.terminal import say, tell
from exhibit.problems.problem import did_you_mean, report
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.settings import read_settings
from exhibit.views.sources.stale import PresentFact, present

MOST = 20
"""Facts that are shown unless all are asked for."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    paths_argument(parser, "show the facts of these only")
    parser.add_argument("--of", metavar="ID", help="facts of this item, and those elsewhere that name it")
    parser.add_argument("--all", action="store_true", help=f"show more than the oldest {MOST}")


def run(options: argparse.Namespace) -> int:
    """Read the exhibit, and print its facts of the present."""
    settings = read_settings(options.root)
    if settings.problems:
        sys.stderr.write(report(settings.problems, settings.texts))
        return 2
    exhibit = read_exhibit(options.root, settings.as_of).exhibit
    chosen = Chosen(options.root, options.paths)
    if options.of and options.of not in exhibit.items:
        tell(f"no item '{options.of}'{did_you_mean(options.of, exhibit.items)}")
        return 2
    found = [
        fact
        for fact in present(exhibit, settings.as_of)
        if exhibit.records[fact.item.id].file in chosen and (not options.of or options.of in fact.about)
    ]
    shown = found if options.all else found[:MOST]
    counted = f"{len(found)} fact{'' if len(found) == 1 else 's'} of the present{chosen}"
    say("\n".join([*(line(exhibit, fact) for fact in shown), counted]))
    if len(found) > len(shown):
        tell(f"{len(found) - len(shown)} more: --all shows them")
    return 0


def line(exhibit: Exhibit, fact: PresentFact) -> str:
    """A fact on one line: where it stands, what it says, its newest source and how old that is."""
    newest = fact.newest
    rests = (
        f"newest source '{newest.id}' of {newest.day}, {fact.old} old" if newest else "no source with a date"
    )
    return str(exhibit.problem(fact.item, fact.path, f"{fact.told}; {rests}"))
