"""Data packages (Frictionless Data Package 1.0): each file that one describes is there, and is what it says."""

from __future__ import annotations

import csv
import io
import json
import posixpath
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.site import FinishedSite

NAME = "datapackage.json"


def check(site: FinishedSite) -> Iterator[SiteFault]:
    """Every package of a site that can be read; one that cannot is told as other JSON is."""
    for name in sorted(site.files):
        if posixpath.basename(name) == NAME:
            try:
                resources = json.loads(site.read(name))["resources"]
            except (ValueError, KeyError, TypeError):
                yield SiteFault(name, "describes no files: it has no resources")
                continue
            for one in resources:
                yield from _resource(site, name, one)


def _resource(site: FinishedSite, package: str, told: dict[str, Any]) -> Iterator[SiteFault]:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(package), str(told.get("path", ""))))
    if path not in site.files:
        yield SiteFault(package, f"there is no {shown(path)} in the site")
        return
    content = site.read(path)
    if told.get("bytes") != len(content):
        yield SiteFault(path, f"has {len(content):,} bytes; {package} says {told.get('bytes', 0):,}")
    elif told.get("hash") != f"sha256:{sha256(content).hexdigest()}":
        yield SiteFault(path, f"is not what it was when {package} was written: its SHA-256 is another")
    else:
        yield from _rows(path, content, told)


def _rows(path: str, content: bytes, told: dict[str, Any]) -> Iterator[SiteFault]:
    """Whether it can be read as CSV, with the columns and as many rows as are told."""
    try:
        head, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        yield SiteFault(path, f"no CSV in UTF-8: {error}")
        return
    columns = [str(field.get("name")) for field in told.get("schema", {}).get("fields", [])]
    if head != columns:
        yield SiteFault(path, f"its columns are {', '.join(head)}; told are {', '.join(columns)}")
    if len(rows) != told.get("rows", len(rows)):
        yield SiteFault(path, f"has {len(rows):,} rows; told are {told['rows']:,}")
