"""The catalogue: the whole exhibit as one HTML document to be printed, made of the site's own pages.

Every page keeps its text; its headings go two levels down, its ids are prefixed with its anchor, its
links lead within the book, and its citations shrink to a number of the bibliography and a place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown import Markdown
from markupsafe import Markup, escape

from exhibit.exports.book_html import Fragment, anchor_of, sections
from exhibit.model.addresses import map_path, page_path, view_path
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Item
from exhibit.model.wording import in_words
from exhibit.pages.docs import expand
from exhibit.pages.environment import current, render
from exhibit.pages.item import Values, item_values
from exhibit.pages.overviews import by_item
from exhibit.pages.page import Page
from exhibit.pages.prose import CrossReferences
from exhibit.pages.render import views
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Site
from exhibit.pages.timelines import by_year
from exhibit.views.atlas import atlas

LEFT_OUT = {"Citations"}
"""Sections of a page that the book has elsewhere: the citations are notes, and but for the
organisations the timeline of an item is the index by year."""
CONTROLS = "form, dialog, script, div.moving, nav.crumbs, div.page-foot, .needs-script"
"""What only a screen can use, as a CSS selector."""

BACK = {
    "disputed-points": "Disputed points",
    "bibliography": "Bibliography",
    "index-by-year": "Index by year",
}
"""What ends the book, by anchor."""


@dataclass(frozen=True)
class Plan:
    """What the book is called and which pages it holds beside those of the items.

    before, after: parts by their title, as the Markdown paths of their pages, written by hand or generated
    (``pages.planned`` says which may stand here). maps: the years at whose end the atlas is drawn.
    """

    title: str
    line: str
    address: str
    rights: str
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    maps: tuple[int, ...] = ()


@dataclass(frozen=True)
class BookEntry:
    """One page of the site in the book. kind: the line above its title."""

    anchor: str
    title: str
    kind: str
    text: Fragment

    @property
    def html(self) -> str:
        return str(self.text)


@dataclass(frozen=True)
class Part:
    """A part of the book: its entries follow one another under one running head."""

    key: str
    title: str
    entries: list[BookEntry]


@dataclass
class Book:
    """The text of the catalogue; links are resolved once all of it is there."""

    site: Site
    plan: Plan

    @cached_property
    def parts(self) -> list[Part]:
        """The parts between the contents and the bibliography, links resolved."""
        parts = list(self._raw())
        entries = [entry for part in parts for entry in part.entries]
        ids = self.numbers.keys() | {entry.anchor for entry in entries}
        ids |= {id_ for entry in entries for id_ in entry.text.ids}
        for entry in entries:
            entry.text.link(ids)
        return parts

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each source in the bibliography, by its anchor."""
        return {
            anchor_of(page_path(source)): number
            for number, source in enumerate(self.site.orders["sources"], start=1)
        }

    def text(self, pages: Mapping[str, int], styles: Sequence[str] = (), own: str = "") -> str:
        """The book as HTML. pages: the page each anchor stands on, unknown ones are left blank;
        styles: the addresses of its stylesheets; own: rules of this exhibit besides."""
        site = self.site
        values = {
            "plan": self.plan,
            "parts": self.parts,
            "back": BACK,
            "styles": styles,
            "own": Markup(own),
            "timeline": site.timeline,
            "years": by_year(site.timeline),
            "sources": site.orders["sources"],
            "disputed": len(site.disputes),
            "disputes": by_item(site.disputes),
            "page_of": lambda anchor: pages.get(anchor, ""),
            "anchor_of": anchor_of,
            "path_of": page_path,
        }
        return render(current(), site, site.page("index.md"), "book/catalogue.html.jinja", values)

    def _raw(self) -> Iterator[Part]:
        yield from self._planned(self.plan.before)
        for name, heading in self.site.collections.items():
            items = self.site.orders[name]
            if items and name != "sources":  # they are the bibliography
                yield Part(name, heading, [self._item(item) for item in items])
        if self.plan.maps and view_path("atlas") not in self.site.left_out:
            yield Part("atlas", "Atlas", [self._map(day) for day in self._days()])
        yield from self._planned(self.plan.after)

    def _planned(self, parts: Mapping[str, list[str]]) -> Iterator[Part]:
        """The parts of the plan that have a page; one that the site leaves out is left out here too."""
        for title, paths in parts.items():
            there = [path for path in paths if path not in self.site.left_out]
            entries = [self._essay(path) if path in self.site.docs else self._view(path) for path in there]
            if entries:
                yield Part(_key(title), title, entries)

    def _days(self) -> list[Edtf]:
        """The days of the maps: the ends of the years chosen, and up to when the exhibit knows."""
        return [*(parse_date(f"{year}-12-31") for year in self.plan.maps), self.site.settings.as_of]

    def _item(self, item: Item) -> BookEntry:
        page = self.site.page(page_path(item), item)
        left_out = LEFT_OUT if item.COLLECTION == "organisations" else LEFT_OUT | {"Timeline"}
        return self._entry(
            page, item.title, f"item/{item.SINGULAR}.md.jinja", item_values(self.site, item), left_out
        )

    def _view(self, path: str) -> BookEntry:
        template, values = next(view[1:] for view in views(self.site) if view[0] == path)
        return self._entry(self.site.page(path), "", template, values(), LEFT_OUT)

    def _map(self, day: Edtf) -> BookEntry:
        page = self.site.page(map_path(day.text))
        values = atlas.values(self.site.exhibit, day, self.site.timeline)
        return self._entry(page, in_words(day), "book/catalogue-map.jinja", values, LEFT_OUT)

    def _entry(
        self, page: Page, title: str, template: str, values: Values, left_out: Collection[str]
    ) -> BookEntry:
        """A generated page without its controls, its headings lower, its citations as notes.

        title: what the entry is called, else the page's own title.
        """
        first, rest = sections(render(current(), self.site, page, template, values))
        head = Fragment(first)
        kind, heading = head.words("p.kind"), head.words("h1")
        head.drop("p.kind, h1")
        body = Fragment(str(head) + "".join(f"<h2>{h}</h2>{html}" for h, html in rest if h not in left_out))
        body.drop(f"{CONTROLS}, a.disputed, a.compare")
        cited = Fragment(str(page.cite(values["item"].cite))).cited if "item" in values else set()
        return self._finished(page, title or heading, kind, body, cited)

    def _finished(self, page: Page, title: str, kind: str, body: Fragment, cited: set[int]) -> BookEntry:
        """A page's text as an entry. cited: citations that the text itself does not show."""
        body.lower_headings()
        text = Fragment(f"{body}{self._notes(page, body.cited | cited)}")
        anchor = anchor_of(page.path)
        text.prefix(anchor, page.path)
        text.place_pictures(page.path)
        return BookEntry(anchor, title, kind, text)

    def _essay(self, path: str) -> BookEntry:
        page = self.site.page(path)
        head = re.match(r"---\n(.*?)\n---\n", self.site.docs[path], re.DOTALL)
        title = re.search(r"(?m)^title: *(.+)$", head[1]) if head else None
        text = self.site.docs[path][head.end() if head else 0 :]
        references = CrossReferences()
        references.resolver = page
        markdown = Markdown(extensions=["tables", "attr_list", "toc", references], output_format="html")
        body = Fragment(page.fill(markdown.convert(expand(text, shortcodes(self.site, page)))))
        heading = body.words("h1")
        body.drop(f"h1, {CONTROLS}, figure.chart")
        name = title[1].strip("'\"") if title else heading or path
        return self._finished(page, name, "", body, set())

    def _notes(self, page: Page, wanted: set[int]) -> str:
        """The citations of some numbers, in one paragraph: number of the source, place, words."""
        notes = []
        for cited in page.citations.values():
            if cited.number not in wanted:
                continue
            note = Markup('<span id="cite-{}" class="note-{}"><b>{}</b> {}').format(
                cited.number, "via" if cited.via else "own", cited.number, self._reference(page, cited.source)
            )
            note += escape(f", {cited.where}") if cited.where else ""
            note += (
                Markup(": <q>{}{}</q>").format(cited.phrase, "" if cited.citation.phrase else " …")
                if cited.phrase
                else ""
            )
            note += Markup(", after {}").format(self._reference(page, cited.via)) if cited.via else ""
            notes.append(note + Markup("</span>"))
        return str(Markup('<p class="notes">{}</p>').format(Markup(" ").join(notes))) if notes else ""

    def _reference(self, page: Page, source: Item) -> Markup:
        number = self.numbers[anchor_of(page_path(source))]
        return Markup('<a href="{}">[{}]</a>').format(page.href(source), number)


def _key(title: str) -> str:
    """A name for a part of pages that CSS can use and no part of items has: letters and hyphens."""
    return f"pages-{re.sub('[^a-z]+', '-', title.lower()).strip('-')}"
