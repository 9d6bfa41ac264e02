"""Line breaks: on a page no line ends between a day and its month."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.model.wording import BEFORE_MONTH
from selectolax.lexbor import LexborHTMLParser, LexborNode

AS_TYPED = {"script", "style", "pre", "code", "textarea"}
"""The elements whose text is taken as it is: by a browser, or by whoever copies it."""


def days_bound(html: str) -> str:
    """A page's HTML with every day in its text bound to its month; attributes, data and markup stay as they are.

    A parser tells which of the spaces before a month stand in text, in the order of the page. Should it see other
    spaces than there are (one is written as a reference), the page stays as it is.
    """
    spaces = list(BEFORE_MONTH.finditer(html))
    if not spaces:
        return html
    page = LexborHTMLParser("<div></div>", is_fragment=True).root
    assert page
    page.inner_html = html
    in_text = list(_in_text(page))
    if len(in_text) != len(spaces):
        return html
    pieces, done = [], 0
    for space, binds in zip(spaces, in_text, strict=True):
        if binds:
            pieces += [html[done : space.start()], "\N{NO-BREAK SPACE}"]
            done = space.end()
    return "".join([*pieces, html[done:]])


def _in_text(page: LexborNode) -> Iterator[bool]:
    """Of each space before a month, whether it stands in a text that may be changed."""
    for node in page.traverse(include_text=True):
        if node.is_text_node:
            found = len(BEFORE_MONTH.findall(node.text_content or ""))
            yield from [found > 0 and not _as_typed(node)] * found
        elif node.is_comment_node:
            yield from [False] * len(BEFORE_MONTH.findall(node.comment_content or ""))
        else:
            for value in node.attributes.values():
                yield from [False] * len(BEFORE_MONTH.findall(value or ""))


def _as_typed(node: LexborNode) -> bool:
    """Whether a text stands in an element whose text is taken as it is, however deep."""
    above = node.parent
    while above:
        if above.tag in AS_TYPED:
            return True
        above = above.parent
    return False
