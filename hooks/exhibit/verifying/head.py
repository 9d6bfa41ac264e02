"""What a page says of itself to search engines and to those who link to it: title, description, address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

DESCRIPTION = (25, 160)
"""Characters of a description. Results show two lines of some 920 pixels, which 150 to 160 characters fill, and cut
the rest at a word (Google sets no limit and cuts to the width: developers.google.com/search/docs/appearance/snippet);
under 25 it tells no more than the title."""

TITLE = (4, 255)
"""Characters of a title. Names of documents stand whole, though a result shows the first 60 or so; 255 is
what a file may be called under which a browser saves the page."""

OPEN_GRAPH = ("og:title", "og:type", "og:image")
"""What a page has to say of itself to those who show a link (ogp.me, Basic Metadata), its address apart."""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The head of one page."""
    outside = [one for one in page.of("title") if not any(node.tag == "svg" for node in one.above())]
    yield from _one(page, outside, "title", TITLE, [one.words for one in outside])
    described = page.meta("description")
    contents = [one.attributes.get("content", "").strip() for one in described]
    yield from _one(page, described, "description", DESCRIPTION, contents)
    if site.address:
        yield from _addresses(page, site)
        yield from _open_graph(page, contents)
    robots = [one for one in page.meta("robots") if not page.indexed]
    if page.name == "index.html" and robots:
        yield page.fault(robots[0], "keeps search engines from the first page; take 'noindex' out", "content")


def _one(
    page: FinishedPage, elements: list[Element], noun: str, bounds: tuple[int, int], texts: list[str]
) -> Iterator[SiteFault]:
    """The faults of what a page has to have once, not empty, and of a length between bounds."""
    least, most = bounds
    if not elements:
        yield page.fault(None, f"has no {noun}")
    for second in elements[1:]:
        yield page.fault(second, f"a second {noun}; a page has one")
    for element, text in zip(elements[:1], texts[:1], strict=True):
        if not text:
            yield page.fault(element, f"the {noun} is empty")
        elif not least <= len(text) <= most:
            long = "more" if len(text) > most else "less"
            told = f"the {noun} has {len(text)} characters, {long} than is shown or tells something ({least}–{most})"
            yield page.fault(element, f"{told}: {shown(text)}")


def _addresses(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The canonical address of a page is its own; a page that search engines are kept from needs none."""
    own, canonical = site.address_of(page.name), page.related("canonical")
    if not canonical and page.indexed:
        yield page.fault(None, 'without <link rel="canonical">; it names the page\'s own address')
    for second in canonical[1:]:
        yield page.fault(second, "a second canonical address; a page has one", "href")
    told = [(one, "href") for one in canonical] + [
        (one, "content") for one in page.meta("og:url", "property")
    ]
    for element, attribute in told:
        value = element.attributes.get(attribute, "")
        if value != own and not _moved(page, site, value):
            yield page.fault(element, f"names {shown(value)} as the page's address, not its own", attribute)


def _moved(page: FinishedPage, site: FinishedSite, address: str) -> bool:
    """Whether a page sends its readers on, and names the address to which it does."""
    sent = [one.attributes.get("content", "") for one in page.meta("refresh", "http-equiv")]
    targets = [site.target(page.name, content.partition("=")[2].strip(" '\"")) for content in sent]
    return any(target.file and site.address_of(target.file) == address for target in targets)


def _open_graph(page: FinishedPage, descriptions: list[str]) -> Iterator[SiteFault]:
    for name in (*OPEN_GRAPH, *(("og:url",) if page.indexed else ())):
        found = page.meta(name, "property")
        if not found:
            yield page.fault(None, f'without <meta property="{name}">')
        for one in found:
            if not one.attributes.get("content", "").strip():
                yield page.fault(one, f"'{name}' says nothing", "content")
    for one in page.meta("og:description", "property"):
        if descriptions and one.attributes.get("content", "").strip() != descriptions[0]:
            yield page.fault(one, "'og:description' says something else than the description", "content")


def said(page: FinishedPage) -> tuple[str, str]:
    """The title and the description of a page that search engines may have; of others nothing, as none compares them."""
    titles = [one.words for one in page.of("title")[:1]]
    described = [one.attributes.get("content", "") for one in page.meta("description")[:1]]
    return "".join(titles), "".join(described)


def check_all(pages: Iterable[Facts]) -> Iterator[SiteFault]:
    """Titles and descriptions are different from page to page."""
    for noun in ("title", "description"):
        owners: dict[str, str] = {}
        for page in pages:
            text = " ".join(getattr(page, noun).split())
            if text and (owner := owners.setdefault(text, page.name)) != page.name:
                yield SiteFault(page.name, f"the {noun} is that of '{owner}' too: {shown(text)}")
