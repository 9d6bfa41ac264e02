"""Line breaks: on a page no line ends between a day and its month."""

from __future__ import annotations

from exhibit.model.wording import bound
from selectolax.lexbor import LexborHTMLParser, LexborNode

AS_TYPED = {"script", "style", "pre", "code", "textarea"}
"""The elements whose text is taken as it is: by a browser, or by whoever copies it."""


def days_bound(html: str) -> str:
    """A page's HTML with every day in its text bound to its month; attributes and data stay as they are."""
    if bound(html) == html:
        return html
    page = LexborHTMLParser("<div></div>", is_fragment=True).root
    assert page
    page.inner_html = html
    found = [
        (node, set_)
        for node in page.traverse(include_text=True)
        if node.is_text_node
        and (set_ := bound(text := node.text_content or "")) != text
        and not _as_typed(node)
    ]
    for node, set_ in found:
        node.replace_with(set_)
    return (page.inner_html or "").replace("&nbsp;", "\N{NO-BREAK SPACE}") if found else html


def _as_typed(node: LexborNode) -> bool:
    """Whether a text stands in an element whose text is taken as it is, however deep."""
    above = node.parent
    while above:
        if above.tag in AS_TYPED:
            return True
        above = above.parent
    return False
