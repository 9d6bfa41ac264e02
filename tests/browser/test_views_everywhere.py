"""Every view at every width, in both schemes, with script and without: whole, quiet, nothing beside the page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.conftest import SCHEMES, Watch, by_turns

# the view, and what of it must be seen with script and without
VIEWS = [
    ("timeline/", "ol.timeline > li.entry", ".years a"),
    (
        "timeline/?organisation=sco&kind=treaty&zoom=year",
        "ol.timeline > li.entry:visible",
        ".years a",
    ),
    (
        "atlas/?date=2002-10-07&organisation=csto",
        ".atlas-map .badge:not(.off)",
        ".atlas-map .badge:not(.off)",
    ),
    ("membership/", "table th[scope=row]", "table th[scope=row]"),
    ("lineage/", "ul.lineage li", "ul.lineage li"),
    ("compare/", "form", "a[href*='-and-'], a[href*='csto']"),
    ("compare/?a=uzbekistan&b=kazakhstan&date=2002-10-07", "h1", "h1"),
    ("years/1992/", "h1", "h1"),
    ("galleries/one-market/", "ol.timeline > li", "ol.timeline > li"),
    ("organisations/sco/", "ol.by-year a", "ol.by-year a"),
    ("organisations/sco/timeline/", "ol.timeline > li", "ol.timeline > li"),
    ("treaties/sco-charter/", "ol.timeline > li", "ol.timeline > li"),
]


@pytest.mark.parametrize(
    ("script", "width", "scheme"),
    by_turns([(True, 360)], SCHEMES)
    + [
        pytest.param(script, width, scheme, marks=pytest.mark.sweep)
        for script, width in ((True, 768), (True, 1280), (False, 360), (False, 768), (False, 1280))
        for scheme in SCHEMES
    ],
)
def test_every_view_is_whole(browser: Browser, address: str, width: int, scheme: Any, script: bool) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script
    )
    watch = Watch(page, address)
    for path, scripted, plain in VIEWS:
        page.goto(address + path)
        page.locator(scripted if script else plain).first.wait_for(state="visible")
        wide = page.locator("body").evaluate("body => body.ownerDocument.documentElement.scrollWidth")
        assert wide <= width, f"{path} is {wide} pixels wide"
    assert watch.errors == [] and watch.foreign == []
    page.close()


def test_nothing_moves_for_who_asked_for_less_motion(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    moving = """() => Array.from(document.querySelectorAll('.md-content *')).filter(part => {
      const style = getComputedStyle(part);
      return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01
        || style.scrollBehavior === 'smooth';
    }).map(part => part.outerHTML.slice(0, 80))"""
    for path in ("timeline/", "atlas/", "organisations/sco/"):
        page.goto(address + path)
        assert page.evaluate(moving) == [], path
    page.close()
