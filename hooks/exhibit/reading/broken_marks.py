"""Broken marks in prose: a link or citation that is not closed, lacks its sign, or is written in Markdown's way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from exhibit.model.kinds import COLLECTIONS
from exhibit.model.marks import unmarked
from exhibit.problems.problem import shown
from exhibit.reading.characters import CONFLICT, CONFLICT_MESSAGE
from exhibit.reading.exhibit import Exhibit

Broken = tuple[int, str]
"""Where in a text, and what to say of it."""

_LINK_OPEN = re.compile(r"\[ ?\[([^\[\]\n@]*)(?:\](?!\])|\] \]|(?=[\[\n])|$)")
_CITE_OPEN = re.compile(r"\[{1,2} ?@([^\[\]\n]*)(\]*)")
_CLOSED_ONLY = re.compile(r"(?<![\w#|-])([\w#|-]+)\]\]")
_SINGLE = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)(#[^\[\]\n]*|\|[^\[\]\n]*)?\](?![(\[:\]])")
_UNBRACKETED = re.compile(
    r"\((@?)([a-z0-9-]+)(#[a-z]*[0-9][\w-]*)?\)|(?<![\w@\[/])(@)([a-z0-9-]+)(#[a-z]*[0-9][\w-]*)?"
)
_MARKDOWN = re.compile(r"\[[^\[\]\n]*\]\(\s*(?!https?://|mailto:|#)([^()\s]*)[^()\n]*\)?")
_WEB_OPEN = re.compile(r"\[[^\[\]\n]*\]\(\s*https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=\s|$)(?!\s+[\"'])")
_OWN_WEB = re.compile(r"https?://[^\s()<>/]+/([a-z]+)/([a-z0-9-]+)(?:/|\.html)?(?:#[\w-]*)?(?=[\s)>]|$)")

_EVERY = (_OWN_WEB, _MARKDOWN, _WEB_OPEN, _LINK_OPEN, _CITE_OPEN, _CLOSED_ONLY, _SINGLE, _UNBRACKETED)


@lru_cache(50_000)  # while serving all texts but one are the same at the next save
def _may_be_broken(text: str) -> bool:
    """Whether anything in a text looks like a broken mark, whatever items there are."""
    if not any(sign in text for sign in ("[", "]", "://", "#", "@")):
        return False
    bare = unmarked(text)
    return any(pattern.search(bare) for pattern in _EVERY)


def broken_marks(exhibit: Exhibit, text: str, account: bool = True) -> Iterator[Broken]:
    """Each broken mark of a text, and conflicts that git left.

    account: false for a page of docs/, where a link of Markdown's may name another page.
    """
    for match in CONFLICT.finditer(text):
        yield match.start(1), CONFLICT_MESSAGE
        break
    if not _may_be_broken(text):
        return
    bare = unmarked(text)
    for match in _OWN_WEB.finditer(bare):
        if match.group(1) in COLLECTIONS and match.group(2) in exhibit.items:
            yield match.start(), f"a page of the exhibit is linked by its id; write [[{match.group(2)}]]"
    for match in _MARKDOWN.finditer(bare) if account else ():
        yield match.start(), _to_a_page(exhibit, match.group(1))
    for match in _WEB_OPEN.finditer(bare):
        yield match.start(), "this link is not closed; end its address with ')'"
    for match in _LINK_OPEN.finditer(bare):
        yield match.start(), f"this link is not closed; write [[{match.group(1).strip() or 'id'}]]"
    bare = _LINK_OPEN.sub(lambda match: " " * len(match.group()), bare)
    for match in _CITE_OPEN.finditer(bare):
        what = match.group(1).strip()
        yield match.start(), f"this citation is not closed, or not well; write [@{_first(exhibit, what)}]"
    for match in _CLOSED_ONLY.finditer(bare):
        yield match.start(), f"this link is closed and was not opened; write [[{match.group(1)}]]"
    for match in _SINGLE.finditer(bare):
        if message := _single(exhibit, match.group(1), match.group(2) or ""):
            yield match.start(), message
    for match in _UNBRACKETED.finditer(bare):
        sign, id_, place = match.groups()[:3] if match.group(2) else match.groups()[3:]
        if id_ in exhibit.items and exhibit.items[id_].COLLECTION == "sources" and (sign or place):
            yield match.start(), f"a citation stands in square brackets: write [@{id_}{place or ''}]"


def _first(exhibit: Exhibit, what: str) -> str:
    """What an open citation was meant to name: up to its first space, where that is a source."""
    word = what.partition(" ")[0].rstrip(".,;:")
    return word if word.partition("#")[0] in exhibit.items else what or "source#37"


def _single(exhibit: Exhibit, id_: str, tail: str) -> str:
    """What to say of an id in single brackets; of other words in brackets nothing."""
    item = exhibit.items.get(id_)
    if item is None:
        located = re.fullmatch(r"#(p|art|s)?[0-9]+(-[0-9]+)?", tail)
        return f"a citation begins with @: write [@{id_}{tail}]" if located else ""
    if item.COLLECTION == "sources":
        return f"a citation begins with @: write [@{id_}{tail}]"
    return f"a link has two brackets: write [[{id_}{tail}]]"


def _to_a_page(exhibit: Exhibit, address: str) -> str:
    """What to say of a link of Markdown's to a page of the exhibit."""
    name = re.sub(r"(/index)?(\.md|\.html)?[/#?]?$", "", address.partition("#")[0]).rpartition("/")[2]
    if name in exhibit.items:
        mark = f"[@{name}]" if exhibit.items[name].COLLECTION == "sources" else f"[[{name}]]"
        return f"a page of the exhibit is linked by its id; write {mark}"
    return (
        f"{shown(address)} leads nowhere from here; a page of the exhibit is linked by its id, as in [[id]]"
    )
