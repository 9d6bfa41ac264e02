"""Asking in a terminal for what a new item cannot stand without; a wrong answer is told and asked again."""

from __future__ import annotations

import sys

import yaml

from exhibit.commands.dry_run import DryRun
from exhibit.commands.terminal import tell
from exhibit.editing.draft import Field, Given, fields, missing_fields, record, write
from exhibit.model.item import Item
from exhibit.reading.nodes import UnreadableError


def ask(kind: type[Item], given: dict[str, list[str]], dry_run: DryRun) -> None:
    """Ask for each missing field until its answer is sound, and add it to what is given.

    What is given and wrong is asked for again. Raises EOFError where the terminal is closed.
    """
    known = {field.name: field for field in fields(kind)}
    again = _faults(kind, given, dry_run)
    for name, fault in again.items():
        tell(f"{name} {', '.join(given.pop(name))}: {fault}")
    while absent := [*(name for name in again if name not in given), *missing_fields(kind, given)]:
        field = known[absent[0]]
        _explain(field)
        answer = _answer()
        values = [part.strip() for part in (answer.split(",") if field.many else [answer])]
        asked = {field.name: [value for value in values if value]}
        if not asked[field.name]:
            tell("  an answer is needed")
        elif faults := _faults(kind, asked, dry_run):
            tell(f"  {faults[field.name]}")
        else:
            given.update(asked)


def ask_id(fault: str) -> str:
    """Ask for another id, having said what is wrong with the one there is."""
    tell(f"{fault}")
    return _answer()


def _explain(field: Field) -> None:
    tell(f"{field.name}: {field.told}")
    if field.terms:
        tell(f"  one of: {', '.join(field.terms)}")
    else:
        several = "; several with commas between them" if field.many else ""
        tell(f"  for example: {field.spoken}{several}")


def _answer() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def _faults(kind: type[Item], given: Given, dry_run: DryRun) -> dict[str, str]:
    """What is wrong with each field given; what cannot be read at all is the fault of the first."""
    if not given:
        return {}
    try:
        return dry_run.faults(record(kind, "draft-being-asked-for", write(kind, given)))
    except (UnreadableError, yaml.YAMLError):
        return {next(iter(given)): "must be plain text"}
