"""The catalogue: its text is the site's, its links lead within it, its numbers are those of its pages."""

from __future__ import annotations

import re

import pytest
from conftest import AS_OF
from exhibit.exports.book import Book, Plan
from exhibit.exports.book_html import Fragment, anchor_of, sections
from exhibit.model.addresses import page_path
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit

ESSAY = "---\ntitle: Реки и Ұлы өзен\n---\n\n## The ford\n\nSee [[league-of-rivers]] [@gazette#3], [all](../timeline.md).\n"
VIEWS = {
    "Lineage": ["lineage.md"],
    "Membership": ["membership.md"],
    "Evidence": ["evidence.md"],
    "Names": ["names.md"],
}
PLAN = Plan(
    "Rivers", "An exhibit of rivers.", "", "CC BY", {"Galleries": ["galleries/rivers.md"]}, VIEWS, (2001,)
)


@pytest.fixture(scope="module")
def book(tiny: Exhibit) -> Book:
    return Book(
        Site(tiny, Settings(AS_OF, directory_urls=False, annexes=False), {"galleries/rivers.md": ESSAY}), PLAN
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../places/ford.html#x">F</a>', '<a href="#places-ford--x">F</a>'),
        ('<a href="../places/ford.html#other">F</a>', '<a href="#places-ford">F</a>'),
        ('<a class="term" href="ford.html#top">F</a>', '<a class="term" href="#places-ford">F</a>'),
        ('<a href="../timeline.html">F</a>', "F"),
        ('<a href="#cite-1">1</a>', '<a href="#places-hill--cite-1">1</a>'),
        ('<a href="https://o.example/a.html#x">F</a>', '<a href="https://o.example/a.html#x">F</a>'),
        ('<a href="../timeline.html"><b>F</b> g</a>', "<b>F</b> g"),
        ('<i title="the a href=&quot;x&quot;">F</i>', '<i title="the a href=&quot;x&quot;">F</i>'),
        (
            '<svg viewBox="0 0 1 1" aria-labelledby="a b"><rect id="a" mask="url(#m)"/><use x="1" href="#n"/></svg>',
            '<svg viewBox="0 0 1 1" aria-labelledby="places-hill--a places-hill--b">'
            '<rect id="places-hill--a" mask="url(#places-hill--m)"></rect>'
            '<use x="1" href="#places-hill--n"></use></svg>',
        ),
    ],
)
def test_links_and_ids_are_those_of_the_book(html: str, expected: str) -> None:
    text = Fragment(html)
    text.prefix("places-hill", "places/hill.md")
    text.link({"places-ford", "places-ford--x", "places-hill", "places-hill--cite-1"})
    assert str(text) == expected


def test_a_page_is_taken_apart_and_put_lower() -> None:
    page = "---\ntitle: x\n---\n\n<div>a</div>\n\n## One & two {: #one }\n\n<h3>b</h3>"
    assert sections(page) == ("\n<div>a</div>\n\n", [("One &amp; two", "\n\n<h3>b</h3>")])
    text = Fragment('<h2 id="a">a</h2><h3>b <i>c</i></h3>d <div class="x y"><div>e</div></div>f<div>g</div>')
    text.lower_headings()
    text.drop("div.x")
    assert str(text) == '<h3 id="a">a</h3><h4>b <i>c</i></h4>df<div>g</div>'
    assert text.words("h4") == "b c"


def test_every_item_is_in_the_book_and_every_link_leads_within_it(book: Book, tiny: Exhibit) -> None:
    text = book.text({})
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    used = re.findall(r'<use\b[^>]*\shref="#([^"]*)"|url\(#([^)]*)\)', text)
    assert used and {one or other for one, other in used} <= set(ids)
    for item in tiny.items.values():
        assert f"{item.COLLECTION}-{item.id}" in ids
    links = re.findall(r'<a\b[^>]*\shref="([^"]*)"', text)
    assert links
    assert [link for link in links if not re.match(r"https?://", link) and link[1:] not in ids] == []


def test_the_book_holds_the_views_after_the_items_and_no_controls(book: Book) -> None:
    assert [(part.title, [entry.title for entry in part.entries]) for part in book.parts[-5:]] == [
        ("Atlas", ["31 December 2001", "June 2026"]),
        ("Lineage", ["Lineage"]),
        ("Membership", ["Who belonged to what"]),
        ("Evidence", ["Evidence"]),
        ("Names", ["Names that mean several things"]),
    ]
    assert re.findall(r"<(?:button|select|input|form|dialog|script)\b", book.text({})) == []


@pytest.mark.parametrize("side", ["before", "after"])
def test_every_page_but_those_of_items_may_stand_in_the_book(tiny: Exhibit, side: str) -> None:
    docs = {"galleries/rivers.md": ESSAY, "index.md": "# Home\n\n{{ on_this_day() }}\n"}
    site = Site(tiny, Settings(AS_OF, directory_urls=False, annexes=False), docs)
    items = {page_path(item) for item in tiny.items.values()}
    paths = [page.path for page in pages(site) if page.path not in items]
    assert {"timeline.md", "years/2001.md", "changes/index.md", "treaties/index.md"} < {*paths}
    parts = {side: {"All": [*docs, *paths]}}
    book = Book(site, Plan("Rivers", "", "", "", parts.get("before", {}), parts.get("after", {})))
    entries = next(part.entries for part in book.parts if part.title == "All")
    assert [entry.anchor for entry in entries] == [anchor_of(path) for path in [*docs, *paths]]
    assert all(entry.title and entry.text.words("*") for entry in entries)
    assert not any(re.search(r"<(form|script|dialog)\b", entry.html) for entry in entries)
    ids = [id_ for part in book.parts for entry in part.entries for id_ in entry.text.ids]
    assert len(ids) == len(set(ids))
