"""What is searched: the texts of pages, read from their finished HTML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from exhibit.exports.full_text import Counted, Section, Text, counted, days_told, group_of, pieces
from exhibit.pages.site import Site
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser

NOT_SEARCHED = "[data-search-exclude]:not(h1, h2, h3, h4, h5, h6), script, style, svg, dialog, template, sup.cite, .crumbs"
"""What is cut before a text is read; a heading that is excluded stays, as with it goes what stands under it."""
INLINE = ["a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time"]
"""What parts no words."""
HEADINGS = ", ".join(f"h{level}[id]" for level in range(1, 7))
SECTION, HEADING, TEXT, APART, LEFT_OUT = "\ue000", "\ue001", "\ue002", "\ue003", "-"
"""What stands in the text between its parts: letters for private use, of which a text has none."""
WEB = re.compile(r"https?://\S+")
ENDS = ".,:;!?…"


class Searched:
    """The texts of all pages that were made, by their addresses."""

    def __init__(self, stories: str) -> None:
        """stories: the folder of the pages that tell stories."""
        self.stories = stories
        self.pages: dict[str, list[Counted]] = {}

    def take(self, html: str, page: Page) -> None:
        """Take up a page as it is now."""
        if (page.meta.get("search") or {}).get("exclude"):
            self.pages.pop(page.url, None)
            return
        address = "" if page.url == "./" else page.url
        found = tuple(sections(html))
        text = Text(
            group_of(page.file.src_uri, self.stories), address, Markup(page.title or "").unescape(), found
        )
        self.pages[page.url] = counted(text)

    def take_over(self, old: Searched, addresses: Collection[str]) -> None:
        """Have what another had of the pages that are there still, until they are made anew."""
        self.pages = {url: texts for url, texts in old.pages.items() if url in addresses} | self.pages

    def pieces(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The files of the search over the pages that were made until now."""
        days = [text for day in days_told(site) for text in counted(day)]
        yield from pieces([*(text for texts in self.pages.values() for text in texts), *days])


def stories_of(config: MkDocsConfig) -> str:
    """The folder of the pages that tell stories, as the settings say."""
    return str((config.extra.get("exhibit") or {}).get("stories") or "")


def sections(html: str) -> Iterator[Section]:
    """A page's headings, each with what is searched of what stands under it; where that is nothing, the heading says
    nothing of this page: hundreds have it ("Citations")."""
    page = LexborHTMLParser("<div></div>", is_fragment=True).root
    assert page
    page.inner_html = html
    for node in page.css(NOT_SEARCHED):
        node.decompose()
    page.unwrap_tags(INLINE)
    page.merge_text_nodes()
    for node in page.css(HEADINGS):
        fragment = node.attributes["id"] or ""
        mark = LEFT_OUT if "data-search-exclude" in node.attributes else ""
        heading = _plain(node.text(separator=APART))
        node.insert_before(f"{SECTION}{fragment}{HEADING}{mark}{heading}{TEXT}")
        node.decompose()
    page.merge_text_nodes()
    first, *others = page.text(separator=APART).split(SECTION)
    if text := _plain(first):
        yield Section("", "", text)
    for other in others:
        fragment, _, rest = other.partition(HEADING)
        heading, _, text = rest.partition(TEXT)
        if (text := _plain(text)) and not heading.startswith(LEFT_OUT):
            yield Section(fragment, heading, text)


def _plain(text: str) -> str:
    """A text with one blank between its words, and a dot between what stands apart unless it ends with a sign. Of an
    address on the web nobody looks for the words."""
    told = [part for part in (" ".join(WEB.sub("", part).split()) for part in text.split(APART)) if part]
    return "".join(f"{part} " if part[-1] in ENDS else f"{part} · " for part in told[:-1]) + "".join(
        told[-1:]
    )
