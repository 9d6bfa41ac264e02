"""The membership matrix and the comparison of organisations, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Watch


@pytest.mark.parametrize("asked", ["?a=sco&b=csto", "?a=csto&b=sco"])
def test_the_address_names_a_pair_in_either_order(browser: Browser, address: str, asked: str) -> None:
    page = browser.new_page()
    page.goto(address + "compare/" + asked)
    page.wait_for_url("**/compare/csto-sco/")
    expect(page.locator("h1")).to_have_text("CSTO and SCO")
    page.close()


def test_the_form_leads_to_the_page_of_the_pair(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "compare/")
    form = page.locator("form.compare-form")
    form.get_by_label("Compare").select_option("sco")
    form.get_by_label("with").select_option("sco")
    form.get_by_role("button").click()
    expect(form.get_by_role("status")).to_have_text("Choose two different organisations.")
    form.get_by_label("with").select_option("cica")
    form.get_by_role("button").click()
    page.wait_for_url("**/compare/cica-sco/")
    page.close()


def test_an_address_with_an_unknown_organisation_is_answered(browser: Browser, address: str) -> None:
    page = browser.new_page()
    watch = Watch(page, address)
    page.goto(address + 'compare/?a=nato"]&b=sco')
    expect(page.get_by_role("status")).to_have_text("There is no page for this pair.")
    assert watch.errors == []
    page.close()


def test_without_script_the_list_serves(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "compare/")
    expect(page.locator("form.compare-form")).to_be_hidden()
    page.locator('.pairs a[data-a="sco"][data-b="csto"]').click()
    expect(page.locator("h1")).to_have_text("CSTO and SCO")
    context.close()


def test_the_matrix_scrolls_in_its_own_region_under_a_fixed_row_and_column(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812})
    page = context.new_page()
    page.goto(address + "membership/")
    region = page.locator(".matrix-region")
    head, first = region.locator("thead"), region.locator("tbody tr").nth(30).locator("th")
    region.evaluate("r => r.scrollTo(400, 700)")
    box = region.bounding_box()
    for pinned, side in ((head, "y"), (first, "x")):
        place = pinned.bounding_box()
        assert box and place and abs(place[side] - box[side]) <= 2
    context.close()


def test_a_cell_leads_to_the_evidence_and_a_year_opens(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "membership/")
    page.locator("#members-2007-12-31 summary").click()
    expect(page.locator("#members-2007-12-31")).to_contain_text("Uzbekistan")
    row = page.locator(".matrix tbody tr", has=page.get_by_role("link", name="Uzbekistan", exact=True))
    row.locator("td.org-csto a").click()
    page.wait_for_url("**/organisations/csto/#members")
    page.close()
