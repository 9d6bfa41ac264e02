"""Pages of the site as parts of a book: their HTML with other headings, ids and links.

All of it is HTML of our own templates, where text is escaped: a quotation mark inside a tag is a
tag's own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from html import unescape

from markupsafe import escape

_ID = re.compile(r'(?<=\sid=")([^"]+)(?=")')
_LINK = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_REFERS = re.compile(
    r'((?:aria-labelledby|aria-describedby|headers|for)="|url\(#|<use [^>]*?href="#)([^")]+)'
)
_VOID = "data-book-href"


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


def without(html: str, tag: str, class_: str) -> str:
    """The HTML without every element of a tag and class, whatever of the same tag is nested in it."""
    opening = re.compile(rf'<{tag}\b[^>]*\bclass="(?:[^"]* )?{class_}(?: [^"]*)?"')
    while start := opening.search(html):
        depth, end = 0, len(html)
        for one in re.finditer(rf"<(/?){tag}\b[^>]*>", html[start.start() :]):
            depth += -1 if one[1] else 1
            if depth == 0:
                end = start.start() + one.end()
                break
        html = html[: start.start()] + html[end:]
    return html


def headings_down(html: str) -> str:
    """Headings two levels lower at most: h2 becomes h3, h3 becomes h4 and so on, as h1 is the
    part's and h2 the entry's."""
    return re.sub(r"(?<=<)(/?)h([2-5])\b", lambda m: f"{m[1]}h{int(m[2]) + 1}", html)


def prefixed(html: str, anchor: str, path: str) -> str:
    """The HTML with its ids made unique in the book, and its links as ``anchor--id`` still to be
    checked; links to the web stay."""

    def link(match: re.Match[str]) -> str:
        address = unescape(match[2])
        if re.match(r"[a-z]+:", address):
            return match[0]
        file, _, fragment = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        to = anchor_of(re.sub(r"\.html$", ".md", target))
        fragment = f"--{fragment}" if fragment and fragment != "top" else ""
        return f'<a{match[1]} {_VOID}="{escape(to + fragment)}"{match[3]}>{match[4]}</a>'

    html = _ID.sub(lambda m: f"{anchor}--{m[1]}", html)
    html = _REFERS.sub(lambda m: m[1] + " ".join(f"{anchor}--{id_}" for id_ in m[2].split()), html)
    return _LINK.sub(link, html)


def ids_of(html: str) -> list[str]:
    """Every id of a piece of HTML."""
    return _ID.findall(html)


def linked(html: str, ids: Collection[str]) -> str:
    """The HTML with every link led to an id of the book: to the part of the page it names, else to
    the page, else it is plain text."""

    def link(match: re.Match[str]) -> str:
        target = unescape(match[2])
        for one in (target, target.partition("--")[0]):
            if one in ids:
                return f'<a{match[1]} href="#{escape(one)}"{match[3]}>{match[4]}</a>'
        return match[4]

    return re.sub(rf'<a\b([^>]*?)\s{_VOID}="([^"]*)"([^>]*)>(.*?)</a>', link, html, flags=re.DOTALL)
