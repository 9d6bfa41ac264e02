"""A checker of finished sites: every link, fragment, image and SVG link resolves inside the site."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class PageLinks:
    """What a page offers and asks for."""

    ids: set[str] = field(default_factory=set)
    duplicates: set[str] = field(default_factory=set)
    links: list[tuple[str, str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageLinks()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                if value in self.page.ids:
                    self.page.duplicates.add(value)
                self.page.ids.add(value)
            if name in ("href", "src", "xlink:href", "action", "poster") and value is not None:
                self.page.links.append((tag, name, value))
            if name in ("fill", "mask", "stroke", "clip-path") and (value or "").startswith("url(#"):
                self.page.links.append((tag, name, (value or "")[4:-1]))


def read_page(path: Path) -> PageLinks:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def check_site(site: Path, site_url: str, files: bool = False) -> list[str]:
    """Every fault of a finished site: dead links and fragments, ids used twice, other hosts' assets.

    files: the site is read without a server, so that a link to a folder is a fault.
    """
    pages = {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}
    base = urlsplit(site_url)
    faults = []
    for name, page in pages.items():
        faults += [f"{name}: the id '{id_}' stands twice" for id_ in sorted(page.duplicates)]
        for tag, attribute, link in page.links:
            fault = _fault(site, pages, name, tag, link, base.netloc, files)
            if fault:
                faults.append(f"{name}: <{tag} {attribute}={link!r}>: {fault}")
    return faults


def _fault(
    site: Path, pages: dict[str, PageLinks], name: str, tag: str, link: str, host: str, files: bool
) -> str:
    parts = urlsplit(link)
    if parts.scheme in ("http", "https") and parts.netloc != host:
        return "" if tag in ("a",) else "an asset of another host"
    if parts.scheme and parts.scheme not in ("http", "https"):
        return f"the scheme {parts.scheme}"
    if parts.scheme or parts.path.startswith("/"):
        target = unquote(parts.path).lstrip("/")
    else:
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if parts.path
            else name
        )
        if target.startswith(".."):
            return "leads out of the site"
    target = "" if target == "." else target
    if (site / target).is_dir():
        if files:
            return "names a folder, which file:// does not open as a page"
        target = posixpath.join(target, "index.html").lstrip("/")
    if not (site / target).is_file():
        return "there is no such file"
    fragment = unquote(parts.fragment)
    if (
        fragment
        and not fragment.startswith(":~:")
        and target in pages
        and fragment not in pages[target].ids | {"__search", "__drawer"}
    ):
        return f"there is no fragment '{fragment}'"
    return ""
