"""What a server is to answer that publishes the site with an example of publishing/: one table for all servers.

It asks for files of the site that ``make build`` has left, and for a file of each type that it may come to have.
"""

from __future__ import annotations

from typing import NamedTuple

PARTS = [
    "404.html",
    "index.html",
    "_headers",
    ".exhibit-files",
    "changes.xml",
    "sitemap.xml",
    "sitemap.xml.gz",
]
FOLDERS = ["about", "assets", "search"]
"""What of the site the table asks for."""
PLANTED = {
    "more/site.webmanifest": "application/manifest+json",
    "more/days.ics": "text/calendar; charset=utf-8",
    "more/facts.csv": "text/csv; charset=utf-8",
    "more/places.geojson": "application/geo+json",
    "more/module.mjs": "text/javascript; charset=utf-8",
    "more/book.pdf": "application/pdf",
    "more/all.zip": "application/zip",
    "more/photo.jpg": "image/jpeg",
    "more/photo.webp": "image/webp",
    "more/icon.ico": "image/x-icon",
    "more/what-is.this": "application/octet-stream",
    ".secret": "",
    "about/.secret": "",
}
"""Files that a site may have, with the type that each is to have; where there is none, nobody asks for it as such."""

SHORT, LONG = "public, max-age=600", "public, max-age=31536000, immutable"
HTML, CSS, JS = "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8"
XML, ATOM, TEXT = (
    "application/xml; charset=utf-8",
    "application/atom+xml; charset=utf-8",
    "text/plain; charset=utf-8",
)


class Row(NamedTuple):
    """A file, asked for by its address, and how it comes. packed: whether it is compressed for who takes that."""

    file: str
    type: str
    packed: bool = True
    cache: str = SHORT


ROWS = {
    "/": Row("index.html", HTML),
    "/about/": Row("about/index.html", HTML),
    "/about/?q=1": Row("about/index.html", HTML),
    "/about/rights/": Row("about/rights/index.html", HTML),
    "/assets/exhibit.css": Row("assets/exhibit.css", CSS),
    "/assets/stylesheets/main.*.css": Row("", CSS),
    "/assets/javascripts/bundle.*.js": Row("", JS),
    "/assets/everywhere.js": Row("assets/everywhere.js", JS),
    "/assets/favicon.svg": Row("assets/favicon.svg", "image/svg+xml", packed=False),  # too small
    "/assets/card.png": Row("assets/card.png", "image/png", packed=False),
    "/assets/fonts/*latin-wght-normal.woff2": Row("", "font/woff2", packed=False, cache=LONG),
    "/assets/fonts/LICENSE.txt": Row("assets/fonts/LICENSE.txt", TEXT, cache=LONG),
    "/changes.xml": Row("changes.xml", ATOM),
    "/sitemap.xml": Row("sitemap.xml", XML),
    "/sitemap.xml.gz": Row("sitemap.xml.gz", "application/gzip", packed=False),
    "/search/full-text.js": Row("search/full-text.js", JS),
    "/search/pieces/words-0.js?1a": Row("search/pieces/words-0.js", JS, cache=LONG),
    **{f"/{name}": Row(name, type_, packed=False) for name, type_ in PLANTED.items() if type_},
}

MISSING = [
    "/nothing",
    "/nothing/",
    "/about/nothing.html",
    "/assets/fonts/nothing.woff2",
    "/search/pieces/nothing.js",
    "/assets/nothing.css",
    "/assets/",  # a folder without a page: no list
    "/_headers",
    "/.exhibit-files",
    "/.secret",
    "/about/.secret",
    "/%2esecret",
    "/.git/config",
]
"""Answered with the exhibit's page for what is missing."""

OUTSIDE = [
    "/../secret.txt",
    "/about/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/about/%2e%2e/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/%252e%252e/secret.txt",
    "//../secret.txt",
    "/about/..;/..;/secret.txt",
    "/assets../secret.txt",
    "/about/%00/../../secret.txt",
]
"""Ways to a file beside the site, none of which may lead there."""

MOVED = {
    "/about": "/about/",
    "/about/rights": "/about/rights/",
    "/about?q=treaty&from=1994": "/about/?q=treaty&from=1994",
    "//about": "/about/",  # never //about/, which is another host
}

NOT_READ = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]
