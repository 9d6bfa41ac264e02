"""The catalogue: the whole exhibit as one HTML document to be printed, made of the site's own pages.

Every page keeps its text; its headings go two levels down, its ids are prefixed with its anchor, its
links lead within the book, and its citations shrink to a number of the bibliography and a place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markdown import Markdown
from markupsafe import Markup, escape

from exhibit.exports.book_html import anchor_of, headings_down, ids_of, linked, prefixed, sections, without
from exhibit.model.addresses import page_path
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Item
from exhibit.model.wording import in_words
from exhibit.pages.docs import expand
from exhibit.pages.environment import current
from exhibit.pages.page import Page
from exhibit.pages.prose import CrossReferences
from exhibit.pages.render import overviews
from exhibit.pages.shortcodes import calls
from exhibit.pages.site import Site
from exhibit.views.atlas import atlas

LEFT_OUT = {"Citations"}
"""Sections of a page that the book has elsewhere: the citations are notes, and but for the
organisations the timeline of an item is the index by year."""
CONTROLS = (("form", "filter"), ("div", "moving"), ("nav", "crumbs"), ("div", "page-foot"))
"""What only a screen can use, as tag and class."""

BACK = {
    "disputed-points": "Disputed points",
    "bibliography": "Bibliography",
    "index-by-year": "Index by year",
}
"""What ends the book, by anchor."""


@dataclass(frozen=True)
class Plan:
    """What the book is called and which pages it holds beside those of the items.

    before, after: parts by their title, as the Markdown paths of their pages: essays in docs/, and
    views of the whole exhibit after the items. maps: the years at whose end the atlas is drawn.
    """

    title: str
    line: str
    address: str
    rights: str
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    maps: tuple[int, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One page of the site in the book. kind: the line above its title; html: its text."""

    anchor: str
    title: str
    kind: str
    html: str


@dataclass(frozen=True)
class Part:
    """A part of the book: its entries follow one another under one running head."""

    key: str
    title: str
    entries: list[Entry]


@dataclass
class Book:
    """The text of the catalogue; links are resolved once all of it is there."""

    site: Site
    plan: Plan

    @cached_property
    def parts(self) -> list[Part]:
        """The parts between the contents and the bibliography, links resolved."""
        raw = list(self._raw())
        known = {e.anchor for part in raw for e in part.entries} | self.numbers.keys()
        ids = known | {id_ for part in raw for e in part.entries for id_ in ids_of(e.html)}
        return [
            Part(p.key, p.title, [Entry(e.anchor, e.title, e.kind, linked(e.html, ids)) for e in p.entries])
            for p in raw
        ]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each source in the bibliography, by its anchor."""
        return {
            anchor_of(page_path(source)): number
            for number, source in enumerate(self.site.orders["sources"], start=1)
        }

    def text(self, pages: Mapping[str, int], styles: Sequence[str] = ()) -> str:
        """The book as HTML. pages: the page each anchor stands on, unknown ones are left blank;
        styles: the addresses of its stylesheets."""
        template = current().get_template("book/catalogue.html.jinja")
        return template.render(
            book=self, plan=self.plan, site=self.site, leaf=self.site.page("index.md"),
            parts=self.parts, back=BACK, styles=styles, page_of=lambda anchor: pages.get(anchor, ""), anchor_of=anchor_of,
            path_of=page_path,
        )  # fmt: skip

    def _raw(self) -> Iterator[Part]:
        for title, paths in self.plan.before.items():
            yield Part(_key(title), title, [self._essay(path) for path in paths])
        for name, heading in self.site.collections.items():
            items = self.site.orders[name]
            if items and name != "sources":  # they are the bibliography
                yield Part(name, heading, [self._item(item) for item in items])
        if self.plan.maps:
            yield Part("atlas", "Atlas", [self._map(day) for day in self._days()])
        for title, paths in self.plan.after.items():
            entries = [self._view(path) if path in self._views else self._essay(path) for path in paths]
            yield Part(_key(title), title, entries)

    @cached_property
    def _views(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """The views of the whole exhibit by path: template and values."""
        return {path: (template, values) for path, template, values in overviews(self.site)}

    def _days(self) -> list[Edtf]:
        """The days of the maps: the ends of the years chosen, and up to when the exhibit knows."""
        return [*(parse_date(f"{year}-12-31") for year in self.plan.maps), self.site.settings.as_of]

    def _item(self, item: Item) -> Entry:
        page = self.site.page(page_path(item))
        left_out = LEFT_OUT if item.COLLECTION == "organisations" else LEFT_OUT | {"Timeline"}
        return self._entry(page, item.title, f"item/{item.SINGULAR}.md.jinja", {"item": item}, left_out)

    def _view(self, path: str) -> Entry:
        template, values = self._views[path]
        return self._entry(self.site.page(path), "", template, values, LEFT_OUT)

    def _map(self, day: Edtf) -> Entry:
        page = self.site.page(f"atlas-{day.text}.md")
        values = atlas.values(self.site.exhibit, day, self.site.timeline)
        return self._entry(page, in_words(day), "book/catalogue-map.jinja", values, LEFT_OUT)

    def _entry(
        self, page: Page, title: str, template: str, values: dict[str, Any], left_out: Collection[str]
    ) -> Entry:
        """A generated page without its controls, its headings lower, its citations as notes.

        title: what the entry is called, else the page's own title.
        """
        made = current().get_template(template)
        text = made.render(site=self.site, exhibit=self.site.exhibit, page=page, **values)
        first, rest = sections(text)
        kind = re.search(r'<p class="kind">(.*?)</p>', first, re.DOTALL)
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", first, re.DOTALL)
        label = re.sub(r'<p class="kind">.*?</p>|<h1.*?</h1>', "", first, flags=re.DOTALL)
        body = label + "".join(f"<h2>{h}</h2>{html}" for h, html in rest if h not in left_out)
        for tag, class_ in CONTROLS:
            body = without(body, tag, class_)
        body = re.sub(r' ?<a class="(?:disputed|compare)".*?</a>', "", body, flags=re.DOTALL)
        cited = str(page.cite(values["item"].cite)) if "item" in values else ""
        html = headings_down(body) + self._notes(page, body + cited)
        anchor = anchor_of(page.path)
        words = Markup(kind[1]).striptags() if kind else ""
        name = title or (Markup(heading[1]).striptags() if heading else "")
        return Entry(anchor, name, words, prefixed(html, anchor, page.path))

    def _essay(self, path: str) -> Entry:
        page = self.site.page(path)
        head = re.match(r"---\n(.*?)\n---\n", self.site.docs[path], re.DOTALL)
        title = re.search(r"(?m)^title: *(.+)$", head[1]) if head else None
        text = self.site.docs[path][head.end() if head else 0 :]
        references = CrossReferences()
        references.resolver = page
        markdown = Markdown(extensions=["tables", "attr_list", "toc", references], output_format="html")
        html = page.fill(markdown.convert(expand(text, calls(self.site, page))))
        first = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
        html = re.sub(r"<h1[^>]*>.*?</h1>", "", html, flags=re.DOTALL)
        name = title[1].strip("'\"") if title else Markup(first[1]).striptags() if first else path
        for tag, class_ in (*CONTROLS, ("figure", "chart")):
            html = without(html, tag, class_)
        html = headings_down(html) + self._notes(page, html)
        anchor = anchor_of(path)
        return Entry(anchor, name, "", prefixed(html, anchor, path))

    def _notes(self, page: Page, html: str) -> str:
        """The citations that the HTML refers to, in one paragraph: number of the source, place, words."""
        wanted = {int(number) for number in re.findall(r'href="#cite-(\d+)"', html)}
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
    """A name for a part that CSS can use: letters and hyphens."""
    return re.sub(r"[^a-z]+", "-", title.lower()).strip("-")
