"""The search index: what is not searched never gets into it, and it is in two files, as the theme fetches the first
on every page, and only its settings are in that."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from material.plugins.search.plugin import Parser, SearchIndex, Section, void  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from selectolax.lexbor import LexborHTMLParser, LexborNode

NOT_SEARCHED = "[data-search-exclude]:not(h1, h2, h3, h4, h5, h6), script, style, svg, dialog"
"""What is cut before the index is made; a heading that is excluded stays, as with it goes what stands under it."""


QUOTES = {"&#39;": "'", "&#34;": '"'}
"""What needs no escaping in a text, and would be torn apart where the theme marks the words that were found."""

INLINE = {"a", "abbr", "b", "cite", "em", "i", "q", "small", "span", "strong", "time"}
"""What says nothing of where a section begins or ends, and leaves nothing but its text in the index."""


class Index(SearchIndex):  # type: ignore[misc]
    """The theme's index, which reads only what is searched, and by a fast parser: the theme's own is slow, and takes an
    element that holds one of its own kind for ended where the inner one ends."""

    def add_entry_from_context(self, page: Page) -> None:
        """Called by the theme's plugin for each page."""
        if (page.meta.get("search") or {}).get("exclude"):
            return
        for section in sections(page.content or ""):
            if not section.is_excluded():
                self.create_entry_for_section(section, page.toc, page.url, page)

    def create_entry_for_section(self, section: Section, toc: TableOfContents, url: str, page: Page) -> None:
        """Called for each heading with what stands under it. Where all of that is left out, on a generated page the
        heading is one that hundreds of pages have ("Citations"), and says nothing of this one."""
        if "".join(section.text).strip() or not section.id or not page.file.generated_by:
            super().create_entry_for_section(section, toc, url, page)
            entry = self.entries[-1]
            for written, mark in QUOTES.items():
                entry["title"] = entry["title"].replace(written, mark)


def forget(config: MkDocsConfig, url: str) -> None:
    """Take out what the index has of a page, which is about to be made anew."""
    if search := config.plugins.get("material/search"):
        index = search.search_index
        index.entries = [entry for entry in index.entries if entry["location"].partition("#")[0] != url]


def sections(html: str) -> list[Section]:
    """A page's headings, each with what is searched of what stands under it, as the theme tells them apart."""
    page = LexborHTMLParser("<div></div>", is_fragment=True).root
    assert page
    page.inner_html = html
    for node in page.css(NOT_SEARCHED):
        node.decompose()
    told = Parser()
    _tell(page, told)
    found: list[Section] = told.data
    return found


def _tell(page: LexborNode, told: Parser) -> None:
    """Tell the theme's parser what is in a page, one thing after another, however deep it stands."""
    node, open_ = page.child, list[tuple[LexborNode, bool]]()
    while node is not None or open_:
        if node is None:
            node, is_told = open_.pop()
            if is_told and node.tag not in void:
                told.handle_endtag(node.tag)
            node = node.next
        elif node.is_text_node:
            told.handle_data(node.text_content or "")
            node = node.next
        else:
            is_told = not (
                node.is_comment_node or (node.tag in INLINE and "data-search-exclude" not in node.attributes)
            )
            if is_told:
                told.handle_starttag(node.tag, list(node.attributes.items()))
            open_.append((node, is_told))
            node = node.child


def take_over(old: MkDocsConfig, new: MkDocsConfig, addresses: Collection[str]) -> None:
    """Give an index what another had of the pages that are there still, until they are made anew."""
    before, now = (config.plugins.get("material/search") for config in (old, new))
    if before and now:
        kept = [
            e for e in before.search_index.entries if (e["location"].partition("#")[0] or "./") in addresses
        ]
        now.search_index.entries = kept


def whole(config: MkDocsConfig) -> bytes:
    """The index with all that was made until now, as ``search_docs.json`` has it; nothing where there is no search."""
    search = config.plugins.get("material/search")
    return search.search_index.generate_search_index(None).encode("utf-8") if search else b""


def prepare(config: MkDocsConfig) -> None:
    """Put our index in the place of the theme's."""
    if search := config.plugins.get("material/search"):
        search.search_index = Index(**search.config)


def split_index(site: Path) -> None:
    """Leave the settings in ``search_index.json``, and put what is searched into ``search_docs.json``,
    which our worker fetches when it is asked."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    whole = path.replace(path.with_name("search_docs.json"))
    index = json.loads(whole.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**index, "docs": []}), encoding="utf-8")
