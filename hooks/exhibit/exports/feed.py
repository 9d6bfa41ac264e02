"""The feed of changes: Atom (RFC 4287), one entry a commit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from exhibit.changes.log import ChangeLine
from exhibit.changes.page import Shown
from exhibit.model.addresses import index_path, item_path, page_path
from exhibit.model.kinds import Item
from exhibit.pages.site import Settings, Site

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 30
PATH = "changes.xml"

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) allows nobody to write, escaped or not."""


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The whole exhibit's feed, where the site's address is known."""
    if site.settings.site_url:
        text = feed(site.changes.entries, site.settings, site.changes.present)
        yield PATH, text.encode("utf-8")


def feed(
    entries: list[Shown],
    settings: Settings,
    present: Mapping[str, str],
    path: str = PATH,
    about: Item | None = None,
) -> str:
    """The newest entries as an Atom document with absolute addresses.

    present: the present id of each id ever used; what was taken out is not linked. path: where the feed stands;
    about: the item of which alone it tells, to whose page it leads then.

    Ids are tag URIs (RFC 4151) of the site's host, the commit's day and its whole hash, so that an
    entry keeps its id however often the site is built. With no entries the feed is as old as the
    exhibit's knowledge.
    """
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    address = urljoin(settings.site_url, path)
    page = settings.address(page_path(about) if about else index_path("changes"))
    _text(root, "id", address)
    name = f"{settings.site_name}, {about.title}" if about else settings.site_name
    _text(root, "title", f"{name}: what changed")
    _text(root, "subtitle", "Changes of facts, in words")
    _link(root, "self", address, "application/atom+xml")
    _link(root, "alternate", page, "text/html")
    _text(ET.SubElement(root, f"{{{ATOM}}}author"), "name", settings.site_name)
    newest = [shown.entry.commit.when for shown in entries[:MOST_ENTRIES]]
    last = settings.as_of.latest or datetime(1970, 1, 1, tzinfo=UTC).date()
    _text(root, "updated", _stamp(max(newest, default=datetime.combine(last, time(), UTC))))
    for shown in entries[:MOST_ENTRIES]:
        _entry(root, shown, settings, present, about)
    ET.register_namespace("", ATOM)  # here, as it is one table for all that write XML
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(
    root: ET.Element, shown: Shown, settings: Settings, present: Mapping[str, str], about: Item | None
) -> None:
    commit, host = shown.entry.commit, urlsplit(settings.site_url).hostname or "localhost"
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    part = f"/{about.id}" if about else ""
    _text(entry, "id", f"tag:{host},{shown.entry.day.isoformat()}:changes/{commit.id}{part}")
    _text(entry, "title", title(shown))
    _text(entry, "updated", _stamp(commit.when))
    page = settings.address(page_path(about) if about else index_path("changes"))
    _link(entry, "alternate", page if about else f"{page}#{shown.anchor}", "text/html")
    lines = [line for group in shown.groups for line in group]
    items = Markup("").join(Markup("<li>{}</li>").format(_line(line, settings, present)) for line in lines)
    more = Markup("<p>And {:,} more.</p>").format(shown.more) if shown.more else ""
    content = ET.SubElement(entry, f"{{{ATOM}}}content", {"type": "html"})
    content.text = str(Markup("<ul>{}</ul>{}").format(items, more))


def _line(line: ChangeLine, settings: Settings, present: Mapping[str, str]) -> Markup:
    if line.id not in present:
        return escape(clean(str(line)))
    href = settings.address(item_path(line.collection, present[line.id]))
    return Markup('<a href="{}">{}</a>: {}').format(href, clean(line.title), clean(line.sentence))


def title(shown: Shown) -> str:
    """An entry in one line: its only change, or how many there are and in what."""
    lines = [line for group in shown.groups for line in group]
    if len(lines) == 1 and not shown.more:
        return str(lines[0])
    names = list(dict.fromkeys(line.title or line.sentence for line in lines))
    others = f" and {len(names) - 2} others" if len(names) > 3 else ""
    kept = names[:2] if others else names
    number = len(lines) + shown.more
    return f"{number} change{'' if number == 1 else 's'}: {', '.join(kept)}{others}"


def clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = clean(text)


def _link(parent: ET.Element, relation: str, href: str, kind: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "type": kind, "href": href})


def _stamp(when: datetime) -> str:
    """A moment as RFC 3339 writes it, in UTC."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
