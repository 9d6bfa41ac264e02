"""What another site lacks beside ours: files, words, ids, what pages say in their head and load, and what is verified."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from exhibit.verifying.verify import verify
from selectolax.lexbor import LexborHTMLParser

MOST = 12
"""Things of a kind that are told, those of the most pages first."""


class Page(NamedTuple):
    """What is compared of a page: its words without the space between them, the ids that links may lead to, what its head says by kind, what it loads."""

    words: str
    ids: frozenset[str]
    head: frozenset[str]
    loads: frozenset[str]


def read(path: Path) -> Page:
    """A page as the reader has it: of the words those of its content, not those of the frame around it."""
    tree = LexborHTMLParser(path.read_text("utf-8"))
    content = tree.css_first("article") or tree.css_first("main") or tree.body
    assert content
    ids = frozenset(one.attributes["id"] or "" for one in content.css("[id]"))
    for idle in content.css("script, style, a.headerlink, a.md-content__button"):
        idle.decompose()
    head = tree.css("head meta, head link, head title, body script[src], head script")
    loads = [one.attributes.get("src") or one.attributes.get("href") or "" for one in head if _loads(one)]
    names = (_unhashed(posixpath.basename(load)) for load in loads)
    return Page(
        "".join(content.text(separator="").split()), ids, frozenset(map(_kind, head)), frozenset(names)
    )


def _loads(one: Any) -> bool:
    return (
        bool(one.tag == "script" and one.attributes.get("src")) or one.attributes.get("rel") == "stylesheet"
    )


def _kind(one: Any) -> str:
    """What an element of the head is: ``meta og:title``, ``link stylesheet``."""
    says = ("name", "property", "http-equiv", "rel")
    return " ".join([one.tag, *(value.strip() for name in says if (value := one.attributes.get(name)))])


@cache
def files(site: Path) -> dict[str, Path]:
    """The files of a site by name; what is hidden is not published."""
    found = (path for path in sorted(site.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(site).as_posix(): path for path in found}


def compared(ours: Path, theirs: Path) -> Iterator[str]:
    """What is missing in another site, and what is other there, a line each."""
    here, there = files(ours), files(theirs)
    pages, both = {name for name in here if name.endswith(".html")}, here.keys() & there.keys()
    texts = [(here[name].read_bytes(), there[name].read_bytes()) for name in both]
    same, but = sum(a == b for a, b in texts), sum(_unnamed(a) == _unnamed(b) for a, b in texts)
    yield f"{len(there):,} files for {len(here):,}; of {len(both):,} of the same name {same:,} are the same to the byte,"
    yield f"{but:,} but for the name of what made them"
    yield from _lacking("pages missing", pages - there.keys())
    yield from _lacking("pages besides", {name for name in there if name.endswith(".html")} - here.keys())
    yield from _lacking(
        "other files missing", {_unhashed(name) for name in here.keys() - pages} - _names(there)
    )
    yield from _of_pages([(name, read(here[name]), read(there[name])) for name in sorted(pages & both)])
    for kind in (".html", ".css", ".js", ".json"):
        sizes = [
            sum(path.stat().st_size for name, path in each.items() if name.endswith(kind))
            for each in (there, here)
        ]
        yield f"{kind}: {sizes[0] / 1e6:,.2f} MB for {sizes[1] / 1e6:,.2f}"


def _unnamed(page: bytes) -> bytes:
    """A page that does not say what made it."""
    return re.sub(rb'<meta name="?generator"?[^>]*>', b"", page)


def _names(found: dict[str, Path]) -> set[str]:
    return {_unhashed(name) for name in found}


def _unhashed(name: str) -> str:
    """A file's name without the hash of its content."""
    return re.sub(r"\.[0-9a-f]{8}\b", "", name)


def _of_pages(pairs: list[tuple[str, Page, Page]]) -> Iterator[str]:
    yield from _lacking("pages whose words differ", {name for name, a, b in pairs if a.words != b.words})
    yield from _lacking("ids missing", {f"{name}#{one}" for name, a, b in pairs for one in a.ids - b.ids})
    for what, field in (("in the head", "head"), ("loaded", "loads")):
        lost = Counter(one for _, a, b in pairs for one in getattr(a, field) - getattr(b, field))
        for one, pages in sorted(lost.items(), key=lambda each: (-each[1], each[0]))[:MOST]:
            yield f"{what}, not there on {pages:,} of {len(pairs):,} pages: {one}"


def _lacking(what: str, names: set[str]) -> Iterator[str]:
    if names:
        few = ", ".join(sorted(names)[:4]) + (", …" if len(names) > 4 else "")
        yield f"{what}: {len(names):,} ({few})"


def verified(site: Path) -> Iterator[str]:
    """What ``exhibit verify`` says of a site, the most frequent kinds."""
    problems = verify(site)
    kinds = Counter(_kind_of(one.message) for one in problems)
    yield f"exhibit verify: {len(problems):,} problems"
    yield from (f"  {times:,} × {kind}" for kind, times in kinds.most_common(MOST))


def _kind_of(message: str) -> str:
    """A message without what it says of one place only."""
    return re.split(r"; |: | \(", re.sub(r"'[^']*'|[\d,.]*\d", "…", message))[0].strip()
