"""The posters of the project's data: each one page of A3, with all that its view knows, and nothing cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from adapter.posters import STYLES, print_poster
from exhibit.exports.book import Plan
from exhibit.exports.posters import Poster, posters
from exhibit.model.dates import parse_date
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.descents import lineage
from exhibit.views.membership.matrix import matrix, organisations
from playwright.sync_api import Browser
from pypdf import PdfReader

AS_OF = parse_date("2026-11")
SIZES = {"lineage": (1191, 842), "membership": (842, 1191), "atlas": (842, 1191)}
"""A3 (297 by 420 mm) in points of 1/72 inch."""
CUT = """() => {
  const cut = [];
  const sheet = document.querySelector(".sheet").getBoundingClientRect();
  const inside = (box, room) => box.left >= room.left - 1 && box.right <= room.right + 1
    && box.top >= room.top - 3 && box.bottom <= room.bottom + 3;  // the box of a line is higher than its letters
  for (const one of document.querySelectorAll("svg text")) {
    const box = one.getBoundingClientRect();
    if (box.width && !inside(box, one.closest("svg").getBoundingClientRect())) cut.push(one.textContent);
  }
  for (const one of document.querySelectorAll("h1, h2, p, li, th, td, figcaption, footer, svg:not(.shared-parts)")) {
    const box = one.getBoundingClientRect();
    if (box.width > 1 && !inside(box, sheet)) cut.push(`${one.tagName}: ${one.textContent.slice(0, 60)}`);
  }
  return cut;
}"""


@pytest.fixture(scope="module")
def sheets(real: Exhibit) -> dict[str, Poster]:
    site = Site(real, Settings(AS_OF, directory_urls=False, annexes=False), {})
    plan = Plan("Accords", "", "https://a.example/", "CC BY", {}, {}, tuple(real.story.book.maps))
    return {poster.name: poster for poster in posters(site, plan, STYLES)}


@pytest.fixture(scope="module")
def printed(sheets: dict[str, Poster], browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("posters")
    for poster in sheets.values():
        print_poster(poster, browser, folder, "20261130")
    return folder


def _text(pdf: Path) -> str:
    """The text without spaces, however a PDF spaces its letters."""
    return "".join(PdfReader(pdf).pages[0].extract_text().split())


@pytest.mark.parametrize("name", SIZES)
def test_a_poster_is_one_page_of_a3(name: str, printed: Path) -> None:
    (page,) = PdfReader(printed / f"{name}.pdf").pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[name]


def test_it_shows_what_its_view_knows(printed: Path, real: Exhibit) -> None:
    own = organisations(real)
    expected = {
        "lineage": [o.title for family in lineage(real).families for o in family],
        "membership": [line.who.title for line in matrix(real, own, AS_OF).lines] + [o.short for o in own],
        "atlas": [f"31 December {year}" for year in real.story.book.maps] + ["November 2026", "Kazakhstan"],
    }
    for name, words in expected.items():
        text = _text(printed / f"{name}.pdf")
        assert [one for one in words if "".join(one.split()) not in text] == [], name


@pytest.mark.parametrize("name", SIZES)
def test_all_its_sources_stand_on_it_and_no_link_leads_off_it(name: str, sheets: dict[str, Poster]) -> None:
    text = sheets[name].text
    cited = {int(number) for number in re.findall(r'href="#cite-(\d+)"', text)}
    listed = {int(number) for number in re.findall(r'<li id="cite-(\d+)"', text)}
    assert cited == listed
    assert not re.findall(r'<a [^>]*href="(?!#)[^"]*"', text)
    assert len(cited) > 60


@pytest.mark.parametrize("name", SIZES)
def test_nothing_is_cut(name: str, printed: Path, browser: Browser) -> None:
    wide, high = (round(side / 72 * 96) for side in SIZES[name])
    margins = round(2 * 9 / 25.4 * 96)
    context = browser.new_context(
        java_script_enabled=True, viewport={"width": wide - margins, "height": high - margins}
    )
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto((printed / f"{name}.html").as_uri())
    assert page.evaluate(CUT) == []
    context.close()


def test_the_same_text_is_the_same_file(sheets: dict[str, Poster], browser: Browser, tmp_path: Path) -> None:
    files = [
        print_poster(sheets["lineage"], browser, tmp_path / folder, "20261130").read_bytes()
        for folder in ("one", "two")
    ]
    assert files[0] == files[1]


def test_a_view_without_data_has_no_poster() -> None:
    empty = Site(Exhibit({}, {}), Settings(AS_OF), {})
    assert list(posters(empty, Plan("A", "", "", "", {}, {}))) == []
