"""Planned: which pages and disputes the exhibit's own file may name, and what is said of the others."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.model.addresses import changes_path, index_path, pair_path, year_path
from exhibit.model.kinds import COLLECTIONS, Item
from exhibit.pages.shown import views
from exhibit.pages.site import Site
from exhibit.problems.problem import Problem, did_you_mean, shown
from exhibit.views.comparison import organisations, states
from exhibit.views.sources.foremost import find


def planned_problems(site: Site) -> Iterator[Problem]:
    """The pages of the plan that are not there, that the book has among the items, or that stand in it twice."""
    book, seen = site.exhibit.story.book, set()
    for side, parts in (("before", book.before), ("after", book.after)):
        for index, part in enumerate(parts):
            for place, path in enumerate(part.pages):
                message = f"{shown(path)} stands here twice; keep one" if path in seen else _wrong(site, path)
                if message:
                    field = ("book", side, index, "pages", place)
                    yield site.exhibit.story_problem(field, message)
                seen.add(path)


def lost_foremost(site: Site) -> Iterator[Problem]:
    """The disputes that the file puts first and that are none, or stand there twice."""
    seen = set()
    for index, one in enumerate(site.exhibit.story.foremost):
        field = ("foremost", index, "about")
        if one.item in site.exhibit.unread:
            continue
        if find(one, site.disputes) is None:
            labels = [fact.label for fact in site.disputes if fact.item.id == one.item]
            yield site.exhibit.story_problem(
                field, f"no dispute {shown(one.about)} on {shown(one.item)}{did_you_mean(one.about, labels)}"
            )
        elif (one.item, one.about) in seen:
            yield site.exhibit.story_problem(field, f"{shown(one.about)} stands here twice; keep one")
        seen.add((one.item, one.about))


def _wrong(site: Site, path: str) -> str:
    """What is wrong with a page, or a folder of pages, of the plan; empty where it can be printed."""
    if path.endswith("/"):
        known = {f"{page.rpartition('/')[0]}/" for page in site.docs if "/" in page}
        there = any(page.startswith(path) for page in site.docs)
        return "" if there else f"no folder {shown(path)} of hand-written pages{did_you_mean(path, known)}"
    if path in site.docs or path in (generated := set(_generated(site))):
        return ""
    if item := _item_of(site, path):
        return f"{shown(path)} is in the book already, with {shown(item.title)}; delete it"
    return f"no page {shown(path)}{did_you_mean(path, {*site.docs, *generated})}"


def _generated(site: Site) -> Iterator[str]:
    """The Markdown paths of all generated pages but those of items, also of those without data."""
    yield from views(site.exhibit)
    yield from map(index_path, COLLECTIONS)
    yield index_path("changes")
    yield from (changes_path(name) for name in COLLECTIONS if site.orders[name])
    yield from map(year_path, sorted(site.years_told))
    pairs = [*organisations.pairs(site.exhibit), *states.pairs(site.exhibit)]
    yield from (pair_path(*pair) for pair in pairs)


def _item_of(site: Site, path: str) -> Item | None:
    """The item that has a page, an annex or an earlier address at a path."""
    collection, _, rest = path.removesuffix(".md").partition("/")
    items: list[Item] = site.exhibit.of(collection)
    for item in items:
        if rest.partition("/")[0] in (item.id, *item.aliases):
            return item
    return None
