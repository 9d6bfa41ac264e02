"""Pages of docs/ for a generator that knows neither calls nor marks: Markdown in which both are answered as HTML.

Terms are not linked to the glossary there: that is done between Markdown and HTML, where only an adapter comes.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from exhibit.model.marks import ProseMark, replaced
from exhibit.pages.docs import expand
from exhibit.pages.environment import fragment
from exhibit.pages.page import Page
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Site


def answered(site: Site, path: str) -> str:
    """A page by its path in docs/, with its citations at its foot."""
    page = site.page(path)
    text = expand(site.docs[path], shortcodes(site, page))
    text = replaced(text, lambda found: _html(page, found))
    text = re.sub(r'\s(?=<sup class="cite">)', "", text)
    text = re.sub(r'(<div data-embedded="\d+"></div>)', r"<div>\1</div>", text)
    page.walks = False  # its text is still Markdown; each picture stands in its place
    text = page.fill(text)
    return f"{text}\n\n{fragment(site, page, 'docs/_docs_citations.jinja')}\n" if page.citations else text


def _html(page: Page, found: list[ProseMark]) -> str:
    """A link, or the numbers of what is cited."""
    if found[0].is_citation:
        numbers = page.numbers([mark.target for mark in found])
        links = "".join(f'<a href="#cite-{number}">{number}</a>' for number in numbers)
        return f'<sup class="cite">{links}</sup>'
    words = " ".join((found[0].words or "").split()) or None
    return Markup('<a href="{}">{}</a>').format(*page.link(found[0].target, words))
