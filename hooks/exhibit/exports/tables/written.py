"""A table as CSV (RFC 4180), safe to be opened by a spreadsheet: UTF-8 without a mark at its beginning, lines end in CRLF."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from exhibit.exports.tables.resource import Cell, Resource

FORMULA = re.compile(r"\s*[=+@＝＋－＠-]|[\t\r\n]")
"""How a text begins that a spreadsheet takes for a formula (OWASP, CSV Injection), blanks before it or not, in full width
or not."""
GUARD = "'"
"""What stands before a text that begins so: a spreadsheet then takes it for text."""


def in_csv(table: Resource, rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """A table with its head. Empty is what is not said; true and false are words."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return file.getvalue().encode()


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and FORMULA.match(cell):
        return GUARD + cell
    return "" if cell is None else str(cell)
