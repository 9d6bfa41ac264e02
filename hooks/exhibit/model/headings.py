"""Headings: text as a heading of a page may have it, and the id that the heading has then."""

from __future__ import annotations

from markdown.extensions.toc import slugify


def heading(text: str) -> str:
    """Text for a Markdown heading: what Markdown or HTML could read as more than words is dropped."""
    kept = "".join(c if c.isalnum() or c in " ,.’–-()" else " " for c in text)
    return " ".join(kept.split())


def heading_anchor(text: str) -> str:
    """The id that Markdown gives a heading with a text."""
    return str(slugify(heading(text), "-"))
