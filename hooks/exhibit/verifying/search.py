"""The full text that search finds: its pieces are there, every place it leads to is, every page of content is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from exhibit.problems.problem import shown
from exhibit.verifying.data import NotJsonError, parsed
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault, missing
from exhibit.verifying.leftovers import left_over
from exhibit.verifying.site import FinishedSite

PLAN = "search/full-text.js"
OTHERS = "search/search_index.json"
"""The index of another generator's search, which is not looked at."""
LEFT = re.compile(r"\bUndefined\b|\[object \w|<built-in")
"""What is left over in no text; of what else may be meant in code, the page tells more."""
_NAMED = re.compile(r"globalThis\.\w+=")
"""What stands before the data of a piece, which is a script."""


def files(site: FinishedSite, pages: list[Facts], ids: dict[str, frozenset[str]]) -> Iterator[SiteFault]:
    """The pieces, against the pages that ask for them."""
    if not any(page.asks_search for page in pages) or OTHERS in site.files:
        return
    plan = _piece(site, PLAN)
    if not isinstance(plan, dict) or not all(isinstance(plan.get(kind), list) for kind in ("words", "texts")):
        yield SiteFault(PLAN, "there is no plan of the full text that can be read; build the site again")
        return
    found: set[str] = set()
    names = [
        f"search/pieces/{kind}-{number}.js"
        for kind in ("words", "texts")
        for number in range(len(plan[kind]))
    ]
    for name in names:
        piece = _piece(site, name)
        if not piece:
            yield SiteFault(name, "this piece of the full text cannot be read; build the site again")
        elif isinstance(piece, list):
            for text in piece:
                yield from _text(name, text, site, ids, found)
    absent = [page.name for page in pages if page.searched and page.name not in found]
    yield from missing(PLAN, absent, "the page {} is not in the full text")


def _piece(site: FinishedSite, name: str) -> Any:
    """What a piece says; nothing where it cannot be read."""
    if name not in site.files:
        return None
    text = site.read(name).decode("utf-8", errors="replace")
    try:
        return parsed(_NAMED.sub("", text, count=1).rstrip().rstrip(";"))
    except NotJsonError:
        return None


def _text(
    name: str, text: Any, site: FinishedSite, ids: dict[str, frozenset[str]], found: set[str]
) -> Iterator[SiteFault]:
    """One text: where it leads, and what it says. found: the pages that have been found, filled here."""
    if not (isinstance(text, list) and len(text) == 3 and isinstance(text[0], str)):
        yield SiteFault(name, f"a text without an address: {shown(text)}")
        return
    address, title, sections = text
    target = site.target("index.html", address)
    if target.fault or target.host or target.scheme:
        yield SiteFault(name, f"the address {shown(address)}: {target.fault or 'leads out of the site'}")
        return
    found.add(target.file)
    if not str(title).strip():
        yield SiteFault(name, f"the text of {shown(address)} has no title")
    elif what := left_over(str(title)):
        yield SiteFault(name, f"the text of {shown(address)}: {shown(what)} is left over in its title")
    for fragment, heading, said in sections:
        fragment = fragment or target.fragment
        if fragment and fragment not in ids.get(target.file, {fragment}):
            yield SiteFault(
                name, f"the address {shown(address)}: there is no '#{fragment}' in '{target.file}'"
            )
        if left := LEFT.search(f"{heading} {said}"):
            yield SiteFault(name, f"the text of {shown(address)}: {shown(left[0])} is left over in it")
