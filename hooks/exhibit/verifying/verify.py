"""All that is looked at in a finished site: first each page by itself, on two workers, then what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from exhibit.problems.problem import Problem
from exhibit.verifying import (
    aria,
    budgets,
    calendars,
    data,
    document,
    feed,
    files,
    formats,
    head,
    headings,
    hosting,
    integrity,
    leftovers,
    links,
    living,
    packages,
    pictures,
    policy,
    references,
    scripts,
    search,
    sitemap,
    tables,
    tags,
    times,
    unseen,
)
from exhibit.verifying.asked import asked
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite, read_site
from exhibit.verifying.telling import told

WORKERS = 2
FEW = 200
"""Pages that are looked at sooner than workers start."""

OF_A_PAGE: list[Callable[[FinishedPage, FinishedSite], Iterator[SiteFault]]] = [
    document.check,
    tags.check,
    head.check,
    headings.check,
    references.check,
    pictures.check,
    aria.check,
    tables.check,
    times.check,
    data.check,
    leftovers.check,
    unseen.check,
]


def verify(folder: Path, served: bool = True) -> list[Problem]:
    """Every problem of the site in a folder, sorted. served: whether a server turns folders into pages."""
    site = read_site(folder, served)
    if not site.pages:
        return [Problem("index.html", 1, 1, "", "there is no page; build the site first")]
    return judged(site, looked_at(site))


def looked_at(site: FinishedSite) -> list[Facts]:
    """Every page, in order of names."""
    if len(site.pages) <= FEW:
        return [look(site, name) for name in site.pages]
    with ProcessPoolExecutor(WORKERS) as workers:
        return [*workers.map(partial(look, site), site.pages, chunksize=50)]


def judged(site: FinishedSite, pages: list[Facts]) -> list[Problem]:
    """The problems of pages that have been looked at, and those of the site as a whole."""
    return told([fault for page in pages for fault in page.faults] + [*_of_the_site(site, pages)], site)


def look(site: FinishedSite, name: str) -> Facts:
    """One page: its faults, and what the site as a whole has to know of it."""
    page = FinishedPage(name, site.read(name))
    if page.is_empty:
        return Facts(name, tuple(document.check(page, site)), searched=False)
    target = cache(partial(site.target, name, base=_base(page)))
    leads = [(one, target(one.link)) for one in asked(page)]
    faults = [fault for check in OF_A_PAGE for fault in check(page, site)]
    for check_leads in (links.check, policy.check, integrity.check):
        faults += check_leads(page, site, leads)
    return Facts(
        name,
        tuple(faults),
        frozenset(page.ids),
        links.reached(page, leads),
        links.loaded(leads),
        *head.said(page),
        policy=policy.of(page),
        indexed=page.indexed,
        searched=page.searched,
        asks_search=any(
            one.attributes.get("data-md-component") == "search-query" for one in page.of("input")
        ),
        weight=(len(page.content), budgets.packed(page.content)),
    )


def _base(page: FinishedPage) -> str:
    """What the page's ``<base>`` says, which moves every relative link."""
    return next((one.attributes["href"] for one in page.of("base") if "href" in one.attributes), "")


def _of_the_site(site: FinishedSite, pages: list[Facts]) -> Iterator[SiteFault]:
    documents, faults = files.read_documents(site)
    ids = {page.name: page.ids for page in pages if page.weight[0]} | files.ids_of(documents)
    headers = site.read("_headers").decode("utf-8", "replace") if "_headers" in site.files else ""
    yield from faults
    yield from files.check(site, documents, ids)
    yield from files.twins(site)
    yield from formats.check(site)
    yield from scripts.check(site)
    yield from leftovers.files(site)
    yield from data.files(site)
    yield from head.check_all(pages)
    yield from links.check_all(pages, ids)
    yield from links.unstyled(pages)
    yield from policy.check_all(pages, site, headers)
    yield from policy.of_styles(pages, cache(partial(files.asked_by, site)))
    yield from calendars.check(site, ids)
    yield from packages.check(site)
    yield from search.files(site, pages, ids)
    yield from sitemap.packed(site)
    yield from hosting.check(site, pages)
    built = sitemap.newest(documents.get(sitemap.NAME))
    for name, root in documents.items():
        yield from living.check(name, root, site)
        if name == sitemap.NAME:
            yield from sitemap.check(root, site, pages)
        elif root.name in ("feed", "rss", "RDF"):
            yield from feed.check(name, root, site, ids, built)
    yield from budgets.check(pages, site)
