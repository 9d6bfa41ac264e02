"""What the tables are, for programs: a Data Package (version 1.0 of its standard), with each table's schema."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from exhibit.exports.tables.every import TABLES
from exhibit.exports.tables.resource import Resource, ResourceColumn
from exhibit.exports.tables.written import GUARD
from exhibit.pages.site import Settings, Site

FILE = "datapackage.json"
NOTE = (
    "Each fact is a claim: what a source says, with the source and the place in it; rival readings stand side by side. A date is "
    "as sure as its source: it stands as it is written (EDTF), with the first and the last day that it can mean. A text that a "
    f"spreadsheet would take for a formula has {GUARD} before it in the CSV files; the database has it as it is."
)


def package(site: Site, contents: Mapping[str, bytes], counts: Mapping[str, int]) -> bytes:
    """The description. contents, counts: each table's file, and how many rows it has, by the table's name."""
    settings = site.settings
    told: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": slug(settings),
        "title": settings.site_name,
        "description": f"{settings.site_line} {NOTE}".strip(),
        "version": settings.as_of.text,
        "resources": [_resource(table, contents[table.name], counts[table.name]) for table in TABLES],
    }
    if licence := site.exhibit.story.licence:
        told["licenses"] = [
            {"name": licence.value.upper().replace(" ", "-"), "title": licence.label, "path": licence.address}
        ]
    if settings.site_url:
        told["homepage"] = settings.site_url
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def slug(settings: Settings) -> str:
    """The exhibit's name in small letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", settings.site_name.lower()).strip("-") or "exhibit"


def _resource(table: Resource, content: bytes, count: int) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": count,
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "primaryKey": [*table.key],
            "foreignKeys": [_reference(column) for column in table.columns if column.to],
            "missingValues": [""],
        },
    }


def _field(table: Resource, column: ResourceColumn) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    constraints: dict[str, Any] = {"required": True} if column.name in table.key else {}
    if column.terms:
        constraints["enum"] = [*column.terms]
    return told | ({"constraints": constraints} if constraints else {})


def _reference(column: ResourceColumn) -> dict[str, Any]:
    key = next(table.key[0] for table in TABLES if table.name == column.to)
    return {"fields": column.name, "reference": {"resource": column.to, "fields": key}}
