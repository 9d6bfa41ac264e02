"""Citations and rival readings open beside the text, and are plain links where there is no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

PATH = "treaties/shanghai-agreement-1996/"


@pytest.fixture(params=[(1280, "light"), (375, "dark")], ids=["desktop", "phone"])
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


def test_without_script_they_are_links_to_the_same_text(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATH)
    page.locator("a.compare").first.click()
    assert page.url.endswith("#readings-signed")
    page.locator("sup.cite a").first.click()
    expect(page.locator("li:target")).to_be_visible()
    context.close()
