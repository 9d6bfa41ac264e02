"""Questions to be guessed: what is asked and answered of the tiny exhibit, and what has no certain answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT
from exhibit.pages.docs import check_docs
from exhibit.pages.page import Page
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.docs.guesses import GUESSES
from exhibit.views.docs.proofs import NoGuessError, days


@pytest.fixture(scope="module")
def asked(tiny: Exhibit) -> Exhibit:
    return replace(tiny, as_of=AS_OF)


@pytest.mark.parametrize(
    ("question", "given", "asks", "answers", "right"),
    [
        (
            "how many",
            {"organisation": "river-pact", "on": "2000-01-01"},
            "How many states were members of the River Pact on 1 January 2000?",
            "2 states",
            2,
        ),
        (
            "who was not",
            {"organisation": "river-pact", "on": "2000-01-01", "states": "northland westland southland"},
            "Which of these states was not a member of the River Pact on 1 January 2000?",
            "Westland",
            ["Westland"],
        ),
        (
            "which year",
            {"item": "river-pact", "field": "ended"},
            "River Pact: ended in which year?",
            "2001",
            2001,
        ),
        (
            "which first",
            {"one": "league-of-rivers", "other": "river-pact"},
            "Which was founded first?",
            "River Pact",
            ["River Pact"],
        ),
    ],
)
def test_a_question_has_the_answer_of_the_data(
    question: str, given: dict[str, str], asks: str, answers: str, right: object, asked: Exhibit
) -> None:
    guess = GUESSES[question](asked, **given)
    marked = [choice.words for choice in guess.choices if choice.right]
    assert (guess.question, guess.answer) == (asks, answers)
    assert right == (guess.scale.right if guess.scale else marked)
    assert all(proof.cite for proof in guess.proofs)


@pytest.mark.parametrize(
    ("question", "given", "says"),
    [
        (
            "how many",
            {"organisation": "league-of-rivers", "on": "2005-06-01"},
            "the members of 'league-of-rivers' on 2005-06-01 are not certain",
        ),
        ("how many", {"organisation": "river-pact", "on": "2000"}, "'2000' is not one day"),
        (
            "who was not",
            {"organisation": "river-pact", "on": "2000-01-01", "states": "northland southland"},
            "0 of the states 'northland southland' were not members on 2000-01-01; name just one",
        ),
        (
            "which year",
            {"item": "river-pact", "field": "signed"},
            "'river-pact' has no certain date 'signed'",
        ),
        ("how long", {"treaty": "pact-protocol"}, "'pact-protocol' has no certain date 'in_force'"),
        (
            "who returned",
            {"states": "northland southland"},
            "not just one of the states 'northland southland' left and came back",
        ),
    ],
)
def test_a_question_without_a_certain_answer_says_why(
    question: str, given: dict[str, str], says: str, asked: Exhibit
) -> None:
    with pytest.raises(NoGuessError) as told:
        GUESSES[question](asked, **given)
    assert str(told.value) == says


def test_the_days_of_an_item_are_told_with_their_sources(asked: Exhibit) -> None:
    found = days(asked, "river-pact", "founded ended")
    assert [(one.words, [cited.source for cited in one.cite]) for one in found] == [
        ("founded: 26 April 1996", ["treaty-series"]),
        ("ended: 15 June 2001", ["gazette"]),
    ]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (
            '{{ guess("how meny", organisation="river-pact") }}',
            "no question 'how meny'; did you mean 'how many'?",
        ),
        ('{{ guess("how many", organisation="river-pact") }}', "the question 'how many' needs on as well"),
        (
            '{{ guess("how long", treaty="river-pact") }}',
            "'river-pact' is an organisation; a treaty is expected here",
        ),
        (
            '{{ guess("how many", organisation="ford", on="2000-01-01") }}',
            "'ford' is a place; an organisation is expected here",
        ),
        ('{{ days("river-pact", "signed") }}', "'river-pact' has no certain date 'signed'"),
    ],
)
def test_a_wrong_call_is_a_problem_with_its_line(call: str, says: str, asked: Exhibit) -> None:
    site = Site(asked, Settings(AS_OF))
    problems = check_docs(asked, {"a.md": f"# A\n\n{call}\n"}, shortcodes(site, Page(asked, "a.md")))
    assert [(problem.line, problem.message) for problem in problems] == [(3, says)]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "about" / "worksheets").glob("*.md")), ids=lambda p: p.stem
)
def test_a_worksheet_has_its_answers_on_a_page_of_their_own(path: Path) -> None:
    task, _, answers = path.read_text("utf-8").partition("## Answers {: .apart }")
    assert 'class="blanks"' in task and 'class="lines' in task
    assert "{{ answer(" not in task and "{{ guess(" not in task
    assert "{{ answer(" in answers
