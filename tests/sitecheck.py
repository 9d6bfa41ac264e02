"""A checker of finished sites: every link, fragment, image and SVG link resolves inside the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class PageLinks:
    """What a page offers and asks for."""

    ids: set[str] = field(default_factory=set)
    duplicates: set[str] = field(default_factory=set)
    links: list[tuple[str, str, str]] = field(default_factory=list)


# Patterns: a site has three hundred thousand links, and a parser of every tag in Python takes a quarter of a minute.
_HIDDEN = re.compile(r"<!--.*?-->|(<script[^>]*>).*?(?=</script)", re.DOTALL)
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>""")
_TELLING = re.compile(r"\b(?:id|href|src|action|poster)\s*=|url\(#")
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")


def read_page(path: Path) -> PageLinks:
    """What a page offers and asks for, but for what stands in comments and scripts."""
    page = PageLinks()
    for tag, attributes in _TAG.findall(_HIDDEN.sub(r"\1", path.read_text(encoding="utf-8"))):
        if _TELLING.search(attributes):
            for name, *values in _ATTRIBUTE.findall(attributes):
                _note(page, tag.lower(), name.lower(), unescape("".join(values)))
    return page


def _note(page: PageLinks, tag: str, name: str, value: str) -> None:
    if name == "id" and value:
        if value in page.ids:
            page.duplicates.add(value)
        page.ids.add(value)
    if name in ("href", "src", "xlink:href", "action", "poster"):
        page.links.append((tag, name, value))
    if name in ("fill", "mask", "stroke", "clip-path") and value.startswith("url(#"):
        page.links.append((tag, name, value[4:-1]))


def check_site(site: Path, site_url: str, files: bool = False) -> list[str]:
    """Every fault of a finished site: dead links and fragments, ids used twice, other hosts' assets.

    files: the site is read without a server, so that a link to a folder is a fault.
    """
    pages = {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}
    there = {path.relative_to(site).as_posix(): path.is_dir() for path in site.rglob("*")} | {"": True}
    base = urlsplit(site_url)
    faults = []
    for name, page in pages.items():
        faults += [f"{name}: the id '{id_}' stands twice" for id_ in sorted(page.duplicates)]
        for tag, attribute, link in page.links:
            fault = _fault(there, pages, name, tag, link, base.netloc, files)
            if fault:
                faults.append(f"{name}: <{tag} {attribute}={link!r}>: {fault}")
    return faults


def _fault(
    there: dict[str, bool],
    pages: dict[str, PageLinks],
    name: str,
    tag: str,
    link: str,
    host: str,
    files: bool,
) -> str:
    """What is wrong with a link; there: each file and folder of the site, and whether it is a folder."""
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
    target = "" if target == "." else target.removesuffix("/")
    if there.get(target):
        if files:
            return "names a folder, which file:// does not open as a page"
        target = posixpath.join(target, "index.html").lstrip("/")
    if target not in there:
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
