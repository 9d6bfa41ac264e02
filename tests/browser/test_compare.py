"""The membership matrix and the comparison of two to four of any kinds, in a real browser."""

from __future__ import annotations

import pytest
from conftest import KNOWN, KNOWN_IN_WORDS
from playwright.sync_api import Browser, expect

from browser.conftest import SCHEMES, Watch, looks

LAST = KNOWN.latest.isoformat() if KNOWN.latest else ""


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
    expect(form.get_by_role("status")).to_have_text("Choose two different ones.")
    form.get_by_label("with").select_option("cica")
    form.get_by_role("button").click()
    page.wait_for_url("**/compare/cica-sco/")
    page.close()


FAULTS = [
    ("?a=czto&b=sco", "There is no organisation or country “czto”; did you mean CSTO?"),
    (
        '?a=<img src=x onerror=alert(1)>"]&b=sco',
        'There is no organisation or country “<img src=x onerror=alert(1)>"]”',
    ),
    ("?a=sco", "Choose what it is compared with."),
    ("?a=sco&b=csto&c=czto", "There is no organisation or country “czto”; did you mean CSTO?"),
    ("?a=sco&b=csto&d=sco", "Choose two different ones."),
    ("?a=sco&b=sco", "Choose two different ones."),
    ("?a=sco&b=csto&date=2002-13-40", "The day cannot be read; write it as 1991-12-31."),
    ("?a=sco&b=csto&date=1980-01-01", f"The exhibit tells of days from 1 January 1991 to {KNOWN_IN_WORDS}."),
]


@pytest.mark.parametrize(("asked", "words"), FAULTS)
def test_an_address_that_cannot_be_answered_is_told_why(
    browser: Browser, address: str, asked: str, words: str
) -> None:
    page = browser.new_page()
    watch = Watch(page, address)
    page.goto(address + "compare/" + asked)
    expect(page.get_by_role("status")).to_contain_text(words)
    expect(page.locator(".compare-result")).to_be_hidden()
    assert (watch.errors, watch.foreign) == ([], [])
    page.close()


def test_the_suggestion_mends_the_address(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "compare/?a=natto&b=eu")
    page.get_by_role("status").get_by_role("link", name="NATO").click()
    expect(page.locator(".compare-result h2").first).to_have_text(f"EU and NATO in {KNOWN_IN_WORDS}")
    assert page.url.endswith("?a=nato&b=eu")
    page.close()


def answer(browser: Browser, url: str) -> list[list[str]]:
    """The first table of the answer, cell by cell."""
    page = browser.new_page()
    page.goto(url)
    rows = page.locator(".compare-result table").first.locator("tr")
    found: list[list[str]] = [row.locator("th, td").all_inner_texts() for row in rows.all()]
    page.close()
    return found


def test_two_sides_on_a_day_are_the_same_in_either_order(browser: Browser, address: str) -> None:
    one = answer(browser, address + "compare/?a=sco&b=csto&date=2002-10-07")
    assert one == answer(browser, address + "compare/?a=csto&b=sco&date=2002-10-07")
    assert one == [
        ["Both", "none recorded"],
        ["CSTO alone", "none recorded"],
        ["SCO alone", "certainly 6 China, Kazakhstan, Kyrgyzstan, Russia, Tajikistan, Uzbekistan"],
    ]
    wto = answer(browser, address + "compare/?b=wto&a=eaeu&date=2015-08-01")
    assert wto == [
        ["Both", "certainly 2 Armenia, Russia"],
        ["EAEU alone", "certainly 1 Kazakhstan\nother side not listed 1 Belarus"],
        [
            "WTO alone",
            "certainly 10 China, Estonia, Georgia, Kyrgyzstan, Latvia, Lithuania, Moldova, Mongolia, Tajikistan, Ukraine",
        ],
    ]


SEEN = """() => [
  [...document.querySelectorAll('table.rolls tbody tr, table.band tbody tr')].map(row => row.innerText),
  [...document.querySelectorAll('table.band rect')].map(one => [one.getAttribute('class'), one.getAttribute('x')]),
  [...document.querySelectorAll('figure.drawn-map')].map(map => [map.innerText, [...map.querySelectorAll('use')]
    .map(use => use.getAttribute('href') + ' ' + (use.getAttribute('class') || '')).sort()]),
]"""
"""What a page shows of sides beside each other: years and lines of time in words, the lines drawn, and the maps."""


@pytest.mark.parametrize(("one", "other"), [("armenia", "russia"), ("csto", "sco"), ("caco", "eurasec")])
def test_the_script_shows_of_a_pair_what_its_page_shows(
    browser: Browser, address: str, one: str, other: str
) -> None:
    """The same pictures, worked out here and there."""
    page = browser.new_page()
    told = []
    for path in (f"compare/{one}-{other}/", f"compare/?a={other}&b={one}&date={LAST}"):
        page.goto(address + path)
        words, lines, maps = page.evaluate(SEEN)
        told.append(
            [
                [" ".join(text.split()) for text in words],
                [[sure, round(float(x.rstrip("%")), 1)] for sure, x in lines],
                [[text.split(" ")[0], shapes] for text, shapes in maps],
            ]
        )
    assert told[0] == told[1] and len(told[0][2]) == 2
    page.close()


def test_four_of_both_kinds_are_compared_whatever_their_order(browser: Browser, address: str) -> None:
    """What each state was in each organisation comes first, then what each kind has in common."""
    page = browser.new_page()
    watch = Watch(page, address)
    for asked in ("?a=csto&b=sco&c=uzbekistan&d=kazakhstan&", "?d=csto&c=uzbekistan&a=sco&b=kazakhstan&"):
        page.goto(address + "compare/" + asked + "day=2008-01-01")
        expect(page.locator(".compare-result h2").first).to_have_text(
            "CSTO, SCO, Kazakhstan and Uzbekistan on 1 January 2008"
        )
        rows = page.locator(".compare-result table").first.locator("tr")
        assert [" ".join(text.split()) for text in rows.all_inner_texts()][2] == (
            "Uzbekistan in CSTO Belongs. Member (from: 16 August 2006; until: 19 December 2012); "
            "Suspended (from: 19 December 2012; until: not known)"
        )
        expect(page.locator(".compare-result figure.drawn-map")).to_have_count(4)
        labels = page.locator("table.band tbody th").all_inner_texts()
        assert labels == [
            "CSTO exists",
            "SCO exists",
            "Both exist",
            "Kazakhstan in CSTO",
            "Kazakhstan in SCO",
            "Uzbekistan in CSTO",
            "Uzbekistan in SCO",
            "Members in common",
            "In an organisation together",
        ]
        heads = page.locator(".compare-result > h2").all_inner_texts()
        assert "Documents that name CSTO and SCO, joined by Kazakhstan and Uzbekistan" in heads
    assert (watch.errors, watch.foreign) == ([], [])
    page.close()


def test_of_three_it_is_told_what_all_have_and_what_only_some(browser: Browser, address: str) -> None:
    told = answer(browser, address + "compare/?a=csto&b=sco&c=eaeu&date=2020-06-30")
    assert [row[0] for row in told] == ["All", "CSTO and EAEU only", "CSTO and SCO only", "SCO alone"]
    assert told[1] == ["CSTO and EAEU only", "certainly 2 Armenia, Belarus"]


def test_the_form_takes_a_third(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "compare/?a=georgia")
    form = page.locator("form.compare-ask")
    form.get_by_label("with").select_option("ukraine")
    form.locator("[name=c]").select_option("cis")
    form.get_by_role("button").click()
    expect(page.locator(".compare-result h2").first).to_have_text(
        f"CIS, Georgia and Ukraine in {KNOWN_IN_WORDS}"
    )
    assert page.url.endswith("?a=georgia&b=ukraine&c=cis")
    page.close()


def test_the_question_about_a_day_goes_by_keyboard_and_back(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "compare/")
    form = page.locator("form.compare-ask")
    expect(page.locator(".needs-script")).to_be_hidden()
    form.get_by_label("Compare").focus()
    page.keyboard.type("India")
    page.keyboard.press("Tab")
    page.keyboard.type("Pakistan")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("10072016")
    form.get_by_role("button").focus()
    page.keyboard.press("Enter")
    heading = page.locator(".compare-result h2").first
    expect(heading).to_have_text("India and Pakistan on 7 October 2016")
    expect(heading).to_be_focused()
    assert page.url.endswith("?a=india&b=pakistan&date=2016-10-07")
    page.go_back()
    expect(page.locator(".compare-result")).to_be_hidden()
    page.go_forward()
    expect(heading).to_have_text("India and Pakistan on 7 October 2016")
    page.close()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        *looks(360),
        *(
            pytest.param(width, scheme, marks=pytest.mark.sweep)
            for width in (768, 1280)
            for scheme in SCHEMES
        ),
    ],
)
def test_answers_fit_every_width(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    watch = Watch(page, address)
    for path in ("?a=cica&b=un&date=2014-05-21", "?a=mongolia&b=turkey", "kazakhstan-russia/", "cica-sco/"):
        page.goto(address + "compare/" + path)
        expect(page.locator("table.compared").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        small = page.locator("form.compare-form:not([hidden]) :is(button, select, input:not([type=hidden]))")
        heights = small.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert all(height >= 24 for height in heights), path
    assert (watch.errors, watch.foreign) == ([], [])
    page.close()


def test_a_pair_s_page_asks_about_a_day(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "compare/csto-sco/")
    page.get_by_label("On a day of your choice").fill("2005-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".compare-result h2").first).to_have_text("CSTO and SCO on 1 January 2005")
    page.close()


def test_without_script_the_list_serves(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + "compare/")
    expect(page.locator("form.compare-form")).to_be_hidden()
    expect(page.locator(".needs-script")).to_contain_text("worked out by a script")
    expect(page.locator(".needs-script")).to_be_visible()
    page.locator('.pairs a[data-a="sco"][data-b="csto"]').click()
    expect(page.locator("h1")).to_have_text("CSTO and SCO")
    expect(page.locator("form.compare-on-day")).to_be_hidden()
    page.goto(address + "compare/armenia-russia/")
    expect(page.locator("h1")).to_have_text("Armenia and Russia")
    page.close()


def test_the_matrix_scrolls_in_its_own_region_under_a_fixed_row_and_column(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 812})
    page.goto(address + "membership/")
    region = page.locator(".matrix-region")
    head, first = region.locator("thead"), region.locator("tbody tr").nth(30).locator("th")
    region.evaluate("r => r.scrollTo(400, 700)")
    box = region.bounding_box()
    for pinned, side in ((head, "y"), (first, "x")):
        place = pinned.bounding_box()
        assert box and place and abs(place[side] - box[side]) <= 2
    page.close()


def test_a_cell_leads_to_the_evidence_and_a_year_opens(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "membership/")
    page.locator("#members-2007-12-31 summary").click()
    expect(page.locator("#members-2007-12-31")).to_contain_text("Uzbekistan")
    row = page.locator(".matrix tbody tr", has=page.get_by_role("link", name="Uzbekistan", exact=True))
    row.locator("td.org-csto a").click()
    page.wait_for_url("**/organisations/csto/#members")
    page.close()
