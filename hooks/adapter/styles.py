"""The exhibit's stylesheet with its own colours; the theme's two as one, without the rules of what no page has.

A page cannot be shown before they are there; they are halved. Three rules cost more than their bytes: one
for tabs ends in *whatever child*, as one for tables without a class does, and one for the change of scheme
in *whatever element*, so a browser styles the whole page anew when script sets the class or attribute that
they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import tinycss2
from exhibit.model.story import Story
from exhibit.views.item.emblems import stylesheet
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from tinycss2.ast import Node

from adapter.assets import bundle

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
    "md-draft",
    "md-feedback",
    "md-meta",
    "md-pagination",
    "md-pin",
    "md-post",
    "md-profile",
    "md-search-result__icon",
    "md-search-result__more",
    "md-search-result__terms",
    "md-search__suggest",
    "md-select",
    "md-social",
    "md-source__fact",
    "md-status",
    "md-tag",
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

_NEVER = re.compile("|".join(NEVER))
_HOLD_RULES = ("media", "supports")
"""The at-rules of the theme that have rules in them."""


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Put one lean stylesheet in the place of the theme's two: the colours behind the rest."""
    theirs = [file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".css")]
    theirs.sort(key=lambda file: file.src_uri)  # main, palette
    for file in theirs:
        files.remove(file)
    css = lean("".join(file.content_string for file in theirs))
    files.append(File.generated(config, theirs[0].src_uri, content=css))


def coloured(files: Files, config: MkDocsConfig, story: Story) -> None:
    """Put what the exhibit's own file and the site's settings say at the end of our own stylesheet."""
    file = files.get_file_from_path(OWN)
    assert file, f"docs/{OWN} is there"
    files.remove(file)
    content = file.content_string + told_by(story, config.site_name)
    files.append(File.generated(config, OWN, content=content))


def ours(config: MkDocsConfig, story: Story) -> Iterator[tuple[str, bytes]]:
    """Our stylesheets as they are in the site: their paths there and what they say."""
    for path in sorted((Path(config.docs_dir) / OWN).parent.glob("*.css")):
        name = path.relative_to(config.docs_dir).as_posix()
        text = bundle(path) + (told_by(story, config.site_name) if name == OWN else "")
        yield name, text.encode()


def told_by(story: Story, name: str) -> str:
    """The rules that a stylesheet cannot have by itself: the organisations' colours; on paper, the site's name."""
    escaped = re.sub(r'["\\\\\n<]', lambda found: f"\\{ord(found[0]):x} ", name)
    foot = f'@page {{ @bottom-left {{ content: "{escaped}"; font: 8pt Georgia, serif; }} }}\n'
    return stylesheet(story) + foot


@cache
def lean(css: str) -> str:
    """A stylesheet without the selectors of absent parts, and without rules that have no other."""
    return _without_absent(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _without_absent(rules: Iterable[Node]) -> str:
    return "".join(map(_kept, rules))


def _kept(rule: Node) -> str:
    """What is left of a rule: the empty text where nothing is."""
    if rule.type == "qualified-rule":
        kept = [selector for selector in _selectors(rule.prelude) if not _is_absent(selector)]
        selectors = ",".join(tinycss2.serialize(selector).strip() for selector in kept)
        return f"{selectors}{{{tinycss2.serialize(rule.content)}}}" if kept else ""
    if rule.type == "at-rule" and rule.lower_at_keyword in _HOLD_RULES:
        inside = _without_absent(tinycss2.parse_rule_list(rule.content, skip_whitespace=True))
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}" if inside else ""
    return str(rule.serialize())


def _selectors(prelude: Iterable[Node]) -> list[list[Node]]:
    """The selectors of a list, as tokens; a comma within brackets is within one token."""
    selectors: list[list[Node]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _is_absent(selector: list[Node]) -> bool:
    """Whether a selector speaks of a part that no page has."""
    absent = any(name.startswith(tuple(ABSENT)) for name in _classes(selector))
    return absent or bool(_NEVER.search(tinycss2.serialize(selector)))


def _classes(tokens: Iterable[Node]) -> Iterator[str]:
    """The names of the classes in a selector, those in brackets too."""
    before = None
    for token in tokens:
        if token.type == "ident" and before == ".":
            yield token.value
        yield from _classes(getattr(token, "arguments", None) or getattr(token, "content", None) or ())
        before = token


@cache
def colours(css: str, scheme: str) -> dict[str, str]:
    """The colours of a scheme (``default``, ``slate``) by the names of their custom properties, without the
    hyphens before: ``{"ground": "#0d1316"}``."""
    selector = f'[data-md-color-scheme="{scheme}"]'
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    found = [rule for rule in _flat(rules) if _names(rule, selector)]
    return {name: value for rule in found for name, value in _colours(rule.content)}


def _names(rule: Node, selector: str) -> bool:
    return selector in [tinycss2.serialize(one).strip() for one in _selectors(rule.prelude)]


def _flat(rules: Iterable[Node]) -> Iterator[Node]:
    """The rules with selectors, those inside of at-rules among them."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in _HOLD_RULES:
            yield from _flat(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _colours(content: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.name.startswith("--"):
            value = tinycss2.serialize(one.value).strip()
            if re.fullmatch("#[0-9a-f]{6}", value):
                yield one.name.removeprefix("--"), value
