"""The theme's two stylesheets as one, without the rules of what no page of the exhibit has.

A page cannot be shown before they are there; they are halved. Three rules cost more than their bytes: one
for tabs ends in *whatever child*, as one for tables without a class does, and one for the change of scheme
in *whatever element*, so a browser styles the whole page anew when script sets the class or attribute that
they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
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
NEVER = [
    r"\[data-md-color-switching\]",
    r"\[data-md-color-(?:primary|accent)=",  # the palette is our own
    r"\[dir=rtl\]",
    r"table:not\(\[class\]\)",  # tables of Markdown are "plain" (tables.py)
]
"""What else a selector says that is true of no element, as patterns."""

_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
_ABSENT = re.compile("|".join([rf"\.(?:{'|'.join(ABSENT)})", *NEVER]))


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Put one lean stylesheet in the place of the theme's two: the colours behind the rest."""
    theirs = [file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".css")]
    theirs.sort(key=lambda file: file.src_uri)  # main, palette
    for file in theirs:
        files.remove(file)
    css = lean("".join(file.content_string for file in theirs))
    files.append(File.generated(config, theirs[0].src_uri, content=css))


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
