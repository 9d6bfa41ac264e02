"""The site for everyone: axe-core (WCAG 2.2 AA and best practices) over every kind of page, in both
schemes and at five widths, in its states; the keyboard; zoom, motion, forced colours; the policy.

``make test`` runs axe in the light scheme at the narrowest width, its rules on colours in the dark one, and looks for
what is too wide at every width, which no scheme changes; ``make sweep`` runs it wherever the layout is another, and
over the longest pages too, which take it minutes at each width.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, TESTS
from playwright.sync_api import Browser, Page, expect

from browser.conftest import SCHEMES, Watch, by_turns, sampled, sampled_by_turns

WIDTHS = (320, 375, 768, 1280, 1920)
"""Pixels; 320 is also what 1280 is at 400 % zoom, and 640 what it is at 200 %."""
AXE_WIDTHS = (320, 768, 1280)
"""Of these, where the layout is another, so that axe looks at all of it again."""
COLOURS = ["color-contrast", "link-in-text-block", "target-size"]
"""The rules of axe that look at colours, which are all that a scheme changes; and at the size of what is touched."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SAMPLE = [
    "organisations/",
    "treaties/shanghai-agreement-1996/",
    "countries/mongolia/",
    "years/1992/",
    "compare/csto-sco/",
    "404.html",
]
"""What ``make test`` looks at: most of the parts that pages are made of."""
PAGES = [
    "atlas/",
    "?today=06-15",
    "membership/",
    "organisations/cica/",
    "galleries/one-market/",
    "lineage/",
    "about/how-to-read/",
    "sources/odkb-gov-treaty/",
    "evidence/",
    *SAMPLE,
]
"""What differs most from one another."""
MORE = [
    "galleries/thirty-five-years/",
    "galleries/how-to-distrust-a-date/",
    "contributing/",
    "names/",
    "about/classroom/",
    "people/kassym-jomart-tokayev/",
    "summits/cica-2002-almaty/",
    "organisations/csto/bodies/",
    "treaties/collective-security-treaty/",
    "events/cica-proposal-1992/",
    "places/almaty/",
    "about/",
    "about/whose-voice/",
    "about/rights/",
    "about/accessibility/",
    "galleries/",
    "years/",
    "compare/",
    "developing/",
    "timeline/",
    "two-articles/",
    "disputes/",
    "countries/kazakhstan/",
    "countries/kazakhstan/timeline/",
    "organisations/cica/evidence/",
    "organisations/cica/members/",
    "sources/icds-2016/takings/",
    "about/glossary/",
]
"""Others like them, and the longest."""

WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective + " " + e.blockedURI + " " + e.sourceFile));
window.shifted = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => { shifted += e.hadRecentInput ? 0 : e.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""
OUTLINE = """() => {
  const faults = [], shown = e => e.checkVisibility({ visibilityProperty: true });
  let last = 0;
  for (const h of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    if (!shown(h)) continue;
    const level = +h.tagName[1];
    if (level > last + 1) faults.push(`${h.tagName} “${h.textContent.trim()}” after H${last}`);
    last = level;
  }
  for (const one of ["header", "main", "footer", "h1"])
    if (document.querySelectorAll(one === "h1" || one === "main" ? one : "body > " + one + ", .md-container > " + one).length !== 1)
      faults.push("not one " + one);
  for (const t of document.querySelectorAll("article table"))
    if (!t.caption || !t.caption.textContent.trim() || !t.querySelector("th[scope]")) faults.push("a table without caption or headers: " + t.className);
  for (const s of document.querySelectorAll("article svg:not(.md-icon svg)"))
    if (s.getAttribute("aria-hidden") !== "true" && !(s.querySelector(":scope > title") && s.querySelector(":scope > desc"))) faults.push("an SVG without title and description");
  return faults;
}"""
WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
  .slice(0, 3).map(e => e.tagName + "." + e.className)"""

BROKEN = r"""() => {
  const range = document.createRange(), found = new Set();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, around = text.parentElement;
    if (!around.checkVisibility({ visibilityProperty: true }) || around.closest("svg, pre, code, .visually-hidden") || text.data.includes("://")) continue;
    if ((around.closest("thead") ?? around).getBoundingClientRect().width <= 1) continue;
    for (const word of text.data.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
      range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
      const parts = [...range.getClientRects()].filter(part => part.width > 1);
      const long = parts.reduce((sum, part) => sum + part.width, 0) > 240;
      if (!long && new Set(parts.map(part => Math.round(part.top / 4))).size > 1)
        found.add("broken in the middle: " + word[0] + " (" + around.tagName + "." + around.className + ")");
    }
  }
  return [...found].slice(0, 5);
}"""
"""Words of more than two letters that stand on two lines, though none is longer than 240 pixels; addresses may."""


def test_the_statement_says_what_is_tested() -> None:
    """No more pages, other widths or more states than there are here."""
    statement = (ROOT / "docs/about/accessibility.md").read_text("utf-8")
    *first, last = map(str, WIDTHS)
    assert f"| the same pages, {', '.join(first)} and {last} pixels wide |" in statement
    assert f"| {len(PAGES) + len(MORE)} pages of every kind:" in statement
    states = statement.partition("| states: ")[2].partition(" |")[0].split(", ")
    assert len(states) == len({act for _, _, act in [*STATES, LONG_STATE]})


@contextmanager
def opened(browser: Browser, address: str, path: str, width: int = 1280, **how: Any) -> Iterator[Page]:
    """A page of a new visitor, with a watch on what the policy refuses, what is said and asked for, and what moves."""
    context = browser.new_context(**how)
    try:
        with Window(context.new_page(), address).opened(path, width) as page:
            yield page
    finally:
        context.close()


class Window:
    """One window that is taken from page to page, with that watch: a third of the work of a new one for each."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.watch = page, address, Watch(page, address)
        page.add_init_script(WATCH)

    @contextmanager
    def opened(self, path: str, width: int = 1280) -> Iterator[Page]:
        self.watch.taken()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(self.address + path)
        yield self.page
        assert self.page.evaluate("refused") == []
        assert self.watch.taken() == ([], [])


@pytest.fixture(scope="module")
def windows(browser: Browser, address: str) -> Iterator[dict[str, Window]]:
    """A light and a dark window without motion."""
    contexts = {one: browser.new_context(color_scheme=one, reduced_motion="reduce") for one in SCHEMES}
    yield {scheme: Window(context.new_page(), address) for scheme, context in contexts.items()}
    for context in contexts.values():
        context.close()


def faults(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds: rule, element and reason; rules: only these."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def _moves(page: Page) -> float:
    """By how much an open page moves as it loads (cumulative layout shift), with the fonts at hand: when they come is the
    network's matter, and that of a machine with more to do than it can, so the quietest of three loads counts."""
    found = []
    while len(found) < 3 and (not found or found[-1] > 0.01):
        page.reload()
        page.wait_for_timeout(200)
        found.append(float(page.evaluate("shifted")))
    return min(found)


def widths(page: Page, axe: Collection[int]) -> list[tuple[int, object]]:
    """What is wrong with an open page at each width: what is too wide, words broken in the middle, what axe finds,
    and, as it opens, what moves (cumulative layout shift). Axe and movement take their time and are looked at in some widths only."""
    found: list[tuple[int, object]] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if width in axe:
            shift = _moves(page)
            found += [(width, f"moves by {shift}")] if shift > 0.01 else []
            found += [(width, fault) for fault in faults(page)]
        found += [(width, fault) for fault in page.evaluate(WIDE) + page.evaluate(BROKEN)]
    return found


@pytest.mark.parametrize("path", sampled(SAMPLE, 2))
def test_a_page_is_open_to_everyone(windows: dict[str, Window], path: str) -> None:
    with windows["light"].opened(path) as page:
        assert page.evaluate(OUTLINE) == []
        assert widths(page, {320}) == []
    with windows["dark"].opened(path) as page:
        assert faults(page, COLOURS) == []


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "axe"),
    [
        *(
            (path, {320}) for path in reversed(MORE)
        ),  # the longest first: none is left to one worker at the end
        *((path, AXE_WIDTHS) for path in PAGES),
    ],
)
def test_a_page_is_open_to_everyone_at_every_width(
    windows: dict[str, Window], path: str, axe: Collection[int]
) -> None:
    with windows["light"].opened(path) as page:
        assert page.evaluate(OUTLINE) == []
        assert widths(page, axe) == []
    with windows["dark"].opened(path) as page:
        assert faults(page, COLOURS) == []
        if path in PAGES:  # at a phone's width too; the longest pages have the same parts
            page.set_viewport_size({"width": 375, "height": 900})
            assert faults(page, COLOURS) == []


STAND_INS = """async faces => {
  const text = document.querySelector("article").innerText.replace(/[^ -~]/g, ""), found = {};
  const pen = document.createElement("canvas").getContext("2d");
  const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSFontFaceRule);
  for (const {face, own, style, weight, widths} of faces) {
    const rule = rules.map(rule => name => rule.style.getPropertyValue(name)).find(of => of("font-family") === `"${face} for now"`
      && (of("font-style") || "normal") === style && (parseInt(of("font-weight")) || 400) === weight);
    pen.font = `${style} ${weight} 1000px "${own}"`;
    await document.fonts.load(pen.font, text);
    const meanwhile = [...text].reduce((sum, letter) => sum + widths[letter.charCodeAt(0) - 32], 0);
    found[`${face} ${style} ${weight}`] = meanwhile * parseFloat(rule("size-adjust")) / 100 / pen.measureText(text).width - 1;
  }
  return found;
}"""
"""By how much a text is longer in each face that stands in for a font of ours, by its measures in faces.yml."""


@pytest.mark.parametrize("path", ["galleries/one-market/", "organisations/cica/"])
def test_what_stands_in_for_a_font_is_as_wide(browser: Browser, address: str, path: str) -> None:
    faces = yaml.safe_load((TESTS / "faces.yml").read_text("utf-8"))
    with opened(browser, address, path) as page:
        off = page.evaluate(STAND_INS, faces)
    assert len(off) == len(faces)
    assert {face: by for face, by in off.items() if abs(by) > 0.025} == {}


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("charter")
    expect(page.locator(".md-search-result__item").nth(2)).to_be_visible(timeout=90_000)


def _drawer(page: Page) -> None:
    page.get_by_role("button", name="Menu").press("Enter")
    page.get_by_role("button", name="Catalogue").press("Enter")
    expect(page.get_by_role("link", name="Treaties and documents")).to_be_visible()


def _filter(page: Page) -> None:
    page.get_by_label("differs", exact=True).check()


def _sort(page: Page) -> None:
    page.locator("thead button").first.click()


def _details(page: Page) -> None:
    page.locator("details.answer summary").first.press("Enter")


def _rival(page: Page) -> None:
    page.locator("a.compare").first.press("Enter")


def _answered(page: Page) -> None:
    expect(page.locator(".compare-result table.band")).to_be_visible()


STATES: list[tuple[str, int, Callable[[Page], None]]] = [
    ("about/", 1280, _search),
    ("about/", 375, _search),
    ("places/almaty/", 375, _drawer),
    ("places/", 768, _sort),
    ("about/classroom/", 375, _details),
    ("treaties/shanghai-agreement-1996/", 1280, _rival),
    ("compare/?a=csto&b=sco&c=uzbekistan", 375, _answered),
]
LONG_STATE = ("two-articles/?standing=differs", 1280, _filter)
"""One of the longest pages, which takes axe as long as all the others."""


@pytest.mark.parametrize(
    ("path", "width", "act", "scheme"),
    [
        *sampled_by_turns(STATES, SCHEMES, 2),
        *(pytest.param(*LONG_STATE, scheme, marks=pytest.mark.sweep) for scheme in SCHEMES),
    ],
)
def test_a_state_is_open_to_everyone(
    windows: dict[str, Window], path: str, width: int, act: Callable[[Page], None], scheme: str
) -> None:
    with windows[scheme].opened(path, width) as page:
        act(page)
        page.wait_for_timeout(300)
        assert faults(page) == []


STOP = """count => {
  let e = document.activeElement;
  if (!e || e === document.body) return null;
  const name = e.tagName + " " + (e.id || e.className.baseVal || e.className) + " " + (e.textContent || "").trim().slice(0, 20);
  if (e.matches(".md-option")) e = e.nextElementSibling;
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  const ring = (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== "none";
  const seen = e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && r.width > 1 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
  if (count) document.activeElement.dataset.stops = +(document.activeElement.dataset.stops || 0) + 1;
  return { name, ring, seen, again: +document.activeElement.dataset.stops };
}"""


@pytest.mark.parametrize(
    ("path", "width"),
    [
        *by_turns(["", "treaties/shanghai-agreement-1996/", "membership/"], (1280, 320)),
        *(pytest.param("two-articles/", width, marks=pytest.mark.sweep) for width in (1280, 320)),
    ],
)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    browser: Browser, address: str, path: str, width: int
) -> None:
    with opened(browser, address, path, width, reduced_motion="reduce") as page:
        stops: list[dict[str, Any]] = []
        for _ in range(90):
            page.keyboard.press("Tab")
            stop = page.evaluate(STOP, True)
            for _ in range(100):  # the search opens a moment after it has the focus
                if stop is None or (stop["ring"] and stop["seen"]):
                    break
                page.wait_for_timeout(50)
                stop = page.evaluate(STOP, False)
            if stop is None or stop["again"] > 1:
                break
            stops.append(stop)
        assert "Skip to content" in stops[0]["name"]
        assert len(stops) > 15
        assert [stop["name"] for stop in stops if not (stop["ring"] and stop["seen"])] == []
        page.reload()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_menu_and_scheme_are_switched_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address, "places/almaty/", 375, reduced_motion="reduce") as page:
        menu = page.get_by_role("button", name="Menu")
        expect(menu).to_have_attribute("aria-expanded", "false")
        menu.press(" ")
        expect(menu).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(menu).to_have_attribute("aria-expanded", "false")
        expect(menu).to_be_focused()
        page.locator("#__palette_0").press(" ")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator("html")).to_have_css("color-scheme", "dark")  # its scrollbars too
        page.keyboard.press(" ")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        expect(page.locator("html")).to_have_css("color-scheme", "normal")


@pytest.mark.sweep
def test_the_full_text_waits_until_search_is_reached(browser: Browser, address: str) -> None:
    with opened(browser, address, "places/almaty/") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.reload(wait_until="networkidle")
        assert not [url for url in asked if url.startswith("search/")]
        with page.expect_request("**/search/full-text.js"):
            page.keyboard.press("/")
        page.keyboard.type("charter")
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)


@pytest.mark.parametrize(("width", "fetched"), [(375, False), (1280, True)])
def test_the_timeline_s_script_waits_until_a_reader_is_near_and_spares_a_phone(
    browser: Browser, address: str, width: int, fetched: bool
) -> None:
    with opened(browser, address, "summits/cica-2002-almaty/", width) as page:
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.set_viewport_size({"width": width, "height": 200})
        page.reload(wait_until="networkidle")
        assert "assets/timeline.js" not in asked
        page.locator("#participants").scroll_into_view_if_needed()
        page.locator("#timeline").scroll_into_view_if_needed()
        plane = page.locator(".own-timeline .plane").first
        if fetched:
            expect(plane).to_be_visible()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        assert ("assets/timeline.js" in asked, plane.is_visible()) == (fetched, fetched)


def test_a_shared_search_opens_with_its_results(browser: Browser, address: str) -> None:
    with opened(browser, address, "about/?q=Tashkent") as page:
        expect(page.locator(".md-search__input")).to_have_value("Tashkent")
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)


def test_a_page_without_motion_has_none(browser: Browser, address: str) -> None:
    with opened(browser, address, "places/almaty/", reduced_motion="reduce") as page:
        moving = """[...document.querySelectorAll("*")].filter(e => getComputedStyle(e).transitionDuration.split(", ").some(d => d !== "0s")
          || getComputedStyle(e).animationName !== "none").map(e => e.className)"""
        assert page.evaluate(moving) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["organisations/cica/", "treaties/cis-agreement/"])
def test_pictures_stand_out_in_forced_colours(browser: Browser, address: str, path: str, scheme: Any) -> None:
    with opened(browser, address, path, forced_colors="active", color_scheme=scheme) as page:
        colours = page.evaluate("""() => {
          const text = getComputedStyle(document.querySelector("h1")).color;
          const filled = [...document.querySelectorAll(".chart .mark:not(.disputed), .chart text")].map(e => getComputedStyle(e).fill);
          return [text, ...filled, ...[...document.querySelectorAll(".chart .bars")].map(e => getComputedStyle(e).stroke)];
        }""")
        assert len(colours) > 5 and set(colours) == {colours[0]}


WORDS = """() => { document.querySelectorAll(".plane, .zoom output, .drawn-map .names").forEach(scale => scale.remove());
  return document.querySelector("article").innerText.split(/\\s+/); }"""
"""The words of an article but for what follows the width: the scale of a moving timeline, beneath which a list has all
that it has, and the names on a map, which come as one goes nearer."""


def _words(page: Page) -> set[str]:
    for moving in page.locator(".moving").all():
        moving.evaluate("box => box.scrollIntoView()")  # it is drawn when a reader comes near
        expect(moving).to_be_visible()
    return set(page.evaluate(WORDS))


@pytest.mark.parametrize("path", sampled(["treaties/shanghai-agreement-1996/", "", "membership/"], 3))
def test_twice_the_size_loses_nothing(browser: Browser, address: str, path: str) -> None:
    """200 % zoom of 1280 × 900 is a window of 640 × 450 at two pixels a point; 400 % one of 320."""
    with opened(browser, address, path) as page:
        words = _words(page)
    with opened(browser, address, path, 640, device_scale_factor=2) as page:
        page.set_viewport_size({"width": 640, "height": 450})
        assert page.evaluate(WIDE) == []
        assert words - _words(page) == set()
