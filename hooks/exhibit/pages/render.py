"""Render: values become pages of text through the templates. Nothing is computed in a template."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jinja2 import Environment

from exhibit.model.addresses import annex_path, item_path, page_path
from exhibit.model.kinds import Item
from exhibit.pages import comparisons, overviews
from exhibit.pages.environment import Rendered, current, page_of
from exhibit.pages.item import Made, annex_values, item_values
from exhibit.pages.site import Site


def pages(site: Site) -> Iterator[Rendered]:
    """Every generated page: one for each item, an index for each collection, and the views."""
    env = current()
    for item in site.exhibit.items.values():
        yield item_page(env, site, item)
        yield from annex_pages(env, site, item)
        for alias in item.aliases:
            yield moved_page(env, site, item, alias)
    for path, template, values in views(site):
        yield page_of(env, site, path, template, values)


def views(site: Site) -> Iterator[Made]:
    """Every generated page that is not an item's own, those first that are soon made."""
    yield from overviews.indexes(site)
    yield from overviews.overviews(site)
    yield from overviews.years_told(site)
    yield from overviews.changes(site)
    yield from comparisons.comparisons(site)


def item_page(env: Environment, site: Site, item: Item) -> Rendered:
    """The page of one item."""
    template = f"item/{item.SINGULAR}.md.jinja"
    return page_of(env, site, page_path(item), template, partial(item_values, site, item), item)


def annex_pages(env: Environment, site: Site, item: Item) -> Iterator[Rendered]:
    """The pages of an item's long lists."""
    for name in site.annexes(item):
        path, template = annex_path(item, name), f"item/annex-{name}.md.jinja"
        values = partial(annex_values, site, item, name)
        yield page_of(env, site, path, template, values, item)


def moved_page(env: Environment, site: Site, item: Item, alias: str) -> Rendered:
    """A page at an item's earlier address that leads to its present one."""
    path = item_path(item.COLLECTION, alias)
    return page_of(env, site, path, "item/moved.md.jinja", partial(dict, item=item))
