"""Render: views become pages of text through the templates. Nothing is computed in a template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment

from exhibit.changes.feed import feed
from exhibit.environment import current
from exhibit.model.kinds import Item
from exhibit.model.references import COLLECTIONS
from exhibit.site import Site
from exhibit.urls import annex_path, page_path, year_path
from exhibit.views import articles, atlas, belonging, lineage_chart, years
from exhibit.views.annexes import TITLES


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
    for collection in COLLECTIONS:
        yield _view(env, site, f"{collection}/index.md", "collection.md.jinja", collection=collection)
    for path, template, values in overviews(site):
        yield _view(env, site, path, template, **values)
    all_years = years.years(site.timeline)
    index = years.decades(all_years)
    yield _view(env, site, "years/index.md", "years.md.jinja", decades=index, width=years.BAR)
    for year in all_years:
        yield _view(env, site, year_path(year.number), "year.md.jinja", year=year)
    for path, template, values in belonging.comparisons(site.exhibit, site.settings.as_of, site.disputes):
        yield _view(env, site, path, template, **values)
    yield from change_pages(env, site)


def overviews(site: Site) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The pages that look at the whole exhibit: the Markdown path, the name of the template, its values."""
    exhibit, as_of = site.exhibit, site.settings.as_of
    yield "timeline.md", "timeline.md.jinja", {}
    yield "atlas.md", "atlas.md.jinja", atlas.values(exhibit, as_of, site.timeline)
    yield "lineage.md", "lineage.md.jinja", lineage_chart.values(exhibit, as_of)
    yield "membership.md", "membership.md.jinja", belonging.membership(exhibit, as_of)
    yield "two-articles.md", "two-articles.md.jinja", {"standings": articles.STANDINGS}
    yield "concordance.md", "concordance.md.jinja", {}
    yield "evidence.md", "evidence.md.jinja", {}
    yield "disputes.md", "disputes.md.jinja", {}
    phrases = [name.text for name in site.shared_names if " " in name.text]
    yield "names.md", "names.md.jinja", {"phrases": phrases}


def change_pages(env: Environment, site: Site) -> Iterator[Rendered]:
    """What changed by day, by item for each collection, and as a feed where the site's address is known."""
    yield _view(env, site, "changes/index.md", "changes.md.jinja")
    for collection in COLLECTIONS:
        yield _view(env, site, f"changes/{collection}.md", "changes-items.md.jinja", collection=collection)
    if site.settings.site_url:
        yield Rendered("changes.xml", partial(_feed, site))


def _feed(site: Site) -> str:
    return feed(site.changes.entries, site.settings, site.changes.present)


def item_page(env: Environment, site: Site, item: Item) -> Rendered:
    """The page of one item."""
    path = page_path(item)
    template = f"{item.SINGULAR}.md.jinja"
    return Rendered(path, partial(_text, env, site, path, template, item=item), site.source_file(item))


def annex_pages(env: Environment, site: Site, item: Item) -> Iterator[Rendered]:
    """The pages of an item's long lists."""
    for name in site.annexes(item):
        path, template = annex_path(item, name), f"annex-{name}.md.jinja"
        make = partial(_text, env, site, path, template, item=item, heading=TITLES[name])
        yield Rendered(path, make, site.source_file(item))


def moved_page(env: Environment, site: Site, item: Item, alias: str) -> Rendered:
    """A page at an item's earlier address that leads to its present one."""
    return _view(env, site, f"{item.COLLECTION}/{alias}.md", "moved.md.jinja", item=item)


def _view(env: Environment, site: Site, path: str, template: str, **values: Any) -> Rendered:
    return Rendered(path, partial(_text, env, site, path, template, **values))


def _text(env: Environment, site: Site, path: str, template: str, **values: Any) -> str:
    page = site.page(path)
    return env.get_template(template).render(site=site, exhibit=site.exhibit, page=page, **values)
