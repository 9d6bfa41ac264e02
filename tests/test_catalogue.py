"""The catalogue: its text is the site's, its links lead within it, its numbers are those of its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from catalogue import print_book
from exhibit.bookish import headings_down, linked, prefixed, sections, without
from exhibit.catalogue import Book, Plan
from exhibit.exhibit import Exhibit
from exhibit.site import Settings, Site
from pypdf import PdfReader

ESSAY = "---\ntitle: Реки и Ұлы өзен\n---\n\n## The ford\n\nSee [[league-of-rivers]] [@gazette#3], [all](../timeline.md).\n"
PLAN = Plan("Rivers", "An exhibit of rivers.", "", "CC BY", {"Galleries": ["galleries/rivers.md"]}, {})


@pytest.fixture(scope="module")
def book(tiny: Exhibit) -> Book:
    return Book(Site(tiny, Settings(directory_urls=False), {"galleries/rivers.md": ESSAY}), PLAN)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../places/ford.html#x">F</a>', '<a href="#places-ford--x">F</a>'),
        ('<a href="../places/ford.html#other">F</a>', '<a href="#places-ford">F</a>'),
        ('<a class="term" href="ford.html#top">F</a>', '<a class="term" href="#places-ford">F</a>'),
        ('<a href="../timeline.html">F</a>', "F"),
        ('<a href="#cite-1">1</a>', '<a href="#places-hill--cite-1">1</a>'),
        ('<a href="https://o.example/a.html#x">F</a>', '<a href="https://o.example/a.html#x">F</a>'),
        ('<rect mask="url(#m)"/>', '<rect mask="url(#places-hill--m)"/>'),
        ('<svg aria-labelledby="a b"></svg>', '<svg aria-labelledby="places-hill--a places-hill--b"></svg>'),
    ],
)
def test_links_and_ids_are_those_of_the_book(html: str, expected: str) -> None:
    ids = {"places-ford", "places-ford--x", "places-hill", "places-hill--cite-1"}
    assert linked(prefixed(html, "places-hill", "places/hill.md"), ids) == expected


def test_a_page_is_taken_apart_and_put_lower() -> None:
    page = "---\ntitle: x\n---\n\n<div>a</div>\n\n## One & two {: #one }\n\n<h3>b</h3>"
    assert sections(page) == ("\n<div>a</div>\n\n", [("One &amp; two", "\n\n<h3>b</h3>")])
    assert headings_down("<h2>a</h2><h3>b</h3>") == "<h3>a</h3><h4>b</h4>"
    assert without('a<div class="x y"><div>b</div></div>c<div>d</div>', "div", "x") == "ac<div>d</div>"


def test_every_item_is_in_the_book_and_every_link_leads_within_it(book: Book, tiny: Exhibit) -> None:
    text = book.text({})
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for item in tiny.items.values():
        assert f"{item.COLLECTION}-{item.id}" in ids
    links = re.findall(r'<a\b[^>]*\shref="([^"]*)"', text)
    assert links
    assert [link for link in links if not re.match(r"https?://", link) and link[1:] not in ids] == []


@pytest.fixture(scope="module")
def printed(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pdf = tmp_path_factory.mktemp("book") / "build" / "rivers.pdf"
    print_book(book, pdf.with_name("rivers.html"), pdf, "20260630")
    return pdf


def _loosely(text: str) -> str:
    """The text however a PDF spaces its letters where a font changes."""
    return r"\s*".join(re.escape(letter) for letter in text if not letter.isspace())


def test_the_numbers_in_the_contents_are_those_of_the_pages(printed: Path, book: Book) -> None:
    """Each entry's heading is looked for in the text of the page that the contents name."""
    pages = [page.extract_text() for page in PdfReader(printed).pages]
    contents = "\n".join(text for text in pages if "Contents" in text)
    entries = [entry for part in book.parts for entry in part.entries]
    assert len(entries) > 8
    for entry in entries:
        number = re.search(_loosely(entry.title) + r"\s+(\d+)\b", contents)
        assert number, entry.title
        page = pages[int(number[1]) - 1]
        assert re.search(_loosely(entry.title), page), entry.title
        assert number[1] in page.split(), entry.title


def test_links_within_the_book_lead_to_places_in_it(printed: Path) -> None:
    reader = PdfReader(printed)
    named, seen = reader.named_destinations, 0
    for page in reader.pages:
        for note in page.get("/Annots", []):
            link = note.get_object()
            target = link.get("/Dest")
            if target is not None:
                seen += 1
                assert str(target).removeprefix("/") in {name.removeprefix("/") for name in named}
    assert seen > 20


def test_the_book_has_latin_cyrillic_and_kazakh_letters_and_an_outline(printed: Path) -> None:
    reader = PdfReader(printed)
    text = "\n".join(page.extract_text() for page in reader.pages)
    for words in ("League of Rivers", "Лига рек", "Ұлы өзен"):
        assert "".join(words.split()) in "".join(text.split())
    titles = [str(one.title) for one in reader.outline if not isinstance(one, list)]
    assert {"Contents", "Organisations", "Bibliography", "Index by year"} <= set(titles)
    assert str(reader.metadata and reader.metadata.get("/CreationDate")).startswith("D:20260630")
