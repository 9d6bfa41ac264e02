"""Budgets: how heavy pages, what they load, and the site may be."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.site import FinishedSite

KIB = 1024
PAGE, PAGE_PACKED = 1536 * KIB, 160 * KIB
"""Bytes of a page's HTML, as it stands and compressed as servers send it: the longest has the whole timeline."""
MEDIAN = 40 * KIB
"""Bytes of the page in the middle."""
LOADED = 120 * KIB
"""Compressed bytes of the scripts and stylesheets that a page loads: with a page of 15 KiB, what a slow mobile line
(1.6 Mbit/s, the one that Lighthouse assumes) brings in a second, less the time for finding the host."""
FILE = {
    ".png": 300,
    ".jpg": 300,
    ".jpeg": 300,
    ".webp": 300,
    ".gif": 300,
    ".svg": 100,
    ".woff2": 100,
    ".css": 120,
}
"""KiB of a file by its kind."""
ANY_FILE = 25 * KIB * KIB
"""Bytes of any file: hosts of sites take no larger one (Cloudflare Pages, limits)."""
WHOLE = 1024 * KIB * KIB
"""Bytes of the whole site: what GitHub Pages publishes at most."""


def packed(content: bytes) -> int:
    """The size of a file as servers send it."""
    return len(gzip.compress(content, 6))


def check(pages: list[Facts], site: FinishedSite) -> Iterator[SiteFault]:
    """What weighs more than its budget."""
    weight = cache(lambda name: packed(site.read(name)))
    for page in pages:
        yield from _over(page.name, "the page", page.weight[0], PAGE)
        yield from _over(page.name, "the page, compressed,", page.weight[1], PAGE_PACKED)
        loaded = sum(map(weight, page.loaded))
        yield from _over(page.name, "what the page loads of scripts and styles, compressed,", loaded, LOADED)
    if pages and (median := int(statistics.median(page.weight[0] for page in pages))) > MEDIAN:
        yield SiteFault(
            "index.html", f"the page in the middle has {_told(median)}; the budget is {_told(MEDIAN)}"
        )
    sizes = {name: (site.folder / name).stat().st_size for name in sorted(site.files)}
    for name, size in sizes.items():
        most = FILE.get(PurePosixPath(name).suffix.lower(), ANY_FILE // KIB) * KIB
        yield from _over(name, "the file", size, most)
    yield from _over("index.html", "the whole site", sum(sizes.values()), WHOLE)


def _over(name: str, what: str, size: int, most: int) -> Iterator[SiteFault]:
    if size > most:
        yield SiteFault(name, f"{what} has {_told(size)}; the budget is {_told(most)}")


def _told(size: int) -> str:
    return f"{size / KIB:,.0f} KiB"
