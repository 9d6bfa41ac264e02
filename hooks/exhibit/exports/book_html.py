"""Pages of the site as parts of a book: their HTML, read as a browser reads it, with other headings, ids and links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from html import unescape

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

REFERENCES = ("aria-labelledby", "aria-describedby", "headers", "for")
"""The attributes that hold ids, divided by spaces."""
_WAITING = "data-book-href"
"""A link waits in this attribute until all ids of the book are known."""


def anchor_of(path: str) -> str:
    """The anchor of a page in the book by its Markdown path: ``treaties-river-charter``."""
    return path.removesuffix(".md").replace("/", "-")


def sections(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A generated page without its front matter: what stands before the first heading, and each
    ``## `` heading with the HTML below it."""
    text = re.sub(r"\A\s*---\n.*?\n---\n", "", text, flags=re.DOTALL)
    parts = re.split(r"^## (.*?)(?: *\{:.*\})?$", text, flags=re.MULTILINE)
    return parts[0], [
        (str(escape(unescape(h))), html) for h, html in zip(parts[1::2], parts[2::2], strict=True)
    ]


class Fragment:
    """A piece of HTML that is edited in place; ``str`` gives it back."""

    def __init__(self, html: str) -> None:
        self._parser = LexborHTMLParser("<div></div>", is_fragment=True)
        root = self._parser.root
        assert root
        root.inner_html = html
        self._root = root

    def __str__(self) -> str:
        return self._root.inner_html or ""

    def words(self, selector: str) -> str:
        """The text of the first element that a CSS selector finds, in one line; empty if there is none."""
        found = self._root.css_first(selector)
        return " ".join(found.text().split()) if found else ""

    def drop(self, selector: str) -> None:
        """Take out every element that a CSS selector finds, with the space before it."""
        while found := self._root.css_first(selector):
            if found.prev and (text := found.prev.text_content or "").endswith(" "):
                found.prev.replace_with(text[:-1])
            found.decompose()

    def lower_headings(self) -> None:
        """Put headings a level lower: h2 becomes h3, down to h6, as h1 is the part's and h2 the entry's."""
        for level in (5, 4, 3, 2):
            for heading in self._root.css(f"h{level}"):
                self._rename(heading, f"h{level + 1}")

    def _rename(self, node: LexborNode, tag: str) -> None:
        renamed = self._parser.create_node(tag)
        for name, value in node.attributes.items():
            renamed.attrs[name] = value
        for child in [*node.iter(include_text=True)]:
            renamed.insert_child(child, move=True)
        node.replace_with(renamed, move=True)

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [node.id for node in self._root.css("[id]") if node.id]

    @property
    def cited(self) -> set[int]:
        """The numbers of the citations that it refers to."""
        links = [node.attributes["href"] or "" for node in self._root.css('a[href^="#cite-"]')]
        return {int(link.removeprefix("#cite-")) for link in links}

    def prefix(self, anchor: str, path: str) -> None:
        """Make its ids unique in the book, and have its links wait as ``anchor--id``, still to be checked;
        links to the web stay. path: the Markdown path of the page that it comes from."""
        for node in self._root.css("*"):
            for name, value in node.attributes.items():
                if value and (new := _prefixed(name, value, anchor, svg_use=node.tag == "use")) != value:
                    node.attrs[name] = new
        for node in self._root.css("a[href]"):
            address = node.attributes["href"] or ""
            if not re.match(r"[a-z]+:", address):
                del node.attrs["href"]
                node.attrs[_WAITING] = _target(address, path)

    def place_pictures(self, path: str) -> None:
        """Have every picture file as it lies beside the book, in the size that a browser shows which cannot choose:
        in print nothing waits until it comes into view. path: the Markdown path of the page that it comes from."""
        self.drop("picture > source")
        for node in self._root.css("img[src]"):
            source = node.attributes["src"] or ""
            node.attrs["src"] = posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
            for name in ("srcset", "sizes", "loading", "decoding"):
                if name in node.attributes:
                    del node.attrs[name]

    def link(self, ids: Collection[str]) -> None:
        """Lead every waiting link to an id of the book: to the part of the page it names, else to the
        page, else it is plain text."""
        for node in self._root.css(f"a[{_WAITING}]"):
            target = node.attributes[_WAITING] or ""
            known = [one for one in (target, target.partition("--")[0]) if one in ids]
            if known:
                del node.attrs[_WAITING]
                node.attrs["href"] = f"#{known[0]}"
            else:
                node.unwrap(delete_empty=True)


def _prefixed(name: str, value: str, anchor: str, svg_use: bool) -> str:
    """The value of an attribute with the ids in it prefixed."""
    if name == "id":
        return f"{anchor}--{value}"
    if name in REFERENCES:
        return " ".join(f"{anchor}--{one}" for one in value.split())
    if svg_use and name == "href":
        return value.replace("#", f"#{anchor}--", 1)
    return value.replace("url(#", f"url(#{anchor}--")


def _target(address: str, path: str) -> str:
    """Where in the book a page's relative link leads: ``anchor`` or ``anchor--id``."""
    file, _, fragment = address.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    anchor = anchor_of(re.sub(r"\.html$", ".md", page))
    return f"{anchor}--{fragment}" if fragment and fragment != "top" else anchor
