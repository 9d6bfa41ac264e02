"""The folder of a finished site: its files, its own address, and where a link of a page leads."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from exhibit.problems.suggestion import meant
from exhibit.verifying.page import FinishedPage

SAMPLE = 40
"""Pages that are asked for the site's address; one of them may be wrong."""


@dataclass(frozen=True)
class Target:
    """Where a link leads: to a file of the site and a fragment, to another host, or to what a scheme names
    (``mailto``); or the fault that it leads nowhere."""

    file: str = ""
    fragment: str = ""
    host: str = ""
    scheme: str = ""
    fault: str = ""


@dataclass(frozen=True)
class FinishedSite:
    """The files (paths from the folder) and folders of a site; its address, empty if no page tells it; whether
    a server turns a folder into its page."""

    folder: Path
    files: frozenset[str]
    folders: frozenset[str]
    address: str = ""
    served: bool = True

    @property
    def pages(self) -> list[str]:
        """The files that are pages, sorted."""
        return sorted(name for name in self.files if name.lower().endswith((".html", ".htm")))

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / name).read_bytes()

    def address_of(self, name: str) -> str:
        """The whole address of a page."""
        index = name == "index.html" or name.endswith("/index.html")
        return self.address + (name.removesuffix("index.html") if self.served and index else name)

    def target(self, page: str, link: str, base: str = "") -> Target:
        """Where a link of a page leads; base: what the page's ``<base>`` says."""
        try:
            link = urljoin(base, link.strip()) if base else link.strip()
            parts, home = urlsplit(link), urlsplit(self.address)
        except ValueError:
            return Target(fault="is no address")
        if parts.scheme not in ("", "http", "https"):
            return Target(scheme=parts.scheme)
        path, root = unquote(parts.path), home.path or "/"
        if parts.netloc:
            if parts.netloc.lower() != home.netloc.lower() or not f"{path}/".startswith(root):
                return Target(host=parts.netloc)
            path = path or "/"
        elif parts.scheme:
            return Target(fault="is no address: after the scheme come two slashes and a host")
        return self._own(page, path, root, unquote(parts.fragment))

    def _own(self, page: str, path: str, root: str, fragment: str) -> Target:
        """The target of a path, from the server's root or from the page."""
        if path.startswith("/"):
            if not f"{path}/".startswith(root):
                return Target(fault=f"leads out of the site, whose address is {self.address}")
            whole = path[len(root) :]
        else:
            whole = posixpath.join(posixpath.dirname(page), path) if path else page
        name = posixpath.normpath(whole).strip("/") if whole else "."
        if name == ".." or name.startswith("../"):
            return Target(fault="leads out of the site")
        name = "" if name == "." else name
        if name in self.folders:
            if not self.served:
                return Target(fault=f"names a folder, which file:// does not open as a page: '{name}'")
            name = posixpath.join(name, "index.html")
        elif whole.endswith("/") and name in self.files:
            return Target(fault=f"names a folder, but '{name}' is a file")
        if name not in self.files:
            return Target(fault=self._missing(name))
        return Target(name, fragment)

    def _missing(self, name: str) -> str:
        if name.endswith("index.html"):
            return f"there is no '{name}' in the site"
        near = _near(name, self.files if PurePosixPath(name).suffix else self.folders)
        return f"there is no '{name}' in the site" + (f"; did you mean '{near}'?" if near else "")


@lru_cache(maxsize=256)
def _near(name: str, known: frozenset[str]) -> str | None:
    return meant(name, known)


def read_site(folder: Path, served: bool = True) -> FinishedSite:
    """The site in a folder. served: whether it is read through a server, which turns a folder into its page."""
    there = [path for path in folder.rglob("*") if path.exists()]  # not a link to nothing
    found = {path.relative_to(folder).as_posix(): path.is_dir() for path in there}
    files = frozenset(name for name, is_folder in found.items() if not is_folder)
    folders = frozenset(name for name, is_folder in found.items() if is_folder) | {""}
    site = FinishedSite(folder, files, folders, "", served)
    return FinishedSite(folder, files, folders, _address(site), served)


def _address(site: FinishedSite) -> str:
    """The site's address: what is left of most pages' canonical addresses without the page's own part."""
    votes: Counter[str] = Counter()
    for name in islice(site.pages, SAMPLE):
        for link in FinishedPage(name, site.read(name)).related("canonical"):
            href, own = link.attributes.get("href", ""), site.address_of(name)
            if href.endswith(f"/{own}") and urlsplit(href).netloc:
                votes[href.removesuffix(own)] += 1
    return votes.most_common(1)[0][0] if votes else ""
