"""The owners of addresses: every address of the site is made by one item, alias, comparison, view or page of docs/."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple
from unicodedata import normalize

from exhibit.model.addresses import (
    annex_path,
    changes_path,
    index_path,
    item_path,
    page_path,
    pair_path,
    url_of,
    view_path,
)
from exhibit.model.kinds import COLLECTIONS
from exhibit.pages.annexes import ROOM
from exhibit.pages.parts import long_views
from exhibit.pages.shown import OTHERS
from exhibit.pages.site import Site
from exhibit.problems.problem import Problem
from exhibit.reading.names import misnamed, odd_file, odd_path

OWN = re.compile(
    r"(?:sitemap\.xml(?:\.gz)?|changes\.xml|404\.html|_headers|search|assets/card\.png|assets/(?:javascripts|stylesheets))"
    r"(?:/.*)?"
)
"""What the site has of its own besides pages: of MkDocs, of the theme, of our exports."""


class Owner(NamedTuple):
    """Who makes a page: its Markdown path, who that is in words, and where to tell that the address is taken."""

    path: str
    who: str
    file: str = ""
    place: tuple[int, int] = (1, 1)
    field: str = ""

    @property
    def is_of_data(self) -> bool:
        """Whether a file of data/ makes it, no page of docs/."""
        return self.file.startswith("data/")


def clashes(site: Site, docs: str) -> Iterator[Problem]:
    """The addresses that two would have, told at the later; and names of pages that no file can have.

    docs: the folder of the hand-written pages.
    """
    owners: dict[str, Owner] = {}
    for owner in (*made(site), *_by_hand(site, docs)):
        first = owners.setdefault(url_of(owner.path).casefold(), owner)
        if first is not owner and owner.file and first.who != owner.who and _made(site, first):
            taken = f"its address, {url_of(owner.path)}, is that of {first.who}; {_cure(owner)}"
            message = (
                taken if owner.is_of_data else f"stands where the exhibit puts a page of its own; {taken}"
            )
            yield Problem(owner.file, *owner.place, owner.field, message)
        name = owner.path.removesuffix(".md").rpartition("/")[2]
        if (
            owner.file
            and name != "index"
            and not owner.field.startswith("pairs")
            and (message := misnamed(name))
        ):
            yield Problem(owner.file, *owner.place, owner.field, message)


def clashes_of_files(site: Site, docs: str, files: Iterable[str]) -> Iterator[Problem]:
    """The files of docs/ besides its pages that would stand in the place of a page, or of what else the site makes.

    files: their paths below docs/. A file ``x/index.html`` has the address of the page ``x.md``, and so has ``x.html``
    where there is no server; a file ``x`` stands where that page's folder has to be.
    """
    owners = {url_of(o.path).casefold(): o for o in (*made(site), *_by_hand(site, docs)) if _made(site, o)}
    folders = {url[: at.start()] for url in owners for at in re.finditer("/", url)}
    first: dict[str, str] = {}
    for path in files:
        same = first.setdefault(normalize("NFC", path).casefold(), path)
        page = re.sub(r"(?:/index)?\.html?$", ".md", path) if path != "index.html" else "index.md"
        owner = owners.get(url_of(page).casefold()) if page.endswith(".md") else None
        if owner:
            message = f"stands where the page of {owner.who} is to be; rename it"
        elif path.casefold() in folders or OWN.fullmatch(path.casefold()):
            message = "stands where the site has something of its own; rename it"
        elif odd := odd_file(path):
            message = odd
        elif same != path:
            message = f"is told from {docs}/{same} by capitals or accents alone, which not every system does; rename it"
        else:
            continue
        yield Problem(f"{docs}/{path}", 1, 1, "", message)


def made(site: Site) -> Iterator[Owner]:
    """The pages that the exhibit makes, those left out for want of data among them; of the years none."""
    yield from _views(site)
    yield from _items(site)
    yield from _pairs(site)


def _made(site: Site, owner: Owner) -> bool:
    """Whether there is such a page: a view with nothing to show has none, nor a year in which nothing is."""
    if year := re.fullmatch(r"years/([0-9]{4})\.md", owner.path):
        return int(year.group(1)) in site.years_told
    return owner.file != "" or owner.path not in site.left_out


def _cure(owner: Owner) -> str:
    if owner.field.startswith("pairs"):
        return "give one of the four another id"
    return "choose another" if owner.field else "rename it"


def _views(site: Site) -> Iterator[Owner]:
    """The views and indexes, also where there is nothing to show yet; the pages of years are told by their form."""
    for path in OTHERS:
        yield Owner(path, f"the page {path}")
    folders = (*COLLECTIONS, "changes", "years", "compare")
    yield from (Owner(index_path(name), f"the list {index_path(name)}") for name in folders)
    long = "|".join(re.escape(path.removesuffix(".md")) for path in long_views(site.exhibit.story))
    for path in site.docs:  # also where there is no such year or part yet
        if re.fullmatch(rf"years/[0-9]{{4}}\.md|(?:{long})/.+", path):
            yield Owner(path, f"the page {path}")
    yield from (Owner(changes_path(name), f"the page {changes_path(name)}") for name in COLLECTIONS)
    page = view_path(site.exhibit.story.told_whole.page)
    taken = {*map(url_of, OTHERS), *(url_of(index_path(name)) for name in folders), url_of("index.md")}
    if site.exhibit.story_record and url_of(page) in taken:
        where = site.exhibit.story_problem(("told_whole", "page"), "")
        yield Owner(page, "told_whole", where.file, (where.line, where.column), where.field)
    else:
        yield Owner(page, f"the page {page}")


def _items(site: Site) -> Iterator[Owner]:
    for item in site.exhibit.items.values():
        file = site.source_file(item)
        who = f"'{item.id}' ({file})"
        yield Owner(page_path(item), who, file)
        yield from (Owner(annex_path(item, name), who) for name in ROOM)
        others = [(n, alias) for n, alias in enumerate(item.aliases) if alias not in site.exhibit.items]
        for index, alias in others:  # one that is an id is told where ids are
            where = site.exhibit.problem(item, ("aliases", index), "")
            path = item_path(item.COLLECTION, alias)
            yield Owner(path, f"the alias of {who}", file, (where.line, where.column), where.field)


def _pairs(site: Site) -> Iterator[Owner]:
    exhibit = site.exhibit
    for name in ("organisations", "states"):
        ids = list(dict.fromkeys(getattr(exhibit.story.pairs, name)))
        places = {id_: getattr(exhibit.story.pairs, name).index(id_) for id_ in ids}
        known = [exhibit.items[id_] for id_ in ids if id_ in exhibit.items]
        for one, other in combinations(known, 2):
            last = max(places[one.id], places[other.id])
            where = exhibit.story_problem(("pairs", name, last), "")
            who = f"the comparison of '{one.id}' and '{other.id}'"
            yield Owner(pair_path(one, other), who, where.file, (where.line, where.column), where.field)


def odd_names(site: Site, docs: str) -> Iterator[Problem]:
    """Pages written by hand whose names are no plain words, their folders too. docs: the folder in which they lie."""
    for path in site.docs:
        if message := odd_path(path):
            yield Problem(f"{docs}/{path}", 1, 1, "", message)


def _by_hand(site: Site, docs: str) -> Iterator[Owner]:
    for path in site.docs:
        if path != "README.md":
            yield Owner(path, f"{docs}/{path}", f"{docs}/{path}")
