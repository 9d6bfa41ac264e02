"""The site as a visitor meets it, in a real browser at phone and desktop width."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import WIDTHS, Watch, sampled

PAGES = [
    "",
    "organisations/sco/",
    "organisations/sco/timeline/",
    "treaties/shanghai-agreement-1996/",
    "summits/cica-2002-almaty/",
    "timeline/",
    "disputes/",
    "names/",
    "countries/kazakhstan/",
    "people/nursultan-nazarbayev/",
    "places/almaty/",
    "sources/icds-2016/",
    "events/cica-proposal-1992/",
    "treaties/",
    "two-articles/",
    "concordance/",
    "evidence/",
    "about/",
    "about/glossary/",
    "about/classroom/",
    "galleries/one-market/",
    "membership/",
    "compare/",
    "compare/csto-sco/",
    "compare/cica-sco/",
    "lineage/",
    "years/",
    "years/1992/",
    "years/2004/",
    "?today=06-15",
]


@pytest.fixture(scope="module")
def visit(browser: Browser, address: str) -> Iterator[tuple[Page, Watch]]:
    """A visitor who goes from page to page in one window."""
    page = browser.new_page()
    yield page, Watch(page, address)
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", sampled(PAGES, 4))
def test_a_page_opens_whole(visit: tuple[Page, Watch], address: str, path: str, width: str) -> None:
    page, watch = visit
    size = WIDTHS[width]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address + path)
    expect(page.locator("h1").first).to_be_visible()
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert watch.taken() == ([], [])


@pytest.mark.parametrize("path", ["", "organisations/sco/", "timeline/", "disputes/"])
def test_everything_can_be_read_without_script(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + path)
    expect(page.locator("h1").first).to_be_visible()
    page.locator("article a[href]").nth(3).click()
    expect(page.locator("h1").first).to_be_visible()
    page.close()


def test_the_page_of_a_wrong_address_helps(browser: Browser, built, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "404.html")
    expect(page.locator("h1")).to_have_text("This page is not in the exhibit")
    assert page.locator("article a").count() >= 10
    page.close()


def test_a_citation_leads_to_its_note_and_on_to_the_source(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "treaties/shanghai-agreement-1996/")
    page.locator("sup.cite a").first.click()
    panel = page.locator("aside.beside")
    expect(panel).to_be_visible()
    panel.locator("a").first.click()
    expect(page.locator("h2#what-the-exhibit-takes-from-it")).to_be_visible()
    page.close()


def test_rival_readings_stand_side_by_side_with_the_reason(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "treaties/shanghai-agreement-1996/#readings-signed")
    rows = page.locator("#readings-signed .reading")
    texts = [text.replace("\N{NO-BREAK SPACE}", " ") for text in rows.all_text_contents()]
    assert "26 April 1996" in texts[0] and "Preferred" in texts[0]
    assert any("26 May 1996" in text and "Differs" in text for text in texts)
    assert any("April 1996" in text and "less exactly" in text for text in texts)
    page.close()


@pytest.mark.sweep
def test_a_long_timeline_is_seen_at_a_glance_and_leads_to_its_years(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "organisations/csto/")
    picture = page.get_by_role("link", name="Timeline of Collective Security Treaty Organisation at a glance")
    expect(picture.get_by_role("img")).to_have_accessible_description(re.compile("each year, by kind"))
    years = page.get_by_role("list", name="By year")
    told = [int(count) for count in re.findall(r"\b[0-9]{4} ([0-9]+)", years.inner_text().replace("\n", " "))]
    years.get_by_role("link", name="2002").click()
    page.wait_for_url("**/organisations/csto/timeline/#2002")
    expect(page.locator("[id='2002']")).to_be_in_viewport()
    listed = page.locator("div.year").evaluate_all(
        "all => all.map(y => y.querySelectorAll('ol.timeline > li').length)"
    )
    assert told == listed
    page.get_by_role("link", name="Back to its page").click()
    picture.click()
    page.wait_for_url("**/organisations/csto/timeline/")
    page.close()


def test_a_picture_is_described_and_its_marks_are_links(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "organisations/csto/timeline/")
    picture = page.locator("figure.chart svg").first
    assert picture.locator("title").first.text_content()
    assert picture.locator("desc").first.text_content()
    mark = picture.locator("a[data-id=csto-charter]").first
    mark.dispatch_event("click")
    page.wait_for_url("**/treaties/csto-charter/")
    page.close()


def test_an_index_is_sorted_by_its_headings(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "treaties/")
    heading = page.locator("th", has=page.get_by_role("button", name="Date"))
    for order in ("ascending", "descending"):
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute("aria-sort", order)
        keys = page.locator("tbody tr td:first-child").evaluate_all(
            "cells => cells.map(c => c.dataset.sort).filter(Boolean)"
        )
        assert keys == sorted(keys, reverse=order == "descending")
    page.close()


@pytest.mark.sweep
def test_the_two_articles_are_filtered_and_the_filter_goes_along(browser: Browser, address: str) -> None:
    """Over all of them on the first page, then on each part to which one goes; the address keeps it."""
    page = browser.new_page()
    page.goto(address + "two-articles/")
    said = page.locator("form.filter [role=status]")
    everything = said.inner_text()
    page.get_by_label("differs", exact=True).check()
    expect(said).not_to_have_text(everything)
    assert page.url.endswith("?standing=differs")
    counts = page.locator("table.listed tr:not([hidden]) .count").all_inner_texts()
    assert said.inner_text().startswith(f"{sum(map(int, counts))} of ")
    page.locator("table.listed tr:not([hidden]) th a").first.click()
    expect(page.get_by_label("differs", exact=True)).to_be_checked()
    assert page.locator("table.statements tbody tr:not([hidden])").count() == int(counts[0])
    page.locator("a[rel=next]").first.click()
    expect(page.get_by_label("differs", exact=True)).to_be_checked()
    page.close()


@pytest.mark.parametrize(
    ("earlier", "there"),
    [
        ("disputes/#dispute-sco", r"disputes/[a-z-]+/#dispute-sco$"),
        ("two-articles/#commonwealth-of-independent-states", r"two-articles/cis/#commonwealth"),
        ("concordance/#icds-2016-57", r"concordance/icds-2016-41-80/#icds-2016-57$"),
        ("disputes/#a-day", r"disputes/#a-day$"),
    ],
)
def test_an_earlier_address_leads_to_where_it_stands_now(
    browser: Browser, address: str, earlier: str, there: str
) -> None:
    page = browser.new_page()
    page.goto(address + earlier)
    expect(page).to_have_url(re.compile(there))
    expect(page.locator(":target")).to_be_visible()
    page.close()


def test_a_classroom_answer_leads_to_its_evidence_in_two_clicks(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "about/classroom/")
    assert page.locator("details.answer").count() == 5
    page.locator("details.answer summary").first.click()
    page.locator("details.answer a").first.click()
    expect(page.locator("h2#memberships")).to_be_visible()
    assert page.locator("sup.cite a").count() > 0
    page.close()
