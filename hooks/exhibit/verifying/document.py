"""What makes a file a page at all: whole, in UTF-8, with a doctype, a language, and a width that fits the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.model.languages import is_language
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*(-x(-\w+)+)?", re.ASCII)
"""A language tag (RFC 5646) as far as a page needs one: language, script, region, variants."""

EARLY = 1024
"""Bytes within which a browser looks for the encoding (HTML Standard, 4.2.5.4)."""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The page as a document."""
    if page.is_empty:
        yield page.fault(None, "the page is empty; build it again")
        return
    yield from _bytes(page)
    if not re.match(r"\s*(<!--.*?-->\s*)*<!doctype html\s*>", page.text, re.IGNORECASE | re.DOTALL):
        yield page.fault(None, "begins without <!doctype html>, so browsers show it as pages of the 1990s")
    if not re.search(r"</html\s*>\s*(<!--.*?-->\s*)*\Z", page.text, re.IGNORECASE | re.DOTALL):
        yield page.fault(None, "does not end with </html>: it is cut off, or something stands behind it")
    yield from _languages(page)
    for one in page.meta("viewport"):
        if re.search(
            r"user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*[01](\D|$)", one.attributes.get("content", "")
        ):
            yield page.fault(one, "keeps readers from making the page larger", "content")
    if not any("width=device-width" in one.attributes.get("content", "") for one in page.meta("viewport")):
        yield page.fault(
            None, 'without <meta name="viewport" content="width=device-width…">: phones shrink it'
        )


def _bytes(page: FinishedPage) -> Iterator[SiteFault]:
    try:
        page.content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = page.content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        line = before.count(b"\n") + 1
        yield SiteFault(page.name, "is not UTF-8 here: write the file as UTF-8", line=line, column=column)
    declared = [one for one in page.of("meta") if "charset" in one.attributes]
    if not re.search(rb"charset\s*=\s*[\"']?utf-8", page.content[:EARLY], re.IGNORECASE):
        yield page.fault(None, f'without <meta charset="utf-8"> within its first {EARLY:,} bytes')
    yield from (page.fault(one, "the encoding is told twice", "charset") for one in declared[1:])


def _languages(page: FinishedPage) -> Iterator[SiteFault]:
    html = page.of("html")[0]
    if not html.attributes.get("lang", "").strip():
        yield page.fault(html, 'without a language: write lang="en" or the like')
    for name in ("lang", "xml:lang", "hreflang"):
        for element in page.having(name):
            value = element.attributes[name]
            if value and not _is_tag(value) and not (name == "hreflang" and value == "x-default"):
                yield page.fault(element, f"'{value}' is no language; write a code such as 'en'", name)


def _is_tag(text: str) -> bool:
    """Whether a text is a language tag (BCP 47) whose language has a name."""
    return bool(_TAG.fullmatch(text)) and is_language(text)
