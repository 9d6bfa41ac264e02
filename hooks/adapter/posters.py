"""Print the posters: each a PDF of one page of A3, by a browser."""

from __future__ import annotations

import sys
from pathlib import Path

from exhibit.exports.posters import Poster, posters
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from adapter.browser import NoBrowserError, find_browser
from adapter.print import FLAGS, ROOT, dated, plan, print_once, read_exhibit

STYLES = [
    (ROOT / path).absolute().as_uri()
    for path in ("docs/assets/exhibit.css", "docs/assets/atlas.css", "hooks/templates/book/poster.css")
]


class OverfullError(RuntimeError):
    """A poster does not go onto one page."""


def print_poster(poster: Poster, browser: Browser, folder: Path, day: str) -> Path:
    """Print one poster into a folder, and give the file. day: YYYYMMDD, the PDF's date.

    Raises OverfullError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    html, pdf = folder / f"{poster.name}.html", folder / f"{poster.name}.pdf"
    html.write_text(poster.text, encoding="utf-8")
    print_once(browser, html, pdf, outline=False)
    dated(pdf, day)
    if (count := len(PdfReader(pdf).pages)) != 1:
        raise OverfullError(f"{pdf.name} has {count} pages; a poster has one")
    return pdf


def main() -> int:
    """Read, check and print; the exit code is 1 if there are problems."""
    read = read_exhibit()
    if read is None:
        return 1
    config, site = read
    folder = Path.cwd() / "build" / "posters"
    made = posters(site, plan(config, site.exhibit.story.book, site.docs), STYLES)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            for poster in made:
                pdf = print_poster(poster, browser, folder, f"{site.settings.as_of.latest:%Y%m%d}")
                sys.stdout.write(f"{pdf.relative_to(Path.cwd())}: {pdf.stat().st_size / 1e6:.1f} MB\n")
            browser.close()
    except (NoBrowserError, OverfullError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
