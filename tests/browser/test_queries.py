"""What is typed into the search and found: at once names, other names, years, days, and who was in what; then what stands
in the text."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml
from conftest import TESTS
from playwright.sync_api import Browser, Page, expect

from browser.conftest import WIDTHS, Watch

KEPT: dict[str, dict[str, str]] = yaml.load((TESTS / "queries.yml").read_text("utf-8"), yaml.BaseLoader)
QUERIES, IN_TEXT = KEPT["at once"], KEPT["in the text"]
FIELD, LINKS, SAID = ".md-search__input", ".finder a", ".finder [role=status]"
TEXTS, MET = ".md-search-result__link", ".md-search-result__meta"
ASK = """([field, links, words]) => {
  const asked = document.querySelector(field);
  asked.value = words;
  asked.dispatchEvent(new InputEvent("input"));
  return Array.from(document.querySelectorAll(links), (link) => link.href);
}"""
"""Puts words into the field, and gives where what is found at once leads."""


@pytest.fixture(scope="module")
def asking(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose search is open and has its names."""
    page = browser.new_page()
    watch = Watch(page, address)
    page.goto(address + "about/")
    page.keyboard.press("/")
    expect(page.locator(".finder")).to_be_attached()
    yield page
    page.close()
    assert (watch.errors, watch.foreign) == ([], [])


def _asked(page: Page, words: str) -> list[str]:
    found: list[str] = page.evaluate(ASK, [FIELD, LINKS, words])
    return found


def test_there_are_many_queries() -> None:
    assert len(QUERIES) >= 130 and len(IN_TEXT) >= 30


@pytest.mark.parametrize("words", QUERIES)
def test_what_is_meant_is_among_the_first_three(asking: Page, address: str, words: str) -> None:
    found = [link.removeprefix(address) for link in _asked(asking, words)]
    assert QUERIES[words] in found[:3], found
    assert len(found) <= 8


@pytest.mark.parametrize("words", IN_TEXT)
def test_what_stands_in_the_text_is_among_the_first_three(asking: Page, address: str, words: str) -> None:
    _asked(asking, "")
    expect(asking.locator(MET)).to_have_text("Type to start searching")
    _asked(asking, words)
    expect(asking.locator(MET)).to_contain_text("in the full text")
    hrefs = asking.locator(TEXTS).evaluate_all("links => links.map(link => link.href)")
    found = [link.removeprefix(address).partition("#")[0] for link in hrefs]
    assert IN_TEXT[words] in found[:3], found


@pytest.mark.parametrize(
    "words", ["xyzzyqwv", "—", ":::", "  ", "the", "1" * 400, "a b c d e f " * 99, "\\", "32.13.2002"]
)
def test_what_means_nothing_breaks_nothing(asking: Page, words: str) -> None:
    assert len(_asked(asking, words)) <= 8
    assert _asked(asking, "CSTO")[0].endswith("/organisations/csto/")


def test_a_hit_tells_kind_date_and_what_it_is_and_how_many_there_are_is_announced(asking: Page) -> None:
    _asked(asking, "csto charter")
    head, told = (asking.locator(f"{LINKS} >> nth=0").locator(f".finder-{part}") for part in ("head", "told"))
    expect(head.locator("b")).to_have_text("Charter of the Collective Security Treaty Organisation")
    expect(head.locator("i, small")).to_have_text(["CSTO Charter", "treaty, 7 October 2002"])
    expect(told).to_contain_text("Founding charter of the Collective Security Treaty Organisation")
    expect(asking.locator(SAID)).to_contain_text("by name and date")
    _asked(asking, "ОДКБ")
    expect(asking.locator(f"{LINKS} >> nth=0").locator("i")).to_have_text("ОДКБ")
    _asked(asking, "")
    expect(asking.locator(SAID)).to_be_empty()


def test_a_day_tells_what_happened_on_it(asking: Page) -> None:
    _asked(asking, "15.05.1992")
    first = asking.locator(f"{LINKS} >> nth=0")
    expect(first.locator("b")).to_have_text("15 May 1992")
    expect(first).to_contain_text("Signing of the Collective Security Treaty, Tashkent 1992")
    _asked(asking, "8 October 2002")
    expect(first).to_contain_text("Nothing is dated to this day")


def test_who_asks_for_what_was_not_there_yet_is_first_led_to_what_was(asking: Page) -> None:
    first, second = _asked(asking, "CSTO 1999")[:2]
    assert first.endswith("organisation=cst") and second.endswith("organisation=csto")
    expect(asking.locator(f"{LINKS} >> nth=0")).to_contain_text("6 in it: Armenia")
    expect(asking.locator(f"{LINKS} >> nth=1")).to_contain_text("Nobody was in it then")


@pytest.mark.parametrize("width", WIDTHS)
def test_arrows_move_among_the_links_and_enter_opens_the_first(
    browser: Browser, address: str, width: str
) -> None:
    wide, high = WIDTHS[width]
    page = browser.new_page(viewport={"width": wide, "height": high})
    page.goto(address + "about/")
    page.locator(FIELD).focus()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("одкб")
    links = page.locator(LINKS)
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/csto/")
    page.close()


def test_what_is_found_follows_the_words_pasted_and_emptied(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "about/")
    page.locator(FIELD).click()
    page.locator(FIELD).fill("person: Lukashenka :")
    expect(page.locator(LINKS).first).to_have_attribute("href", f"{address}people/alexander-lukashenko/")
    page.get_by_role("button", name="Clear").click(force=True)
    expect(page.locator(LINKS)).to_have_count(0)
    page.close()


def test_a_shared_search_finds_its_words(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "about/?q=Kirghizia")
    expect(page.locator(LINKS).first).to_have_attribute("href", f"{address}countries/kyrgyzstan/")
    page.close()


def test_it_is_found_where_nothing_may_be_stored(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(
            "for (const name of ['localStorage', 'sessionStorage'])"
            " Object.defineProperty(window, name, { get() { throw new Error(name); } });"
        )
        page = context.new_page()
        page.goto(address + "about/")
        page.locator(FIELD).click()
        page.locator(FIELD).fill("1992")
        expect(page.locator(LINKS).first).to_have_attribute("href", f"{address}years/1992/")


HOSTILE = '<img src=x onerror="window.pwned=1">"\'&<script>window.pwned=1</script>'


def test_hostile_names_stay_text(browser: Browser, address: str) -> None:
    names = {
        "letters": {}, "sounds": [], "ignored": [], "languages": [], "kinds": [[HOSTILE, 1], ["source", 0]],
        "codes": [[0, "KZ"]], "shared": [["league", "names/", HOSTILE]],
        "items": [[0, f"League {HOSTILE}", HOSTILE, HOSTILE, "places/almaty/", [f"constructor {HOSTILE}"]]],
        "years": [[1992, "years/1992/", 1, {"05-15": [0]}]], "atlas": [],
    }  # fmt: skip
    with browser.new_context() as context:
        page = context.new_page()
        page.route(
            "**/assets/names.js",
            lambda route: route.fulfill(
                body=f"globalThis.names={json.dumps(names)};", content_type="text/javascript"
            ),
        )
        page.goto(address + "about/")
        page.locator(FIELD).click()
        for words in ("league", "constructor", "15 May 1992", "__proto__"):
            page.locator(FIELD).fill(words)
            if words != "__proto__":
                expect(page.locator(LINKS).last).to_contain_text("<img src=x")
            assert page.locator(".finder :is(img, script)").count() == 0
        assert page.evaluate("window.pwned") is None


def test_it_waits_until_search_is_reached(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(address + "about/")
        page.wait_for_load_state("networkidle")
        assert not {"assets/names.js", "assets/finder.js"} & {*asked}
        page.locator(FIELD).click()
        expect(page.locator(".finder")).to_be_attached()
        assert {"assets/names.js", "assets/finder.js"} <= {*asked}
