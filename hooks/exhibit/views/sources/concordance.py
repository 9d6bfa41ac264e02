"""The concordance: for each source that is told whole its paragraphs, with what is taken from each."""

from __future__ import annotations

from collections.abc import Mapping

from exhibit.model.kinds import Paragraph, Source
from exhibit.model.locators import paragraphs
from exhibit.reading.exhibit import Exhibit
from exhibit.views.sources.extracts import Extract
from exhibit.views.sources.statements import told_whole

Concordance = list[tuple[Source, list[tuple[Paragraph, list[Extract]]]]]
"""For each source its paragraphs with what is taken from each."""


def concordance(exhibit: Exhibit, extracts: Mapping[str, list[Extract]]) -> Concordance:
    """The concordance of an exhibit. extracts: what is taken from each source, by its id."""
    found = []
    for source in told_whole(exhibit):
        taken = [t for t in extracts.get(source.id, []) if t.citation.source == source.id]
        rows = [(p, [t for t in taken if p.at in paragraphs(t.citation.at)]) for p in source.paragraphs]
        found.append((source, rows))
    return found
