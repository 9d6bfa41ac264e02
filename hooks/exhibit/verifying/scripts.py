"""Scripts that are cut off: whether all that JavaScript opens (ECMA-262, 12) is closed again.

A scanner of brackets, texts, templates, regular expressions and comments, and no parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.verifying.fault import SiteFault
from exhibit.verifying.site import FinishedSite

SUFFIXES = (".js", ".mjs", ".cjs")
CLOSING = {"(": ")", "[": "]", "{": "}", "${": "}"}

_TOKEN = re.compile(
    r"(?P<blank>\s+|//[^\n\r\u2028\u2029]*|/\*.*?\*/|\A#![^\n]*)"
    r"|(?P<value>\"[^\"\\\n\r]*+(?:\\(?:\r\n|.)[^\"\\\n\r]*+)*\"|'[^'\\\n\r]*+(?:\\(?:\r\n|.)[^'\\\n\r]*+)*'"
    r"|\d[\w.]*|\+\+|--)"
    r"|(?P<word>[\w$#]+)|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<template>`)|(?P<sign>.)",
    re.DOTALL,
)
"""A part of a script; ``++`` is no value, but a slash after it divides as after one."""

_TEMPLATE = re.compile(r"[^\\`$]*+(?:(?:\\.|\$(?!\{))[^\\`$]*+)*(`|\$\{)", re.DOTALL)
"""The text of a template, up to its end or to an expression in it."""

_PATTERN = re.compile(r"/(?![*/])(?:[^/\\\[\n]++|\\[^\n]|\[[^\]\\\n]*+(?:\\[^\n][^\]\\\n]*+)*\])+/\w*")
"""A regular expression."""

_BEFORE_VALUE = frozenset(
    "return typeof case in of do else delete void instanceof new throw yield await default extends".split()
)
"""Words after which a slash begins a regular expression."""

_CONDITIONS = ("if", "while", "for", "with")
_UNFINISHED = frozenset("+-*/%=<>&|^!~?:,.")
"""Signs after which a statement goes on."""

Broken = tuple[int, str]
"""Where a script is broken (characters from its begin), and what is wrong there."""


def check(site: FinishedSite) -> Iterator[SiteFault]:
    """The scripts of a site."""
    for name in sorted(site.files):
        if name.lower().endswith(SUFFIXES):
            text = site.read(name).decode("utf-8-sig", "replace")
            if found := broken(text):
                at, what = found
                line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
                yield SiteFault(name, f"{what}; write the script again", line=line, column=column)


def broken(text: str) -> Broken | None:
    """Where and how a script is broken or cut off; None where it is whole.

    A slash after ``}`` divides, or begins a regular expression: which of the two, only a parser knows. A script is
    whole if it is so by either reading.
    """
    found = _Scanner(text, divides=True).scanned()
    return found and _Scanner(text, divides=False).scanned() and found


class _Scanner:
    """One reading of a script. divides: whether a slash after ``}`` does."""

    def __init__(self, text: str, divides: bool) -> None:
        self.text, self.at = text, 0
        self.last = ""
        """What stands before: ``value``, or the sign or word itself."""
        self.opened: list[tuple[str, int, str]] = []
        """Brackets that are open: each with its place and what stands before it."""
        self.values = {"value", ")", "]"} | ({"}"} if divides else set())

    def scanned(self) -> Broken | None:
        """The first thing that is broken."""
        while self.at < len(self.text):
            if found := self._step():
                return found
        if self.opened:
            sign, at, _ = self.opened[-1]
            return at, f"'{sign}' is not closed: the script is cut off"
        if self.last in _UNFINISHED:
            return len(self.text.rstrip()), f"ends in the middle of a statement, after '{self.last}'"
        return None

    def _step(self) -> Broken | None:
        start, pattern = self.at, None
        if self.text[start] == "/" and self.last not in self.values:
            pattern = _PATTERN.match(self.text, start)
        token = pattern or _TOKEN.match(self.text, start)
        assert token  # a sign is any character
        shown, kind, self.at = token[0], "value" if pattern else token.lastgroup, token.end()
        if shown in ("'", '"'):
            return start, f"the text that {shown} opens is not closed in its line"
        if kind == "template":
            return self._template(start)
        if kind == "close":
            return self._close(shown, start)
        if kind == "open":
            self.opened.append((shown, start, self.last))
        if kind != "blank":
            self.last = "value" if kind == "value" or self._is_name(kind, shown) else shown
        return self._comment(start)

    def _is_name(self, kind: str | None, shown: str) -> bool:
        """Whether it is the name of something, be it that of a property like a word of the language (``a.in``)."""
        words = (*_BEFORE_VALUE, *_CONDITIONS)
        return kind == "word" and (shown not in words or self.last == ".")

    def _comment(self, start: int) -> Broken | None:
        opens = self.at == start + 1 and self.text.startswith("/*", start)
        return (start, "the comment is not closed: the script is cut off") if opens else None

    def _close(self, shown: str, start: int) -> Broken | None:
        sign, at, before = self.opened.pop() if self.opened else ("", 0, "")
        if CLOSING.get(sign) != shown:
            line = self.text.count("\n", 0, at) + 1
            return start, f"'{shown}' closes " + (f"'{sign}' of line {line:,}" if sign else "nothing")
        if sign == "${":
            return self._template(at)
        self.last = "condition" if shown == ")" and before in _CONDITIONS else shown
        return None

    def _template(self, start: int) -> Broken | None:
        """The text of a template that begins at a place, from here on."""
        if not (found := _TEMPLATE.match(self.text, self.at)):
            return start, "the template is not closed: the script is cut off"
        self.at, self.last = found.end(), "value" if found[1] == "`" else found[1]
        if found[1] == "${":
            self.opened.append(("${", start, ""))
        return None
