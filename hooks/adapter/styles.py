"""The exhibit's stylesheet with its own colours; the theme's two as one, without the rules of what no page has.

A page cannot be shown before they are there; they are halved. Three rules cost more than their bytes: one
for tabs ends in *whatever child*, as one for tables without a class does, and one for the change of scheme
in *whatever element*, so a browser styles the whole page anew when script sets the class or attribute that
they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from exhibit.model.story import Story
from exhibit.views.item.emblems import stylesheet
from mkdocs.structure.files import File, Files

OWN = "assets/exhibit.css"
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


def prepare(files: Files, config: Any) -> None:
    """Put one lean stylesheet in the place of the theme's two: the colours behind the rest."""
    theirs = [file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".css")]
    theirs.sort(key=lambda file: file.src_uri)  # main, palette
    for file in theirs:
        files.remove(file)
    css = lean("".join(file.content_string for file in theirs))
    files.append(File.generated(config, theirs[0].src_uri, content=css))


def coloured(files: Files, config: Any, story: Story) -> None:
    """Put what the exhibit's own file and the site's settings say at the end of our own stylesheet."""
    file = files.get_file_from_path(OWN)
    assert file, f"docs/{OWN} is there"
    files.remove(file)
    content = file.content_string + told_by(story, config.site_name)
    files.append(File.generated(config, OWN, content=content))


def told_by(story: Story, name: str) -> str:
    """The rules that a stylesheet cannot have by itself: the organisations' colours; on paper, the site's name."""
    escaped = re.sub(r'["\\\\\n<]', lambda found: f"\\{ord(found[0]):x} ", name)
    foot = f'@page {{ @bottom-left {{ content: "{escaped}"; font: 8pt Georgia, serif; }} }}\n'
    return stylesheet(story) + foot


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
