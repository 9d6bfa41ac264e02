"""Guess before you see: by keyboard, without script, and on paper; and the worksheets, each a page of A4 and its answers."""

from __future__ import annotations

from io import BytesIO

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

A4 = (595, 842)
SHEETS = sorted(path.stem for path in (ROOT / "docs" / "about" / "worksheets").glob("*.md"))


def test_a_guess_is_made_by_keyboard_and_compared_when_the_answer_is_opened(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}about/guess/")
    first, second = page.locator(".guess").nth(0), page.locator(".guess").nth(1)
    expect(first.locator("output")).to_have_text("?")
    first.locator("input").focus()
    page.keyboard.press("Home")
    expect(first.locator("output")).to_have_text("0")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    right = first.get_attribute("data-right")
    expect(first.locator(".compared")).to_have_text(
        f"Your guess: 0 states, {right} states too few. Right so far: 0 of 1."
    )
    expect(first.locator("input")).to_be_disabled()
    second.locator("input[data-right]").check()
    second.locator("summary").press("Enter")
    expect(second.locator(".compared")).to_contain_text("right. Right so far: 1 of 2.")


def test_who_opens_an_answer_without_a_guess_is_told_it_alone(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}about/guess/")
    guess = page.locator(".guess").nth(2)
    guess.locator("summary").click()
    expect(guess.locator(".right")).to_be_visible()
    expect(guess.locator(".compared")).to_be_hidden()
    guess.locator("summary").click()
    guess.locator("input").first.check()
    guess.locator("summary").click()
    expect(guess.locator(".compared")).to_contain_text("Your guess")


def test_without_script_the_answer_is_folded_and_no_dead_scale_is_shown(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}about/guess/")
    guess = page.locator(".guess").nth(0)
    expect(guess.locator(".scale")).to_be_hidden()
    expect(guess.locator(".between")).to_be_visible()
    expect(guess.locator(".right")).to_be_hidden()
    guess.locator("summary").click()
    expect(guess.locator(".right")).to_be_visible()


@pytest.mark.parametrize("name", SHEETS)
def test_a_worksheet_is_a_page_of_a4_and_the_answers_stand_apart(
    name: str, browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}about/worksheets/{name}/")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in printed.pages} == {A4}
    texts = ["".join(one.extract_text().split()) for one in printed.pages]
    assert "Answers" not in texts[0]
    assert "Answers" in texts[1]
