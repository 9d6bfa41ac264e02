"""What visits cost in bytes and requests, as tables: ``python bench/traffic.py [site]``; docs/developing/publishing.md has them.

A browser makes the visit (visit.py). The rest is sums, from what is assumed below.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from visit import DAY, HEAD, KEPT, MONTH, ROOT, SHORT, Cost, Visit, Weights, noting, visit

sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from adapter.browser import find_browser  # noqa: E402
from browser.conftest import FLAGS  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

VISITS = (1_000_000, 100_000_000)
"""Visits a month for which sums are made."""
PAGES = 3
"""Assumed: pages of a visit. The first is the entrance, the others are of items, as heavy as the mean of all pages."""
FIRST = 0.7
"""Assumed: the share of visits by people who have nothing of the site; others have all, older than ten minutes."""
SEARCHES = 0.1
"""Assumed: the share of visits in which something is searched, each time with nothing of it at hand."""
PUBLISHED = 30
"""Assumed: publications a month, after each of which every file counts as changed."""
CACHES = (1, 50)
"""Assumed: from how many places a CDN asks the origin, readers being spread over them evenly."""
TIMELINE = "assets/near.js"
"""What a page of an item loads that has a timeline."""


def total(*costs: Cost) -> Cost:
    return Cost(sum(cost.requests for cost in costs), sum(cost.bytes for cost in costs))


def first_time(weights: Weights, seen: Visit) -> Cost:
    """The pages of a visit for who has nothing at hand."""
    return total(*map(weights.cost, seen.pages.values()))


def again(weights: Weights, seen: Visit) -> Cost:
    """The pages of a visit for who has all that they load, older than ten minutes and not changed since."""
    loaded = [one for page, asked in seen.pages.items() for one in asked if one != page]
    asked = len([one for one in loaded if not one.startswith(KEPT)])
    return total(weights.cost([*seen.pages]), Cost(asked, asked * HEAD))


def month(visits: int, weights: Weights, seen: Visit) -> Cost:
    """What readers ask for in a month, of the CDN or of a server without one."""
    new, old = first_time(weights, seen).times(FIRST), again(weights, seen).times(1 - FIRST)
    return total(new, old, weights.cost(seen.search).times(SEARCHES)).times(visits)


def passed_on(asked: float, kept: float, caches: int) -> float:
    """How many of the requests for one file a CDN passes on, which come one by one and not in step: in each of its
    places one, and then none for as long as the answer is kept."""
    return asked / (1 + asked / caches * kept / MONTH)


def origin(visits: int, weights: Weights, seen: Visit, kept: float, caches: int) -> Cost:
    """What the CDN asks of the origin in a month: once with all bytes after each publication, else whether it changed."""
    pages = weights.pages()
    often = {page: visits * (PAGES - 1) / len(pages) for page in pages}
    often["/"] += visits
    loaded = [one for asked in seen.pages.values() for one in asked if one not in pages]
    parts = dict.fromkeys(loaded, visits) | dict.fromkeys(seen.search, visits * SEARCHES)
    costs = []
    for address, asked in (often | parts).items():
        time = MONTH if address.startswith(KEPT) else kept
        requests = passed_on(asked, time, caches)
        whole = min(asked, caches * (1 if address.startswith(KEPT) else PUBLISHED))
        requests = max(requests, whole)
        costs.append(Cost(requests, requests * HEAD + whole * weights.of(address)))
    return total(*costs)


def typical(weights: Weights) -> list[str]:
    """Pages as heavy as the mean of all, of those of items that have a timeline and so load most."""
    pages = weights.pages()
    mean = statistics.mean(pages.values())
    of_items = [page for page in pages if page.count("/") == 3 and TIMELINE in weights.text(page)]
    return sorted(of_items, key=lambda page: (abs(pages[page] - mean), page))[: PAGES - 1]


def told(cost: Cost) -> str:
    """Requests and bytes as cells of a table."""
    units = {"TB": 1e12, "GB": 1e9, "MB": 1e6, "kB": 1e3}
    name = next((name for name, unit in units.items() if cost.bytes >= unit), "kB")
    few = cost.requests < 1e6
    requests = f"{cost.requests:,.0f}" if few else f"{cost.requests / 1e6:,.1f} million"
    return f"{requests} | {cost.bytes / units[name]:,.3g} {name}"


def one_visit(weights: Weights, seen: Visit) -> Iterator[str]:
    """What a page weighs, and the steps of a visit."""
    heavy = sorted(weights.pages().values())
    middle, mean = statistics.median(heavy) / 1e3, statistics.mean(heavy) / 1e3
    yield f"{len(heavy):,} pages. Compressed, the one in the middle has {middle:.1f} kB, the mean is {mean:.1f} kB,"
    yield f"the heaviest has {heavy[-1] / 1e3:.0f} kB.\n"
    yield "| step | requests | bytes | of these, the page | fonts |\n|---|--:|--:|--:|--:|"
    steps = {f"`{page}`": asked for page, asked in seen.pages.items()}
    yield from (_step(weights, step, asked, weights.cost(asked)) for step, asked in steps.items())
    yield _step(weights, "a search, with nothing of it at hand", [], weights.cost(seen.search))
    every = [one for asked in seen.pages.values() for one in asked]
    yield _step(weights, "all pages, with nothing at hand", every, first_time(weights, seen))
    words = "all pages, what they load being there, but older than ten minutes"
    yield _step(weights, words, [*seen.pages], again(weights, seen))


def _step(weights: Weights, words: str, asked: list[str], cost: Cost) -> str:
    pages = sum(weights.of(one) for one in asked if one.endswith("/"))
    fonts = sum(weights.of(one) for one in asked if one.endswith(".woff2"))
    return f"| {words} | {told(cost)} | {pages / 1e3:.0f} kB | {fonts / 1e3:.0f} kB |"


def sums(weights: Weights, seen: Visit) -> Iterator[str]:
    """What a month's visits come to, for readers and for the origin behind a CDN."""
    yield "\n| a month | " + " | ".join(f"{number:,} visits: requests | bytes" for number in VISITS) + " |"
    yield "|---|" + "--:|" * 2 * len(VISITS)
    readers = [month(number, weights, seen) for number in VISITS]
    rows = {"what readers ask for": readers}
    for kept, words in ((SHORT, "ten minutes"), (DAY, "a day")):
        for caches in CACHES:
            what = f"what a CDN asks for that keeps it {words}, from {caches} {'places' if caches > 1 else 'place'}"
            rows[what] = [origin(number, weights, seen, kept, caches) for number in VISITS]
    yield from (f"| {what} | {' | '.join(map(told, found))} |" for what, found in rows.items())
    yield "\nReaders, on average over the month:"
    for number, cost in zip(VISITS, readers, strict=True):
        bits = cost.bytes * 8 / MONTH / 1e6
        yield f"{number:,} visits: {cost.requests / MONTH:,.0f} requests and {bits:,.1f} Mbit a second."


def main(site: Path) -> None:
    """Look at a visit that begins at the entrance, and print what comes of it."""
    weights = Weights(site)
    with noting(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        seen = visit(browser, address, ["/", *typical(weights)])
        browser.close()
    print("\n".join([*one_visit(weights, seen), *sums(weights, seen)]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
