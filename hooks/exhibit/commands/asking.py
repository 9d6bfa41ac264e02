"""Asking in a terminal for what a new item cannot stand without, and for what puts it in its place among the others.

A wrong answer is told and asked again; one that is no id is answered with the items that may be meant, numbered.
"""

from __future__ import annotations

import sys

import yaml

from exhibit.commands.dry_run import DryRun
from exhibit.commands.find import line
from exhibit.commands.terminal import tell
from exhibit.editing.draft import Field, Given, fields, missing_fields, record, welcome, write
from exhibit.model.item import Item
from exhibit.reading.nodes import UnreadableError

BACK = "<"
"""The answer that takes the last one back."""
OFFERED = 5
"""Items that are offered for an answer that is no id."""


class Dialogue:
    """Questions and answers about one new item. given: what is known of it, which the answers are added to."""

    def __init__(self, kind: type[Item], given: dict[str, list[str]], dry_run: DryRun) -> None:
        """What is given and wrong is told, and asked for again before all else."""
        self.kind, self.given, self.dry_run = kind, given, dry_run
        self._fields = {field.name: field for field in fields(kind)}
        self._answered: list[str] = []
        self._skipped: set[str] = set()
        self._again = self._faults(given)
        for name, fault in self._again.items():
            tell(f"{name} {', '.join(given.pop(name))}: {fault}")

    @property
    def needed(self) -> bool:
        """Whether something has to be asked."""
        return bool(self._needed())

    def ask(self) -> None:
        """Ask until nothing is missing. Raises EOFError where the terminal is closed."""
        if not self._answered:
            tell(
                f"What you do not know may be left out where it says so; {BACK} goes back to the question before."
            )
        while name := self._next():
            self._ask(self._fields[name])

    def back(self) -> None:
        """Take the last answer back, so that it is asked for again."""
        if not self._answered:
            tell("  nothing was asked before this")
            return
        last = self._answered.pop()
        self.given.pop(last, None)
        self._skipped.discard(last)

    def _needed(self) -> list[str]:
        return [
            *(name for name in self._again if name not in self.given),
            *missing_fields(self.kind, self.given),
        ]

    def _next(self) -> str | None:
        """The field to ask for: what was given and wrong, then in the order of a file, last who says so."""
        if first := [name for name in self._again if name not in self.given]:
            return first[0]
        open_ = {*self._needed(), *welcome(self.kind, self.given)} - self._skipped
        order = [*(name for name in self._fields if name != "cite"), "cite"]
        return next((name for name in order if name in open_), None)

    def _ask(self, field: Field) -> None:
        """Ask for one field, once; an answer that is no id is answered with what may be meant, and asked again."""
        needed = field.name in self._needed()
        _explain(field, needed)
        values: list[str] = []
        offered: dict[str, str] = {}
        wrong = ""
        while True:
            answer = _answer()
            if answer == BACK:
                return self.back()
            if not answer:
                return self._leave(field, needed)
            if offered and answer.isdigit() and answer not in offered:
                tell(f"  there is no {answer} here")
                continue
            if chosen := offered.get(answer):
                values = [chosen + _place_in(wrong) if value == wrong else value for value in values]
            else:
                values = _parts(answer, field)
            if not (fault := self._faults({field.name: values}).get(field.name)):
                return self._take(field, values)
            tell(f"  {fault}")
            wrong = self._no_id(field, values)
            if not (offered := self._offer(field, wrong)):
                return None

    def _take(self, field: Field, values: list[str]) -> None:
        self.given[field.name] = values
        self._answered.append(field.name)

    def _leave(self, field: Field, needed: bool) -> None:
        """No answer: it is passed over, unless the item cannot stand without."""
        if needed:
            tell("  an answer is needed")
        else:
            self._answered.append(field.name)
            self._skipped.add(field.name)

    def _no_id(self, field: Field, values: list[str]) -> str:
        """The first value that names no item of those which may stand in a field; or nothing."""
        known = self.dry_run.exhibit.ids(field.to)
        return next((value for value in values if field.to and value.partition("#")[0] not in known), "")

    def _offer(self, field: Field, wrong: str) -> dict[str, str]:
        """The ids of the items that may be meant, shown with their numbers; by number."""
        asked = wrong.partition("#")[0]
        found = self.dry_run.finder.find(asked, field.to)[:OFFERED] if asked else []
        for number, one in enumerate(found, 1):
            tell(f"  {number}  {line(one)}")
        if found:
            tell("  a number takes one of these; or answer anew")
        return {str(number): one.id for number, one in enumerate(found, 1)}

    def _faults(self, given: Given) -> dict[str, str]:
        """What is wrong with each field given; what cannot be read at all is the fault of the first."""
        if not given:
            return {}
        try:
            draft = record(self.kind, "draft-being-asked-for", write(self.kind, given))
        except (UnreadableError, yaml.YAMLError):
            return {next(iter(given)): "must be plain text"}
        return self.dry_run.faults(draft)


def ask_id(fault: str) -> str:
    """Ask for another id, having said what is wrong with the one there is; BACK goes back."""
    tell(f"{fault}")
    return _answer()


def confirmed(file: str, text: str) -> str:
    """Show a file without its advice, and ask whether to write it: the answer, empty for yes, BACK to go back."""
    tell(f"{file} would have:")
    for one in text.splitlines():
        if one and not one.startswith("#"):
            tell(f"  {one}")
    tell(f"Enter writes it, with advice on the rest; {BACK} goes back; anything else leaves it")
    return _answer()


def _explain(field: Field, needed: bool) -> None:
    tell(f"{field.name}: {field.told}")
    skip = "" if needed else "; Enter leaves it out"
    if field.terms:
        tell(f"  one of: {', '.join(field.terms)}{skip}")
    else:
        several = "; several with commas between them" if field.many else ""
        tell(f"  for example: {field.spoken}{several}{skip}")


def _answer() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise EOFError
    return answer.strip()


def _parts(answer: str, field: Field) -> list[str]:
    """An answer as values: those of a list have commas between them."""
    parts = answer.split(",") if field.many else [answer]
    return [part.strip() for part in parts if part.strip()] or [answer]


def _place_in(value: str) -> str:
    """What follows the id of a source: the place in it."""
    return "".join(value.partition("#")[1:])
