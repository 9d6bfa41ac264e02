"""Render: values become pages of text through the templates. Nothing is computed in a template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from jinja2 import Environment

from exhibit.model.addresses import annex_path, item_path, page_path
from exhibit.model.kinds import Item
from exhibit.pages import overviews
from exhibit.pages.environment import current, render
from exhibit.pages.item import Values, annex_values, item_values
from exhibit.pages.site import Site


@dataclass(frozen=True)
class Rendered:
    """One page of the site: its Markdown path, how its text is made, and its data file, if it has one.

    The text is made when it is first asked for, so that a server can make the page looked at first.
    """

    path: str
    make: Callable[[], str]
    data_file: str | None = None

    @cached_property
    def text(self) -> str:
        """The page as Markdown. Raises jinja2.TemplateError if a template is at fault."""
        return self.make()


def pages(site: Site) -> Iterator[Rendered]:
    """Every generated page: one for each item, an index for each collection, and the views."""
    env = current()
    for item in site.exhibit.items.values():
        yield item_page(env, site, item)
        yield from annex_pages(env, site, item)
        for alias in item.aliases:
            yield moved_page(env, site, item, alias)
    for views in (
        overviews.indexes,
        overviews.overviews,
        overviews.years_told,
        overviews.comparisons,
        overviews.changes,
    ):
        for path, template, values in views(site):
            yield _page(env, site, path, template, values)


def item_page(env: Environment, site: Site, item: Item) -> Rendered:
    """The page of one item."""
    template = f"item/{item.SINGULAR}.md.jinja"
    return _page(env, site, page_path(item), template, partial(item_values, site, item), item)


def annex_pages(env: Environment, site: Site, item: Item) -> Iterator[Rendered]:
    """The pages of an item's long lists."""
    for name in site.annexes(item):
        path, template = annex_path(item, name), f"item/annex-{name}.md.jinja"
        values = partial(annex_values, site, item, name)
        yield _page(env, site, path, template, values, item)


def moved_page(env: Environment, site: Site, item: Item, alias: str) -> Rendered:
    """A page at an item's earlier address that leads to its present one."""
    path = item_path(item.COLLECTION, alias)
    return _page(env, site, path, "item/moved.md.jinja", partial(dict, item=item))


def _page(
    env: Environment,
    site: Site,
    path: str,
    template: str,
    values: Callable[[], Values],
    item: Item | None = None,
) -> Rendered:
    """item: the one whose page, or annex, it is."""
    data_file = site.source_file(item) if item else None
    return Rendered(path, lambda: render(env, site, site.page(path, item), template, values()), data_file)
