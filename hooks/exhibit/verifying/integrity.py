"""``integrity``: a hash that is one, of the file that it stands by; else the browser loads the file not at all, or
whatever it is (Subresource Integrity, 3.3)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.links import Lead
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

LENGTHS = {"sha256": 44, "sha384": 64, "sha512": 88}
"""The hashes that browsers know, from the weakest, with the characters that each has in base64."""

_HASH = re.compile(r"(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\?[!-~]*)?")


def check(page: FinishedPage, site: FinishedSite, leads: list[Lead]) -> Iterator[SiteFault]:
    """The hashes of a page. leads: its addresses, with where each leads."""
    if not (elements := page.having("integrity")):
        return
    files = {(one.element.tag, one.element.number): target.file for one, target in leads if one.use}
    for element in elements:
        value = element.attributes["integrity"]
        if element.tag not in ("script", "link") or not {"src", "href"} & {*element.attributes}:
            message = "has no effect here; it is for <script src> and <link href>"
        else:
            message = _wrong(value, files.get((element.tag, element.number), ""), site)
        if message:
            yield page.fault(element, message, "integrity")


def _wrong(value: str, file: str, site: FinishedSite) -> str:
    """What is wrong with a value; of several hashes those of the strongest kind hold, and one of them has to fit."""
    hashes: dict[str, set[str]] = {}
    for part in value.split() or [""]:
        found = _HASH.fullmatch(part)
        if not found or len(found[2]) != LENGTHS[found[1]]:
            forms = " or ".join(f"{name}- and {length}" for name, length in LENGTHS.items())
            return f"{shown(part)} is no hash: {forms} characters of base64"
        hashes.setdefault(found[1], set()).add(found[2].replace("-", "+").replace("_", "/"))
    strongest = max(hashes)
    if not file or _hash(strongest, site.read(file)) in hashes[strongest]:
        return ""
    return f"is not the {strongest} of '{file}', so browsers do not load it; take the hash of the file anew"


def _hash(kind: str, content: bytes) -> str:
    return base64.b64encode(hashlib.new(kind, content).digest()).decode()
