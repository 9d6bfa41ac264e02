"""The real data: free of problems, complete as promised, and in our own words."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from conftest import KNOWN, ROOT
from exhibit.model.kinds import Source
from exhibit.model.locators import paragraphs
from exhibit.model.marks import marks
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.problem import report
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.load import load_copies, load_docs
from exhibit.views.sources.extracts import extracts

ARTICLES = Path(os.environ.get("EXHIBIT_SOURCES", os.devnull))
ORGANISATIONS = [
    "cst",
    "csto",
    "cica",
    "shanghai-five",
    "sco",
    "cis",
    "eurasec",
    "eacu",
    "ces",
    "eaeu",
    "caco",
    "ucas",
    "eurasian-union",
    "osce",
    "un",
    "eu",
    "nato",
    "asean",
    "brics",
    "wto",
    "customs-union-1995",
    "central-asian-union",
    "caec",
    "ces-2003",
]


@pytest.fixture
def exhibit(real: Exhibit) -> Exhibit:
    return real


def test_the_data_and_the_pages_have_no_problem() -> None:
    built = build(ROOT, ROOT / "docs", Settings(KNOWN))
    assert report(built.problems, built.texts) == ""


@pytest.mark.parametrize("id_", ORGANISATIONS)
def test_every_organisation_of_the_story_has_its_page(exhibit: Exhibit, id_: str) -> None:
    assert exhibit.items[id_].COLLECTION == "organisations"


def test_every_source_is_used_or_known_from_one_that_is(exhibit: Exhibit) -> None:
    used = set(extracts(exhibit)) | {
        mark.target.partition("#")[0]
        for text in load_docs(ROOT / "docs", ROOT).values()
        for mark in marks(text)
    }
    unused = [
        s.id
        for s in exhibit.of("sources")
        if not (s.id in used or s.known_from or s.tables or exhibit.backlinks.get(s.id))
    ]
    assert unused == []


def test_every_source_consulted_says_how_near_it_stands(exhibit: Exhibit) -> None:
    sources: list[Source] = exhibit.of("sources")
    assert [s.id for s in sources if s.consulted and s.tier is None] == []


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("\u00a0", " "))


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the reading copies of the articles are not here")
def test_no_sentence_of_the_articles_is_copied(exhibit: Exhibit) -> None:
    """Twelve words running are a copy, unless they are the title of a work or document."""
    grams = set()
    for article in ARTICLES.glob("*.txt"):
        lines = [line for line in article.read_text("utf-8").splitlines() if not line.startswith("#")]
        words = _words("\n".join(lines))
        grams |= {tuple(words[i : i + 12]) for i in range(len(words) - 11)}
    titles = [
        " ".join(_words(t))
        for item in exhibit.items.values()
        for t in (item.title, *(n.text for n in item.names))
    ]
    copied = []
    for path in _texts():
        words = _words(path.read_text("utf-8"))
        for i in range(len(words) - 11):
            gram = tuple(words[i : i + 12])
            if gram in grams and not any(" ".join(gram[:9]) in t or " ".join(gram[3:]) in t for t in titles):
                copied.append(f"{path.relative_to(ROOT)}: {' '.join(gram)}")
    assert copied == []


def _texts() -> list[Path]:
    return [
        p
        for folder in ("data", "docs")
        for p in sorted((ROOT / folder).rglob("*"))
        if p.suffix in (".yml", ".md")
    ]


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the reading copies of the articles are not here")
def test_whoever_speaks_is_named_where_the_article_is_cited(exhibit: Exhibit) -> None:
    """A statement's speaker stands in the paragraphs cited for it, by name or as the President;
    what an article says in its own voice is its authors'."""
    copies = load_copies(ARTICLES)
    unnamed = []
    for event in exhibit.of("events"):
        for source in copies:
            own = [claim for claim in (event.text.claims() if event.text else ()) if not claim.stands]
            cites = [c for claim in own for c in claim.cite]
            cited = {n for c in cites if c.source == source for n in paragraphs(c.at)}
            text = " ".join(copies[source].get(number, "") for number in cited)
            for speaker in (exhibit.items[id_] for id_ in event.by):
                names = [name.split()[-1] for name in (speaker.title, *(n.text for n in speaker.names))]
                known = [*names, "President", "Head of the State", "Head of State"]
                author = speaker.id in exhibit.items[source].written_by or speaker.COLLECTION != "people"
                if cited and not author and not any(name.lower() in text.lower() for name in known):
                    unnamed.append(f"{event.id}: {speaker.id} is not in {source}#{sorted(cited)}")
    assert unnamed == []
