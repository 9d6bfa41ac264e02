"""Headings: one of the first level, none empty, no level left out."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The headings of a page; those by role count too."""
    headings = [(one, level) for one in page.elements if (level := _level(one))]
    first = [one for one, level in headings if level == 1]
    if not first:
        yield page.fault(None, "has no <h1>; the page's subject is its first heading")
    yield from (page.fault(one, f"a second <h1>, '{one.words}'; a page has one") for one in first[1:])
    for one, _ in headings:
        if not one.words and not one.name:
            yield page.fault(one, "a heading without a word; write one or take the heading out")
    yield from _skipped(page, headings)


def _skipped(page: FinishedPage, headings: list[tuple[Element, int]]) -> Iterator[SiteFault]:
    """Headings that leave a level out; a dialog opens by itself and its own are apart."""
    before = 0
    for one, level in headings:
        if any(node.tag == "dialog" for node in one.above()):
            continue
        if level > before + 1:
            after = f"after <h{before}>" if before else "as the first heading"
            yield page.fault(one, f"level {level} {after}, make it <h{before + 1}>: {shown(one.words)}")
        before = level


def _level(element: Element) -> int:
    """The level of a heading; 0 if it is none."""
    role = element.attributes.get("role")
    if role == "heading":
        level = element.attributes.get("aria-level", "2")
        return int(level) if level.isdecimal() else 2
    return HEADINGS.index(element.tag) + 1 if element.tag in HEADINGS and not role else 0
