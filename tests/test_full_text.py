"""The full text in pieces: what they say, that they are the same for the same texts, and how much a question fetches."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from conftest import AS_OF
from exhibit.exports.full_text import (
    DAYS,
    ITEMS,
    LONGEST,
    OTHERS,
    PLAN,
    SOURCES,
    STORIES,
    Counted,
    Section,
    Text,
    counted,
    days_told,
    group_of,
    pieces,
)
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit


def _text(group: int, address: str, title: str, *sections: tuple[str, str, str]) -> Text:
    return Text(group, address, title, tuple(Section(*one) for one in sections))


def _read(content: bytes) -> tuple[str, Any]:
    """The name of a piece's data, and the data."""
    found = re.fullmatch(r"globalThis\.(\w+)=(.+);\n", content.decode("ascii"), re.DOTALL)
    assert found
    return found[1], json.loads(found[2])


GROUPED = [
    ("organisations/league.md", ITEMS),
    ("organisations/league/bodies.md", ITEMS),
    ("organisations/index.md", OTHERS),
    ("sources/gazette.md", SOURCES),
    ("galleries/one.md", STORIES),
    ("galleries/index.md", OTHERS),
    ("about/cite.md", OTHERS),
    ("index.md", OTHERS),
]


@pytest.mark.parametrize(("path", "group"), GROUPED)
def test_a_page_is_found_in_its_group(path: str, group: int) -> None:
    assert group_of(path, "galleries") == group
    assert group_of("index.md", "") == OTHERS


def test_the_pieces_are_as_agreed() -> None:
    league = _text(
        ITEMS, "a/league/", "League", ("", "", "Rivers."), ("law", "Law of rivers", "The Рим's law")
    )
    day = _text(DAYS, "years/2001/#06-15", "15 June 2001", ("", "", "League: founded."))
    texts = [*counted(day), *counted(league)]
    made = dict(pieces(texts))
    assert made == dict(pieces(reversed(texts)))
    assert [*made] == [PLAN, "search/pieces/words-0.js", "search/pieces/texts-0.js"]
    name, plan = _read(made[PLAN])
    assert (name, re.fullmatch("[0-9a-f]{8}", plan.pop("sign")) is not None) == ("fullText", True)
    assert plan == {
        "groups": [
            ["In the catalogue", 0],
            ["In the stories", 1],
            ["On days", 1],
            ["In the sources", 2],
            ["On other pages", 2],
        ],
        "count": 2,
        "words": ["15"],
        "texts": [0],
    }
    name, words = _read(made["search/pieces/words-0.js"])
    assert name == "fullTextWords0"
    assert words == {
        "15": "7b",
        "2001": "7b",
        "founded": "4b",
        "june": "7b",
        "law": "7a",
        "league": "7a4b",
        "rims": "4a",
        "rivers": "7a",
    }
    name, told = _read(made["search/pieces/texts-0.js"])
    assert name == "fullTextTexts0"
    assert told == [
        ["a/league/", "League", [["", "", "Rivers."], ["law", "Law of rivers", "The Рим's law"]]],
        ["years/2001/#06-15", "15 June 2001", [["", "", "League: founded."]]],
    ]


def test_a_long_page_is_found_by_what_stands_together() -> None:
    sentence = "One sentence of a long page. "
    long, short = ("a", "A", sentence * 400), ("b", "B", "Short.")
    parts = counted(_text(ITEMS, "a/", "Long", long, short))
    assert all(sum(len(one.text) for one in part.text.sections) <= LONGEST for part in parts)
    told = [section for part in parts for section in part.text.sections]
    assert {section.fragment for section in told[:-1]} == {"a"} and told[-1] == Section(*short)
    assert " ".join(section.text for section in told[:-1]).split() == long[2].split()
    assert all(section.text.startswith("One") for section in told[:-1])
    unbroken = counted(_text(ITEMS, "a/", "Long", ("", "", "a" * 3 * LONGEST)))
    assert sum(len(part.text.sections[0].text) for part in unbroken) == 3 * LONGEST


def test_many_texts_stand_in_many_pieces_that_the_plan_finds() -> None:
    texts: list[Counted] = []
    for number in range(300):
        words = " ".join(f"word{number * at}" for at in range(60))
        texts += counted(_text(ITEMS, f"a/{number:03}/", f"Title {number}", ("", "", words)))
    made = {path: _read(content)[1] for path, content in pieces(texts)}
    plan = made[PLAN]
    for number, first in enumerate(plan["words"]):
        piece = made[f"search/pieces/words-{number}.js"]
        assert [*piece] == sorted(piece) and next(iter(piece)) == first
    every = [
        text for number in range(len(plan["texts"])) for text in made[f"search/pieces/texts-{number}.js"]
    ]
    assert [text[0] for text in every] == [f"a/{number:03}/" for number in range(300)]
    assert [every[first] for first in plan["texts"]] == [
        made[f"search/pieces/texts-{number}.js"][0] for number in range(len(plan["texts"]))
    ]
    held = made[f"search/pieces/words-{max(n for n, w in enumerate(plan['words']) if w <= 'title')}.js"][
        "title"
    ]
    assert len(re.findall("[1-9][a-z]+", held)) == 300


def test_a_day_is_told_with_what_happened_on_it(tiny: Exhibit) -> None:
    days = [*days_told(Site(tiny, Settings(AS_OF)))]
    assert {day.address for day in days} == {
        f"years/{day}" for day in ("1996/#04-26", "1999/#04-02", "2001/#06-14", "2001/#06-15", "2003/#09-19")
    }
    assert "Declaration on the League" in " ".join(day.sections[0].text for day in days)
    assert all(day.group == DAYS and re.match("[0-9]+ [A-Z][a-z]+ [0-9]{4}", day.title) for day in days)


def test_nothing_to_search_has_no_pieces() -> None:
    assert list(pieces([])) == []
