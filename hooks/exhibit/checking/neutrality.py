"""Neutrality: praise, blame and superlatives stand only in attributed statements.

What an article or a person says is theirs (points, readings, the text of a statement). Titles,
summaries, notes, reasons and accounts are the exhibit's own voice; there a word of judgement is a
suspicion, unless its sentence says whose judgement it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from exhibit.checking.rule import MOST_KEPT
from exhibit.model.kinds import Item
from exhibit.model.marks import position
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path

JUDGEMENTS = (
    "historic|unprecedented|outstanding|remarkable|remarkably|successful|successfully|brilliant|wise|"
    "visionary|farsighted|far-sighted|glorious|heroic|great success|triumph|triumphant|impressive|"
    "invaluable|landmark|milestone|momentous|epochal|worthy|admirable|excellent|superb|magnificent|"
    "undoubtedly|unfortunately|fortunately|regrettably|disgraceful|shameful|cynical|notorious|brutal|"
    "puppet|hypocritical|rightly|wrongly|of course|the greatest|the most important|the most successful"
)
_JUDGEMENT = re.compile(rf"(?<![\w-])({JUDGEMENTS})(?![\w-])", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"\b(says?|said|calls?|called|names?|named|writes?|wrote|praises?|praised|credits?|credited|describes?|"
    r"described|rates?|rated|ranks?|ranked|speaks?|spoke|sees?|saw|thinks?|thought|claims?|claimed|according to|in the words of|quotes?|"
    r"quoted|judges?|judged|presents?|presented|regards?|regarded|finds?|found|puts?|stressed|stresses|"
    r"tells?|told|holds?|held|reads?|words?|counts?|counted|adds?|added|asks?|asked|reports?|reported)\b",
    re.IGNORECASE,
)
_OWN = ("title", "summary", "note", "because", "account", "act")


def judgements(exhibit: Exhibit) -> list[Problem]:
    """Warnings: words of judgement in the exhibit's own voice, in the data."""
    found: list[Problem] = []
    for item in exhibit.items.values():
        if item.COLLECTION == "sources":
            continue  # titles and perspectives of sources speak of others' words
        for path, part in exhibit.parts[item.id]:
            for name in _OWN:
                text = vars(part).get(name)
                if isinstance(text, str):
                    found += _in_field(exhibit, item, (*path, name), text)
    return found


def judgements_in_docs(texts: dict[str, str]) -> list[Problem]:
    """The same in the hand-written pages."""
    found = []
    for file, text in texts.items():
        for word, offset in words_of_judgement(text):
            line, column = position(text, offset)
            found.append(Problem(file, line, column, "", _message(word), True))
    return found


def _in_field(exhibit: Exhibit, item: Item, path: Path, text: str) -> Iterator[Problem]:
    for word, _ in words_of_judgement(text):
        yield exhibit.problem(item, path, _message(word), warning=True)


def _message(word: str) -> str:
    return f"'{word}' is a judgement in the exhibit's own voice; say whose it is, or leave it out"


@lru_cache(MOST_KEPT)
def words_of_judgement(text: str) -> list[tuple[str, int]]:
    """The words of judgement of a text with their offsets; quoted and attributed ones left out."""
    if not _JUDGEMENT.search(text):
        return []
    found = []
    for sentence in re.finditer(r"[^.!?\n]+(?:\n(?!\n)[^.!?\n]+)*", text):
        bare = re.sub(
            r"[\"“«][^\"”»]{0,1000}[\"”»]|`[^`]*`", lambda m: " " * len(m.group()), sentence.group()
        )
        if not _ATTRIBUTED.search(bare):
            found += [(m.group(1), sentence.start() + m.start()) for m in _JUDGEMENT.finditer(bare)]
    return found
