"""The years and "on this day" as a visitor meets them, in a real browser at phone and desktop width."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect


def test_from_the_timeline_to_a_year_and_on_to_the_next(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "timeline/")
    page.locator("ol.decades").get_by_role("link", name="1992").click()
    page.wait_for_url("**/years/1992/")
    expect(page.locator("h1")).to_have_text("1992")
    expect(page.locator("h2#joined-and-left")).to_be_visible()
    page.locator("a[rel=next]").first.click()
    page.wait_for_url("**/years/1993/")
    page.get_by_role("link", name="all years").click()
    page.wait_for_url("**/years/")
    assert page.locator("ol.decades svg.year-bar").count() == page.locator("ol.decades a").count()
    page.close()


DAYS = [
    # the day asked for, what is said, what is shown
    ("06-15", "On this day, 15 June", "Shanghai Cooperation Organisation"),
    ("12-32", "Next: 1 January", "Eurasian Customs Union"),
]


@pytest.mark.parametrize(("asked", "said", "shown"), DAYS)
def test_the_home_page_shows_the_day_or_the_next_that_has_something(
    browser: Browser, address: str, asked: str, said: str, shown: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}?today={asked}")
    page.locator(".today").scroll_into_view_if_needed()
    expect(page.locator(".today-day")).to_have_text(said)
    lists = page.locator(".today ul:visible")
    assert lists.count() == 1
    assert shown in lists.inner_text()
    lists.locator("li .date a").first.click()
    expect(page.locator(".day:target h3")).to_have_text(re.sub("^.*[,:] ", "", said))
    page.close()


def test_a_day_with_nothing_leads_to_the_next(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}?today=02-30")
    page.locator(".today").scroll_into_view_if_needed()
    expect(page.locator(".today-day")).to_contain_text("Next: ")
    days = page.evaluate("onThisDay.map(([day, words]) => [day, words])")
    following = next(words for day, words in days if day > "02-30")
    expect(page.locator(".today-day")).to_have_text(f"Next: {following}")
    page.close()


def test_without_being_told_the_visitors_own_day_is_taken_and_twice_is_as_once(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2026-06-15T12:00:00")
    page.goto(address)
    page.locator(".today").scroll_into_view_if_needed()
    expect(page.locator(".today-day")).to_have_text("On this day, 15 June")
    before = page.locator(".today").inner_html()
    page.add_script_tag(url=address + "assets/today.js")
    page.wait_for_timeout(300)
    assert page.locator(".today").inner_html() == before
    context.close()


def test_without_script_the_links_stand_and_the_list_stays_hidden(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    assert page.locator(".today a:visible").count() == 2
    page.locator(".today").get_by_role("link", name="the years").click()
    expect(page.locator("h1")).to_have_text("Years")
    page.close()


def test_a_date_is_a_quiet_link_with_a_target_of_24_pixels(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "treaties/sco-charter/")
    date = page.locator(".own-timeline .when a").first
    assert date.evaluate("a => getComputedStyle(a).textDecorationStyle") == "dotted"
    box = date.bounding_box()
    assert box and box["height"] >= 24
    date.focus()
    expect(
        page.locator(".own-timeline .plane .lane").first
    ).to_be_visible()  # drawn late, it takes a stop of Tab
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert date.evaluate("a => getComputedStyle(a).textDecorationLine") == "underline"
    year = date.inner_text()[-4:]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/years/{year}/#\d\d-\d\d$"))
    expect(page.locator(":target h3")).to_be_in_viewport()
    page.close()


SIZES = [(375, "light"), (1280, "dark")]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_an_address_with_a_day_shows_it_marked_and_leads_to_the_atlas_on_it(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"], script: bool
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script
    )
    page.goto(address + "years/2002/#10-07")
    day = page.locator(".day:target")
    heading, held = day.locator("h3"), day.locator("a.then")
    expect(heading).to_have_text("7 October")
    expect(heading).to_be_in_viewport(ratio=1)
    expect(day).to_contain_text("Charter of the Collective Security Treaty Organisation Signed")
    # nothing that stays in sight lies over it
    assert heading.evaluate("""e => {
      const { x, y, height } = e.getBoundingClientRect();
      return e.contains(document.elementFromPoint(x + 5, y + height / 2));
    }""")
    ground = "e => getComputedStyle(e).backgroundColor"
    assert day.evaluate(ground) != page.locator(".day:not(:target)").first.evaluate(ground)
    for link in (heading.locator("a"), held):
        box = link.bounding_box()
        assert box and box["height"] >= 24
    heading.locator("a").focus()
    page.keyboard.press("Tab")
    assert held.evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/atlas/?date=2002-10-07")
    if script:
        expect(page.locator(".atlas-day .day")).to_have_text("7 October 2002")
    page.close()


def test_who_joined_leads_to_the_day(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "years/1992/#joined-and-left")
    page.locator("h2#joined-and-left + .year").get_by_role("link", name="2 March 1992").first.click()
    expect(page.locator(".day:target h3")).to_have_text("2 March")
    expect(page.locator(".day:target")).to_contain_text("United Nations")
    page.close()
