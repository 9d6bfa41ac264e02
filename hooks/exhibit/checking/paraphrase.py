"""Paraphrases: a statement in our words is no stronger than the place it cites, told against reading copies.

Compared are the words by which a paraphrase shifts: numbers, negations, and words of strength.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.checking.precision import Copies, cited_text, in_letters, occurs
from exhibit.model.claims import TextClaim
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit

_STRONG = (
    r"proofs?|prov(?:e|es|ed|en|ing)|testif\w+|evidence|demonstrat\w+",
    r"guarant\w+|ensur\w+|assur\w+|secur(?:e|es|ed|ing)",
    r"must|ha(?:ve|s|d) to|cannot|can ?not|can only|necess\w+|need\w*|requir\w+|oblig\w+|shall|should|unless|condition",
    r"first\w*|initial\w*|earliest|pioneer\w*|never before|began|beg[iu]n\w*|start\w*",
    r"only|sole\w*|alone|exclusive\w*|single|mere\w*|just|simply|nothing but|unique\w*",
    r"always|ever|constant\w*|permanent\w*|everlasting|eternal",
    r"most|main\w*|chief\w*|principal\w*|primary|leading|key|major|core|paramount|foremost|central|\w+est",
    r"because|caus\w+|due to|owing to|reason|led to|lead\w*|thanks to|therefore|result\w*|since|why|consequence",
)
"""Words of strength, those that may stand for each other together."""
_STRONG_HERE = (
    r"proofs?|prov(?:e|es|ed|en|ing)",
    r"guarant\w+",
    r"must|cannot",
    r"first",
    r"only|sole|solely",
    r"always",
    r"main|most important|chief|principal",
    r"because",
)
"""Of each of these lines, what in a paraphrase has to be borne out by the line above it."""
_NO = re.compile(r"\b(?:not?|never|none|neither|nor|nobody|nothing|without)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not?|never|none|neither|nor|nobody|nothing|without|cannot|lack\w*|fail\w*|refus\w*|reject\w*|absen\w+|den(?:y|ied|ies)|"
    r"impossib\w+|hardly|unable|unlike\w*|unwilling\w*|unresolved|in(?:dependen|violab|admissib|capab)\w+|non\w+|dis\w{4,}|free from|rather than|instead|except\w*|first time)\b|n[’']t\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,-])[0-9]+(?:[.,][0-9]+)*(?![\w-])")


def stronger(exhibit: Exhibit, copies: Copies) -> Iterator[Problem]:
    """Suspicion: a paraphrase has a number, a negation or a word of strength that the paragraphs it cites lack. A
    ``note`` or ``doubt`` at the claim says that it is meant."""
    for item, path, claim in exhibit.every(TextClaim):
        if not claim.text or claim.inferred or claim.note or claim.doubt:
            continue
        for source, where, text in cited_text(claim, copies):
            if words := list(_missing(claim.text, text)):
                message = (
                    f"{', '.join(f'“{word}”' for word in words)} is not in {source}{where}, nor a word like it; say "
                    "no more than the source, or write a `note` on what bears it out"
                )
                yield exhibit.problem(item, path, message, warning=True)


def _missing(paraphrase: str, text: str) -> Iterator[str]:
    """The words of a paraphrase that its source's text does not bear out."""
    yield from (number for number in _NUMBER.findall(paraphrase) if not _counted(number, text))
    if (denial := _NO.search(paraphrase)) and not _DENIED.search(text):
        yield denial.group()
    for here, there in zip(_STRONG_HERE, _STRONG, strict=True):
        strong = re.search(rf"\b(?:{here})\b", paraphrase, re.IGNORECASE)
        if strong and not re.search(rf"\b(?:{there})\b", text, re.IGNORECASE):
            yield strong.group()


def _counted(number: str, text: str) -> bool:
    plain = number.replace(",", "")
    forms = [number, plain, f"{int(plain):,}", in_letters(int(plain))] if plain.isdigit() else [number]
    return any(occurs(form, text) for form in forms if form)
