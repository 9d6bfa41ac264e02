"""Addresses: where each page stands, and how one leads to another.

Whatever has a page has a path, by which MkDocs counts it (``treaties/river-charter.md``): the functions called
``…_path``. What the reader's browser is given is made of paths by two functions alone: ``url_of``, from the
site's root, and ``relative``, from another page.
"""

from __future__ import annotations

import posixpath
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from exhibit.model.kinds import Item


def item_path(collection: str, id_: str) -> str:
    """The Markdown path of the page of the item with an id, or with an earlier one, which redirects."""
    return f"{collection}/{id_}.md"


def page_path(item: Item) -> str:
    """The Markdown path of an item's page, as MkDocs counts it: ``treaties/river-charter.md``."""
    return item_path(item.COLLECTION, item.id)


def view_path(name: str) -> str:
    """The Markdown path of a view of the whole exhibit: ``timeline.md``."""
    return f"{name}.md"


def index_path(folder: str) -> str:
    """The Markdown path of the page that lists a collection, or stands for another folder of pages."""
    return f"{folder}/index.md"


def annex_path(item: Item, name: str) -> str:
    """The Markdown path of an annex to an item's page: ``treaties/river-charter/timeline.md``."""
    return f"{item.COLLECTION}/{item.id}/{name}.md"


def part_path(view: str, name: str) -> str:
    """The Markdown path of a part of a long view, by that of the view: ``disputes/day.md``."""
    return f"{view.removesuffix('.md')}/{name}.md"


def whole_path(part: str) -> str:
    """The Markdown path of the view of which a part has a path: ``disputes.md``."""
    return f"{part.rpartition('/')[0]}.md"


def year_path(number: int) -> str:
    """The Markdown path of a year's page."""
    return f"years/{number}.md"


def day_anchor(day: date) -> str:
    """The id of a day on the page of its year: ``10-07``."""
    return f"{day:%m-%d}"


def pair_path(one: Item, other: Item) -> str:
    """The Markdown path of the page that compares two items, the same in either order."""
    first, second = sorted((one.id, other.id))
    return f"compare/{first}-{second}.md"


def changes_path(collection: str) -> str:
    """The Markdown path of the page with the changes of a collection's items."""
    return f"changes/{collection}.md"


def map_path(day: str) -> str:
    """The Markdown path of the map of a day (EDTF), which only the book has as a page: ``atlas-1970-12-31.md``."""
    return f"atlas-{day}.md"


def folder_of(path: str) -> str:
    """The first folder of a page's Markdown path; empty of one that lies in none."""
    return path.rpartition("/")[0].partition("/")[0]


def small_map_file(organisation: Item) -> str:
    """The file of an organisation's small map, from the site's root."""
    return f"assets/maps/{organisation.id}.svg"


def flag_path(code: str) -> str:
    """Where the flag of a state stands, by its code, as a file from the site's root: ``assets/flags/kz.webp``."""
    return f"assets/flags/{code.lower()}.webp"


def picture_path(stem: str, digest: str, width: int, format_: str) -> str:
    """Where a picture stands in one size, as a file from the site's root: ``assets/pictures/ford-1a2b3c4d-800.avif``.

    digest: of the original, so that another picture of the same name has another address."""
    return f"assets/pictures/{stem}-{digest[:8]}-{width}.{format_}"


def paths_at(url: str) -> tuple[str, str]:
    """The Markdown paths of which one is the page at an address of ``url_of``, for a server: the page that
    stands for a folder, and one of that name."""
    folder = url.strip("/")
    return index_path(folder).lstrip("/"), view_path(folder or "index")


def url_of(path: str, directory_urls: bool = True) -> str:
    """The address of a page from the site's root: ``treaties/river-charter/``, or, where there is no
    server to turn a folder into its page, ``treaties/river-charter.html``."""
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    if stem == "index":
        return ""
    return (stem.removesuffix("/index") if stem.endswith("/index") else stem) + "/"


def relative(to: str, page: str, fragment: str = "", directory_urls: bool = True) -> str:
    """A link from one page (Markdown path) to another, with an optional fragment."""
    tail = f"#{quote(fragment)}" if fragment else ""
    if to == page and tail:
        return tail
    if not directory_urls:
        return posixpath.relpath(url_of(to, False), posixpath.dirname(page) or ".") + tail
    there, here = _folders(to), _folders(page)
    same = 0
    while same < min(len(there), len(here)) and there[same] == here[same]:
        same += 1
    path = "../" * (len(here) - same) + "".join(f"{part}/" for part in there[same:])
    return (path or "./") + tail


@lru_cache(maxsize=8192)
def _folders(path: str) -> tuple[str, ...]:
    """The folders of a page's address; asked for some hundred thousand times a build."""
    return tuple(url_of(path).split("/")[:-1])
