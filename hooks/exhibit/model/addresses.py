"""Addresses: where each item's page stands, relative links between pages, and places in sources in words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from urllib.parse import quote

from exhibit.model.kinds import Item

UNITS = {
    "": ("paragraph", "paragraphs"),
    "p": ("page", "pages"),
    "art": ("article", "articles"),
    "s": ("section", "sections"),
}


def page_path(item: Item) -> str:
    """The Markdown path of an item's page, as MkDocs counts it: ``treaties/river-charter.md``."""
    return f"{item.COLLECTION}/{item.id}.md"


def annex_path(item: Item, name: str) -> str:
    """The Markdown path of an annex to an item's page: ``treaties/river-charter/timeline.md``."""
    return f"{item.COLLECTION}/{item.id}/{name}.md"


def year_path(number: int) -> str:
    """The Markdown path of a year's page."""
    return f"years/{number}.md"


def url_of(path: str, directory_urls: bool = True) -> str:
    """The address of a page from the site's root: ``treaties/river-charter/``, or, where there is no
    server to turn a folder into its page, ``treaties/river-charter.html``."""
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    if stem == "index":
        return ""
    return (stem.removesuffix("/index") if stem.endswith("/index") else stem) + "/"


def relative(to: str, page: str, fragment: str = "", directory_urls: bool = True) -> str:
    """A link from one page (Markdown path) to another, with an optional fragment."""
    tail = f"#{quote(fragment)}" if fragment else ""
    if to == page and tail:
        return tail
    if not directory_urls:
        return posixpath.relpath(url_of(to, False), posixpath.dirname(page) or ".") + tail
    there, here = url_of(to).split("/")[:-1], url_of(page).split("/")[:-1]
    same = next((i for i, (a, b) in enumerate(zip(there, here, strict=False)) if a != b), None)
    same = min(len(there), len(here)) if same is None else same
    path = "../" * (len(here) - same) + "".join(f"{part}/" for part in there[same:])
    return (path or "./") + tail


_FOLDER_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^":#?]*/)(#[^"]*)?(?=")')


def files_named(html: str, page: str, pages: Collection[str]) -> str:
    """HTML written by hand whose links to folders (``galleries/``) name the files instead.

    page: the Markdown path of the page it stands on; pages: the Markdown paths of the whole site.
    """

    def named(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(url_of(page), match[2]))
        known = [path for path in (f"{target}/index.md", f"{target}.md") if path.removeprefix("./") in pages]
        if not known:
            return match[0]
        return match[1] + relative(known[0].removeprefix("./"), page, "", False) + (match[3] or "")

    return _FOLDER_LINK.sub(named, html)


def locator_in_words(at: str | None) -> str:
    """``37`` is "paragraph 37", ``p7-9`` is "pages 7–9"; nothing where there is no locator."""
    if not at:
        return ""
    prefix = at.rstrip("0123456789-")
    numbers = at.removeprefix(prefix)
    return f"{UNITS[prefix]['-' in numbers]} {numbers.replace('-', '–')}"
