"""Posters: the lineage, the membership and the maps of the catalogue's days, each a sheet for a wall as one HTML document.

What a poster shows is what the site shows, with the sources of all that is drawn beneath it; no link leads off it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exhibit.exports.book import Plan
from exhibit.exports.book_html import Fragment
from exhibit.model.addresses import map_path, view_path
from exhibit.model.citation import Citation
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Organisation
from exhibit.model.wording import in_words
from exhibit.pages.environment import current, render
from exhibit.pages.page import Page
from exhibit.pages.site import Site
from exhibit.views.atlas import atlas
from exhibit.views.atlas.held import held
from exhibit.views.docs.proofs import of_spell, unique
from exhibit.views.item.emblems import stylesheet
from exhibit.views.lineage import chart
from exhibit.views.membership import matrix
from exhibit.views.membership.spells import MemberSpell, rows

BELOW = 10
"""How much more of the map is shown at its lower edge, in its units: on paper no name may be cut."""


@dataclass(frozen=True)
class Poster:
    """A sheet: the name of its file without an ending, and its text as HTML."""

    name: str
    text: str


def posters(site: Site, plan: Plan, styles: Sequence[str] = ()) -> Iterator[Poster]:
    """Every poster for which there are data. plan: what the book is called, and of which years it has the maps;
    styles: the addresses of the stylesheets."""
    made = {"lineage": _lineage, "membership": _membership, "atlas": _maps}
    shown = {"plan": plan, "styles": styles, "own": Markup(stylesheet(site.exhibit.story))}
    for name, values_of in made.items():
        path = view_path(name)
        if path not in site.left_out:
            page = site.page(path)
            values = shown | values_of(site, plan, page)
            yield Poster(
                name, _unlinked(render(current(), site, page, f"book/poster-{name}.html.jinja", values))
            )


def _unlinked(text: str) -> str:
    """A text of templates without the addresses of other pages: what was a link keeps its class, by which it is drawn."""
    return re.sub(r' href="(?!#|[a-z]+:)[^"]*"', "", text)


def _lineage(site: Site, _plan: Plan, _page: Page) -> dict[str, Any]:
    return chart.values(site.exhibit, site.settings.as_of)


def _membership(site: Site, _plan: Plan, _page: Page) -> dict[str, Any]:
    exhibit, as_of = site.exhibit, site.settings.as_of
    own = matrix.organisations(exhibit)
    drawn = matrix.matrix(exhibit, own, as_of)
    sources = [(o, _sources(rows(exhibit, o))) for o in own]
    return {"drawn": drawn, "samples": matrix.legend(), "sources": sources}


def _maps(site: Site, plan: Plan, page: Page) -> dict[str, Any]:
    """A map for each day of the book, and by organisation the sources of who was in it on any of them."""
    exhibit = site.exhibit
    days = [*(parse_date(f"{year}-12-31") for year in plan.maps), site.settings.as_of]
    own = matrix.organisations(exhibit)
    sources = [(o, _sources(row for day in days for row in _on(site, o, day))) for o in own]
    maps = [(in_words(day), *_map(site, page, day)) for day in days]
    told = [(o, every) for o, every in sources if every]
    return {"name": exhibit.story.map.name, "days": days, "maps": maps, "sources": told}


def _map(site: Site, page: Page, day: Edtf) -> tuple[Markup, list[atlas.Small]]:
    """The map of a day, its ids its own among the maps of the sheet, and how many were in each organisation."""
    values = atlas.values(site.exhibit, day, site.timeline)
    values["size"] = (values["size"][0], values["size"][1] + BELOW)
    drawn = Fragment(_unlinked(render(current(), site, page, "book/poster-map.jinja", values)))
    drawn.prefix(map_path(day.text).removesuffix(".md"), page.path)
    return Markup(str(drawn)), [one for one in values["smalls"] if one.count]


def _on(site: Site, organisation: Organisation, day: Edtf) -> list[MemberSpell]:
    return [one.row for one in held(site.exhibit, organisation, day) if one.last]


def _sources(spells: Iterable[MemberSpell]) -> tuple[Citation, ...]:
    """The sources of memberships, each once, without the places in them: a wall has no room for those."""
    return unique(Citation(source=one.source) for row in spells for one in of_spell(row))
