"""Hand-written Markdown in docs/: its calls on the data, and what is wrong in them.

``{{ timeline(organisation="league") }}``, ``{{ listing("treaties", organisation="league") }}`` and
``{{ count("treaties") }}`` are calls; ``[[id]]`` and ``[@source#37]`` are marks. A wrong id is a
problem with file and line like any other.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from inspect import signature
from itertools import islice
from types import FrameType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.nodes import Call, Const, Keyword, Name, Node, Output, Template, TemplateData
from jinja2.sandbox import SandboxedEnvironment

from exhibit.model.bounds import page_beyond
from exhibit.model.dates import DateError
from exhibit.model.marks import MOST_TICKS, marks, position
from exhibit.problems.problem import Problem, at_most, did_you_mean
from exhibit.reading.broken_marks import broken_marks
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.front_matter import head_problems
from exhibit.reading.mark_messages import check_mark

Shortcodes = dict[str, Callable[..., Any]]


TICKS = re.compile("`" * (MOST_TICKS + 1))
MOST_CALLS = 60
"""Calls of a page: each answer may be as long as all that there is."""
ONLY_CALLS = "only calls like {{ timeline(…) }} are used here"
_OF_A_CALL = (Template, Output, TemplateData, Call, Name, Const, Keyword)
"""What a page of calls is made of: no loop, no reckoning, so that every page is made in a moment."""


class ShortcodeError(ValueError):
    """A call on the data that cannot be answered; the message says what would be right."""


class UnansweredError(ShortcodeError):
    """A call as it should be, to which what was read gives no answer. Where some of the data could not be read, the page is
    not to blame, and it is not told."""


def expand(page: str | Template, shortcodes: Shortcodes) -> str:
    """Answer the calls in a page of docs/, a text or its tree. Raises a Jinja or ShortcodeError with the line inside."""
    return _environment().from_string(page).render(**shortcodes)


@cache
def _environment() -> SandboxedEnvironment:
    """Without what Jinja brings along: ``lipsum(n=…)`` and ``range(…)`` have no end."""
    found = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    found.globals.clear()
    return found


def check_docs(exhibit: Exhibit, texts: dict[str, str], shortcodes: Shortcodes) -> list[Problem]:
    """The problems of the pages of docs/ (file to text): marks that name nothing, wrong calls."""
    problems = []
    for file, text in texts.items():
        if long := TICKS.search(text):
            message = f"more than {MOST_TICKS} back-ticks in a row; two or three do"
            problems.append(Problem(file, *position(text, long.start()), "", message))
            continue
        if beyond := page_beyond(text):
            problems.append(Problem(file, beyond[0], 1, "", beyond[1]))
            continue
        problems += head_problems(file, text)
        problems += _CheckedShortcodes(file, text, shortcodes, bool(exhibit.unread)).problems()
        problems += at_most(_wrong_marks(exhibit, file, text))
        broken = broken_marks(exhibit, text, account=False)
        problems += at_most(Problem(file, *position(text, offset), "", message) for offset, message in broken)
    return problems


def _wrong_marks(exhibit: Exhibit, file: str, text: str) -> Iterator[Problem]:
    for mark in marks(text):
        if message := check_mark(exhibit, mark.target, mark.is_citation):
            line, column = position(text, max(mark.offset, text.find(mark.target, mark.offset)))
            yield Problem(file, line, column, "", message)


@dataclass
class _CheckedShortcodes:
    """The calls of one page, made one after another so that each wrong one is told.

    partial: whether some data could not be read; then an answer that cannot be computed is not the
    page's fault.
    """

    file: str
    text: str
    shortcodes: Shortcodes
    partial: bool
    found: list[Problem] = field(default_factory=list)

    def problems(self) -> list[Problem]:
        """Every wrong call of the page; where the page cannot be read, only that."""
        if not re.search(r"\{[{%#]", self.text):
            return []
        try:
            tree = _environment().parse(self.text)
        except TemplateSyntaxError as error:
            self._add(error.lineno, f"this call cannot be read: {_in_plain_words(error.message or '')}")
            return self.found
        except RecursionError:
            self._add(1, "brackets within brackets without end; close them")
            return self.found
        except ValueError:  # Python reads no number of more than some thousand figures
            self._add(1, "a number without end in a call; write a date in quotes")
            return self.found
        if more := next((node for node in _nodes(tree) if not isinstance(node, _OF_A_CALL)), None):
            self._add(more.lineno, ONLY_CALLS)
            return self.found
        if more := next(islice(tree.find_all(Call), MOST_CALLS, None), None):
            self._add(more.lineno, f"more than {MOST_CALLS} calls on one page; make two of it")
            return self.found
        stand_ins = self._unknown_words(tree)
        try:
            expand(tree, {name: self._checked(name) for name in self.shortcodes} | stand_ins)
        except Exception as error:  # whatever an expression of a page can raise is the page's problem
            frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
            self._add((frames[-1].lineno if frames else 1) or 1, f"this cannot be worked out: {error}")
        return self.found

    def _unknown_words(self, tree: Template) -> dict[str, Any]:
        """Tell of words that are no calls; what stands in for each, so that the rest is checked too."""
        undeclared = find_undeclared_variables(tree) - set(self.shortcodes)
        called = {call.node.name for call in tree.find_all(Call) if isinstance(call.node, Name)}
        stand_ins: dict[str, Any] = {}
        for name in tree.find_all(Name):
            if name.name in called & undeclared:
                message = f"no call '{name.name}'{did_you_mean(name.name, self.shortcodes)}"
                self._add(name.lineno, message, name.name)
                stand_ins[name.name] = lambda *_, **__: ""
            elif name.name in undeclared and name.ctx == "load":
                self._add(name.lineno, f'a word stands in quotes; write "{name.name}"', name.name)
                stand_ins[name.name] = name.name
        return stand_ins

    def _checked(self, name: str) -> Callable[..., Any]:
        def checked(*given: Any, **named: Any) -> Any:
            line = _line_of_page(sys._getframe(1))
            try:
                if message := _misfit(name, self.shortcodes[name], given, named):
                    raise ShortcodeError(message)
                return self.shortcodes[name](*given, **named)
            except (ShortcodeError, DateError) as error:
                if not (self.partial and isinstance(error, UnansweredError)):
                    self._add(line, str(error), name)
            except Exception:
                if not self.partial:
                    raise
            return ""

        return checked

    def _add(self, line: int, message: str, word: str = "") -> None:
        """A problem with the caret under the quoted word, the call's name, or its braces."""
        lines = self.text.split("\n")
        start = sum(len(before) + 1 for before in lines[: line - 1])
        quoted = re.search(r"'([^']+)'", message)
        wrong = re.escape(quoted.group(1)) if quoted else "(?!)"
        name = rf"\b{re.escape(word)}\b" if word else "(?!)"
        for pattern in (rf"[\"']({wrong})[\"']", rf"\b({wrong})\s*=", name, r"\{[{%]"):
            for at in re.compile(pattern).finditer(self.text, start, start + 600):
                where = position(self.text, at.start(at.lastindex or 0))
                problem = Problem(self.file, *where, "", message)
                if problem not in self.found:
                    self.found.append(problem)
                    return
        self.found.append(Problem(self.file, line, 1, "", message))


def _nodes(node: Node) -> Iterator[Node]:
    """A node of a page's tree and all below it."""
    yield node
    for child in node.iter_child_nodes():
        yield from _nodes(child)


def _line_of_page(frame: FrameType | None) -> int:
    """The line of the page from which a call is made."""
    while frame:
        if template := frame.f_globals.get("__jinja_template__"):
            line: int = template.get_corresponding_lineno(frame.f_lineno)
            return line
        frame = frame.f_back
    return 1


def _misfit(name: str, call: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]) -> str:
    """What is wrong with the arguments of a call, or the empty text."""
    parameters = signature(call).parameters
    if not any(p.kind is p.VAR_KEYWORD for p in parameters.values()):
        for word in named:
            if word not in parameters:
                return f"{name}() has no filter '{word}'{did_you_mean(word, parameters)}"
    for word, value in (*((str(v), v) for v in given), *named.items()):
        if not isinstance(value, str | bool):
            return f"{name}(): '{word}' is not a text; put it in \"quotes\""
    try:
        signature(call).bind(*given, **named)
    except TypeError:
        needed = ", ".join(
            f'"{p.name}"' for p in parameters.values() if p.default is p.empty and p.kind is not p.VAR_KEYWORD
        )
        return f"{name}() needs {needed or 'no word without its name'}, as in {name}({needed})"
    return ""


def _in_plain_words(message: str) -> str:
    """A message of Jinja in an editor's words."""
    if found := re.match(r"unexpected '(.+?)', expected '(.+?)'$", message):
        return f"'{found.group(2)}' is missing before '{found.group(1)}'"
    if "unknown tag" in message or "innermost block" in message:
        return ONLY_CALLS
    if "end of" in message or message == "unexpected '}'":
        return "it is not closed with '}}'"
    return f'{message}; calls look like {{{{ timeline(kind="summit") }}}}'


def telling(texts: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """The pages that link or cite each item, by its id: path and title. texts: of the pages, by path."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, text in texts.items():
        heading = re.search(r"""(?m)^(?:title:|#) *(["']?)(.+)\1$""", text)
        for target in dict.fromkeys(mark.target.partition("#")[0] for mark in marks(text)):
            found.setdefault(target, []).append((path, heading.group(2) if heading else path))
    return found
