"""Print what the exhibit knows of an item: facts with their readings and citations, what names it, its evidence.

The exit code is 2 if there is no such item.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator

from exhibit.checking.read import read_exhibit
from exhibit.commands.outline import OutlineLine, outline
from exhibit.commands.terminal import columns, say, tell
from exhibit.pages.docs import telling
from exhibit.problems.printable import printable
from exhibit.problems.problem import did_you_mean
from exhibit.reading.load import load_docs


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("id", help="the id of an item: its file's name without .yml")


def run(options: argparse.Namespace) -> int:
    """Read the exhibit and print the item, wrapped to the terminal."""
    checked = read_exhibit(options.root)
    known = checked.exhibit.items
    earlier = {alias: item for item in known.values() for alias in item.aliases}
    item = known.get(options.id) or earlier.get(options.id)
    if item is None:
        file = next((r.file for r in checked.exhibit.records.values() if r.id == options.id), "")
        broken = f"'{options.id}' cannot be read; exhibit check {file} tells why"
        tell(broken if file else f"no item '{options.id}'{did_you_mean(options.id, [*known, *earlier])}")
        return 2
    docs = options.root / "docs"
    texts = load_docs(docs, options.root) if docs.is_dir() else {}
    told_in = [file for file, _ in telling(texts).get(item.id, [])]
    say("\n".join(_wrapped(outline(checked.exhibit, item, told_in), columns())))
    if checked.problems:
        tell(
            f"{len(checked.problems)} problems in the data: what is shown may lack something; run exhibit check"
        )
    return 0


def _wrapped(lines: Iterator[OutlineLine], width: int) -> Iterator[str]:
    """The lines within a width of so many characters; a section is set off by an empty line."""
    for number, line in enumerate(lines):
        if line.heading and number:
            yield ""
        indent = "  " * line.depth
        text = printable(" ".join(line.text.split()))
        following = indent if line.heading else indent + "    "
        wrapped = textwrap.wrap(
            text,
            width,
            initial_indent=indent,
            subsequent_indent=following,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from wrapped
        if line.heading:
            yield indent + ("=" if number == 0 else "-") * min(width, len(wrapped[-1]))
