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
    ("container-title", "t2"),
    ("publisher", "pb"),
    ("language", "la"),
    ("URL", "ur"),
    ("archive_location", "ur"),  # beside the other: the format has no tag for it
)
"""The tags of what stands in a source as it is, written in capitals."""


def ris(sources: Iterable[dict[str, Any]]) -> str:
    """Sources, each as CSL-JSON has it, as a file of RIS (UTF-8, lines end in CRLF as the format has it)."""
    return "".join(
        f"{tag.upper()}  - {' '.join(text.split())}\r\n" for source in sources for tag, text in _lines(source)
    )


def _lines(source: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "ty", TYPES[source["type"]]
    yield "id", source["id"]
    yield "ti", source["title"]
    yield from (("au", one["literal"]) for one in source.get("author", []))
    yield from ((tag, source[name]) for name, tag in TAGS if name in source)
    issued = source.get("issued", {})
    if "date-parts" in issued:
        yield "py", str(issued["date-parts"][0][0])
        yield "da", _slashed(issued["date-parts"][0]) + ("circa" if issued.get("circa") else "")
    elif issued:
        yield "n1", f"Date: {issued['literal']}"
    if parts := source.get("accessed", {}).get("date-parts"):
        yield "y2", _slashed(parts[0])
    if "note" in source:
        yield "n1", source["note"]
    yield "er", ""


def _slashed(parts: list[int]) -> str:
    """Year, month and day, a slash after each; what is not known is left empty."""
    year, month, day = [*parts, 0, 0][:3]
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
