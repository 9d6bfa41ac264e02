"""The sitemap (sitemaps.org/protocol.html): every page that search engines may have, once, and nothing else."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from datetime import date
from zlib import error as ZlibError  # noqa: N812 (it is an exception)

from exhibit.problems.problem import shown
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault, missing
from exhibit.verifying.feed import moment
from exhibit.verifying.site import FinishedSite
from exhibit.verifying.xml import XmlNode

NAME = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def check(root: XmlNode, site: FinishedSite, pages: Iterable[Facts]) -> Iterator[SiteFault]:
    """A sitemap, by its root, against the pages."""
    if (root.name, root.namespace) != ("urlset", NAMESPACE):
        yield SiteFault(
            NAME, f"is no sitemap: its root is <urlset> of {NAMESPACE}", line=root.line, column=root.column
        )
        return
    indexed = {site.address_of(page.name): page for page in pages}
    listed: set[str] = set()
    for url in root.all("url"):
        yield from _url(url, indexed, listed)
    absent = [page.name for address, page in indexed.items() if page.indexed and address not in listed]
    yield from missing(NAME, absent, "the page {} is missing")


def _url(url: XmlNode, indexed: dict[str, Facts], listed: set[str]) -> Iterator[SiteFault]:
    for loc in url.all("loc") or [url]:
        address = loc.text.strip()
        if address not in indexed:
            yield _at(loc, f"{shown(address)} is the address of no page of the site")
        elif not indexed[address].indexed:
            yield _at(loc, f"{shown(address)} is a page that keeps search engines out (noindex)")
        elif address in listed:
            yield _at(loc, f"{shown(address)} stands twice")
        listed.add(address)
    for changed in url.all("lastmod"):
        if not _is_date(changed.text.strip()):
            yield _at(changed, f"{shown(changed.text.strip())} is no date such as 2024-05-31")


def newest(root: XmlNode | None) -> date | None:
    """The newest day that a sitemap names; None where it names none."""
    texts = [
        changed.text.strip() for url in (root.all("url") if root else ()) for changed in url.all("lastmod")
    ]
    days = [text[:10] for text in texts if len(text) >= 10 and _is_date(text)]
    return max((date.fromisoformat(day) for day in days), default=None)


def _is_date(text: str) -> bool:
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text, re.ASCII):
        return True
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) and date.fromisoformat(text)) or bool(
            moment(text)
        )
    except ValueError:
        return False


def packed(site: FinishedSite) -> Iterator[SiteFault]:
    """The packed sitemap is the same; there is one where the site has an address."""
    if site.address and site.served and NAME not in site.files:
        yield SiteFault(NAME, "there is no sitemap; search engines find pages by it")
    if f"{NAME}.gz" in site.files:
        try:
            text = gzip.decompress(site.read(f"{NAME}.gz"))
        except (OSError, EOFError, ZlibError):
            yield SiteFault(f"{NAME}.gz", "cannot be unpacked; write it again")
        else:
            if NAME in site.files and text != site.read(NAME):
                yield SiteFault(f"{NAME}.gz", f"is not {NAME} packed; write it again")


def _at(node: XmlNode, message: str) -> SiteFault:
    return SiteFault(NAME, message, line=node.line, column=node.column)
