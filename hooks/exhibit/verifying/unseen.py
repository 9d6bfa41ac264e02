"""What stands where nothing else here looks, and what stands on a page and is kept from its readers."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """Pages within pages, which run and load like the page itself; and a page whose body or main part is shut."""
    for template in page.of("template"):
        yield page.fault(template, "what it holds is not looked at, and may run; write it in the page itself")
    for frame in page.having("srcdoc"):
        yield page.fault(frame, "a page in an attribute; make it a page of the site", "srcdoc")
    for script in page.of("script"):
        if script.attributes.get("type", "").strip().lower() == "speculationrules":
            yield page.fault(script, "has a browser fetch pages that nobody asked for; leave it out", "type")
    for part in page.of("body", "main"):
        for attribute in _shut(part):
            yield page.fault(part, "keeps readers from the page; take the attribute out", attribute)


def _shut(part: Element) -> Iterator[str]:
    yield from (name for name in ("hidden", "inert") if name in part.attributes)
    if part.attributes.get("aria-hidden", "").strip().lower() == "true":
        yield "aria-hidden"
