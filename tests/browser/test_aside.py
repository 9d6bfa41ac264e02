"""Citations and rival readings open beside the text, and are plain links where there is no script."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

PATH = "treaties/shanghai-agreement-1996/"


@pytest.fixture(
    params=[
        pytest.param((1280, "light"), id="desktop"),
        pytest.param((375, "dark"), id="phone", marks=pytest.mark.sweep),
    ]
)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Page:
    width, scheme = request.param
    opened = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened.goto(address + PATH)
    return opened


def test_a_citation_opens_beside_the_text_and_closes_to_where_it_was(page: Page) -> None:
    link = page.locator(".account sup.cite a").first
    link.focus()
    page.keyboard.press("Enter")
    panel = page.locator("aside.beside")
    expect(panel).to_be_focused()
    shown = page.locator(link.get_attribute("href") or "").inner_text()
    assert shown in panel.inner_text()
    assert page.url.endswith(PATH)
    box, width = panel.bounding_box(), page.viewport_size
    assert box and width and box["x"] >= 0 and box["x"] + box["width"] <= width["width"]
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()
    page.close()


def test_rival_readings_open_beside_the_fact(page: Page) -> None:
    page.locator("a.compare").first.click()
    panel = page.locator("aside.beside")
    expect(panel.locator(".reading").first).to_be_visible()
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    page.close()


def test_a_number_is_read_as_a_citation(page: Page) -> None:
    link = page.locator(".account sup.cite a").first
    expect(link).to_have_accessible_name("Citation " + link.inner_text())
    page.close()


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_the_source_opens_at_the_words_that_are_cited(page: Page, by: str) -> None:
    """With a text fragment (WICG, Scroll to Text Fragment), once a reader is about to follow the link."""
    cited = page.locator("ol.citations > li", has_text="China in 1989").filter(has=page.locator("q")).first
    link = cited.locator("a.outward")
    bare = link.get_attribute("href")
    if by == "pointer":
        link.dispatch_event("pointerdown")
    else:
        link.focus()
    words = cited.locator("q").inner_text().strip("“”").removesuffix(" …")
    assert unquote(str(link.get_attribute("href"))) == f"{bare}#:~:text={words}"
    page.close()


def test_readings_that_stand_on_another_page_open_beside_the_fact_too(page: Page, address: str) -> None:
    page.goto(address + "organisations/sco/")
    page.locator("a.compare").first.click()
    panel = page.locator("aside.beside")
    expect(panel.locator(".reading").first).to_be_visible()
    assert page.url.endswith("organisations/sco/")
    panel.locator(".who a").first.click()
    page.wait_for_url("**/sources/*/")
    page.close()


def test_an_address_of_before_leads_on(page: Page, address: str) -> None:
    for fragment, name in (("readings-founded", "evidence"), ("secretariat", "bodies")):
        page.goto(address + "organisations/sco/#" + fragment)
        page.locator(":target a").click()
        page.wait_for_url(f"**/organisations/sco/{name}/#{fragment}")
        expect(page.locator(":target")).to_be_in_viewport()
    page.close()


def test_without_script_they_are_links_to_the_same_text(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + PATH)
    page.locator("a.compare").first.click()
    assert page.url.endswith("#readings-signed")
    page.locator("sup.cite a").first.click()
    expect(page.locator("li:target")).to_be_visible()
    page.close()
