"""Hand-written Markdown in docs/: its calls on the data, and what is wrong in them.

``{{ timeline(organisation="cica") }}``, ``{{ listing("treaties", organisation="sco") }}`` and
``{{ count("treaties") }}`` are calls; ``[[id]]`` and ``[@source#37]`` are marks. A wrong id is a
problem with file and line like any other.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from exhibit.exhibit import Exhibit
from exhibit.link import check_mark
from exhibit.marks import marks, position
from exhibit.problems import Problem

Calls = dict[str, Callable[..., Any]]


class CallError(ValueError):
    """A call on the data that cannot be answered; the message says what would be right."""


def expand(text: str, calls: Calls) -> str:
    """Answer the calls in a page of docs/. Raises a Jinja or CallError with the line inside."""
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True
    )
    template = environment.from_string(text)
    return template.render(**calls)


def check_docs(exhibit: Exhibit, texts: dict[str, str], calls: Calls) -> list[Problem]:
    """The problems of the pages of docs/ (file to text): marks that name nothing, wrong calls."""
    problems = []
    for file, text in texts.items():
        try:
            expand(text, calls)
        except (TemplateError, CallError, ValueError, TypeError) as error:
            problems.append(_call_problem(file, text, error))
        for mark in marks(text):
            if message := check_mark(exhibit, mark.target, mark.is_citation):
                line, column = position(text, mark.offset)
                problems.append(Problem(file, line, column, "", message))
    return problems


def _call_problem(file: str, text: str, error: Exception) -> Problem:
    if isinstance(error, TemplateSyntaxError):
        line, message = error.lineno, f"not a call that can be read: {error.message}"
    else:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
        line = (frames[-1].lineno if frames else 1) or 1
        message = str(error)
        if isinstance(error, UndefinedError):
            message = f"{message}; calls are timeline(…), listing(…), count(…)"
        if isinstance(error, TypeError):
            message = re.sub(
                r"^.*?(\w+?)_?\(\) got an unexpected keyword argument '(\w+)'.*",
                r"\1() has no filter '\2'",
                message,
            )
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    brace = re.search(r"\{[{%]", shown)
    return Problem(file, line, brace.start() + 1 if brace else 1, "", message)
