"""The timeline's filter: what is seen equals what the data say; the address holds the whole state."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from exhibit.stages import read_exhibit
from exhibit.views.entries import timeline
from exhibit.views.timeline import choose
from playwright.sync_api import Browser, expect

SHOWN = "ol.timeline > li[data-n]:not([hidden])"

CHOICES: list[dict[str, str]] = [
    {"organisation": "sco"},
    {"organisation": "sco", "kind": "treaty"},
    {"organisation": "sco", "kind": "treaty", "from": "1996", "to": "2004"},
    {"kind": "membership", "country": "uzbekistan"},
    {"country": "kazakhstan", "from": "1992", "to": "1992"},
    {"person": "nursultan-nazarbayev"},
    {"place": "almaty", "kind": "summit"},
    {"from": "2002", "to": "2002"},
    {"to": "1991"},
    {"organisation": "csto", "country": "armenia"},
    {"organisation": "cica", "person": "nursultan-nazarbayev"},
    {"organisation": "eurasec", "kind": "event"},
]


@pytest.fixture(scope="module")
def entries(built: Path) -> list[Any]:
    return timeline(read_exhibit(built.parent).exhibit)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_is_seen_equals_what_the_data_say(
    browser: Browser, address: str, entries: list[Any], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for chosen in CHOICES:
        query = "&".join(f"{name}={value}" for name, value in chosen.items())
        page.goto(f"{address}timeline/?{query}")
        names = {"from": "since", "to": "until"}
        wanted = choose(entries, **{names.get(name, name): value for name, value in chosen.items()})
        seen = page.locator(SHOWN).evaluate_all(
            "rows => rows.map(row => row.dataset.id + ' ' + row.dataset.date)"
        )
        assert seen == [f"{entry.item.id} {entry.date.text}" for entry in wanted], chosen
        assert seen, chosen
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_choices_stand_in_the_address_and_back_undoes_one_step(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "timeline/")
    everything = page.locator(SHOWN).count()
    page.locator("select[name=organisation]").select_option("sco")
    some = page.locator(SHOWN).count()
    page.locator("select[name=kind]").select_option("treaty")
    fewer = page.locator(SHOWN).count()
    assert everything > some > fewer > 0
    assert page.url.endswith("?organisation=sco&kind=treaty")
    expect(page.locator(".timeline-filter [role=status]")).to_have_text(f"{fewer} of {everything} entries")
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(some)
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(everything)
    page.close()


def test_disputed_words_and_certainty_narrow_the_list(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "timeline/?disputed=1")
    assert page.locator(SHOWN).count() == page.locator("li[data-n][data-disputed]").count() > 0
    page.goto(address + "timeline/?q=ALMATY")
    assert all("almaty" in text.lower() for text in page.locator(SHOWN).all_inner_texts())
    page.goto(address + "timeline/?from=1999&to=1999")
    possible = page.locator(SHOWN).count()
    page.goto(address + "timeline/?from=1999&to=1999&certainty=certain")
    assert 0 < page.locator(SHOWN).count() < possible
    page.close()


def test_the_filter_is_worked_by_keyboard_and_cleared(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "timeline/")
    everything = page.locator(SHOWN).count()
    page.get_by_label("Words").focus()
    page.keyboard.type("tashkent")
    page.keyboard.press("Enter")
    assert 0 < page.locator(SHOWN).count() < everything
    page.get_by_role("button", name="Clear the filter").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".timeline-filter [role=status]")).to_have_text(
        f"{everything} of {everything} entries"
    )
    page.close()


def test_what_is_seen_can_be_taken_along(browser: Browser, address: str, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(address + "timeline/?organisation=cica&kind=summit")
    seen = page.locator(SHOWN).evaluate_all("rows => rows.map(row => row.dataset.id)")
    for kind in ("CSV", "JSON"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=kind, exact=True).click()
        waiting.value.save_as(tmp_path / kind)
    rows = list(csv.DictReader((tmp_path / "CSV").read_text("utf-8").splitlines()))
    assert [row["id"] for row in rows] == seen
    assert [row["id"] for row in json.loads((tmp_path / "JSON").read_text("utf-8"))["entries"]] == seen
    page.close()


def test_without_script_the_whole_list_stands(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "timeline/?organisation=sco")
    assert page.locator(SHOWN).count() == page.locator("li[data-n]").count() > 500
    expect(page.locator("form.timeline-filter")).to_be_hidden()
    context.close()
