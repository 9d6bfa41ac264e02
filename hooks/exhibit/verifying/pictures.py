"""Pictures of a page: room is kept for each, in its own form, and its sizes are what the page says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from PIL import Image

from exhibit.verifying.asked import candidates
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

PIXELS = (".avif", ".webp", ".png", ".jpg", ".jpeg", ".gif")
"""The endings of pictures that have a size in pixels."""
SLACK = 0.02
"""By how much the form that a page keeps room for may differ from a picture's, which is rounded to whole pixels."""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """Every picture of a page."""
    for image in page.of("img"):
        yield from _room(page, site, image)
    for element in page.of("img", "source"):
        for address, size in candidates(element.attributes.get("srcset", "")):
            found = size_in(site, page.name, address)
            if found and re.fullmatch(r"\d+w", size) and int(size[:-1]) != found[0]:
                what = f"says {size} of '{address}', which is {found[0]} pixels wide"
                yield page.fault(element, what, "srcset")


def _room(page: FinishedPage, site: FinishedSite, image: Element) -> Iterator[SiteFault]:
    """Whether the page says how broad and how high a picture is, so that nothing moves as it comes."""
    said = [image.attributes.get(name, "") for name in ("width", "height")]
    if not all(re.fullmatch(r"[1-9]\d*", one) for one in said):
        yield page.fault(image, "without width and height; what is around it moves as it comes")
        return
    width, height = map(int, said)
    found = size_in(site, page.name, image.attributes.get("src", ""))
    if found and abs(width * found[1] - height * found[0]) > SLACK * width * found[1]:
        what = f"is drawn {width} by {height}, and has {found[0]} by {found[1]} pixels: it is out of shape"
        yield page.fault(image, what, "width")


def size_in(site: FinishedSite, page: str, address: str) -> tuple[int, int] | None:
    """Width and height in pixels of a picture of the site that a page names; None for what has none."""
    name = site.target(page, address).file
    return _size(site.folder / name) if PurePosixPath(name).suffix.lower() in PIXELS else None


@lru_cache(maxsize=4096)
def _size(file: Path) -> tuple[int, int] | None:
    try:
        with Image.open(file) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None  # of one that is broken is told where formats are looked at
