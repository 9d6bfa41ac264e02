"""Sources in BibTeX, with the dates of biblatex beside those of old: text of a source is never a command of TeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "entry-encyclopedia": "incollection",
}
"""The entry of BibTeX for a type of CSL (Patashnik, BibTeXing, 1988, section 3.1); what is none of these is ``misc``."""
CONTAINERS = {"article": "journal", "incollection": "booktitle"}
"""What an entry calls that in which it stands: it has to have it; without it is ``misc``."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)
"""What TeX takes for a command, as text. Braces by name: BibTeX counts those that are escaped too."""


def bibtex(sources: Iterable[dict[str, Any]]) -> str:
    """Sources, each as CSL-JSON has it, as a file of BibTeX (UTF-8)."""
    return "\n".join(map(_entry, sources))


def _entry(source: dict[str, Any]) -> str:
    kind = TYPES.get(source["type"], "misc")
    if kind in CONTAINERS and "container-title" not in source:
        kind = "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(source, kind))
    return f"@{kind}{{{source['id']},\n{fields}}}\n"


def _fields(source: dict[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_text(source['title'])}}}"  # in braces of its own, so that its capitals stay
    if authors := source.get("author"):
        yield "author", _text(" and ".join(f"\0{one['literal']}\1" for one in authors))
    for name, field in (
        ("container-title", CONTAINERS.get(kind, "howpublished")),
        ("publisher", "institution" if kind == "techreport" else "publisher"),
    ):
        if name in source:
            yield field, _text(source[name])
    yield from _date(source.get("issued"))
    yield "language", _text(source.get("language", "en"))
    for name, field in (("URL", "url"), ("archive_location", "archive")):
        if name in source:
            yield field, f"{{{source[name]}}}"  # as it stands: no address has braces (model/urls.py)
    if parts := source.get("accessed", {}).get("date-parts"):
        yield "urldate", f"{{{_iso(parts[0])}}}"
    if "note" in source:
        yield "note", _text(source["note"])


def _text(text: str) -> str:
    """A text in braces. A name between marks is in braces too, so that it is taken as it stands."""
    return f"{{{text.translate(ESCAPED)}}}".replace("\0", "{").replace("\1", "}")


def _date(issued: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    """``date`` for biblatex, year and month for BibTeX; what is no such date, in words."""
    if not issued:
        return
    if "literal" in issued:
        yield "year", _text(issued["literal"])
        return
    year, *rest = issued["date-parts"][0]
    yield "date", f"{{{_iso([year, *rest])}{'~' if issued.get('circa') else ''}}}"
    yield "year", f"{{{year}}}"
    if rest:
        yield "month", MONTHS[rest[0] - 1]


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))
