"""The atlas in a browser: what is seen on a day equals the hand-made table; the address holds the state."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from atlas_cases import cases
from conftest import KNOWN_IN_WORDS
from exhibit.reading.exhibit import Exhibit
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Watch, looks, sampled

ROWS = ".atlas-rows tbody tr:not([hidden])"
SEEN = """rows => rows.map(row => [row.dataset.state, row.dataset.status,
  ["certainly", "possibly", "unknown"].filter(name => row.classList.contains(name)).join()])"""
BADGES = "badges => badges.map(badge => [badge.dataset.state, badge.querySelector('text').textContent])"
MOVE = """([query]) => { history.pushState(null, "", query); window.dispatchEvent(new PopStateEvent("popstate")); }"""


def opened(browser: Browser, address: str, query: str = "", width: int = 1280, **options: Any) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(f"{address}atlas/{query}")
    return page


@pytest.mark.parametrize("turn", [0, *(pytest.param(turn, marks=pytest.mark.sweep) for turn in (1, 2, 3))])
def test_what_is_seen_on_twelve_days_equals_the_hand_made_table(
    browser: Browser, address: str, real: Exhibit, turn: int
) -> None:
    """Every fourth case, another of them each day, the others in ``make sweep``."""
    every = cases(real)
    days = len({day for _, day, _ in every})
    page = opened(browser, address)
    shapes = set(page.locator(".badge").evaluate_all("badges => badges.map(b => b.dataset.state)"))
    for number, (organisation, day, wanted) in enumerate(every):
        if (number + number // days) % 4 != turn:
            continue
        page.evaluate(MOVE, [f"?date={day}&organisation={organisation}"])
        own = f"{ROWS}[data-organisation={organisation}]"
        seen = {tuple(row) for row in page.locator(own).evaluate_all(SEEN)}
        assert seen == wanted, f"{organisation} on {day}"
        if not wanted:
            continue  # another may stand in for it
        marked = dict(page.locator(".badge:not(.off)").evaluate_all(BADGES))
        assert set(marked) == {who for who, _, _ in wanted} & shapes, f"{organisation} on {day}"
        for who, status, sure in wanted:
            if who in marked and sure == "certainly":
                letter = {"participating state": "P", "participant": "P", "party": "M"}.get(
                    status, status[0].upper()
                )
                letter = {"suspended": "X"}.get(status, letter)
                assert marked[who] == letter, f"{organisation} on {day}: {who}"
            elif who in marked:
                assert marked[who].endswith("?")
    page.close()


@pytest.mark.parametrize(("width", "scheme"), looks(360, 768, 1280))
def test_every_width_and_scheme_is_whole_and_quiet(
    browser: Browser, address: str, width: int, scheme: Any
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    watch = Watch(page, address)
    page.goto(f"{address}atlas/")
    for query in ("", "?date=2002-10-07&organisation=csto", "?date=2001-06-14&organisation=cica"):
        page.evaluate(MOVE, [query or "./"])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        expect(page.locator(".atlas-map .badge:not(.off)").first).to_be_visible()
    small = page.locator(".atlas-form :is(select, input, button)").evaluate_all(
        "fields => fields.filter(field => field.getBoundingClientRect().height < 24).length"
    )
    assert small == 0
    assert watch.errors == [] and watch.foreign == []
    page.close()


def test_a_status_is_told_by_hatching_and_not_by_colour_alone(browser: Browser, address: str) -> None:
    page = opened(browser, address, "?date=2012-12-19&organisation=csto")
    assert page.locator('.state[data-state="russia"] use').get_attribute("fill") == "url(#atlas-full)"
    assert (
        page.locator('.state[data-state="uzbekistan"] use').get_attribute("fill") == "url(#atlas-suspended)"
    )
    expect(page.locator(".atlas-legend.one li:visible")).to_have_text(
        [re.compile("M 6 members"), re.compile("X 1 suspended")]
    )
    page.evaluate(MOVE, ["?date=2002-10-07&organisation=csto"])
    assert page.locator('.state[data-state="russia"] use').get_attribute("fill") == "url(#atlas-signed)"
    page.evaluate(MOVE, ["?date=2001-06-14&organisation=cica"])
    expect(page.locator('.badge[data-state="china"] text').first).to_have_text("M?")
    assert "possibly" in (page.locator('.state[data-state="china"]').get_attribute("class") or "")
    assert "unknown" in (page.locator('.state[data-state="japan"]').get_attribute("class") or "")
    page.close()


@pytest.mark.sweep
def test_names_are_those_of_the_day(browser: Browser, address: str) -> None:
    page = opened(browser, address, "?date=1991-12-21&organisation=osce")
    expect(page.locator(".atlas-day")).to_have_text("CSCE, 21 December 1991")
    expect(page.locator(".atlas-part")).to_be_visible()
    page.evaluate(MOVE, ["?date=1995-01-01&organisation=osce"])
    expect(page.locator(".atlas-day")).to_have_text("OSCE, 1 January 1995")
    page.evaluate(MOVE, ["?date=1991-12-21&organisation=cis"])
    expect(page.locator('.place[data-place="almaty"]')).to_contain_text("Alma-Ata")
    page.evaluate(MOVE, ["?date=2002-06-05&organisation=cica"])
    expect(page.locator('.place[data-place="almaty"]')).to_contain_text("Almaty")
    expect(page.locator(".atlas-part")).to_be_hidden()
    page.close()


def test_the_address_holds_the_state_and_back_undoes_one_step(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.locator("select[name=organisation]").select_option("csto")
    page.locator("input[name=date]").fill("2002-10-07")
    assert page.url.endswith("?date=2002-10-07&organisation=csto")
    expect(page.locator(".told")).to_have_text("7 October 2002: 6 signatories (not parties); 13 changed.")
    page.get_by_role("button", name="next change").click()
    assert page.url.endswith("?date=2003-09-18&organisation=csto")
    expect(page.locator(".told")).to_have_text("18 September 2003: 6 members; 12 changed.")
    page.go_back()
    expect(page.locator(".atlas-day")).to_have_text("CSTO, 7 October 2002")
    page.go_back()
    expect(page.locator(".atlas-day")).to_have_text(f"CSTO, {KNOWN_IN_WORDS}")
    page.go_back()
    expect(page.locator(".atlas-day")).to_have_text(f"All organisations, {KNOWN_IN_WORDS}")
    page.close()


INSTEAD = [
    # asked for, who are shown, what is said
    (
        "csto&date=1999-01-01",
        "cst",
        "Nobody is recorded in CSTO on this day. Shown is CST, from which it came.",
    ),
    ("eurasec&date=1999-01-01", "customs-union-1995", "from which it came."),
    ("shanghai-five&date=2004-01-01", "sco", "which came of it."),
    ("csto&date=2004-01-01", "csto", ""),
    ("cica&date=1991-01-02", "", ""),  # nothing came before it of which there were members
]


@pytest.mark.parametrize(("asked", "shown", "said"), INSTEAD)
def test_before_its_founding_and_after_its_end_another_stands_in_and_that_is_said(
    browser: Browser, address: str, asked: str, shown: str, said: str
) -> None:
    page = opened(browser, address, f"?organisation={asked}")
    rows = page.locator(ROWS)
    assert {row.get_attribute("data-organisation") for row in rows.all()} == ({shown} if shown else set())
    note = page.locator(".atlas-instead")
    assert (note.inner_text() if note.is_visible() else "").endswith(said) and bool(said) == note.is_visible()
    page.close()


def test_it_plays_from_change_to_change_into_what_came_of_it(browser: Browser, address: str) -> None:
    page = opened(browser, address, "?date=1999-01-01&organisation=csto")
    page.clock.install()
    page.locator(".atlas-form .play").click()
    expect(page.locator(".atlas-day")).to_have_text("CSTO, 20 April 1999")
    page.clock.run_for(2500)
    page.locator(".atlas-form .play").click()
    expect(page.locator(".atlas-instead")).to_be_hidden()
    assert "date=1999" not in page.url
    page.go_back()
    expect(page.locator(".atlas-day")).to_have_text("CSTO, 1 January 1999")
    page.close()


WRONG = [
    ("?date=2002-13-40", f"“2002-13-40” is not a day between 1 January 1991 and {KNOWN_IN_WORDS}."),
    ("?date=1990-12-31", f"“1990-12-31” is not a day between 1 January 1991 and {KNOWN_IN_WORDS}."),
    ("?date=2100-01-01", f"“2100-01-01” is not a day between 1 January 1991 and {KNOWN_IN_WORDS}."),
    ("?date=%3Cimg%20src%3Dx%3E", f"“<img src=x>” is not a day between 1 January 1991 and {KNOWN_IN_WORDS}."),
    ("?date=2002-10-07&organisation=nobody", "The atlas has no organisation “nobody”."),
]


@pytest.mark.parametrize(("query", "words"), sampled(WRONG, 3))
def test_a_wrong_address_is_answered_in_words_and_passed_over(
    browser: Browser, address: str, query: str, words: str
) -> None:
    page = opened(browser, address, query)
    expect(page.locator(".told")).to_contain_text(words)
    assert page.locator(ROWS).count() > 20
    page.close()


@pytest.mark.parametrize("width", sampled([1280, 768, 360], 3))
def test_the_atlas_is_worked_by_keyboard_alone(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, "?date=2002-10-07&organisation=csto", width)
    page.locator("input[name=month]").focus()
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("?date=2002-11-01&organisation=csto")
    assert page.locator("input[name=month]").get_attribute("aria-valuetext") == "1 November 2002"
    page.locator('.badge[data-state="kyrgyzstan"]').focus()
    page.keyboard.press("Enter")
    popup = page.locator(".atlas-popup")
    expect(popup).to_contain_text("Kyrgyzstan, 1 November 2002")
    expect(popup).to_contain_text("CSTO: signatory, since 7 October 2002")
    page.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.state") == "kyrgyzstan"
    page.locator('.place[data-place="chisinau"]').focus()
    page.keyboard.press("Enter")
    expect(popup).to_contain_text("7 October 2002")
    popup.get_by_role("button", name="Close").press("Enter")
    assert page.evaluate("document.activeElement.dataset.place") == "chisinau"
    page.close()


def test_small_states_can_be_hit(browser: Browser, address: str) -> None:
    page = opened(browser, address, "?date=2002-10-07&organisation=csto")
    for state in ("armenia", "kyrgyzstan", "tajikistan", "belarus"):
        page.locator(f'.badge[data-state="{state}"] rect').click()
        expect(page.locator(".atlas-popup")).to_contain_text("signatory, since 7 October 2002")
        page.keyboard.press("Escape")
    page.close()


def test_without_script_the_last_known_day_and_the_way_to_the_years_stand(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, java_script_enabled=False)
    expect(page.locator(".atlas-form")).to_be_hidden()
    expect(page.locator(".atlas-day")).to_have_text(f"All organisations, {KNOWN_IN_WORDS}")
    rows = page.locator(ROWS).count()
    badges = page.locator(".badge:not(.off)").count()
    expect(page.get_by_role("link", name="tables for each year")).to_be_visible()
    with_script = opened(browser, address)
    assert with_script.locator(ROWS).count() == rows > 100
    assert with_script.locator(".badge:not(.off)").evaluate_all(BADGES) == page.locator(
        ".badge:not(.off)"
    ).evaluate_all(BADGES)
    assert badges > 30
    assert "United States" in page.locator(".off-map").inner_text()
    assert page.locator(".off-map").inner_text() == with_script.locator(".off-map").inner_text()
    with_script.close()
    page.close()


def test_print_keeps_the_map_and_the_table(browser: Browser, address: str) -> None:
    page = opened(browser, address, "?date=2002-10-07&organisation=csto")
    page.emulate_media(media="print")
    expect(page.locator(".atlas-form")).to_be_hidden()
    expect(page.locator(".atlas-map")).to_be_visible()
    expect(page.locator(".atlas-day")).to_have_text("CSTO, 7 October 2002")
    assert page.locator(ROWS).count() == 6
    page.close()


def test_script_and_page_are_small(built: Path) -> None:
    import gzip

    assert len(gzip.compress((built / "assets" / "atlas.js").read_bytes())) <= 7 * 1024
    assert (built / "atlas" / "index.html").stat().st_size <= 400_000
