"""The small maps of the organisations, a file each, which their pages show."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.model.addresses import small_map_file
from exhibit.model.dates import parse_date
from exhibit.model.wording import in_words
from exhibit.pages.environment import current
from exhibit.pages.site import Site
from exhibit.views.atlas.map import lands
from exhibit.views.atlas.small import STEP, shapes, small_map
from exhibit.views.membership.existence import day_shown


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """A map for each organisation in which anybody was on the day that its page tells of."""
    exhibit, as_of = site.exhibit, site.settings.as_of
    drawn, rest = lands(exhibit, STEP)
    template = current().get_template("atlas/small.svg.jinja")
    for organisation in exhibit.of("organisations"):
        found = small_map(exhibit, organisation, as_of, day_shown(organisation, as_of))
        if found:
            title = f"{organisation.title}, {in_words(parse_date(found.day.isoformat()))}"
            text = template.render(
                map=found,
                title=title,
                description="The states that are in it, in its colour; the page beside names them.",
                shapes=shapes(found, drawn),
                rest=rest,
            )
            yield small_map_file(organisation), text.encode("utf-8")
