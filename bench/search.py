"""Measure the search: ``python bench/search.py``, a part of ``make bench``, over the site that stands in ``site/``.

With the processor slowed four times, in milliseconds, the median of some visits: from the first key to the first link by
name, where the key follows the search's focus at once or half a second later, as with a hand that goes from the pointer to
the keyboard; how long the page works for a whole question; and how long it is from the last key to what is found in the full
text, and how many bytes a question fetches for that, compressed, with nothing of it at hand.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from adapter.browser import find_browser  # noqa: E402
from browser.conftest import FLAGS, served  # noqa: E402
from playwright.sync_api import Browser, Page, Response, sync_playwright  # noqa: E402

SLOWED, VISITS = 4, 7
WATCH = """() => {
    addEventListener('keydown', (event) => { window.pressed ??= event.timeStamp; }, true);
    new MutationObserver(() => {
      if (document.querySelector('.finder a')) { window.found ??= performance.now(); }
    }).observe(document.querySelector('.md-search-result'), { childList: true, subtree: true }); }"""
WORK = """words => { const field = document.querySelector('.md-search__input'), start = performance.now();
    field.value = words; field.dispatchEvent(new InputEvent('input')); return performance.now() - start; }"""
QUESTIONS = ["n", "Nazerbayev", "7 October 2002", "CSTO 1999", "colective securty treaty organisation"]


def opened(browser: Browser, address: str) -> Page:
    """A page as somebody sees it who has never been there, slowed."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate(WATCH)
    page.keyboard.press("/")
    page.evaluate("() => { delete window.pressed; }")
    return page


def first(browser: Browser, address: str, pause: int) -> float:
    """From the first key to the first link by name."""
    page = opened(browser, address)
    page.wait_for_timeout(pause)
    page.keyboard.press("k")
    while not (taken := page.evaluate("() => window.found && window.found - window.pressed")):
        page.wait_for_timeout(20)
    page.context.close()
    return float(taken)


FOUND = """words => new Promise(done => {
    const field = document.querySelector('.md-search__input'), start = performance.now();
    new MutationObserver((_, watch) => {
      if (!document.querySelector('.md-search-result__link')) { return; }
      watch.disconnect();
      done(performance.now() - start);
    }).observe(document.querySelector('.md-search-result'), { childList: true, subtree: true });
    field.value = words;
    field.dispatchEvent(new InputEvent('input')); })"""
IN_TEXT = [
    "observer status of Moldova",
    "gas dispute",
    "notice of withdrawal",
    "war in Ukraine",
    "сотрудничество",
]


def in_text(browser: Browser, address: str, words: str) -> tuple[float, int, int]:
    """From the last key to what is found in the full text; the files that it fetched, and their bytes, compressed."""
    page = opened(browser, address)
    page.wait_for_selector(".finder", state="attached")
    page.wait_for_timeout(1000)
    bodies: list[Response] = []
    page.on("response", lambda response: bodies.append(response))
    taken = page.evaluate(FOUND, words)
    weight = sum(len(gzip.compress(one.body(), 6)) for one in bodies)
    page.context.close()
    return float(taken), len(bodies), weight


def main() -> int:
    with sync_playwright() as playwright, served(ROOT / "site") as url:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for pause in (0, 500):
            taken = [first(browser, f"{url}about/", pause) for _ in range(VISITS)]
            print(
                f"first link, key {pause} ms after the focus: {statistics.median(taken):.0f} ms (at most {max(taken):.0f})"
            )
        page = opened(browser, f"{url}about/")
        page.wait_for_selector(".finder", state="attached")
        page.wait_for_timeout(2000)
        for words in QUESTIONS:
            print(f"work for “{words}”: {page.evaluate(WORK, words):.0f} ms")
        for words in IN_TEXT:
            found = [in_text(browser, f"{url}about/", words) for _ in range(3)]
            _, files, weight = found[0]
            took = statistics.median(taken for taken, _, _ in found)
            print(
                f"full text, “{words}”: {took:.0f} ms after the last key, {files} files, {weight / 1000:.0f} kB"
            )
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
