"""One page being rendered: its links, and its citations numbered in order of first use."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup, escape

from exhibit.model import addresses
from exhibit.model.citation import Citation
from exhibit.model.claims import Claim
from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item, Source
from exhibit.model.locators import locator_in_words
from exhibit.model.wording import in_words
from exhibit.pages import prose
from exhibit.pages.glossary import PAGE, Glossary
from exhibit.pages.walk import in_scenes
from exhibit.reading.exhibit import Exhibit


@dataclass(frozen=True)
class NumberedCitation:
    """A numbered citation of a page."""

    number: int
    citation: Citation
    source: Source
    via: Source | None

    @property
    def where(self) -> str:
        return locator_in_words(self.citation.at)

    @property
    def phrase(self) -> str:
        """The words to find the place by: those of the citation, else how the paragraph opens."""
        return self.citation.phrase or self.source.opening(self.citation.at)


@dataclass
class Page:
    """A page at a Markdown path; templates call its methods.

    item: the one whose page, or annex, it is. years: gives the years that have a page of their own, to
    which dates lead; days: those that have a place of their own there. stands_on: gives the Markdown path of the page
    that has an item, or the part of it that a fragment names; holding: that of the page that has what a fragment of a
    view names. stages: the ids of the scenes that embedded blocks open, where the page is a walk.
    """

    exhibit: Exhibit
    path: str
    item: Item | None = None
    years: Callable[[], Container[int]] = tuple
    stands_on: Callable[[Item, str], str] = lambda item, _: addresses.page_path(item)
    days: Callable[[], Container[date]] = tuple
    holding: Callable[[str, str], str] = lambda path, _: path
    citations: dict[tuple[str | None, ...], NumberedCitation] = field(default_factory=dict)
    flags: Callable[[], dict[str, str]] = dict
    glossary: Glossary = field(default_factory=Glossary)
    explained: set[str] = field(default_factory=set)
    charts: int = 0
    shapes: bool = False
    directory_urls: bool = True
    embedded: list[Callable[[], str]] = field(default_factory=list)
    stages: dict[int, str] = field(default_factory=dict)
    walks: bool = False

    def next_chart(self) -> int:
        """A number of its own for each picture of the page, for the ids inside it."""
        self.charts += 1
        return self.charts

    def draws_shapes(self) -> bool:
        """Whether the shapes of the map are still to be put on the page, from which all its maps are drawn."""
        before, self.shapes = self.shapes, True
        return not before

    def embed(self, made: Callable[[], str], stage: str = "") -> str:
        """A place in Markdown for a block made later, so that the prose's citations come first; stage: the id of the
        scene that the block opens in a walk."""
        if stage:
            self.stages[len(self.embedded)] = stage
        self.embedded.append(made)
        return f'\n\n<div data-embedded="{len(self.embedded) - 1}"></div>\n\n'

    def fill(self, html: str) -> str:
        """The page's HTML with every embedded block in its place, a walk in scenes."""
        html = in_scenes(html, self.stages) if self.walks else html
        for index, made in enumerate(self.embedded):
            html = html.replace(f'<div data-embedded="{index}"></div>', made(), 1)
        return html

    def explain(self, term: str) -> str:
        """The address of a term in the glossary at its first use on the page, else the empty text."""
        anchor = self.glossary.anchors.get(term.lower())
        if not anchor or anchor in self.explained or self.path == PAGE:
            return ""
        self.explained.add(anchor)
        return self.to(PAGE, anchor)

    def term(self, label: str) -> Markup:
        """A label, linked to the glossary at its first use on the page."""
        address = self.explain(label)
        if not address:
            return escape(label)
        return Markup('<a class="term" href="{}">{}</a>').format(address, label)

    def href(self, item: Item | str, fragment: str = "") -> str:
        """The relative address of an item (or of the item with an id)."""
        found = self.exhibit.items[item] if isinstance(item, str) else item
        return self.to(self.stands_on(found, fragment), fragment)

    def annex(self, item: Item, name: str, fragment: str = "") -> str:
        """The relative address of an annex to an item's page."""
        return self.to(addresses.annex_path(item, name), fragment)

    def to(self, path: str, fragment: str = "") -> str:
        """The relative address of another page by its Markdown path."""
        there = self.holding(path, fragment) if fragment else path
        return addresses.relative(there, self.path, fragment, self.directory_urls)

    def root(self) -> str:
        """The relative address of the site's root."""
        return self.to("index.md")

    def flag(self, item: Item) -> str:
        """The path in the site of the flag of a state; empty where it has none, or is no state."""
        return self.flags().get(item.id, "")

    def file(self, path: str) -> str:
        """The relative address of a file of the site that is no page, by its path from the root."""
        return self.root().removesuffix("index.html") + path

    def link(self, target: str, words: str | None) -> tuple[str, str]:
        """Address and words of a cross-link mark (``league``, ``league#office``), which stands inside a sentence: where
        it has no words of its own, they are the short name."""
        name, _, fragment = target.partition("#")
        body = self.exhibit.body(target)
        label = words or (body[1].title if body else self.exhibit.items[name].short)
        return self.href(name, fragment), label

    def numbers(self, citations: list[str]) -> list[int]:
        """The numbers of citations written as marks."""
        return [self._number(Citation.model_validate(text)) for text in citations]

    def _number(self, citation: Citation) -> int:
        key = (citation.source, citation.at, citation.phrase, citation.via)
        if key not in self.citations:
            source = self.exhibit.items[citation.source]
            via = self.exhibit.items.get(citation.via or "")
            assert isinstance(source, Source)
            cited = NumberedCitation(
                len(self.citations) + 1, citation, source, via if isinstance(via, Source) else None
            )
            self.citations[key] = cited
        return self.citations[key].number

    def cite(self, citations: Iterable[Citation]) -> Markup:
        """The numbers of citations as small links to the list at the foot of the page."""
        numbers = sorted({self._number(citation) for citation in citations})
        links = "".join(f'<a href="#cite-{n}">{n}</a>' for n in numbers)
        return Markup(f'<sup class="cite">{links}</sup>') if numbers else Markup("")

    def prose(self, text: str) -> Markup:
        """An account as HTML."""
        return Markup(prose.to_html(text, self))

    def time(self, when: Edtf | None, linked: bool = True) -> Markup:
        """A date in words, machine-readable where HTML can say it; it leads to the page of its year, and there to
        its day, where that has a place.

        linked: false for a date that is not of the story: when a source appeared or was read, up to
        when the exhibit knows.
        """
        if when is None:
            return Markup("")
        words = escape(in_words(when))
        if linked and when.known:
            day = when.listed
            placed = when.exact and day in self.days()
            words = self.year(day.year, words, addresses.day_anchor(day) if placed else "")
        if when.precision in ("day", "month", "year") and not when.qualifier:
            return Markup(f'<time datetime="{escape(when.text)}">{words}</time>')
        return Markup(f'<span class="date" data-edtf="{escape(when.text)}">{words}</span>')

    def year(self, number: int, words: Markup | None = None, day: str = "") -> Markup:
        """A year (or a date in it, in words) as a link to the year's page, or to the id of a day there; plain where
        there is no such page, and the year on that page itself."""
        words = escape(number) if words is None else words
        path = addresses.year_path(number)
        if number not in self.years() or (self.path == path and not day):
            return words
        return Markup(f'<a href="{escape(self.to(path, day))}">{words}</a>')

    def value(self, claim: Claim) -> Markup:
        """The value of a claim as a reader sees it."""
        value = claim.value
        if claim.never:
            return Markup('<span class="never">never</span>')
        if value is None:
            return Markup("<q>{}</q>").format(claim.said)
        if isinstance(value, Edtf):
            return self.time(value)
        if isinstance(value, int):
            unit = getattr(claim, "unit", None)
            return escape(f"{value:,} {unit}" if unit else f"{value:,}")
        if value in self.exhibit.items and claim.VALUE in ("place", "who"):
            title = self.exhibit.items[value].title
            return Markup('<a href="{}">{}</a>').format(self.href(value), title)
        return escape(value)
