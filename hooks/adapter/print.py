"""Print the catalogue: the whole exhibit as one PDF with page numbers, by a browser, in two passes.

A browser cannot tell a page its own numbers, so the book is printed, the page of each entry is read
from the PDF, and it is printed again with the numbers in the contents and the index.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from exhibit.editing.files import replace
from exhibit.exports.book import Book, Plan
from exhibit.exports.every import drawings
from exhibit.model.story import BookPart, BookPlan
from exhibit.pages.build import build
from exhibit.pages.site import Settings, Site
from exhibit.problems.problem import report
from exhibit.problems.suggestion import fold
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from adapter import styles
from adapter.browser import NoBrowserError, find_browser
from adapter.reading import day_known_of

ROUNDS = 4
"""How often the book is printed at most, until its numbers are those of the pages."""
ROOT = Path(__file__).parent.parent.parent
STYLES = [
    (ROOT / path).absolute().as_uri()
    for path in ("docs/assets/exhibit.css", "docs/assets/atlas.css", "hooks/templates/book/catalogue.css")
]
NOTE = "--cite-"
"""What is in the name of a note's place, and of no other."""
FLAGS = ["--no-sandbox", "--disable-gpu"]
SECONDS = 900
"""How long one printing may take."""


class UnsettledError(RuntimeError):
    """The numbers moved with every printing."""


def pages_of(pdf: Path) -> dict[str, int]:
    """The page of every named place in a PDF but of the notes, counted from 1."""
    reader = PdfReader(pdf)
    index = {
        page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference
    }
    found = {}
    for name, place in reader.named_destinations.items():
        number = index.get(getattr(place.page, "idnum", -1))
        if number and NOTE not in name:
            found[name.removeprefix("/")] = number
    return found


def without_notes(text: str) -> str:
    """The book without the links that lead to its notes: they take no room, but on each page the
    browser looks for the target of every link."""
    book = LexborHTMLParser(text)
    for link in book.css(f'a[href^="#"][href*="{NOTE}"]'):
        del link.attrs["href"]
    return book.html or ""


def print_book(book: Book, browser: Browser, html: Path, pdf: Path, day: str, own: str = "") -> int:
    """Print, first to learn the numbers, then until they hold; gives the number of pages.

    day: YYYYMMDD, the PDF's date; own: this exhibit's rules of style.

    Raises UnsettledError.
    """
    html.parent.mkdir(parents=True, exist_ok=True)
    pages: dict[str, int] = {}
    for round_ in range(ROUNDS):
        text = book.text(pages, STYLES, own)
        html.write_text(text if round_ else without_notes(text), encoding="utf-8")
        print_once(browser, html, pdf, outline=round_ > 0)
        before, pages = pages, pages_of(pdf)
        if before == pages:
            dated(pdf, day)
            return len(PdfReader(pdf).pages)
    raise UnsettledError("the page numbers moved with every printing")


def dated(pdf: Path, day: str) -> None:
    """Give a PDF a day of its own for the moment of its printing, so that one text makes one file. day: YYYYMMDD."""
    pdf.write_bytes(re.sub(rb"D:\d{14}", f"D:{day}000000".encode(), pdf.read_bytes()))


def print_once(browser: Browser, html: Path, pdf: Path, outline: bool) -> None:
    """Print once. outline: with the tree of headings and the tags for reading aloud, which take long."""
    page = browser.new_page(java_script_enabled=False)
    page.set_default_timeout(SECONDS * 1000)
    page.goto(html.absolute().as_uri())
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True, outline=outline, tagged=outline)
    page.close()


def plan(config: MkDocsConfig, book: BookPlan, by_hand: Iterable[str]) -> Plan:
    """The book's title from the site's settings, its parts from the exhibit's own file. by_hand: the paths of
    the hand-written pages."""
    nav = re.findall(r"[\w/-]+\.md", str(config.nav))
    order = list(dict.fromkeys([*nav, *sorted(by_hand)]))
    before, after = (
        {part.title: _pages(part, order) for part in parts} for parts in (book.before, book.after)
    )
    return Plan(
        config.site_name,
        config.site_description or "",
        config.site_url or "",
        config.copyright or "",
        before,
        after,
        tuple(book.maps),
    )


def _pages(part: BookPart, order: list[str]) -> list[str]:
    """The pages of a part; a folder is all pages in it but its index, in the order of the navigation, then those
    that are not in it."""
    found: list[str] = []
    for path in part.pages:
        inside = [page for page in order if page.startswith(path) and not page.endswith("/index.md")]
        found += inside if path.endswith("/") else [path]
    return found


def read_exhibit() -> tuple[MkDocsConfig, Site] | None:
    """The settings and the exhibit to print, with the problems told; None where they are such that nothing is printed."""
    config = load_config("mkdocs.yml")
    root = Path.cwd()
    try:
        as_of = day_known_of(config)
    except Abort as fault:
        sys.stderr.write(f"{fault}\n")
        return None
    kept = root / ".cache" / "pictures"
    settings = Settings(as_of, config.repo_url or "", directory_urls=False, annexes=False, kept_pictures=kept)
    built = build(root, root / "docs", settings)
    sys.stderr.write(report(built.problems, built.texts))
    return None if built.fatal(strict=False) else (config, built.site)


def main() -> int:
    """Read, check and print the exhibit; the exit code is 1 if there are problems."""
    read = read_exhibit()
    if read is None:
        return 1
    config, site = read
    root, story = Path.cwd(), site.exhibit.story
    pdf = root / "build" / f"{fold(config.site_name)}.pdf"
    html = pdf.with_name("catalogue.html")
    for name, content in drawings(site):
        replace(html.parent / name, content)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            book = Book(site, plan(config, story.book, site.docs))
            count = print_book(
                browser=browser,
                book=book,
                html=html,
                pdf=pdf,
                day=f"{site.settings.as_of.latest:%Y%m%d}",
                own=styles.told_by(story, config.site_name),
            )
            browser.close()
    except (NoBrowserError, UnsettledError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{pdf.relative_to(root)}: {count} pages, {pdf.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
