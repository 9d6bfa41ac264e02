"""Quotations: whose words they are, at which place, and whether they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exhibit.checking.rule import rule
from exhibit.model.citation import Citation
from exhibit.model.claims import Claim
from exhibit.model.kinds import Item, Source
from exhibit.model.locators import paragraphs
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path

_LEFT_OUT = re.compile(r"\s*(?:\[[^\]]*\]|…|\.\.\.)\s*")
"""What a quotation leaves out or puts in: an ellipsis, words in square brackets."""
_SIGNS = str.maketrans("“”„«»‘’–—‑\u00a0", '"""""\'\'---\u0020')
"""Quotation marks, dashes and spaces, of which a copy may have another sort."""


@rule
def a_quotation_has_one_source_and_a_place_in_it(exhibit: Exhibit) -> Iterator[Problem]:
    """A quotation is of one source, and names the place where the places of that source are numbered."""
    for item, path, claim in exhibit.every(Claim):
        if not claim.quote or not claim.cite:
            continue
        if len(claim.cite) > 1:
            message = (
                "whose words are these? cite one source beside them; put others into a reading of their own"
            )
            yield exhibit.problem(item, (*path, "quote"), message)
            continue
        cited = claim.cite[0]
        source = exhibit.items.get(cited.source)
        if isinstance(source, Source) and source.last and not cited.at:
            message = (
                f"where in it do these words stand? cite the place, as in {cited.source}#{source.last[0]}"
            )
            yield exhibit.problem(item, (*path, "quote"), message)


def misquoted(exhibit: Exhibit, copies: Mapping[str, Mapping[int, str]]) -> Iterator[Problem]:
    """Suspicions: words said to be a source's that do not stand in the paragraphs cited of its reading copy.

    copies: texts by source id and paragraph number.
    """
    for item, path, claim in exhibit.every(Claim) if copies else ():
        if claim.quote and len(claim.cite) == 1:
            yield from _sought(exhibit, item, (*path, "quote"), claim.quote, claim.cite[0], copies)
    for item, path, cited in exhibit.every(Citation) if copies else ():
        if cited.phrase:
            yield from _sought(exhibit, item, (*path, "phrase"), cited.phrase, cited, copies)


def _sought(
    exhibit: Exhibit,
    item: Item,
    path: Path,
    words: str,
    cited: Citation,
    copies: Mapping[str, Mapping[int, str]],
) -> Iterator[Problem]:
    texts = copies.get(cited.source, {})
    numbers = paragraphs(cited.at)
    if not texts or not numbers or _stand_in(words, " ".join(texts.get(number, "") for number in numbers)):
        return
    elsewhere = [number for number, text in texts.items() if _stand_in(words, text)]
    cure = (
        f"they stand in #{elsewhere[0]}" if elsewhere else "copy them letter by letter, or say it in your own"
    )
    yield exhibit.problem(
        item, path, f"these words are not in {cited.source}#{cited.at}; {cure}", warning=True
    )


def _stand_in(words: str, text: str) -> bool:
    """Whether the pieces of a quotation stand in a text one after another, capitals or not."""
    text, at = _plain(text), 0
    for piece in filter(None, _LEFT_OUT.split(_plain(words))):
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _plain(text: str) -> str:
    return text.translate(_SIGNS).casefold()
