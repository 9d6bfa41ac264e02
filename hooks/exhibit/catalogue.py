"""The catalogue: the whole exhibit as one HTML document to be printed, made of the site's own pages.

Every page keeps its text; its headings go two levels down, its ids are prefixed with its anchor, its
links lead within the book, and its citations shrink to a number of the bibliography and a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown import Markdown
from markupsafe import Markup, escape

from exhibit.bookish import anchor_of, headings_down, ids_of, linked, prefixed, sections, without
from exhibit.calls import calls
from exhibit.docs import expand
from exhibit.model.kinds import Item
from exhibit.page import Page
from exhibit.prose import CrossReferences
from exhibit.render import current
from exhibit.site import HEADINGS, Site
from exhibit.urls import page_path

COLLECTIONS = ("organisations", "treaties", "summits", "events", "people", "countries", "places")
"""The collections whose items have an entry each; sources are the bibliography."""
LEFT_OUT = {"Citations"}
"""Sections of an item's page that the book has elsewhere: the citations are notes, and but for the
organisations the timeline is the index by year."""


@dataclass(frozen=True)
class Plan:
    """What the book is called and which hand-written pages it holds.

    before, after: parts of essays by their title, as the Markdown paths of their pages.
    """

    title: str
    line: str
    address: str
    rights: str
    before: dict[str, list[str]]
    after: dict[str, list[str]]


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
        template = current().get_template("catalogue.html.jinja")
        return template.render(
            book=self, plan=self.plan, site=self.site, leaf=self.site.page("index.md"),
            parts=self.parts, styles=styles, page_of=lambda anchor: pages.get(anchor, ""), anchor_of=anchor_of,
            path_of=page_path,
        )  # fmt: skip

    def _raw(self) -> Iterator[Part]:
        for title, paths in self.plan.before.items():
            yield Part(_key(title), title, [self._essay(path) for path in paths])
        for name in COLLECTIONS:
            items = self.site.orders[name]
            if items:
                yield Part(name, HEADINGS[name], [self._item(item) for item in items])
        for title, paths in self.plan.after.items():
            yield Part(_key(title), title, [self._essay(path) for path in paths])

    def _item(self, item: Item) -> Entry:
        page = self.site.page(page_path(item))
        template = current().get_template(f"{item.SINGULAR}.md.jinja")
        text = template.render(site=self.site, exhibit=self.site.exhibit, page=page, item=item)
        first, rest = sections(text)
        kind = re.search(r'<p class="kind">(.*?)</p>', first, re.DOTALL)
        label = without(first, "nav", "crumbs")
        label = re.sub(r'<p class="kind">.*?</p>|<h1.*?</h1>', "", label, flags=re.DOTALL)
        left_out = LEFT_OUT if item.COLLECTION == "organisations" else LEFT_OUT | {"Timeline"}
        body = "".join(f"<h2>{h}</h2>{html}" for h, html in rest if h not in left_out)
        body = without(body, "div", "page-foot")
        body = re.sub(r' ?<a class="(?:disputed|compare)".*?</a>', "", body, flags=re.DOTALL)
        notes = self._notes(page, label + body + str(page.cite(item.cite)))
        html = headings_down(label + body) + notes
        anchor = anchor_of(page.path)
        words = Markup(kind[1]).striptags() if kind else ""
        return Entry(anchor, item.title, words, prefixed(html, anchor, page.path))

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
        html = without(html, "figure", "chart")
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
