"""The addresses in CSS, and what of it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node


class Address(NamedTuple):
    """An address in CSS, what it is asked for (the directive of a policy), and its line and column there."""

    link: str
    directive: str
    line: int
    column: int


NESTED = 60
"""Blocks within blocks of which the inner are not looked at any more."""

_QUOTED = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|url\([^)\"']*\)|\\.", re.DOTALL)
"""What may hold a bracket or a quote that is none: comments, texts, addresses, escapes."""

_BEGUN = {"/*": "a comment", '"': "a text", "'": "a text"}
"""What begins with a sign that stands outside of those."""


@lru_cache(maxsize=8)
def rules(css: str) -> tuple[Node, ...]:
    """The rules of a stylesheet, which is looked at more than once."""
    return (*tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True),)


def addresses(css: str) -> Iterator[Address]:
    """What a stylesheet asks for: ``url()``, ``@import`` and ``image-set()``; fragments of its own too."""
    for rule in rules(css):
        if rule.type == "at-rule" and rule.lower_at_keyword in ("import", "namespace"):
            for token in rule.prelude if rule.lower_at_keyword == "import" else ():
                yield from _imported(token)
        elif rule.type in ("at-rule", "qualified-rule"):
            face = rule.type == "at-rule" and rule.lower_at_keyword == "font-face"
            yield from in_values([*rule.prelude, *(rule.content or ())], "font-src" if face else "img-src")


def _imported(token: Node) -> Iterator[Address]:
    if token.type == "string":
        yield Address(token.value, "style-src", token.source_line, token.source_column)
    else:
        yield from in_values([token], "style-src")


def in_values(
    tokens: Iterable[Node], directive: str = "img-src", set_: bool = False, depth: int = 0
) -> Iterator[Address]:
    """The addresses in the values of declarations; set_: within ``image-set()``, where a string is one;
    depth: blocks and functions around them, of which no stylesheet has more than NESTED."""
    for token in tokens if depth < NESTED else ():
        if token.type == "url" or (set_ and token.type == "string"):
            yield Address(token.value, directive, token.source_line, token.source_column)
        elif token.type == "function" and token.lower_name in ("url", "src"):
            for one in token.arguments:
                if one.type == "string":
                    yield Address(one.value, directive, token.source_line, token.source_column)
        elif token.type == "function":
            a_set = token.lower_name in ("image-set", "-webkit-image-set", "image", "cross-fade")
            yield from in_values(token.arguments, directive, a_set, depth + 1)
        elif token.type.endswith("block"):
            yield from in_values(token.content, directive, depth=depth + 1)


def in_attribute(value: str) -> Iterator[Address]:
    """The addresses in an attribute's value: of ``style``, or one of SVG's (``fill="url(#g)"``)."""
    return in_values(tinycss2.parse_component_value_list(value))


def unread(css: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and what is wrong of each rule that a browser leaves out as it cannot be read."""
    for rule in rules(css):
        stray = [token for token in getattr(rule, "prelude", None) or () if token.type == "error"]
        if rule.type == "error" or stray:
            what = rule.message if rule.type == "error" else stray[0].message
            yield rule.source_line, rule.source_column, what
    yield from _open(css)


def _open(css: str) -> Iterator[tuple[int, int, str]]:
    """What is opened and not closed up to the end, as where a stylesheet is cut off."""
    bare = _QUOTED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    for sign, what in _BEGUN.items():
        if (at := bare.find(sign)) >= 0:
            line, column = bare.count("\n", 0, at) + 1, at - bare.rfind("\n", 0, at)
            yield line, column, f"{what} that begins with {sign} is not closed"
            return
    for opening, closing in ("{}", "()", "[]"):
        if bare.count(opening) > bare.count(closing):
            yield css.count("\n") + 1, 1, f"a '{closing}' is missing, up to the end"
