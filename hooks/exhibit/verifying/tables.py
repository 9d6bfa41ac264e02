"""Tables have headers, and every header a word."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

SCOPES = ("row", "col", "rowgroup", "colgroup", "auto")


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The tables of a page, but for those that only arrange."""
    for table in page.of("table"):
        if table.attributes.get("role", "") in ("presentation", "none"):
            continue
        if not table.node.css_first("td, th"):
            yield page.fault(table, "a table without a cell; leave it out where there is nothing to show")
        elif not table.node.css_first("th, [role=columnheader], [role=rowheader]"):
            yield page.fault(
                table, 'a table without headers; write its headings as <th scope="col"> or "row"'
            )
    for header in page.of("th"):
        if "scope" in header.attributes and header.attributes["scope"].lower() not in SCOPES:
            yield page.fault(header, f"one of: {', '.join(SCOPES)}", "scope")
    for caption in page.of("caption"):
        if not caption.words:
            yield page.fault(caption, "a caption without a word")
