"""What the map at the entrance plays."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.script import script
from exhibit.model.addresses import page_path
from exhibit.pages.site import Site
from exhibit.views.atlas.playing import played

PATH = "assets/played.js"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The script's file, in which each source has its title and its address from the site's root."""
    found = played(site.exhibit, site.settings.as_of, site.timeline)
    sources = [site.exhibit.items[id_] for id_ in found["sources"]]
    found["sources"] = [[source.title, site.settings.below(page_path(source))] for source in sources]
    yield PATH, script("played", found)
