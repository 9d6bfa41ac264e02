"""The head of a page of docs/, between two lines of three dashes: its title, its description, what it hides.

MkDocs takes any head. One that it cannot read stands on the page as text, one with a value of another kind ends the
build in a traceback, and of a page without a head it takes first lines like ``Note: …`` for one and drops them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from exhibit.problems.problem import Problem, did_you_mean, shown
from exhibit.reading.nodes import Node, UnreadableError, read

SETTINGS = ("title", "description", "hide", "search")
HIDDEN = ("navigation", "toc", "footer", "path")
"""What a page can go without."""
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:\.\.\.|---)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
_OPEN = re.compile(r"---[ \t]*\n *[A-Za-z0-9_-]+:[ \n]")


def head_problems(file: str, text: str) -> Iterator[Problem]:
    """What is wrong with the head of a page."""
    if head := _HEAD.match(text):
        try:
            yield from _problems(file, read(head[1]), yaml.safe_load(head[1]))
        except UnreadableError as error:
            yield Problem(file, error.line + 1, error.column, "", error.message)
        except (yaml.YAMLError, ValueError) as error:  # a date that is none
            yield Problem(
                file, 2, 1, "", f"the head of the page cannot be read: {' '.join(str(error).split())}"
            )
    elif _OPEN.match(text):
        yield Problem(
            file, 1, 1, "", "the head of the page is not closed; put a line '---' under its settings"
        )
    elif (field := _FIELD.match(text)) and "\ufffd" not in text:  # of what is not UTF-8 that is told
        known = field[1].lower() in SETTINGS
        cure = "put its settings between two lines '---'" if known else "put a heading before it"
        message = (
            f"what begins with {shown(field[1] + ':')} at the top of a page does not stand on it; {cure}"
        )
        yield Problem(file, 1, 1, "", message)


def _problems(file: str, node: Node, values: dict[str, Any]) -> Iterator[Problem]:
    for name, value in values.items():
        if name not in SETTINGS:
            line, column = node.keys[str(name)]
            message = f"a page has no setting {shown(str(name))}{did_you_mean(str(name), SETTINGS)}"
            yield Problem(file, line + 1, column, "", message)
        elif message := _wrong(name, value):
            line, column = node.find((name,))
            yield Problem(file, line + 1, column, name, message)


def _wrong(name: str, value: Any) -> str:
    """What is wrong with the value of a setting; the empty text where nothing is."""
    if name == "search":
        return (
            ""
            if value in ({"exclude": True}, {"exclude": False})
            else "write {exclude: true}, or leave it away"
        )
    if name == "hide":
        listed = value if isinstance(value, list) else [value]
        strange = [part for part in listed if part not in HIDDEN]
        return f"a page can hide {', '.join(HIDDEN)}; not {shown(str(strange[0]))}" if strange else ""
    if not isinstance(value, str):
        return "is not a text; put it in 'quotes'"
    return "is text alone; leave the markup out" if re.search(r"<[a-zA-Z/!?]", value) else ""
