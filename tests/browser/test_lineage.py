"""The lineage as a visitor meets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import WIDTHS, Watch, looks


@pytest.mark.parametrize(("width", "scheme"), looks(*WIDTHS))
def test_the_lineage_opens_whole(browser: Browser, address: str, width: str, scheme: str) -> None:
    size = WIDTHS[width]
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if scheme == "dark" else "light"
    )
    watch = Watch(page, address)
    page.goto(address + "lineage/")
    expect(page.locator("figure.lineage svg")).to_be_visible()
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert (watch.errors, watch.foreign) == ([], [])
    page.close()


def test_a_letter_of_the_picture_leads_to_its_words(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "lineage/")
    page.locator("figure.lineage a[data-edge=descent-csto-0]").dispatch_event("click")
    told = page.locator("li:target > p.descent")
    expect(told).to_be_in_viewport()
    expect(told).to_contain_text("transformed from Collective Security Treaty, 18 September 2003")
    assert told.locator("sup.cite a").count() > 0
    page.close()


def test_kinds_of_succession_are_told_without_colour(browser: Browser, address: str) -> None:
    """Each kind of the key has a letter and a line that no other has, and the picture uses only these."""
    page = browser.new_page()
    page.goto(address + "lineage/")
    key = page.locator(".lineage-legend svg:has(.edge)").evaluate_all(
        """rows => rows.map(row => { const style = getComputedStyle(row.querySelector('.edge'));
           return [row.textContent.trim(), style.strokeDasharray + ' ' + style.strokeWidth]; })"""
    )
    letters, strokes = {letter for letter, _ in key}, {stroke for _, stroke in key}
    assert len(letters) == len(strokes) == len(key) >= 7
    used = page.locator("figure.lineage text.letter").all_text_contents()
    assert set(used) == letters
    outline = page.locator("figure.lineage a[data-id=ucas]")
    assert outline.locator(".idea").count() > 0 and outline.locator(".life").count() == 0
    page.close()


def test_the_picture_adds_no_stops_for_the_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "lineage/")
    assert page.locator("figure.lineage svg a:not([tabindex='-1'])").count() == 0
    page.close()
