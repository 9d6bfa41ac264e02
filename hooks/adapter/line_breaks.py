"""Line breaks: on a page no line ends between a day and its month."""

from __future__ import annotations

import re

from exhibit.model.wording import BEFORE_MONTH
from selectolax.lexbor import LexborHTMLParser

AS_TYPED = ("script", "style", "pre", "code", "textarea")
"""The elements whose text is taken as it is: by a browser, or by whoever copies it."""
_AS_TYPED = ", ".join(AS_TYPED)
_LEFT = re.compile(rf"<({'|'.join(AS_TYPED)})\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)


def days_bound(html: str) -> str:
    """A page's HTML with every day in its text bound to its month; attributes, data and markup stay as they are.

    What stands in text is seen by the last sign of a tag before it, which is quick, and a parser says how many there are.
    Should it find another number (a reference that is a space, a sign of a tag in an attribute), the page stays as it is.
    """
    if not BEFORE_MONTH.search(html):
        return html
    pieces, done = [], 0
    for left in _LEFT.finditer(html):
        pieces += [_bound(html, done, left.start()), left[0]]
        done = left.end()
    pieces.append(_bound(html, done, len(html)))
    found = "".join(pieces)
    return found if _in_text(html) == found.count(_BINDING) - html.count(_BINDING) else html


_BINDING = "\N{NO-BREAK SPACE}"


def _bound(html: str, start: int, end: int) -> str:
    """A part of a page with its days bound: of a space in a tag the last sign before it opens one."""
    pieces, done = [], start
    for space in BEFORE_MONTH.finditer(html, start, end):
        at = space.start()
        if html.rfind("<", start, at) <= html.rfind(">", start, at):
            pieces += [html[done:at], _BINDING]
            done = space.end()
    return "".join([*pieces, html[done:end]])


def _in_text(html: str) -> int:
    """How many spaces before a month stand in text that may be changed, as a parser reads the page."""
    page = LexborHTMLParser("<div></div>", is_fragment=True).root
    assert page
    page.inner_html = html
    for node in page.css(_AS_TYPED):
        node.decompose()
    return len(BEFORE_MONTH.findall(page.text(deep=True, separator="\0")))
