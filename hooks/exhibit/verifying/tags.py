"""Tags that HTML does not have where they stand: an end of what was not begun, an element that is not closed, what a
browser drops or moves (HTML Standard, 13.1.2 and 13.2.6). One such tag can break all of a page that comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

_TAG = re.compile(
    r"<(?:!--.*?(?:-->|\Z)|((?i:script|style|textarea|title))\b.*?(?:</(?i:\1)\s*>|\Z)"
    r"|(/?[a-zA-Z][^\s/>]*+)(?:[^>=/]++|=\s*+(?:\"[^\"]*\"|'[^']*'|(?!\"[^\"]*\"|'[^']*'))|/(?!>))*(/?)>)",
    re.DOTALL,
)
"""A comment, an element whose text holds no tags, or a tag."""

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split()
)
"""Elements without an end (13.1.2, and what browsers take for one)."""

OPTIONAL = frozenset(
    "html head body li dt dd p rt rp optgroup option colgroup caption thead tbody tfoot tr td th".split()
)
"""Elements whose end may be left out (13.1.2.4)."""

BLOCKS = frozenset(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup hr main menu nav ol p pre search section table ul".split()
)
"""Elements before which a paragraph ends."""

SCOPES = frozenset("button caption foreignObject object svg table td template th".split())
"""Elements in which a paragraph may stand although they stand in one."""

ROWS = frozenset("table thead tbody tfoot tr".split())
PARTS = frozenset("caption colgroup thead tbody tfoot tr td th".split())
BETWEEN = PARTS | {"script", "style", "template"}
"""What stands in a table but in no cell."""

ALONE = frozenset(["a", "button", "form"])
"""Elements that stand in none of their own kind."""

INSIDE = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "summary": ("details",),
    "figcaption": ("figure",),
    "legend": ("fieldset",),
    "option": ("select", "datalist", "optgroup"),
    "source": ("picture", "video", "audio"),
}
"""In what an element stands (4.4 to 4.11)."""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The tags of a page, of which the first wrong one is told, as what follows may be wrong by it; and elements
    outside of those that they belong in."""
    if found := misplaced(page.text):
        at, what = found
        line, column = page.text.count("\n", 0, at) + 1, at - page.text.rfind("\n", 0, at)
        yield SiteFault(page.name, what, line=line, column=column)
    for tag, parents in INSIDE.items():
        for element in page.of(tag):
            if element.node.parent is not None and element.node.parent.tag not in (*parents, "template"):
                around = " or ".join(f"<{parent}>" for parent in parents)
                yield page.fault(element, f"stands in <{element.node.parent.tag}>; it belongs in {around}")


def misplaced(text: str) -> tuple[int, str] | None:
    """The first tag in the text of a page that has no business there: its place, and what is wrong with it."""
    opened: list[str] = []
    places: list[int] = []
    for found in _TAG.finditer(text):
        name = (found[2] or "").lower()
        if name.startswith("/"):
            if what := _end(name[1:], opened):
                return found.start(), what
            del places[len(opened) :]
        elif name:
            if what := _start(name, opened):
                return found.start(), what
            del places[len(opened) :]
            if name not in VOID and not (found[3] and (name in ("svg", "math") or _is_foreign(opened))):
                opened.append(name)
                places.append(found.start())
    left = [at for name, at in zip(opened, places, strict=True) if name not in OPTIONAL]
    return (left[-1], f"{_named(text, left[-1])} is not closed; write its end") if left else None


def _named(text: str, at: int) -> str:
    return re.split(r"[\s/>]", text[at:], maxsplit=1)[0].lower() + ">"


def _is_foreign(opened: list[str]) -> bool:
    """Whether it is in a drawing or a formula, where ``/>`` closes an element."""
    return "svg" in opened or "math" in opened


def _end(name: str, opened: list[str]) -> str:
    """What is wrong with the end of an element; else it and what ends with it are open no more."""
    if opened and opened[-1] == name:
        opened.pop()
        return ""
    if name in VOID:
        return f"</{name}> is no tag: <{name}> has no end; take it out"
    if name not in opened:
        return f"</{name}> ends what has not begun; take it out"
    while opened[-1] != name:
        if opened[-1] not in OPTIONAL:
            return f"</{name}> stands before </{opened[-1]}>, which has to come first"
        opened.pop()
    opened.pop()
    return ""


def _start(name: str, opened: list[str]) -> str:
    """What is wrong with the begin of an element; else a paragraph that ends before it is open no more."""
    if name in ALONE and name in opened:
        return f"<{name}> stands in <{name}>; close that before"
    if name in PARTS and not {"table", "template"} & {*opened}:
        return f"<{name}> stands in no table, so browsers leave it out"
    if opened and opened[-1] in ROWS and name not in BETWEEN and name not in VOID:
        return f"<{name}> stands in a table, but in none of its cells, so browsers move it before the table"
    if name in BLOCKS and "p" in opened:
        within = opened[len(opened) - opened[::-1].index("p") :]
        if not within:
            opened.pop()
        elif not SCOPES & {*within}:
            return f"<{name}> stands in <{within[-1]}> of a <p>, which ends before it"
    return ""
