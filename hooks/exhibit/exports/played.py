"""What the map at the entrance plays, as a script: a page that is opened from a folder can load one, but no data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exhibit.model.addresses import page_path, url_of
from exhibit.model.kinds import Item
from exhibit.pages.site import Site
from exhibit.views.atlas.playing import played

PATH = "assets/played.js"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The script's file: a name that all scripts of the page see, with the addresses of what it names from the root."""
    found = played(site.exhibit, site.settings.as_of, site.timeline)
    found["sources"] = [_named(site, site.exhibit.items[id_]) for id_ in found["sources"]]
    text = json.dumps(found, ensure_ascii=True, separators=(",", ":"))
    yield PATH, f"globalThis.played={text};\n".encode()


def _named(site: Site, item: Item) -> list[str]:
    return [item.title, url_of(page_path(item), site.settings.directory_urls)]
