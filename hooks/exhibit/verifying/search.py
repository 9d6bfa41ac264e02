"""The search index: not empty, every location is there, every page of content is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from exhibit.problems.problem import shown
from exhibit.verifying.data import NotJsonError, parsed, texts
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault, missing
from exhibit.verifying.fragments import marked_up
from exhibit.verifying.leftovers import left_over
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

FOLDER = "search/"
INDEX = f"{FOLDER}search_index.json"
LEFT = re.compile(r"\bUndefined\b|\[object \w|&lt;built-in")
"""What is left over in no text of an entry; of what else may be meant in code, the page tells more."""

_SCRIPT = re.compile(r"\s*var __index\s*=\s*")
"""What stands before the index where it is a script, for pages that are opened from a folder."""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The worker that searches is there: the theme's settings in the page name it."""
    for element in page.of("script"):
        if element.attributes.get("id") == "__config":
            try:
                settings = parsed(element.node.text())
            except NotJsonError:
                return
            worker = str(settings.get("search", "")) if isinstance(settings, dict) else ""
            target = site.target(page.name, worker)
            if worker and (target.fault or target.host):
                yield page.fault(
                    element, f"the search worker {shown(worker)}: {target.fault or 'of another host'}"
                )


def files(site: FinishedSite, pages: list[Facts], ids: dict[str, frozenset[str]]) -> Iterator[SiteFault]:
    """The index, in one or more files, against the pages that ask for it."""
    if not any(page.asks_search for page in pages):
        return
    indexes = {name: index for name in sorted(site.files) if (index := _index(site, name)) is not None}
    if not indexes:
        yield SiteFault(
            INDEX, "there is no search index, though the pages have a search; build the site again"
        )
        return
    entries = [(name, entry) for name, index in indexes.items() for entry in index["docs"]]
    if not entries:
        yield SiteFault([*indexes][0], "the search index is empty; build the site again")
        return
    found: set[str] = set()
    for name, entry in entries:
        yield from _entry(name, entry, site, ids, found)
    last = entries[-1][0]
    if not any(isinstance(entry, dict) and entry.get("text") for _, entry in entries):
        yield SiteFault(last, "no entry of the search index has a text; build the site again")
    absent = [page.name for page in pages if page.searched and page.name not in found]
    yield from missing(last, absent, "the page {} is not in the search index")


def _index(site: FinishedSite, name: str) -> dict[str, Any] | None:
    """What an index says, if the file is one that can be read; else ``data.py`` tells."""
    if not (name.startswith(FOLDER) and name.endswith((".json", ".js"))):
        return None
    text = site.read(name).decode("utf-8", errors="replace")
    if name.endswith(".js") and not _SCRIPT.match(text):
        return None
    try:
        value = parsed(_SCRIPT.sub("", text, count=1).rstrip().rstrip(";"))
    except NotJsonError:
        return None
    return value if isinstance(value, dict) and isinstance(value.get("docs"), list) else None


def _entry(
    name: str, entry: Any, site: FinishedSite, ids: dict[str, frozenset[str]], found: set[str]
) -> Iterator[SiteFault]:
    """One entry: where it leads, and what it says. found: the locations and pages that have been found, filled here."""
    if not isinstance(entry, dict) or not isinstance(entry.get("location"), str):
        yield SiteFault(name, f"an entry without a location: {shown(entry)}")
        return
    location = entry["location"]
    target = site.target("index.html", location)
    if target.fault or target.host or target.scheme:
        yield SiteFault(name, f"the location {shown(location)}: {target.fault or 'leads out of the site'}")
        return
    if location in found:
        yield SiteFault(name, f"the location {shown(location)} stands twice")
    found |= {location} if target.fragment else {location, target.file}
    if target.fragment and target.fragment not in ids.get(target.file, {target.fragment}):
        yield SiteFault(
            name, f"the location {shown(location)}: there is no '#{target.fragment}' in '{target.file}'"
        )
    title = entry.get("title")
    if not isinstance(title, str) or not title.strip():
        yield SiteFault(name, f"the entry {shown(location)} has no title")
    elif what := left_over(unescape(title)):  # titles are HTML
        yield SiteFault(name, f"the entry {shown(location)}: {shown(what)} is left over in its title")
    text = entry.get("text")
    if not isinstance(text, str):
        yield SiteFault(name, f"the entry {shown(location)} has no text")
    elif left := LEFT.search(text):
        yield SiteFault(name, f"the entry {shown(location)}: {shown(left[0])} is left over in its text")
    for field in ("title", "text", "tags"):
        if what := marked_up("\n".join(texts(entry.get(field, "")))):
            yield SiteFault(
                name,
                f"the entry {shown(location)}: {shown(what)} in its {field} would come to life in results",
            )
