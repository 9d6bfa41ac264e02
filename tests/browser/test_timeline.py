"""The timeline's filter and list: what is seen equals what the data say; the address holds the state."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from conftest import KNOWN_IN_WORDS
from exhibit.model.dates import parse_date
from exhibit.model.wording import in_words
from exhibit.views.timeline.entries import Entry
from playwright.sync_api import Browser, Page, expect
from test_timeline import certainly_in

from browser.conftest import until, visit

SEEN = """() => { window.dispatchEvent(new Event('beforeprint'));
    const rows = Array.from(document.querySelectorAll('div.year li[data-id]')).filter(row => row.checkVisibility());
    window.dispatchEvent(new Event('afterprint'));
    return rows.map(row => row.dataset.id + ' ' + row.dataset.date); }"""
"""All that is chosen, as it is printed: on the screen the list has what is in view, and of that a part."""
AT = "new URL(location.href).searchParams.get('at')"
SAID = ".timeline-filter .result [role=status]"

CHOICES: list[list[tuple[str, str]]] = [
    [("organisation", "sco")],
    [("organisation", "sco"), ("kind", "treaty")],
    [("organisation", "sco"), ("kind", "treaty"), ("from", "1996"), ("to", "2004"), ("zoom", "year")],
    [("organisation", "sco"), ("organisation", "csto"), ("kind", "summit")],
    [("kind", "membership"), ("country", "uzbekistan")],
    [("country", "kazakhstan"), ("country", "russia"), ("from", "1992"), ("to", "1992")],
    [("person", "nursultan-nazarbayev"), ("lanes", "country")],
    [("place", "almaty"), ("kind", "summit"), ("kind", "treaty")],
    [("from", "2001-06"), ("to", "2001-06-15")],
    [("to", "1991")],
    [("from", "2003"), ("to", "2003"), ("certainty", "certain")],
    [("from", "2003"), ("to", "2003"), ("certainty", "doubtful")],
    [("disputed", "1"), ("organisation", "cica")],
    [("words", "ALMATY Signed")],
    [("words", "tashkent"), ("organisation", "caco"), ("from", "1998")],
    [("item", "alma-ata-declaration"), ("item", "cica-proposal-1992")],
    [("organisation", "cica"), ("person", "nursultan-nazarbayev"), ("today", "2002-01-01")],
    [("from", "1200"), ("to", "1300")],
]


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def _tells(entry: Entry, words: list[str]) -> bool:
    told = _plain(f"{in_words(entry.date)} {entry.item.title} {entry.label}")
    return all(word in told for word in words)


@cache
def _years(from_: str, to: str) -> tuple[date, date]:
    first, last = parse_date(from_).earliest, parse_date(to).latest
    assert first and last
    return first, last


def _fits(entry: Entry, chosen: list[tuple[str, str]]) -> bool:
    """Whether an entry fits, told from its date and ids alone."""
    asked: dict[str, list[str]] = {}
    for name, value in chosen:
        asked.setdefault(name, []).append(value)
    one = {name: values[0] for name, values in asked.items()}
    own = {
        "organisation": entry.organisations,
        "kind": (entry.kind,),
        "country": entry.countries,
        "person": entry.people,
        "place": entry.places,
        "item": (entry.item.id,),
    }
    first, last = _years(one.get("from", "1000"), one.get("to", "2999"))
    possible = entry.date.bounds[1] >= first and entry.date.bounds[0] <= last
    surely = certainly_in(entry.date, first, last)
    return (
        all(set(own[name]) & set(values) for name, values in asked.items() if name in own)
        and possible
        and {"certain": surely, "doubtful": not surely}.get(one.get("certainty", ""), True)
        and ("disputed" not in one or bool(entry.disputed))
        and ("words" not in one or _tells(entry, _plain(one["words"]).split()))
    )


def _wanted(entries: list[Entry], chosen: list[tuple[str, str]]) -> list[str]:
    return [f"{entry.item.id} {entry.date.text}" for entry in entries if _fits(entry, chosen)]


def _in_order(entries: list[Entry], chosen: list[tuple[str, str]]) -> list[str]:
    """What fits; where years are asked for, what is certainly in them first."""
    asked = dict(chosen)
    found = [entry for entry in entries if _fits(entry, chosen)]
    if "from" in asked or "to" in asked:
        first, last = _years(asked.get("from", "1000"), asked.get("to", "2999"))
        first = first if "from" in asked else date.min
        last = last if "to" in asked else date.max
        found.sort(key=lambda entry: not certainly_in(entry.date, first, last))
    return [f"{entry.item.id} {entry.date.text}" for entry in found]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (360, "dark"),
        pytest.param(768, "light", marks=pytest.mark.sweep),
        pytest.param(1280, "dark", marks=pytest.mark.sweep),
    ],
)
def test_what_is_seen_equals_what_the_data_say(
    browser: Browser, address: str, entries: list[Any], width: int, scheme: Any
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address + "timeline/")
    for chosen in CHOICES:
        visit(page, f"?{urlencode(chosen)}")
        assert page.evaluate(SEEN) == _in_order(entries, chosen), chosen
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".moving").is_visible()
    page.close()


@pytest.mark.sweep
def test_each_choice_shows_how_many_entries_it_would_leave(
    page: Page, address: str, entries: list[Entry]
) -> None:
    visit(page, "?organisation=sco&from=2001&to=2004")
    counts = page.locator(".facet label").evaluate_all(
        "labels => labels.map(l => [l.querySelector('input').name, l.querySelector('input').value, "
        "Number(l.querySelector('.count').textContent)])"
    )
    years = [("from", "2001"), ("to", "2004")]
    for name, value, count in counts:
        rest = years if name == "organisation" else [*years, ("organisation", "sco")]
        assert count == len(_wanted(entries, [*rest, (name, value)])), (name, value)
    assert len(counts) > 100


def test_choices_stand_in_the_address_and_back_undoes_one_step(
    page: Page, address: str, entries: list[Entry]
) -> None:
    visit(page, "")
    page.get_by_text("Organisation", exact=True).first.click()
    page.get_by_role("checkbox", name="SCO", exact=False).first.check()
    page.get_by_role("checkbox", name="CSTO", exact=False).first.check()
    page.keyboard.press("Escape")
    expect(page.locator(".facet[open]")).to_have_count(0)
    page.get_by_role("textbox", name="From", exact=True).fill("2001")
    page.get_by_role("textbox", name="From", exact=True).press("Enter")
    steps = [
        "",
        "?organisation=sco",
        "?organisation=csto&organisation=sco",
        "?organisation=csto&organisation=sco&from=2001",
    ]
    for query in reversed(steps):
        chosen = [(k, v) for part in query[1:].split("&") if part for k, v in [part.split("=")]]
        pairs = page.evaluate("[...new URL(location.href).searchParams].map(p => p.join('='))")
        assert sorted(pairs) == sorted(query[1:].split("&") if query else [])
        assert page.evaluate(SEEN) == _in_order(entries, chosen)
        expect(page.locator(SAID)).to_have_text(f"{len(_wanted(entries, chosen))} of {len(entries)} entries")
        if query:
            here = page.url
            page.go_back()
            expect(page).not_to_have_url(here)


@pytest.mark.sweep
def test_a_copied_address_shows_the_same_to_another_reader(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "timeline/?organisation=sco&kind=treaty&from=1996&to=2004&zoom=year")
    page.get_by_label("Lanes by").select_option("country")
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_label("As of").fill("2003-05")
    page.get_by_label("As of").press("Tab")
    page.locator(".plane").focus()
    before = page.evaluate(AT)
    page.keyboard.press("ArrowLeft")
    until(page, f"{AT} < '{before}'")  # it has come to rest
    look = """() => [[...document.querySelectorAll('.plane .mark')].filter(m => m.checkVisibility()).map(m => m.title),
        document.querySelector('.zoom output').textContent, document.querySelector('[name=lanes]').value,
        document.querySelector('.as-of-line').textContent]"""
    seen, rows, link = page.evaluate(look), page.evaluate(SEEN), page.url
    page.close()
    other = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    other.goto(link)
    expect(other.locator(".plane .mark").first).to_be_visible()
    assert (other.evaluate(look), other.evaluate(SEEN)) == (seen, rows)
    assert seen[1:] == ["quarters", "country", "as of 2003-05"] and seen[0]
    other.context.close()


def test_the_filter_is_worked_by_keyboard_and_cleared(page: Page, address: str, entries: list[Entry]) -> None:
    visit(page, "")
    page.locator(".facet summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked")
    assert 0 < int(page.locator(SAID).inner_text().split()[0]) < len(entries)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.facet:not([open]) summary')")
    page.get_by_label("Words").focus()
    page.keyboard.type("tashkent")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Clear the filter").focus()
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_have_text(f"{len(entries)} of {len(entries)} entries")
    assert page.url == address + "timeline/"


def test_the_years_asked_for_rule_and_the_organisation_asked_for_is_the_first_lane(page: Page) -> None:
    visit(page, "?from=2002&to=2002&organisation=csto&organisation=sco")
    ticks = page.locator(".plane-axis .upper").all_inner_texts()
    assert "2002" in ticks and len(ticks) < 12
    left, width = page.evaluate(
        """() => { const plane = document.querySelector('.plane'), tick = [...document.querySelectorAll('.upper')]
          .find(t => t.textContent === '2002').getBoundingClientRect(), box = plane.getBoundingClientRect();
          return [tick.left + tick.width / 2 - box.left, box.width]; }"""
    )
    assert 0.35 < left / width < 0.75
    assert page.locator(".moving .lane-name").first.inner_text().split("\n")[0] in ("CSTO", "SCO")


NOTHING = [
    ("?from=1980&to=1981&organisation=caco", "Nothing fits in these years; the nearest is "),
    ("?from=2024&organisation=caco&kind=treaty", "Nothing fits in these years; the nearest is "),
    ("?words=xyzzy", "Nothing fits."),
]


@pytest.mark.parametrize(("query", "said"), NOTHING)
def test_where_nothing_fits_the_nearest_is_offered(page: Page, query: str, said: str) -> None:
    visit(page, query)
    words = page.locator(".in-words")
    expect(words).to_contain_text(said)
    assert words.locator("a").count() == ("nearest" in said)


def test_a_wrong_date_is_refused_and_changes_nothing(page: Page, address: str, entries: list[Entry]) -> None:
    visit(page, "")
    page.get_by_role("textbox", name="From", exact=True).fill("soon")
    page.get_by_role("textbox", name="From", exact=True).press("Enter")
    assert page.evaluate("document.querySelector('[name=from]').validity.patternMismatch")
    assert page.url == address + "timeline/"
    visit(page, "?from=soon&zoom=close&lanes=colour&today=now&at=x&certainty=?")
    assert len(page.evaluate(SEEN)) == len(entries)


def test_what_is_seen_can_be_taken_along(
    page: Page, address: str, entries: list[Entry], tmp_path: Path
) -> None:
    visit(page, "?organisation=cica&kind=summit")
    wanted = [entry for entry in entries if _fits(entry, [("organisation", "cica"), ("kind", "summit")])]
    for kind in ("CSV", "JSON"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=kind, exact=True).click()
        waiting.value.save_as(tmp_path / kind)
    rows = list(csv.DictReader((tmp_path / "CSV").read_text("utf-8-sig").splitlines()))
    whole = json.loads((tmp_path / "JSON").read_text("utf-8"))
    assert whole["selection"] == "organisation CICA; kind Summits and meetings"
    for found in (rows, whole["entries"]):
        assert [(row["id"], row["date"]) for row in found] == [(e.item.id, e.date.text) for e in wanted]
    assert rows[0]["page"].endswith(f"/summits/{wanted[0].item.id}/")
    assert whole["entries"][0]["countries"] == list(wanted[0].countries)


def test_a_choice_can_be_cited(page: Page, address: str, entries: list[Entry]) -> None:
    link = address + "timeline/?organisation=sco&kind=treaty&from=1996&to=2004"
    visit(page, "?organisation=sco&kind=treaty&from=1996&to=2004")
    page.get_by_role("button", name="Cite this selection").click()
    count = len(_wanted(entries, CHOICES[2]))
    expect(page.get_by_label("Citation", exact=True)).to_have_value(
        "“Timeline” (organisation SCO; kind Treaties and documents; from 1996; to 2004; "
        f"{count} of {len(entries)} entries). Eurasian Accords, as of {KNOWN_IN_WORDS}. {link}"
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Cite this selection"


def test_print_shows_the_chosen_list_and_the_filter_in_words(
    page: Page, address: str, entries: list[Entry]
) -> None:
    visit(page, "?organisation=sco&kind=treaty")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("document.querySelector('.plane').scrollLeft = 0")
    page.wait_for_timeout(500)  # the list does not follow the plane
    page.emulate_media(media="print")
    wanted = [row.split() for row in _wanted(entries, CHOICES[1])]
    rows = page.locator("div.year li[data-id]")
    assert rows.evaluate_all("all => all.map(r => [r.dataset.id, r.dataset.date])") == wanted
    expect(page.locator(".in-words")).to_have_text("Shown: organisation SCO; kind Treaties and documents.")
    expect(page.locator(".in-words")).to_be_visible()
    for hidden in (".moving", ".listed button", ".timeline-filter .choices", ".timeline-filter .result"):
        expect(page.locator(hidden)).to_be_hidden()
    years = page.locator("h2:has(+ div.year)").evaluate_all(
        "all => all.filter(h => h.checkVisibility()).map(h => h.textContent)"
    )
    dates = [entry.date for entry in entries if _fits(entry, CHOICES[1])]
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert years == [str(y) for y in sorted({date.sort_key[0].year for date in dates})]


def test_on_a_phone_the_year_stays_in_sight(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "timeline/?organisation=sco")
    page.locator("div.year li").nth(20).scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(200)
    top = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    found = page.evaluate(f"document.elementFromPoint(40, {top} + 12).closest('h2')?.textContent")
    assert found and 1996 < int(found) < 2026
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_script_it_leads_to_the_years(
    browser: Browser, address: str, entries: list[Entry], width: int
) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": width, "height": 900})
    page.goto(address + "timeline/?organisation=sco")
    counted = page.locator("ol.decades .count").evaluate_all("all => all.map(c => parseInt(c.textContent))")
    assert sum(counted) == len(entries)
    for hidden in ("form.timeline-filter", ".moving", ".listed"):
        expect(page.locator(hidden)).to_be_hidden()
    page.locator("ol.decades a").last.click()
    expect(page.locator("ol.timeline > li").first).to_be_visible()
    page.close()


def test_the_list_has_what_is_chosen_and_of_a_moved_plane_what_is_in_view(
    page: Page, entries: list[Entry]
) -> None:
    visit(page, "?organisation=sco")
    chosen = len(_wanted(entries, CHOICES[0]))
    said = page.locator(".listed-said")
    expect(said).to_have_text(f"In order of time: {chosen} entries")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".listed li")).to_have_count(min(chosen, 240))
    page.locator(".plane").focus()
    page.keyboard.press("ArrowLeft")
    expect(said).to_contain_text("In view, ")
    visit(page, "?zoom=quarter&at=2001-06-15&organisation=sco")
    expect(said).to_contain_text("In view, 200")
    number = int(said.inner_text().rsplit(": ")[1].split()[0])
    assert 0 < page.locator(".listed li").count() <= min(number, 40)
    page.locator(".plane").focus()
    page.keyboard.press("End")
    expect(said).not_to_have_text(said.inner_text())
    visit(page, "?from=2003&to=2003")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".listed .sort")).to_have_text("Possibly in these years")


@pytest.mark.sweep
def test_a_citation_is_copied_or_left_selected(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "timeline/?organisation=sco")
    page.get_by_role("button", name="Cite this selection").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("dialog.citing [role=status]")).to_have_text(
        re.compile("^(Copied|Selected: copy it)")
    )
    page.close()
