"""The printed catalogue: the numbers in its contents are those of its pages, its links lead within it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from adapter.print import print_book
from conftest import AS_OF
from exhibit.exports.book import Book
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from playwright.sync_api import Browser
from pypdf import PdfReader
from test_catalogue import ESSAY, PLAN


@pytest.fixture(scope="module")
def book(tiny: Exhibit) -> Book:
    return Book(
        Site(tiny, Settings(AS_OF, directory_urls=False, annexes=False), {"galleries/rivers.md": ESSAY}), PLAN
    )


@pytest.fixture(scope="module")
def printed(book: Book, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pdf = tmp_path_factory.mktemp("book") / "build" / "rivers.pdf"
    print_book(book, browser, pdf.with_name("rivers.html"), pdf, "20260630")
    return pdf


def _loosely(text: str) -> str:
    """The text however a PDF spaces its letters where a font changes."""
    return r"\s*".join(re.escape(letter) for letter in text if not letter.isspace())


@pytest.mark.sweep
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
