"""The moving timeline: zoom keeps its place, marks never overlap, clusters open, keys do everything."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from exhibit.views.timeline.entries import Entry
from playwright.sync_api import Browser, Page, expect

from browser.conftest import until, visit

LEVELS = ["decade", "five-years", "year", "quarter", "month"]
CENTRE = """() => { const plane = document.querySelector('.plane'), box = plane.getBoundingClientRect();
    const x = box.left + 148 + (plane.clientWidth - 148) / 2;
    const ticks = [...document.querySelectorAll('.plane-axis .lower')].map(t => t.getBoundingClientRect().left);
    return { x, ticks }; }"""
OVERLAPS = """() => { const found = []; let boxes = 0;
    document.querySelectorAll('.plane .lane').forEach(lane => {
      const all = [...lane.querySelectorAll('.mark')].map(m => [m.title, m.getBoundingClientRect()]);
      boxes += all.length;
      all.forEach(([a, p], i) => all.slice(i + 1).forEach(([b, q]) => {
        if (p.left < q.right - .5 && q.left < p.right - .5 && p.top < q.bottom - .5 && q.top < p.bottom - .5) found.push(a + ' / ' + b);
      }));
      const own = lane.getBoundingClientRect();
      all.forEach(([a, p]) => { if (p.top < own.top || p.bottom > own.bottom || p.width < 24 || p.height < 24) found.push('out: ' + a); });
    });
    return [boxes, found]; }"""


def _passes(page: Page, day: str) -> None:
    """Wait until the day in the middle, as the address tells it, is after another."""
    until(page, f"new URL(location.href).searchParams.get('at') > '{day}'")


def _at(page: Page) -> str:
    page.wait_for_timeout(260)
    return str(page.evaluate("new URL(location.href).searchParams.get('at')"))


def _listed(page: Page) -> list[str]:
    """The dates of all that the list has, once nothing more is to be shown."""
    expect(page.locator(".listed li").first).to_be_visible()
    more = page.get_by_role("button", name="Show more")
    while more.is_visible():
        more.click()
    return page.locator("div.year li[data-id]").evaluate_all(
        "all => all.filter(row => row.checkVisibility()).map(row => row.dataset.date)"
    )


@pytest.mark.parametrize(("width", "lanes"), [(768, "organisation"), (1280, "kind"), (1280, "country")])
def test_marks_never_overlap(page: Page, width: int, lanes: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for level in LEVELS:
        for at in ("1994-06-01", "2001-06-15", "2013-06-01"):
            visit(page, f"?zoom={level}&lanes={lanes}&at={at}")
            boxes, overlaps = page.evaluate(OVERLAPS)
            assert boxes > 3 and overlaps == [], (level, at)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_lanes_hold_every_entry_in_each_of_its_organisations(
    page: Page, address: str, entries: list[Entry]
) -> None:
    visit(page, "")
    for by in ("organisation", "kind", "country"):
        page.get_by_label("Lanes by").select_option(by)
        expect(page.locator(".result [role=status]")).to_have_text(f"Lanes by {by}")
        counts = page.locator(".lane-name .count").evaluate_all(
            "all => all.map(one => Number(one.textContent))"
        )
        keys = {"organisation": lambda e: e.organisations, "country": lambda e: e.countries}.get(
            by, lambda e: (e.kind,)
        )
        assert sum(counts) == sum(max(1, len(keys(entry))) for entry in entries)


def test_zoom_keeps_the_day_in_the_middle(page: Page, address: str) -> None:
    visit(page, "?zoom=decade&at=2001-06-15")
    for name in LEVELS[1:]:
        page.get_by_role("button", name="Zoom in").click()
        assert f"zoom={name}" in page.url
        assert _at(page) == "2001-06-15"
    marks = page.locator(".plane .mark").evaluate_all(
        "all => all.filter(m => m.title.startsWith('15 June 2001') || m.title.includes('entries, ') && m.title.includes('15 June 2001'))"
        ".map(m => m.getBoundingClientRect().left)"
    )
    centre = page.evaluate(CENTRE)["x"]
    assert any(abs(left + 12 - centre) < 60 for left in marks)
    page.locator(".plane").focus()
    for name in reversed(LEVELS[:-1]):
        page.keyboard.press("-")
        assert f"zoom={name}" in page.url
        assert _at(page) == "2001-06-15"
    page.go_back()
    assert "zoom=five-years" in page.url
    assert page.locator(".zoom output").inner_text() == "five years"


def test_the_wheel_zooms_where_the_pointer_is(page: Page, address: str) -> None:
    visit(page, "?zoom=year&at=2001-06-15")
    axis = """year => { const cell = [...document.querySelectorAll('.plane-axis .upper')].find(c => c.textContent === year);
        return cell && cell.getBoundingClientRect().left; }"""
    page.locator(".plane").scroll_into_view_if_needed()
    x, y = page.evaluate(axis, "2003"), page.locator(".plane").bounding_box()["y"] + 100  # type: ignore[index]
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(page.locator(".zoom output")).to_have_text("quarters")
    assert abs(page.evaluate(axis, "2003") - x) < 2


def test_a_pointer_drags_the_plane_and_a_drag_opens_nothing(page: Page, address: str) -> None:
    visit(page, "?zoom=year&at=2001-06-15&organisation=sco")
    page.locator(".plane").evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = page.locator(".plane").bounding_box()
    assert box
    before = page.locator(".plane").evaluate("one => one.scrollLeft")
    x, y = box["x"] + 600, box["y"] + 80
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y, steps=4)
    page.mouse.up()
    assert page.locator(".plane").evaluate("one => one.scrollLeft") == before + 100
    _passes(page, "2001-06-15")
    assert "/timeline/" in page.url


@pytest.mark.sweep
def test_touch_moves_the_plane(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 768, "height": 900}, has_touch=True)
    page = context.new_page()
    page.goto(address + "timeline/?zoom=year&at=2001-06-15")
    page.locator(".plane").evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = page.locator(".plane").bounding_box()
    assert box
    before = page.locator(".plane").evaluate("one => one.scrollLeft")
    session = context.new_cdp_session(page)
    x, y = box["x"] + 500, box["y"] + 150
    for kind, points in [("touchStart", [0]), *[("touchMove", [step]) for step in range(20, 260, 20)]]:
        at = [{"x": x - point, "y": y} for point in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, f"document.querySelector('.plane').scrollLeft > {before} + 100")
    context.close()


def _pinch(page: Page, middle: float, y: float, apart: tuple[int, ...]) -> None:
    """Two fingers on a plane, as many pixels apart as told, one after another."""
    session = page.context.new_cdp_session(page)
    for step, gap in enumerate(apart):
        points = [{"x": middle - gap / 2, "y": y, "id": 0}, {"x": middle + gap / 2, "y": y, "id": 1}]
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.sweep
def test_two_fingers_zoom_around_the_day_between_them(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 768, "height": 900}, has_touch=True)
    page = context.new_page()
    page.goto(address + "timeline/?zoom=year&at=2001-06-15")
    page.locator(".plane").evaluate("one => one.scrollIntoView({ block: 'center' })")
    step, y = page.locator(".zoom output"), page.locator(".plane").bounding_box()["y"] + 150  # type: ignore[index]
    axis = """year => { const cell = [...document.querySelectorAll('.plane-axis .upper')].find(c => c.textContent === year);
        return cell && cell.getBoundingClientRect().left; }"""
    _pinch(page, page.evaluate(axis, "2002"), y, (80, 90, 100))
    expect(step).to_have_text("years")
    for words, before, after in (("quarters", "2002", "2002"), ("months", "2002", "January 2002")):
        x = page.evaluate(axis, before)
        _pinch(page, x, y, (80, 100, 120, 140))
        expect(step).to_have_text(words)
        assert abs(page.evaluate(axis, after) - x) < 3
    _pinch(page, x, y, (260, 200, 140, 80, 40, 20))
    expect(step).to_have_text("decades")
    assert "zoom=decade" in page.url
    assert page.evaluate("visualViewport.scale") == 1
    context.close()


def test_an_open_cluster_stands_in_the_address(browser: Browser, page: Page, address: str) -> None:
    visit(page, "?organisation=cis&lanes=kind")
    cluster = page.locator(".plane .lane", has_text="Treaties and documents").locator("button.mark").first
    cluster.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.cluster")
    rows, link = dialog.locator("li").all_inner_texts(), page.url
    assert "&open=treaty+" in link and "&zoom=" in link and len(rows) > 1

    page.go_back()
    expect(dialog).to_be_hidden()
    assert page.url.endswith("?organisation=cis&lanes=kind")
    page.go_forward()
    expect(dialog).to_be_visible()
    assert (dialog.locator("li").all_inner_texts(), page.url) == (rows, link)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page).not_to_have_url(re.compile("open="))

    other = browser.new_page(viewport={"width": 900, "height": 700})
    other.goto(link)
    expect(other.locator("dialog.cluster")).to_be_visible()
    assert other.locator("dialog.cluster li").all_inner_texts() == rows
    other.keyboard.press("Escape")
    expect(other).not_to_have_url(re.compile("open="))
    other.goto(link.replace("treaty+", "treaty+9"))
    expect(other.locator(".plane .mark").first).to_be_visible()
    expect(other.locator("dialog.cluster")).to_be_hidden()
    other.close()


@pytest.mark.sweep
def test_closing_a_cluster_takes_the_step_of_opening_back(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "timeline/?organisation=cis&lanes=kind")
    cluster = page.locator(".plane .lane", has_text="Treaties and documents").locator("button.mark").first
    length = page.evaluate("history.length")
    for _ in range(2):
        cluster.click()
        expect(page).to_have_url(re.compile("open="))
        page.keyboard.press("Escape")
        expect(page).not_to_have_url(re.compile("open="))
        expect(cluster).to_be_focused()
    assert page.evaluate("history.length") == length + 1
    page.close()


def test_a_cluster_opens_its_list_and_gives_the_focus_back(page: Page, entries: list[Entry]) -> None:
    visit(page, "?zoom=month&at=1991-12-21&organisation=cis&lanes=kind")
    lane = page.locator(".plane .lane", has_text="Treaties and documents")
    cluster = lane.locator("button.mark[title*='entries, 21 December 1991']").first
    ids = str(cluster.get_attribute("data-ids")).split()
    first, reach = date(1991, 12, 21), timedelta(days=26 * 365.2425 / 2200)
    wanted = [
        entry.item.id
        for entry in entries
        if entry.kind == "treaty" and "cis" in entry.organisations and entry.date.exact
        if entry.date.earliest and first <= entry.date.earliest < first + reach
    ]
    assert sorted(ids) == sorted(wanted) and len(wanted) > 1
    expect(cluster).to_have_text(str(len(wanted)))
    cluster.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.cluster")
    expect(dialog).to_have_accessible_name(re.compile(f"{len(wanted)} entries, 21 December 1991"))
    assert dialog.locator("li").evaluate_all("all => all.map(one => one.dataset.id)") == wanted
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(cluster).to_be_focused()


def test_marks_are_reached_by_keys_alone(page: Page, address: str) -> None:
    visit(page, "?zoom=year&at=2001-06-15&lanes=kind")
    plane = page.locator(".plane")
    plane.focus()
    start = plane.evaluate("one => one.scrollLeft")
    page.keyboard.press("ArrowRight")
    until(page, f"document.querySelector('.plane').scrollLeft > {start}")
    page.keyboard.press("Tab")
    assert page.locator(".plane .mark[tabindex='0']").count() == 1
    first = page.evaluate("document.activeElement.title")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    seen = [first]
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        inside = page.evaluate(
            """() => { const m = document.activeElement.getBoundingClientRect();
            const p = document.querySelector('.plane').getBoundingClientRect();
            return document.activeElement.matches('.mark') && m.left >= p.left + 148 && m.left + 24 <= p.right && m.top >= p.top && m.bottom <= p.bottom; }"""
        )
        assert inside, key
        seen.append(page.evaluate("document.activeElement.title"))
    assert first and outline == "solid" and len(set(seen)) >= 4
    page.keyboard.press("Escape")
    expect(plane).to_be_focused()
    page.keyboard.press("End")
    _passes(page, "2026")


def test_the_minimap_is_a_slider_with_words(page: Page, address: str) -> None:
    visit(page, "?zoom=year&at=2001-06-15")
    slider = page.get_by_role("slider", name="Years in view")
    assert slider.get_attribute("aria-valuenow") == "2001"
    assert slider.get_attribute("aria-valuetext") == "1998 to 2004"
    slider.focus()
    page.keyboard.press("PageUp")
    assert slider.get_attribute("aria-valuetext") == "2004 to 2010"
    _passes(page, "2005")
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuenow") == slider.get_attribute("aria-valuemin") == "1918"
    box = page.locator(".minimap").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + 20)
    assert slider.get_attribute("aria-valuenow") in ("1999", "2000")


def test_what_is_done_is_said_shortly(page: Page, address: str) -> None:
    visit(page, "?zoom=year&at=2001-06-15")
    said = page.locator(".result [role=status]")
    page.get_by_role("button", name="Zoom in").click()
    expect(said).to_have_text(re.compile(r"Zoom: quarters\. In view: 200[01]-\d\d to 2002-\d\d"))
    page.get_by_label("As of").fill("2001")
    page.get_by_label("As of").press("Enter")
    expect(said).to_have_text("As of 2001")
    assert page.locator("article [role=status]:not(dialog *)").count() == 1


def test_dates_that_are_not_sure_are_drawn_so(page: Page, address: str) -> None:
    visit(page, "?organisation=cica&zoom=year&at=2004-06-01")
    shapes = page.locator(".plane a.bar").evaluate_all(
        "all => all.map(m => [m.title, m.classList.contains('soft'), m.querySelector('.shape').style.getPropertyValue('--a'),"
        " m.querySelector('.shape').style.getPropertyValue('--b')])"
    )
    found: dict[str, Any] = {title.split(" – ")[0]: rest for title, *rest in shapes}
    soft, a, b = found["not after 19 October 2004"]
    assert (soft, a, b) == (True, "90%", "100%")
    soft, a, b = found["2002 to 8 June 2010"]
    assert soft and 0 < float(a[:-1]) < 20 and float(b[:-1]) == pytest.approx(100)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        *(
            pytest.param(f"{path}/timeline/", query, marks=pytest.mark.sweep)
            for path, query in (
                ("organisations/cica", "organisation=cica"),
                ("people/nursultan-nazarbayev", "person=nursultan-nazarbayev"),
            )
        ),
        pytest.param("galleries/one-market/", "organisation=eacu&kind=organisation", marks=pytest.mark.sweep),
        ("galleries/central-asia-alone/", "organisation=ucas&from=2005&to=2008"),
    ],
)
def test_the_same_timeline_stands_on_other_pages_and_opens_whole(
    page: Page, address: str, path: str, query: str
) -> None:
    page.goto(address + path)
    part = page.locator(":has(> .moving)").first
    part.locator(".moving").evaluate("box => box.scrollIntoView()")  # it is drawn when a reader comes near
    expect(part.locator(".plane .lane").first).to_be_visible()
    beside = part if part.locator("ol.timeline > li").count() else page.locator("article")
    rows = beside.locator("ol.timeline > li[data-kind]").evaluate_all(
        "all => all.map(one => one.dataset.date)"
    )
    counts = part.locator(".lane-name .count").all_inner_texts()
    assert len(rows) >= 3 and sum(map(int, counts)) >= len(rows)
    expect(part.locator("figure.chart")).to_be_hidden()
    part.get_by_role("button", name="Zoom in").click()
    link = part.get_by_role("link", name="Open in the whole timeline")
    assert str(link.get_attribute("href")).endswith("timeline/?" + query)
    link.click()
    page.wait_for_url("**/timeline/?*")
    expect(page.locator("form.timeline-filter .result")).to_contain_text(f"{len(rows)} of")
    seen = _listed(page)  # where years are asked for, what is certainly in them comes first
    assert sorted(seen) == sorted(rows)


@pytest.mark.sweep
def test_the_timeline_of_a_treaty_opens_whole_with_the_same_entries(page: Page, address: str) -> None:
    page.goto(address + "treaties/sco-charter/")
    rows = page.locator(".own-timeline li[data-kind]").evaluate_all("all => all.map(one => one.dataset.date)")
    page.get_by_role("link", name="Open in the whole timeline").click()
    page.wait_for_url("**/timeline/?item=*")
    assert _listed(page) == rows
    page.get_by_label("only these items").uncheck()
    assert "item=" not in page.url
