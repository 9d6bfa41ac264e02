"""Feeds: Atom (RFC 4287), well-formed, with ids and dates, and with links to what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from exhibit.problems.problem import shown
from exhibit.verifying.asked import asked
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.fragments import alive
from exhibit.verifying.leftovers import left_over
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite
from exhibit.verifying.xml import ATOM, XmlNode

TEXTS = ("title", "subtitle", "summary", "content", "rights")
"""What may be HTML in a feed or an entry (RFC 4287, 3.1)."""

YEAR = timedelta(days=366)
"""How much later than the newest page a feed may be dated: clocks of history differ, but not by more."""

Ids = dict[str, frozenset[str]]


def check(
    name: str, root: XmlNode, site: FinishedSite, ids: Ids, built: date | None = None
) -> Iterator[SiteFault]:
    """A feed, by its root. ids: those of each page of the site; built: the newest date of its sitemap."""
    if root.namespace != ATOM:
        yield _at(name, root, f"is no feed of Atom: its namespace is {ATOM}")
        return
    entries = root.all("entry")
    for node in (root, *entries):
        yield from _needed(name, node)
        yield from _links(name, node, site, ids)
    yield from _owner(name, root, entries)
    yield from _later(name, root, entries, built)
    seen: set[str] = set()
    for entry in entries:
        id_ = _text(entry, "id")
        if id_ in seen:
            yield _at(
                name, entry, f"the id {shown(id_)} stands twice; readers would see one entry of the two"
            )
        seen.add(id_)
        if not entry.first("content") and not any(
            _relation(link) == "alternate" for link in entry.all("link")
        ):
            yield _at(name, entry, "an entry without content or a link to a page")
    for link in root.all("link"):
        own = f"{site.address}{name}"
        if _relation(link) == "self" and site.address and link.attributes.get("href") != own:
            yield _at(
                name, link, f"names {shown(link.attributes.get('href', ''))} as its own address, not {own}"
            )


def _needed(name: str, node: XmlNode) -> Iterator[SiteFault]:
    """What a feed and an entry have to have once (RFC 4287, 4.1.1 and 4.1.2)."""
    for needed in ("id", "title", "updated"):
        found = node.all(needed)
        if len(found) != 1:
            times = "no" if not found else f"{len(found)} times"
            yield _at(name, node, f"<{node.name}> has {times} <{needed}>; it has one")
        for one in found:
            text = _whole(one)
            if not text:
                yield _at(name, one, f"<{needed}> is empty")
            elif needed == "title" and (what := left_over(text)):
                yield _at(name, one, f"{shown(what)} is left over in the title {shown(text)}")
            elif needed == "id" and not re.match(r"[a-z][a-z0-9+.-]*:\S+$", text, re.IGNORECASE):
                yield _at(
                    name, one, f"{shown(text)} is no id: an address, or one that begins with tag: or urn:"
                )
    for stamp in (*node.all("updated"), *node.all("published")):
        if _whole(stamp) and not moment(_whole(stamp)):
            yield _at(name, stamp, f"{shown(_whole(stamp))} is no moment such as 2024-05-31T12:00:00Z")


def _owner(name: str, root: XmlNode, entries: list[XmlNode]) -> Iterator[SiteFault]:
    authors = [root.first("author")] if root.first("author") else [entry.first("author") for entry in entries]
    if not authors or not all(author and _text(author, "name") for author in authors):
        yield _at(name, root, "the feed has no <author> with a <name>")


def _later(name: str, root: XmlNode, entries: list[XmlNode], built: date | None) -> Iterator[SiteFault]:
    """Dates of what has not been yet, and those later than the newest entry: readers would take them for news."""
    newest = max((when for entry in entries for when, _ in _moments(entry, "updated")), default=None)
    for node in (root, *entries):
        for when, stamp in _moments(node, "updated", "published"):
            if built and when.date() - built > YEAR:
                told = f"has not been yet: the newest date of the sitemap is {built}"
                yield _at(name, stamp, f"{shown(_whole(stamp))} {told}")
            elif newest and when > newest:
                told = f"is later than the newest entry, of {newest:%Y-%m-%dT%H:%M:%SZ}"
                yield _at(name, stamp, f"{shown(_whole(stamp))} {told}")


def _moments(node: XmlNode, *names: str) -> Iterator[tuple[datetime, XmlNode]]:
    """What the dates of a feed or an entry say, as far as they can be read."""
    for stamp in (one for name in names for one in node.all(name)):
        if when := moment(_whole(stamp)):
            yield when, stamp


def moment(text: str) -> datetime | None:
    """The moment, in UTC, that a date and time with a zone say (RFC 3339); None if the text is none."""
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
    if not re.fullmatch(form, text, re.ASCII):
        return None
    try:
        return datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00")).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _links(name: str, node: XmlNode, site: FinishedSite, ids: Ids) -> Iterator[SiteFault]:
    """The links of a feed or an entry, and those in the HTML of its content."""
    for content in _texts(node):
        if content.attributes.get("type") == "html":
            for what in alive(content.text):
                yield _at(name, content, f"{what} in the {content.name} would run or load in a reader")
            if what := left_over(FinishedPage(name, _as_page(content)).of("body")[0].words):
                yield _at(name, content, f"{shown(what)} is left over in the content")
    for at, link in _addresses(name, node):
        target = site.target(name, link)
        if not link.strip():
            yield _at(name, at, "an empty address")
        elif target.fault:
            yield _at(name, at, f"{shown(link)}: {target.fault}")
        elif target.host:
            yield _at(name, at, f"{shown(link)} leads to another host; a feed speaks of its own site")
        elif target.fragment and target.fragment not in ids.get(target.file, {target.fragment}):
            yield _at(name, at, f"there is no '#{target.fragment}' in '{target.file}'")


def _texts(node: XmlNode) -> list[XmlNode]:
    return [one for part in TEXTS for one in node.all(part)]


def _as_page(content: XmlNode) -> bytes:
    return f"<body>{content.text}</body>".encode()


def _addresses(name: str, node: XmlNode) -> Iterator[tuple[XmlNode, str]]:
    """The addresses of a feed or an entry, of its pictures, and those in its texts, be they HTML or XHTML."""
    yield from ((link, link.attributes.get("href", "")) for link in node.all("link"))
    yield from ((picture, _whole(picture)) for picture in (*node.all("icon"), *node.all("logo")))
    for content in _texts(node):
        for one in content.every():
            yield from ((one, one.attributes[key]) for key in ("href", "src") if key in one.attributes)
        if content.attributes.get("type") == "html":
            yield from ((content, one.link) for one in asked(FinishedPage(name, _as_page(content))))


def _relation(link: XmlNode) -> str:
    return link.attributes.get("rel", "alternate").strip()


def _whole(node: XmlNode) -> str:
    return " ".join("".join(one.text for one in node.every()).split())


def _text(node: XmlNode, name: str) -> str:
    child = node.first(name)
    return _whole(child) if child else ""


def _at(name: str, node: XmlNode, message: str) -> SiteFault:
    return SiteFault(name, message, line=node.line, column=node.column)
