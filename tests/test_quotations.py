"""Quotations: a phrase of a source, word for word, beside our own words; where it stands, and how it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_OF
from exhibit.checking.quotations import misquoted
from exhibit.checking.read import read_exhibit
from exhibit.commands.outline import outline
from exhibit.pages.environment import current
from exhibit.pages.render import item_page
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.load import load_copies

SOURCE = "title: The paper\ntype: news\ntier: press\nurl: https://paper.example/\n"
EVENT = "title: One\nsummary: S.\nkind: decision\ndate: {date: 1996, cite: 'paper#1'}\n"
COPY = "# The paper\n\n[1] In April 1996 the “twelve” met at Fort.\n\n[2] They met in May.\n"


def quoting(folder: Path, words: str, source: str = SOURCE) -> Exhibit:
    """An exhibit of one event, whose text has these words beside it."""
    for name, text in (
        ("events/one", f"{EVENT}text: {{text: They met., {words}}}\n"),
        ("sources/paper", source),
    ):
        path = folder / "data" / f"{name}.yml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    outcome = read_exhibit(folder)
    assert outcome.problems == []
    return outcome.exhibit


MISQUOTED = [
    # a claim with words of paragraph 1 or 2 of COPY, and what is said of it
    ("quote: the \"twelve\" met, cite: 'paper#1'", ""),
    ("quote: The \"Twelve\" … at Fort, cite: 'paper#1'", ""),
    (
        "quote: 'In May [of that year] the \"twelve\"', cite: 'paper#1'",
        "these words are not in paper#1; copy them",
    ),
    ("quote: 'In April [of] 1996 the \"twelve\"', cite: 'paper#1'", ""),
    (
        "quote: at Fort … the \"twelve\", cite: 'paper#1'",
        "these words are not in paper#1; copy them letter by letter",
    ),
    ("quote: the eleven met, cite: 'paper#1'", "these words are not in paper#1; copy them letter by letter"),
    ("quote: the \"twelve\" met, cite: 'paper#2'", "these words are not in paper#2; they stand in #1"),
    ("quote: the \"twelve\" met, cite: 'paper#1-2'", ""),
    (
        'cite: {source: paper, at: 2, phrase: the "twelve" met}',
        "these words are not in paper#2; they stand in #1",
    ),
]


@pytest.mark.parametrize(("words", "message"), MISQUOTED)
def test_words_that_do_not_stand_where_they_are_quoted_are_suspected(
    tmp_path: Path, words: str, message: str
) -> None:
    exhibit = quoting(tmp_path, words)
    (tmp_path / "paper.txt").write_text(COPY, encoding="utf-8")
    found = list(misquoted(exhibit, load_copies(tmp_path)))
    assert [message in problem.message and problem.warning for problem in found] == (
        [True] if message else []
    )
    assert list(misquoted(exhibit, {})) == []


def test_a_quotation_is_shown_in_its_language_apart_from_our_words(tmp_path: Path) -> None:
    exhibit = quoting(tmp_path, "quote: Встреча <в> мае, cite: 'paper#2'", f"{SOURCE}lang: ru\n")
    page = item_page(current(), Site(exhibit, Settings(AS_OF)), exhibit.items["one"]).text
    shown = (
        '<span class="quote">Word for word: <q lang="ru">Встреча &lt;в&gt; мае</q></span><sup class="cite">'
    )
    assert f"<td>They met. {shown}" in page


def test_a_quotation_is_told_in_the_terminal(tmp_path: Path) -> None:
    exhibit = quoting(tmp_path, "quote: the twelve met, cite: 'paper#1'")
    told = [line.text for line in outline(exhibit, exhibit.items["one"], [])]
    at = told.index("They met. [paper#1]")
    assert told[at + 1] == "word for word: “the twelve met”"
