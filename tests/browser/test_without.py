"""Without script, and on paper: everything can be read and reached, and nothing pretends to work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import KNOWN_IN_WORDS
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.years import listed
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from browser.conftest import WIDTHS, sampled
from browser.test_browser import PAGES


@pytest.fixture(params=sampled([*WIDTHS], 2))
def bare(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page without script, on a phone and on a desk."""
    width, height = WIDTHS[request.param]
    page = browser.new_page(viewport={"width": width, "height": height}, java_script_enabled=False)
    yield page
    page.close()


SHOWN = """all => all.filter(one => one.checkVisibility({ visibilityProperty: true })
  && one.getBoundingClientRect().width * one.getBoundingClientRect().height).map(one => one.outerHTML)"""


@pytest.mark.parametrize("bare", ["phone"], indirect=True)
@pytest.mark.parametrize("turn", [0, *(pytest.param(turn, marks=pytest.mark.sweep) for turn in (1, 2))])
def test_every_kind_of_page_can_be_read_and_offers_nothing_that_needs_script(
    bare: Page, address: str, turn: int
) -> None:
    pretending = "form, input[type=text], input[type=search], select, button, .with-script, th button"
    for path in PAGES[turn::3]:
        bare.goto(address + path.partition("?")[0])
        expect(bare.locator("h1").first).to_be_visible()
        assert bare.locator(pretending).evaluate_all(SHOWN) == [], path
        assert bare.locator("article").inner_text().strip(), path


def test_a_word_and_links_stand_in_place_of_the_search(bare: Page, address: str) -> None:
    bare.goto(address + "organisations/sco/")
    note = bare.get_by_role("navigation", name="Without search")
    expect(note).to_contain_text("Search, sorting and filters need JavaScript")
    note.get_by_role("link", name="people").click()
    expect(bare.locator("h1")).to_have_text("People")


def test_the_navigation_is_reached_without_script(bare: Page, address: str) -> None:
    """On a desk by the tabs, on a phone by the drawer, whose sections open too."""
    bare.goto(address + "treaties/shanghai-agreement-1996/")
    if bare.locator(".md-tabs").is_visible():
        bare.locator(".md-tabs").get_by_role("link", name="Catalogue").click()
        expect(bare.locator("h1")).to_have_text("Organisations")
        return
    drawer = bare.locator(".md-sidebar--primary")
    expect(drawer).not_to_be_in_viewport()
    bare.locator("header label[for=__drawer]").click()
    expect(drawer).to_be_in_viewport()
    drawer.locator("label.md-nav__link", has_text="Catalogue").click()
    drawer.get_by_role("link", name="People", exact=True).click()
    expect(bare.locator("h1")).to_have_text("People")


def test_folded_things_unfold_without_script(bare: Page, address: str) -> None:
    bare.goto(address + "membership/")
    roll = bare.locator("details.roll").first
    assert roll.get_attribute("open") is None
    roll.locator("summary").click()
    expect(roll.locator("table")).to_be_visible()


class Paper:
    """Pages printed from a dark scheme, without script, each when it is first asked for."""

    def __init__(self, page: Page, address: str, folder: Path) -> None:
        self._page, self._address, self._file = page, address, folder / "page.pdf"
        self._sheets: dict[str, list[tuple[str, bool]]] = {}

    def sheets(self, path: str) -> list[tuple[str, bool]]:
        """The text of each sheet of a page, and whether it lies across."""
        if path not in self._sheets:
            self._page.goto(self._address + path)
            self._page.pdf(path=self._file, prefer_css_page_size=True)
            printed = PdfReader(self._file).pages
            self._sheets[path] = [(s.extract_text(), s.mediabox.width > s.mediabox.height) for s in printed]
        return self._sheets[path]

    def text(self, path: str, across: bool | None = None) -> str:
        """The text of a page; across: only of the sheets that lie so, or do not."""
        return "\n".join(text for text, lies in self.sheets(path) if across in (None, lies))


@pytest.fixture(scope="module")
def paper(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    page = browser.new_page(java_script_enabled=False, color_scheme="dark")
    yield Paper(page, address, tmp_path_factory.mktemp("paper"))
    page.close()


def test_a_printed_page_has_its_citations_with_addresses(paper: Paper) -> None:
    text = paper.text("treaties/shanghai-agreement-1996/")
    assert "Citations" in text
    assert "https://icds.ee/" in text.replace("\n", "")
    assert "#:~:text=" not in text
    assert "Соглашениеобукреплениидоверия" in "".join(text.split())


def test_a_printed_page_has_no_chrome_and_says_as_of_when(paper: Paper) -> None:
    text = paper.text("treaties/shanghai-agreement-1996/")
    for chrome in ("Source and data", "compare sources", "Report an error", "Search"):
        assert chrome not in text, chrome
    assert f"The exhibit as of {KNOWN_IN_WORDS}" in text
    assert "https://eurasian-accords.example/treaties/shanghai-agreement-1996/" in text.replace("\n", "")


@pytest.mark.sweep
def test_the_matrix_is_printed_across_the_paper_and_what_is_folded_unfolded(paper: Paper) -> None:
    assert "Certainly" in paper.text("membership/")
    assert "Armenia, Azerbaijan" in paper.text("membership/").replace("\n", " ")
    assert "Kazakhstan" in paper.text("membership/", across=True)


def test_the_matrix_of_the_atlas_is_printed_to_its_last_state_and_its_last_organisation(
    paper: Paper, browser: Browser, address: str
) -> None:
    """It lies across, on as many sheets as it takes, its head on each; upright stands the rest."""
    page = browser.new_page()
    page.goto(address + "atlas/")
    states = page.locator(".atlas-matrix tbody th").all_inner_texts()
    heads = page.locator(".atlas-matrix thead th a").all_inner_texts()
    page.close()
    across = paper.text("atlas/", across=True)
    assert [name for name in states if name.split()[0] not in across] == []
    sheets = [text for text, lies in paper.sheets("atlas/") if lies]
    assert all(heads[0] in text and heads[-1] in text for text in sheets)
    assert "State by state" in paper.text("atlas/", across=False)


def test_the_map_of_a_dark_page_is_printed_light(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(address + "atlas/")
    sea = "getComputedStyle(document.querySelector('.atlas-map .sea')).fill"
    dark = page.evaluate(sea)
    page.emulate_media(media="print")
    assert page.evaluate(sea) == "rgb(219, 229, 230)" != dark
    page.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("years/1992/", "Tashkent"),
        # without script paper has the years with how much is in each
        pytest.param("timeline/", "Each stands at its earliest possible day", marks=pytest.mark.sweep),
    ],
)
def test_a_timeline_is_printed_upright_without_its_form(paper: Paper, path: str, words: str) -> None:
    assert words in " ".join(paper.text(path).split())
    assert "From year" not in paper.text(path)
    assert paper.text(path, across=True) == ""


@pytest.mark.sweep
def test_the_timeline_of_which_nothing_is_chosen_is_printed_whole(
    browser: Browser, address: str, tmp_path: Path, entries: list[Entry]
) -> None:
    page = browser.new_page(color_scheme="dark")
    paper = Paper(page, address, tmp_path)
    text = " ".join(paper.text("timeline/").split())
    page.close()
    place = 0
    for entry in entries:  # in this order
        place = text.index(" ".join(entry.item.title.split()), place) + 1
    assert "Belovezh" in text or "Tashkent" in text
    assert re.findall(r"\b(\d{4}) ›", text) == [str(y) for y in sorted({listed(entry) for entry in entries})]
    assert "Show more" not in text and "From year" not in text
    assert paper.text("timeline/", across=True) == ""


def test_the_dark_scheme_is_printed_light(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(address + "organisations/sco/")
    ground = "getComputedStyle(document.body).getPropertyValue('--paper').trim()"
    dark = page.evaluate(ground)
    page.emulate_media(media="print")
    printed = page.evaluate(ground)
    page.close()
    page = browser.new_page(color_scheme="light")
    page.goto(address + "organisations/sco/")
    assert printed == page.evaluate(ground) != dark
    page.close()


def test_wide_things_keep_to_the_paper(browser: Browser, address: str, built: Path) -> None:
    page = browser.new_page(viewport={"width": 680, "height": 960}, java_script_enabled=False)
    page.emulate_media(media="print")
    for path in ("lineage/", "timeline/", "compare/csto-sco/", "disputes/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, path
    page.close()
