"""The files of the tables: each as CSV, all as one database, and what describes them to programs."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.exports.tables.database import database
from exhibit.exports.tables.described import FILE, package, slug
from exhibit.exports.tables.every import TABLES
from exhibit.exports.tables.written import in_csv
from exhibit.pages.site import Site

FOLDER = "data/tables/"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file; a table without a row has its head."""
    rows = {table.name: [*table.rows(site)] for table in TABLES}
    contents = {table.name: in_csv(table, rows[table.name]) for table in TABLES}
    yield from ((f"{FOLDER}{name}.csv", content) for name, content in contents.items())
    yield FOLDER + FILE, package(site, contents, {name: len(found) for name, found in rows.items()})
    yield f"{FOLDER}{slug(site.settings)}.sqlite", database(rows)
