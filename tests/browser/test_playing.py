"""The map at the entrance: it stands as a still, plays when it is asked to, and tells each change with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    expect(page.locator(".playing-map .controls")).to_be_visible()
    yield page
    page.close()


def day(page: Page) -> str:
    return page.locator(".told .day").inner_text()


def shade(page: Page, state: str) -> str:
    return page.locator(f".world [data-state={state}]").get_attribute("class") or ""


def only(page: Page, organisation: str) -> None:
    """Leave one organisation on."""
    page.locator(".switches summary").click()
    for box in page.locator(".switches input").all():
        if box.input_value() != organisation:
            box.uncheck()


def test_it_opens_on_the_last_still_and_tells_its_acts_with_sources(page: Page) -> None:
    assert day(page) == "2 January 2015"
    first = page.locator(".told .acts li").first
    assert re.fullmatch(
        r"Eurasian (Customs|Economic) Union: Armenia became a member\s+1 2( 3)?", first.inner_text()
    )
    for link in page.locator(".told a").all():
        href = link.evaluate("a => a.pathname")
        assert page.request.get(link.evaluate("a => a.href")).status == 200, href
    page.locator(".told .day a").click()
    page.wait_for_url("**/years/2015/#01-02")
    expect(page.locator(".day:target")).to_contain_text("Armenia became a member")


def test_it_plays_from_change_to_change_until_it_is_stopped(page: Page) -> None:
    page.clock.install()
    page.locator("button.play").click()
    expect(page.locator("button.play")).to_have_text("Pause")
    seen = []
    for _ in range(3):
        page.clock.run_for(1200)
        seen.append(page.locator(".scrub input").input_value())
    assert seen == sorted(set(seen), key=int) and len(seen) == 3
    page.locator("button.play").click()
    page.clock.run_for(5000)
    assert page.locator(".scrub input").input_value() == seen[-1]


def test_a_state_that_has_left_keeps_a_dashed_outline(page: Page) -> None:
    only(page, "cst")
    page.locator(".stills li").nth(1).locator("a").click()
    assert day(page) == "20 April 1994"
    expect(page.locator(".world [data-state=georgia]")).to_have_class("n1")
    page.locator("[data-step='1']").click()
    assert day(page) == "20 April 1999"
    expect(page.locator(".world [data-state=georgia]")).to_have_class("left")
    assert shade(page, "armenia") == "n1" and shade(page, "china") == ""
    page.locator("[data-step='-1']").click()
    expect(page.locator(".world [data-state=georgia]")).to_have_class("n1")


def test_with_no_organisation_it_says_so_and_all_come_back_at_once(page: Page) -> None:
    page.locator(".switches summary").click()
    page.get_by_role("button", name="none", exact=True).click()
    assert day(page) == "No organisation is chosen."
    assert page.locator(".world use:is(.n1, .n2, .n3, .n4, .n5, .n6, .n7, .n8, .n9)").count() == 0
    page.get_by_role("button", name="all", exact=True).click()
    assert day(page) == "2 January 2015"


def test_a_still_brings_the_map_into_view(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.goto(address)
    page.locator(".stills li").nth(2).locator("a").click()
    assert day(page) == "20 April 1999"
    expect(page.locator(".world")).to_be_in_viewport()
    page.close()


def test_between_two_changes_the_last_one_is_told(page: Page) -> None:
    only(page, "cst")
    page.locator(".scrub input").fill("10000")  # 19 May 1997
    assert day(page) == "19 May 1997; the last change: 20 April 1994"
    page.locator(".scrub input").fill("7700")
    assert day(page) == "31 January 1991: nothing yet"


def test_it_comes_nearer_by_buttons_keys_and_the_wheel_with_control(page: Page) -> None:
    world, stage = page.locator(".world"), page.locator(".stage")

    def width() -> float:
        return float((world.get_attribute("viewBox") or "").split()[2])

    whole = width()
    page.locator("[data-zoom=in]").click()
    assert width() < whole
    stage.focus()
    page.keyboard.press("0")
    assert width() == whole
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert float((world.get_attribute("viewBox") or "").split()[0]) > 0
    page.keyboard.press("0")
    world.hover()
    page.mouse.wheel(0, -200)
    assert width() == whole
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(f"document.querySelector('.world').viewBox.baseVal.width < {whole}")


def test_it_is_dragged_without_following_the_link_under_the_hand(page: Page) -> None:
    here, world = page.url.partition("?")[0], page.locator(".world")
    page.keyboard.press("0")
    page.locator("[data-zoom=in]").click()
    page.locator("[data-zoom=in]").click()
    page.evaluate("scrollTo(0, 0)")
    box = world.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert page.evaluate("([x, y]) => Boolean(document.elementFromPoint(x, y).closest('a'))", [x, y])
    before = (world.get_attribute("viewBox") or "").split()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 10, steps=6)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert page.url.partition("?")[0] == here
    assert float((world.get_attribute("viewBox") or "").split()[0]) > float(before[0])
    page.locator(".stage").focus()
    page.keyboard.press("0")


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 1920])
def test_no_name_on_the_map_covers_another_and_nothing_is_wider_than_the_page(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    boxes = page.evaluate(
        """() => [".world", ".inset svg"].flatMap((map) => {
          const names = [...document.querySelectorAll(`.playing-map ${map} text`)].filter((t) => getComputedStyle(t).display !== "none");
          const boxes = names.map((t) => [t.textContent, t.getBoundingClientRect()]);
          return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) =>
            a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4).map(([other]) => `${one} ${other}`));
        })"""
    )
    assert boxes == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_without_script_six_days_stand_there_with_words_and_lead_to_the_atlas(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    assert page.locator(".playing-map .controls").is_hidden()
    stills = page.locator(".stills li")
    assert stills.count() == 6
    for still in stills.all():
        assert re.search(r"[12][0-9]{3}\n.+: .+\.", still.inner_text()), still.inner_text()
    stills.nth(2).locator("a").click()
    assert page.url.endswith("atlas/?date=1999-04-20")
    page.close()


def test_who_wants_no_motion_sees_one_still_after_another(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(address)
    page.clock.install()
    page.locator("button.play").click()
    page.clock.run_for(2000)
    assert day(page) == "1 January 1991: nothing yet"
    page.clock.run_for(1000)
    assert day(page) == "8 December 1991"
    assert page.locator(".comes, .goes").count() == 0
    page.close()


def test_what_is_drawn_larger_covers_nothing_of_the_map_on_a_wide_screen(
    browser: Browser, address: str
) -> None:
    for width in (960, 1280, 1920):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(address)
        world, inset = (page.locator(part).bounding_box() for part in (".world", ".playing-map .inset"))
        assert world and inset and inset["x"] >= world["x"] + world["width"] - 1, width
        assert abs(inset["height"] - world["height"]) <= 1
        page.close()


def test_a_kiosk_plays_over_and_over_and_leads_nowhere_outside(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.clock.install()
    page.goto(f"{address}?kiosk")
    expect(page.locator("button.play")).to_have_text("Pause")
    for part in (".md-header", ".md-footer"):
        expect(page.locator(part)).to_be_hidden()
    last = page.locator(".scrub input").get_attribute("max")
    values = set()
    for _ in range(6):
        page.clock.run_for(30_000)
        values.add(int(page.locator(".scrub input").input_value()))
    assert len(values) > 1 and max(values) <= int(last or 0)
    page.locator(".switches summary").click()
    page.locator(".switches input").first.uncheck()
    page.clock.run_for(61_000)
    assert page.locator(".switches input").first.is_checked()
    before = page.url
    page.evaluate("""() => {
        const link = document.createElement("a");
        link.href = "https://elsewhere.example/";
        document.body.append(link);
        link.click();
    }""")
    assert page.evaluate("location.href") == before
    page.close()
