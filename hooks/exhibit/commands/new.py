"""Write a new item's file, with advice in it, at the right place and under the right name.

What an item cannot stand without is asked for in a terminal; elsewhere it is named, and nothing is written.
A file that is there is never written over. The exit code is 2 where nothing was written.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from exhibit.commands.asking import ask, ask_id
from exhibit.commands.dry_run import DryRun
from exhibit.commands.terminal import interactive, say, tell
from exhibit.editing.draft import Field, Given, fields, missing_fields, record, write
from exhibit.editing.files import create
from exhibit.editing.ids import refresh
from exhibit.editing.naming import propose
from exhibit.model.item import Item
from exhibit.model.kinds import KINDS
from exhibit.model.references import is_id
from exhibit.model.wording import with_article
from exhibit.problems.problem import Problem
from exhibit.reading.nodes import UnreadableError


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say: a kind, and each of its fields that is a word or a line."""
    kinds = parser.add_subparsers(dest="kind", metavar="KIND", required=True)
    for kind in KINDS.values():
        summary = f"a new {kind.SINGULAR}"
        own = kinds.add_parser(kind.SINGULAR, help=summary, description=summary, allow_abbrev=False)
        own.set_defaults(model=kind)
        own.add_argument("title", nargs="?", help="the name that the exhibit uses, in quotes")
        own.add_argument("--root", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        own.add_argument(
            "--id", dest="id_", metavar="ID", help="the file's name; made from the rest if not given"
        )
        own.add_argument("--short", default="", metavar="TEXT", help="an abbreviation")
        for field in fields(kind):
            if field.plain and field.name != "title":
                _option(own, field)


def _option(parser: argparse.ArgumentParser, field: Field) -> None:
    """``--organisations``, or ``--organisation`` for one of several, may stand more than once."""
    name = field.name.replace("_", "-")
    names = [f"--{name}"]
    if name in ("organisations", "authors"):
        names.insert(0, f"--{name[:-1]}")
    told = f"{field.told} One of: {', '.join(field.terms)}." if field.terms else field.told
    several = (
        f" May be given more than once. Example: {field.spoken}"
        if field.many
        else f" Example: {field.spoken}"
    )
    help_ = (told + several).replace("%", "%%")
    parser.add_argument(*names, dest=f"field {field.name}", action="append", metavar="TEXT", help=help_)


def run(options: argparse.Namespace) -> int:
    """Gather what is given and asked for, try it against the exhibit, and only then write."""
    kind: type[Item] = options.model
    given = _given(options)
    if fault := _too_many(kind, given):
        tell(fault)
        return 2
    dry_run = DryRun(options.root)
    if interactive():
        ask(kind, given, dry_run)
    elif absent := missing_fields(kind, given):
        _tell_absent(kind, absent)
        return 2
    id_ = options.id_ or propose(kind, given, options.short)
    while fault := _unfit(id_, dry_run):
        if not interactive():
            tell(f"nothing written: {fault}")
            return 2
        id_ = ask_id(fault)
    text = write(kind, given, options.short, dry_run.exhibit)
    return _write(options.root, kind, id_, text, dry_run)


def _given(options: argparse.Namespace) -> dict[str, list[str]]:
    named = {
        name.partition(" ")[2]: values for name, values in vars(options).items() if name.startswith("field ")
    }
    title = {"title": [options.title]} if options.title else {}
    return title | {name: values for name, values in named.items() if values}


def _too_many(kind: type[Item], given: Given) -> str:
    known = {field.name: field for field in fields(kind)}
    for name, values in given.items():
        if len(values) > 1 and not known[name].many:
            return f"--{name}: given {len(values)} times; it takes one value"
        if any(not value.strip() or not value.isprintable() for value in values):
            return f"--{name}: must be one line with words in it"
    return ""


def _tell_absent(kind: type[Item], absent: list[str]) -> None:
    told = {field.name: field for field in fields(kind)}
    tell(f"nothing written: {with_article(kind.SINGULAR)} needs more")
    for name in absent:
        option = '"TITLE"' if name == "title" else f"--{name.replace('_', '-')}"
        terms = f" One of: {', '.join(told[name].terms)}." if told[name].terms else ""
        tell(f"  {option}  {told[name].told}{terms} Example: {told[name].spoken}")


def _unfit(id_: str, dry_run: DryRun) -> str:
    if not is_id(id_):
        said = f"'{id_}' is not an id" if id_ else "the title has no Latin letters to make an id of"
        return f"{said}; give one: --id lower-case-words-and-digits"
    if taken := dry_run.taken(id_):
        return f"'{id_}' is {taken}; if yours is another item, name it otherwise: --id {id_}-2"
    return ""


def _write(root: Path, kind: type[Item], id_: str, text: str, dry_run: DryRun) -> int:
    try:
        draft = record(kind, id_, text)
    except UnreadableError as error:
        tell(f"nothing written: {error.message}")
        return 2
    problems = dry_run.problems(draft)
    if any(not problem.warning for problem in problems):
        tell("nothing written:")
        for problem in problems:
            tell(f"  {_at_option(problem)}")
        return 2
    try:
        create(root / draft.file, text)
    except FileExistsError:
        tell(f"nothing written: {draft.file} is there already")
        return 2
    say(f"{draft.file} written. Open it and fill in what you know; make check tells what is wrong.")
    for problem in problems:
        tell(str(problem))
    refresh(root, dry_run.exhibit)
    return 0


def _at_option(problem: Problem) -> str:
    """A problem as one of the command line: the file is not there to look at."""
    name = problem.field.partition("[")[0].partition(".")[0].replace("_", "-")
    return f"--{name}: {problem.message}" if name and name != "title" else problem.message
