"""Sources in RIS (Research Information Systems), which managers of references read: a line a field, each a tag and its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

TYPES = {
    "treaty": "GOVDOC",
    "document": "GOVDOC",
    "webpage": "ELEC",
    "speech": "GEN",
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "entry-encyclopedia": "ENCYC",
    "dataset": "DATA",
}
"""The type of RIS for a type of CSL (the format's specification of 2011, reference types)."""
TAGS = (
    ("container-title", "T2"),
    ("publisher", "PB"),
    ("language", "LA"),
    ("URL", "UR"),
    ("archive_location", "LK"),
)


def ris(sources: Iterable[dict[str, Any]]) -> str:
    """Sources, each as CSL-JSON has it, as a file of RIS (UTF-8, lines end in CRLF as the format has it)."""
    return "".join(
        f"{tag}  - {' '.join(text.split())}\r\n" if tag != "ER" else "ER  - \r\n"
        for source in sources
        for tag, text in _lines(source)
    )


def _lines(source: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[source["type"]]
    yield "ID", source["id"]
    yield "TI", source["title"]
    yield from (("AU", one["literal"]) for one in source.get("author", []))
    yield from ((tag, source[name]) for name, tag in TAGS if name in source)
    issued = source.get("issued", {})
    if "date-parts" in issued:
        yield "PY", str(issued["date-parts"][0][0])
        yield "DA", _slashed(issued["date-parts"][0]) + ("circa" if issued.get("circa") else "")
    elif issued:
        yield "N1", f"Date: {issued['literal']}"
    if parts := source.get("accessed", {}).get("date-parts"):
        yield "Y2", _slashed(parts[0])
    if "note" in source:
        yield "N1", source["note"]
    yield "ER", ""


def _slashed(parts: list[int]) -> str:
    """``YYYY/MM/DD/`` and what is said besides; what is not known is left empty."""
    year, month, day = [*parts, 0, 0][:3]
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
