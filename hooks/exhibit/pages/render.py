"""Render: views become pages of text through the templates. Nothing is computed in a template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment

from exhibit.model.addresses import annex_path, page_path, year_path
from exhibit.model.kinds import Item
from exhibit.model.references import COLLECTIONS
from exhibit.pages.annexes import TITLES
from exhibit.pages.environment import current
from exhibit.pages.site import Site
from exhibit.views.atlas import atlas
from exhibit.views.comparison import belonging
from exhibit.views.lineage import chart
from exhibit.views.sources import articles
from exhibit.views.timeline import years


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
    for collection in (name for name in COLLECTIONS if site.orders[name]):
        yield _view(env, site, f"{collection}/index.md", "item/collection.md.jinja", collection=collection)
    for path, template, values in overviews(site):
        yield _view(env, site, path, template, **values)
    all_years = years.years(site.timeline)
    if all_years:
        index = years.decades(all_years)
        yield _view(env, site, "years/index.md", "timeline/years.md.jinja", decades=index, width=years.BAR)
    for year in all_years:
        yield _view(env, site, year_path(year.number), "timeline/year.md.jinja", year=year)
    if "compare/index.md" not in site.left_out:
        for path, template, values in belonging.comparisons(site.exhibit, site.settings.as_of, site.disputes):
            yield _view(env, site, path, template, **values)
    yield from change_pages(env, site)


def overviews(site: Site) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The pages that look at the whole exhibit: the Markdown path, the name of the template, its values."""
    exhibit, as_of = site.exhibit, site.settings.as_of
    told = exhibit.story.told_whole
    made: list[tuple[str, str, Callable[[], dict[str, Any]]]] = [
        ("timeline.md", "timeline/timeline.md.jinja", dict),
        ("atlas.md", "atlas/atlas.md.jinja", lambda: atlas.values(exhibit, as_of, site.timeline)),
        ("lineage.md", "lineage/lineage.md.jinja", lambda: chart.values(exhibit, as_of)),
        ("membership.md", "membership/membership.md.jinja", lambda: belonging.membership(exhibit, as_of)),
        (
            f"{told.page}.md",
            "sources/told-whole.md.jinja",
            lambda: {"standings": articles.STANDINGS, "told": told},
        ),
        ("concordance.md", "sources/concordance.md.jinja", lambda: {"told": told}),
        ("evidence.md", "sources/evidence.md.jinja", dict),
        ("disputes.md", "sources/disputes.md.jinja", dict),
        ("names.md", "item/names.md.jinja", lambda: {"phrases": _phrases(site)}),
    ]
    for path, template, values in made:
        if path not in site.left_out:
            yield path, template, values()


def _phrases(site: Site) -> list[str]:
    """The shared names of several words, which the search is told of as a whole."""
    return [name.text for name in site.shared_names if " " in name.text]


def change_pages(env: Environment, site: Site) -> Iterator[Rendered]:
    """What changed by day, and by item for each collection."""
    yield _view(env, site, "changes/index.md", "changes/changes.md.jinja")
    for collection in COLLECTIONS:
        yield _view(
            env, site, f"changes/{collection}.md", "changes/changes-items.md.jinja", collection=collection
        )


def item_page(env: Environment, site: Site, item: Item) -> Rendered:
    """The page of one item."""
    path = page_path(item)
    template = f"item/{item.SINGULAR}.md.jinja"
    return Rendered(path, partial(_text, env, site, path, template, item=item), site.source_file(item))


def annex_pages(env: Environment, site: Site, item: Item) -> Iterator[Rendered]:
    """The pages of an item's long lists."""
    for name in site.annexes(item):
        path, template = annex_path(item, name), f"item/annex-{name}.md.jinja"
        make = partial(_text, env, site, path, template, item=item, heading=TITLES[name])
        yield Rendered(path, make, site.source_file(item))


def moved_page(env: Environment, site: Site, item: Item, alias: str) -> Rendered:
    """A page at an item's earlier address that leads to its present one."""
    return _view(env, site, f"{item.COLLECTION}/{alias}.md", "item/moved.md.jinja", item=item)


def _view(env: Environment, site: Site, path: str, template: str, **values: Any) -> Rendered:
    return Rendered(path, partial(_text, env, site, path, template, **values))


def _text(env: Environment, site: Site, path: str, template: str, **values: Any) -> str:
    page = site.page(path)
    return env.get_template(template).render(site=site, exhibit=site.exhibit, page=page, **values)
