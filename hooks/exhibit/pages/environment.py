"""Environment: the templates with what they may use; a part of a page made from one of them."""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from exhibit.model.addresses import year_path
from exhibit.model.kinds import Item, Organisation, entries_of_kinds
from exhibit.model.wording import in_words, language
from exhibit.pages.page import Page
from exhibit.pages.site import Site
from exhibit.views.comparison import in_common
from exhibit.views.item import emblems, facts, names, relations
from exhibit.views.item.rows import rows
from exhibit.views.membership import spells
from exhibit.views.sources import disputes
from exhibit.views.timeline import by_year, chart
from exhibit.views.timeline.entries import Entry

TEMPLATES = [Path(__file__).parent.parent.parent / "templates"]
"""The folders of templates: of two of a name the one in the earlier folder is used."""


@cache
def environment(stamp: float, folders: tuple[Path, ...]) -> Environment:
    """The templates' environment: everything printed is escaped, nothing undefined is passed over.

    stamp: when a template last changed, so that a server sees its edits. folders: where they stand.
    """
    env = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["front_matter"] = front_matter
    env.filters["heading"] = heading
    env.filters["in_words"] = in_words
    env.filters["block"] = json_block
    env.globals.update(facts=facts, membership=spells, relations=relations, disputes=disputes)
    env.globals["rows"] = rows
    env.globals["search_words"] = names.search_words
    env.globals["several_shorts"] = names.several_shorts
    env.globals["chart_of"] = chart_of
    env.globals["glance_of"] = glance_of
    env.globals["emblem"] = emblems.emblem
    env.globals["entry_days"] = chart.days
    env.globals["language"] = language
    env.globals["shared"] = in_common
    env.globals["year_path"] = year_path
    return env


def current() -> Environment:
    """The environment with the templates as they stand on the disk now."""
    files = [path for folder in TEMPLATES for path in folder.rglob("*.jinja")]
    return environment(max(path.stat().st_mtime for path in files), tuple(TEMPLATES))


def front_matter(value: Any) -> Markup:
    """A value for a page's front matter: JSON, which is YAML; text is escaped for the theme, whose
    own templates print it as it is."""
    if isinstance(value, list):
        return Markup(json.dumps([str(escape(text)) for text in value], ensure_ascii=False))
    return Markup(json.dumps(str(escape(value)), ensure_ascii=False))


def json_block(value: Any) -> Markup:
    """A value as JSON for a script element: no character in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def heading(text: str) -> Markup:
    """Text for a Markdown heading: what Markdown or HTML could read as more than words is dropped."""
    kept = "".join(c if c.isalnum() or c in " ,.’–-()" else " " for c in text)
    return Markup(" ".join(kept.split()))


def chart_of(site: Site, entries: list[Entry]) -> chart.Chart | None:
    """The picture of a timeline, in lanes by organisation."""
    return chart.chart(entries, partial(_organisation_of, site))


def glance_of(site: Site, item: Item, entries: list[Entry]) -> by_year.Glance:
    """A long timeline at a glance, in lanes by organisation, and for an organisation by kind."""
    lanes = entries_of_kinds(short=True)
    if isinstance(item, Organisation):
        return by_year.glance(entries, lambda entry: (entry.kind, lanes[entry.kind]))
    return by_year.glance(entries, partial(_organisation_of, site))


def _organisation_of(site: Site, entry: Entry) -> tuple[str, str]:
    """Id and name of the organisation in whose lane an entry stands."""
    for id_ in (entry.item.id, *entry.organisations):
        if id_ in entry.organisations:
            return id_, site.exhibit.items[id_].short
    return "other", "Other"


def fragment(site: Site, page: Page, template: str, **values: Any) -> str:
    """A part of a page for docs/: a timeline, a list, the citations."""
    rendered = current().get_template(template).render(site=site, exhibit=site.exhibit, page=page, **values)
    return rendered.strip()
