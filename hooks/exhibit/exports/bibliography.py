"""The sources for managers of references: all of them, and those of each organisation, as CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from exhibit.exports.bibtex import bibtex
from exhibit.exports.csl import csl
from exhibit.exports.ris import ris
from exhibit.model.kinds import Source
from exhibit.pages.site import Site

FOLDER = "data/bibliography/"
WHOLE = f"{FOLDER}sources"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Three files for all sources, and three for those that each organisation's own page cites."""
    sources = site.exhibit.of(Source.COLLECTION)
    if not sources:
        return
    yield from _files(site, WHOLE, sources)
    for item in site.exhibit.of("organisations"):
        if cited := site.exhibit.cited(item):
            own = [cast(Source, site.exhibit.items[id_]) for id_ in sorted(set(cited))]
            yield from _files(site, f"{FOLDER}{item.COLLECTION}/{item.id}", own)


def _files(site: Site, name: str, sources: list[Source]) -> Iterator[tuple[str, bytes]]:
    told = [csl(site, source) for source in sources]
    yield f"{name}.json", (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    yield f"{name}.bib", bibtex(told).encode()
    yield f"{name}.ris", ris(told).encode()
