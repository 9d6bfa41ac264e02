"""The tables as one file of SQLite, the same to the byte for the same data and the same SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from exhibit.exports.tables.every import TABLES
from exhibit.exports.tables.resource import Cell, Resource

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}
"""What SQLite keeps of each type: a date as ISO 8601, true and false as 1 and 0."""
VIEWS = {
    "cited_claims": """\
SELECT claims.*, citations.source, citations.at, sources.title AS source_title, sources.url AS source_url
FROM claims LEFT JOIN citations ON citations.cited_by = claims.id LEFT JOIN sources ON sources.id = citations.source""",
}
"""What is asked for most: each claim with each of its sources."""


def database(rows: Mapping[str, Sequence[tuple[Cell, ...]]]) -> bytes:
    """The file. rows: of each table by its name."""
    connection = sqlite3.connect(":memory:")
    try:
        for table in TABLES:
            connection.execute(_created(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {_named(table.name)} VALUES ({marks})", rows[table.name])
        for name, query in VIEWS.items():
            connection.execute(f"CREATE VIEW {_named(name)} AS {query}")
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _created(table: Resource) -> str:
    columns = [f"{_named(column.name)} {TYPES[column.type]}" for column in table.columns]
    key = ", ".join(map(_named, table.key))
    references = [
        f"FOREIGN KEY ({_named(column.name)}) REFERENCES {_named(column.to)}"
        for column in table.columns
        if column.to
    ]
    return f"CREATE TABLE {_named(table.name)} ({', '.join([*columns, f'PRIMARY KEY ({key})', *references])}) WITHOUT ROWID"


def _named(name: str) -> str:
    """A name of ours in quotation marks, as a word of SQL may be one; a hyphen is none for SQL."""
    return '"' + name.replace("-", "_") + '"'
