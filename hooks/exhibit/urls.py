"""Addresses: where each item's page stands, relative links between pages, and outward links."""

from __future__ import annotations

from urllib.parse import quote

from exhibit.model.kinds import Item, Source

UNITS = {
    "": ("paragraph", "paragraphs"),
    "p": ("page", "pages"),
    "art": ("article", "articles"),
    "s": ("section", "sections"),
}


def page_path(item: Item) -> str:
    """The Markdown path of an item's page, as MkDocs counts it: ``treaties/sco-charter.md``."""
    return f"{item.COLLECTION}/{item.id}.md"


def year_path(number: int) -> str:
    """The Markdown path of a year's page."""
    return f"years/{number}.md"


def url_of(path: str) -> str:
    """The address of a page from the site's root: ``treaties/sco-charter/``."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return (stem.removesuffix("/index") if stem.endswith("/index") else stem) + "/"


def relative(to: str, page: str, fragment: str = "") -> str:
    """A link from one page (Markdown path) to another, with an optional fragment."""
    tail = f"#{quote(fragment)}" if fragment else ""
    if to == page and tail:
        return tail
    there, here = url_of(to).split("/")[:-1], url_of(page).split("/")[:-1]
    same = next((i for i, (a, b) in enumerate(zip(there, here, strict=False)) if a != b), None)
    same = min(len(there), len(here)) if same is None else same
    path = "../" * (len(here) - same) + "".join(f"{part}/" for part in there[same:])
    return (path or "./") + tail


def locator_in_words(at: str | None) -> str:
    """``37`` is "paragraph 37", ``p7-9`` is "pages 7–9"; nothing where there is no locator."""
    if not at:
        return ""
    prefix = at.rstrip("0123456789-")
    numbers = at.removeprefix(prefix)
    return f"{UNITS[prefix]['-' in numbers]} {numbers.replace('-', '–')}"


def outward(source: Source, phrase: str = "") -> str:
    """The address of a source; a phrase lets the browser jump there (text fragment)."""
    if not source.url:
        return ""
    if phrase and "#" not in source.url:
        return f"{source.url}#:~:text={quote(phrase, safe='').replace('-', '%2D')}"
    return source.url
