"""Links between pages: what the navigation and the pages of docs/ lead to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from exhibit.model.addresses import url_of
from exhibit.model.marks import position, unmarked
from exhibit.pages.addresses import made
from exhibit.pages.site import Site
from exhibit.problems.problem import Problem, did_you_mean, shown
from exhibit.reading.navigation import Navigation
from exhibit.reading.settings import FILE

_LINK = re.compile(
    r"\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\))?)>?(?:\s+[\"'(][^\n]*?)?\s*\)|^ {0,3}\[[^\]\n]+\]:\s*<?(\S+?)>?\s*$|href=\"([^\"\s]+)\"",
    re.M,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\{|\?", re.IGNORECASE)
_SCHEMES = ("http", "https", "mailto")
"""What a link out of the site may begin with."""
_MADE = set(".xml .json .csv .sqlite .zip .ris .bib .pdf .svg .ics .geojson .ttl .html".split())
"""Endings of files that a build makes besides pages: whether they are there is known only after it."""


class Pages:
    """What a link may lead to. docs: the folder of the hand-written pages."""

    def __init__(self, site: Site, docs: Path) -> None:
        self.site, self.docs = site, docs

    @cached_property
    def paths(self) -> set[str]:
        """The Markdown paths of all pages, made or written by hand."""
        return {owner.path for owner in made(self.site)} | set(self.site.docs)

    @cached_property
    def urls(self) -> dict[str, str]:
        """Their paths by address."""
        return {url_of(path): path for path in self.paths}

    def wrong(self, link: str, page: str) -> str:
        """What is wrong with a link on a page, or the empty text."""
        target = unquote(re.split(r"[#?]", link, maxsplit=1)[0])
        folder = "" if target.startswith("/") else posixpath.dirname(page)
        path = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
        if path in self.paths or target and (self.docs / path).is_file() and not path.endswith(".md"):
            return ""
        if re.fullmatch(r"years/[0-9]{4}\.md", path) and int(path[6:10]) in self.site.years_told:
            return ""
        if self.site.parts.has(path):
            return ""
        if page_meant := self.urls.get(f"{path}/".removeprefix("./")):
            return f"{shown(link)} is an address, not a page; write {self._written(page_meant, page)}"
        if path == ".." or path.startswith("../"):
            return f"{shown(link)} leads out of the site; link its address on the web"
        if posixpath.splitext(path)[1] in _MADE:
            return ""
        return f"there is no page {shown(link)}{self._nearest(path, page)}"

    def dead(self, address: str, page: str) -> str:
        """What is wrong with an address in the HTML of a page, or the empty text."""
        target = unquote(re.split(r"[#?]", address, maxsplit=1)[0])
        path = posixpath.normpath(posixpath.join("/", url_of(page), target)).strip("/")
        there = f"{path}/" in self.urls or not path or (self.docs / path).is_file()
        if there or posixpath.splitext(path)[1] in _MADE or re.fullmatch(r"years/[0-9]{4}", path):
            return ""
        near = did_you_mean(path, (url.strip("/") for url in self.urls))
        return f"there is no page at {shown(address)}{near if 'did you' in near else ''}"

    def _written(self, path: str, page: str) -> str:
        return posixpath.relpath(path, posixpath.dirname(page) or ".")

    def _nearest(self, path: str, page: str) -> str:
        """The page of the same name elsewhere, or one of nearly that name."""
        same = [known for known in self.paths if posixpath.basename(known) == posixpath.basename(path)]
        if len(same) == 1 and not path.endswith("index.md"):
            return f"; did you mean '{self._written(same[0], page)}'?"
        near = [known for known in self.paths if posixpath.dirname(known) == posixpath.dirname(path)]
        names = {posixpath.basename(known): known for known in near}
        advice = did_you_mean(posixpath.basename(path), names)
        found = re.search(r"did you mean '([^']+)'", advice)
        return f"; did you mean '{self._written(names[found.group(1)], page)}'?" if found else ""


def _no_address(link: str) -> str:
    """What is wrong with a link out of the site: a scheme that runs something, or opens what only one machine has."""
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", link, re.IGNORECASE)
    known = not scheme or scheme.group(1).lower() in _SCHEMES
    return "" if known else f"{shown(link)} is no address of the web; it must begin with https:// or http://"


def lost_links(site: Site, docs: Path, folder: str) -> Iterator[Problem]:
    """The links of hand-written pages that lead nowhere, at their places. folder: docs, relative to the project."""
    pages = Pages(site, docs)
    for page, text in site.docs.items():
        bare = unmarked(text) if "](" in text or "href=" in text or "]:" in text else ""
        for found in _LINK.finditer(bare):
            link = next(group for group in found.groups() if group)
            wrong = pages.dead if found.group(3) else pages.wrong
            if message := _no_address(link) if _ELSEWHERE.match(link) else wrong(link, page):
                at = found.start() + found.group().find(link)
                yield Problem(f"{folder}/{page}", *position(text, at), "", message)


def lost_in_navigation(site: Site, docs: Path, navigation: Navigation) -> Iterator[Problem]:
    """The pages that the navigation names and that are not there, and those that it names twice."""
    pages, seen = Pages(site, docs), dict[str, int]()
    for named in navigation.pages:
        if _ELSEWHERE.match(named.path):
            continue
        if message := pages.wrong(named.path, ""):
            yield Problem(FILE, named.line, named.column, "nav", message)
        elif named.path in seen:
            message = f"{shown(named.path)} stands in line {seen[named.path]} already; keep one"
            yield Problem(FILE, named.line, named.column, "nav", message)
        seen.setdefault(named.path, named.line)
