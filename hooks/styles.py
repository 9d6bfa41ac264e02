"""The theme's stylesheets without the rules of parts that no page of the exhibit has.

A third of the theme's main stylesheet, which a page cannot be shown without. Two of them cost more than
their bytes: a rule for tabs ends in *whatever child*, and one for the change of scheme in *whatever element*,
so a browser styles the whole page anew when script sets the class or attribute that they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mkdocs.structure.files import File, Files

FOLDER = "assets/stylesheets/"
ABSENT = [
    "admonition",
    "arithmatex",
    "critic",
    "giscus",
    "highlight",
    "katex-html",
    "key-",
    "keys",
    "md-annotation",
    "md-author",
    "md-banner",
    "md-clipboard",
    "md-code__",
    "md-consent",
    "md-feedback",
    "md-pagination",
    "md-post",
    "md-profile",
    "md-select",
    "md-social",
    "md-status",
    "md-version",
    "mermaid",
    "tabbed",
    "task-list",
]
"""How the classes of those parts begin."""

_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
_ABSENT = re.compile(rf"\.(?:{'|'.join(ABSENT)})|\[data-md-color-switching\]")


def prepare(files: Files, config: Any) -> None:
    """Put lean stylesheets in the place of the theme's."""
    for file in list(files):
        if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".css"):
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=lean(file.content_string)))


def lean(css: str) -> str:
    """A minified stylesheet without the selectors of absent parts, and without rules that have no other."""
    return _RULE.sub(_kept, css)


def _kept(rule: re.Match[str]) -> str:
    selectors = list(_selectors(rule[1]))
    kept = [selector for selector in selectors if not _ABSENT.search(selector)]
    return rule[0].replace(rule[1], ",".join(kept), 1) if kept else ""


def _selectors(text: str) -> Iterator[str]:
    """The selectors of a list; a comma within brackets divides nothing."""
    start = depth = 0
    for at, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            yield text[start:at]
            start = at + 1
    yield text[start:]
