"""Paragraphs: for a source told paragraph by paragraph, what is drawn from each, or why nothing."""

from __future__ import annotations

from exhibit.model.kinds import Source
from exhibit.model.locators import paragraphs
from exhibit.reading.exhibit import Exhibit


def drawn(exhibit: Exhibit, source: Source) -> set[int]:
    """The paragraphs of a source that any claim or account cites."""
    return {number for at in exhibit.locators.get(source.id, ()) for number in paragraphs(at)}


def unaccounted(exhibit: Exhibit, source: Source) -> list[int]:
    """The paragraphs that are neither drawn from nor listed as silent."""
    last = max((int(at) for at in source.last if at.isdigit()), default=0)
    silent = {paragraph.at for paragraph in source.paragraphs if paragraph.silent}
    return sorted(set(range(1, last + 1)) - drawn(exhibit, source) - silent)
