"""The full text in pieces, of which search fetches only those that a question needs.

Pages are told apart as they are found: items, stories, days, sources, others. The words of all texts stand in the order of
the alphabet, some kilobytes a piece, each with the texts that have it and how much it counts there (BM25); the texts
themselves stand in pieces of their own, for what is shown of those that are found. The plan says which piece begins with
what. Pieces are scripts, which a page opened from a folder can load too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from string import ascii_lowercase
from typing import Any

from exhibit.exports.script import script
from exhibit.model.addresses import day_anchor, folder_of, index_path, year_path
from exhibit.model.kinds import KINDS, Source
from exhibit.model.wording import in_words
from exhibit.pages.site import Site
from exhibit.reading.find import IGNORED
from exhibit.reading.romanised import words
from exhibit.views.timeline.today import calendar_days

PLAN = "search/full-text.js"
"""The piece that is fetched first: which other piece begins with what."""
PIECES = "search/pieces/"
GROUPS = ("In the catalogue", "In the stories", "On days", "In the sources", "On other pages")
ITEMS, STORIES, DAYS, SOURCES, OTHERS = range(len(GROUPS))
"""What is found is shown in these groups."""
LONGEST = 4000
"""Letters of a text from which on what follows is another one: a long page is found by what stands together."""
LONGEST_OF_OTHERS = 1200
"""The same of a page that is of many things, as a glossary is: it is found by its sections."""
WORDS_SIZE, TEXTS_SIZE = 7000, 6000
"""Letters of a piece with words or with texts, unless one alone has more."""
IN_TITLE, IN_HEADING = 4, 2
"""For how many words of the text one of the title or of a heading counts."""
SATURATION, BY_LENGTH = 1.2, 0.6
"""The constants of BM25 (Robertson and Zaragoza 2009, section 3.4): how soon more of a word says no more, how much a long
text is held back."""
STEPS = 9
"""The steps in which is said how much a word counts in a text."""
WORD = re.compile(r"[^\W_]+(?:['’ʻʼ`][^\W_]+)*")


@dataclass(frozen=True)
class Section:
    """A heading with the plain text that stands under it; fragment: its id."""

    fragment: str
    heading: str
    text: str


@dataclass(frozen=True)
class Text:
    """What is searched of a page, or of a part of a long one. group: the number of one; address: from the site's root."""

    group: int
    address: str
    title: str
    sections: tuple[Section, ...]

    def told(self) -> list[Any]:
        """As the pieces have it."""
        return [self.address, self.title, [[s.fragment, s.heading, s.text] for s in self.sections]]


@dataclass(frozen=True)
class Counted:
    """A text with how often each of its words counts in it."""

    text: Text
    counts: dict[str, int]


def group_of(path: str, stories: str) -> int:
    """The group of a page (Markdown path). stories: the folder in which pages tell stories."""
    folder = folder_of(path)
    if path == index_path(folder):
        return OTHERS
    if folder in KINDS:
        return SOURCES if folder == Source.COLLECTION else ITEMS
    return STORIES if folder and folder == stories else OTHERS


def days_told(site: Site) -> Iterator[Text]:
    """Each day on which something is exactly dated, with what happened on it."""
    days: dict[Any, list[str]] = {}
    for day in calendar_days(site.timeline):
        for one in day.anniversaries:
            title = one.entry.item.title
            days.setdefault(one.entry.date, []).append(
                ": ".join(filter(None, [title, "; ".join(one.labels)]))
            )
    for date, told in days.items():
        address = site.settings.below(year_path(date.listed.year), day_anchor(date.listed))
        yield Text(DAYS, address, in_words(date), (Section("", "", ". ".join(told) + "."),))


def counted(page: Text) -> list[Counted]:
    """A page, or its parts where it is long."""
    longest = LONGEST_OF_OTHERS if page.group == OTHERS else LONGEST
    parts, part, length = list[list[Section]](), list[Section](), 0
    for section in chain.from_iterable(map(_shortened, page.sections)):
        if part and length + len(section.text) > longest:
            parts.append(part)
            part, length = [], 0
        part.append(section)
        length += len(section.text)
    return [
        _counted(Text(page.group, page.address, page.title, tuple(sections))) for sections in [*parts, part]
    ]


def _shortened(section: Section) -> Iterator[Section]:
    text = section.text
    while len(text) > LONGEST:
        end = text.rfind(". ", LONGEST // 2, LONGEST) + 1 or LONGEST
        yield Section(section.fragment, section.heading, text[:end])
        text = text[end:].lstrip()
    yield Section(section.fragment, section.heading, text)


def _counted(text: Text) -> Counted:
    counts: Counter[str] = Counter()
    told = [(text.title, IN_TITLE)]
    for section in text.sections:
        told += [(section.heading, IN_HEADING), (section.text, 1)]
    for written, weight in told:
        for raw, times in Counter(
            WORD.findall(unicodedata.normalize("NFKC", written.replace("№", " ")))
        ).items():
            for word in words(raw):
                counts[word] += times * weight
    return Counted(text, {word: count for word, count in counts.items() if word not in IGNORED})


def pieces(texts: Iterable[Counted]) -> Iterator[tuple[str, bytes]]:
    """Path and content of every piece, the same for the same texts; nothing where there are none."""
    ordered = sorted(texts, key=lambda one: (one.text.group, one.text.address))
    if not ordered:
        return
    by_word = [*_cut(sorted(_postings(ordered).items()), WORDS_SIZE, lambda one: len(one[0]) + len(one[1]))]
    by_text = [
        *_cut([one.text for one in ordered], TEXTS_SIZE, lambda one: sum(len(s.text) for s in one.sections))
    ]
    made = {f"{PIECES}words-{n}.js": script(f"fullTextWords{n}", dict(p)) for n, p in enumerate(by_word)}
    made |= {
        f"{PIECES}texts-{n}.js": script(f"fullTextTexts{n}", [one.told() for one in p])
        for n, p in enumerate(by_text)
    }
    plan = {
        "sign": sha256(b"".join(made.values())).hexdigest()[:8],
        "groups": [[name, sum(one.text.group < n for one in ordered)] for n, name in enumerate(GROUPS)],
        "count": len(ordered),
        "words": [piece[0][0] for piece in by_word],
        "texts": [sum(map(len, by_text[:n])) for n in range(len(by_text))],
    }
    yield PLAN, script("fullText", plan)
    yield from made.items()


def _postings(ordered: Sequence[Counted]) -> dict[str, str]:
    """By each word the texts that have it, in order: how much it counts there, and how many texts lie between in letters."""
    sizes = [sum(one.counts.values()) for one in ordered]
    mean = sum(sizes) / len(sizes) or 1
    found: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for number, (one, size) in enumerate(zip(ordered, sizes, strict=True)):
        held = SATURATION * (1 - BY_LENGTH + BY_LENGTH * size / mean)
        for word, count in one.counts.items():
            step = max(1, round(STEPS * count / (count + held)))
            found.setdefault(word, []).append(f"{step}{_letters(number - last.get(word, 0))}")
            last[word] = number
    return {word: "".join(told) for word, told in found.items()}


def _letters(number: int) -> str:
    """A number in letters: a is 0, z is 25, ba is 26."""
    text = ascii_lowercase[number % 26]
    while number := number // 26:
        text = ascii_lowercase[number % 26] + text
    return text


def _cut(every: Sequence[Any], most: int, size: Any) -> Iterator[list[Any]]:
    """What stands in order, in pieces."""
    piece, length = list[Any](), 0
    for one in every:
        if piece and length + size(one) > most:
            yield piece
            piece, length = [], 0
        piece.append(one)
        length += size(one)
    yield piece
