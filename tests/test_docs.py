"""Hand-written pages call on the data; a wrong id there is a problem with file and line."""

from __future__ import annotations

import pytest
from bounded import bounded
from exhibit.pages.docs import check_docs, expand
from exhibit.pages.page import Page
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Site


def _problems(site: Site, text: str) -> list[str]:
    page = Page(site.exhibit, "about/index.md")
    return [str(p) for p in check_docs(site.exhibit, {"docs/about/index.md": text}, shortcodes(site, page))]


WRONG = [
    # a page, its one problem
    ("See [[rivr-pact]].", "docs/about/index.md:1:7: no item 'rivr-pact'; did you mean 'river-pact'?"),
    ("\n\nSaid [@gazete#1].", "docs/about/index.md:3:8: no source 'gazete'; did you mean 'gazette'?"),
    (
        "Said [@gazette#13].",
        "docs/about/index.md:1:8: 'gazette' ends with paragraph 12; there is no paragraph 13",
    ),
    (
        'Text\n{{ timeline(organisation="river-pct") }}',
        "docs/about/index.md:2:27: no organisation 'river-pct'; did you mean 'river-pact'?",
    ),
    (
        'a\nb {{ timeline(kind="sumit") }}',
        "docs/about/index.md:2:21: no kind 'sumit' of entry; did you mean 'summit'?",
    ),
    (
        '{{ timeline(since="2001-13") }}',
        "docs/about/index.md:1:20: '2001-13': there is no month 13; write 01 to 12 (year-month-day)",
    ),
    (
        '{{ listing("treatys") }}',
        "docs/about/index.md:1:13: no collection 'treatys'; did you mean 'treaties'?",
    ),
    ('{{ listing("treaties", sort="x") }}', "docs/about/index.md:1:24: listing() has no filter 'sort'"),
    (
        '{{ count("people" }}',
        "docs/about/index.md:1:1: this call cannot be read: ')' is missing before '}'",
    ),
    (
        "{{ timelin() }}",
        "docs/about/index.md:1:4: no call 'timelin'; did you mean 'timeline'?",
    ),
    (
        "{% for x in y %}",
        "docs/about/index.md:1:1: this call cannot be read: only calls like {{ timeline(…) }} are used here",
    ),
    (
        '{{ timeline(colour="red") }}',
        "docs/about/index.md:1:13: timeline() has no filter 'colour'",
    ),
]


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_what_is_wrong_in_a_page_is_a_problem_with_its_line(tiny_site: Site, text: str, problem: str) -> None:
    found = _problems(tiny_site, text)
    assert len(found) == 1
    assert found[0].startswith(problem)


@pytest.mark.parametrize("most", [20, 299])
def test_a_page_of_growing_rows_of_back_ticks_is_read_in_a_moment(tiny_site: Site, most: int) -> None:
    """In each of which code begins that never ends; longer ones than anybody writes are refused."""
    text = "words " * 4_000 + "\n" + " x ".join("`" * n for n in range(1, most + 1))
    with bounded(1):
        found = _problems(tiny_site, text)
    told = "docs/about/index.md:2:271: more than 20 back-ticks in a row; two or three do"
    assert found == ([told] if most > 20 else [])


def test_a_sound_page_has_no_problem_and_is_expanded(tiny_site: Site) -> None:
    text = 'We know {{ count("treaties") }} treaties.\n{{ listing("treaties", organisation="river-pact") }}\n[[ford]]'
    assert _problems(tiny_site, text) == []
    page = Page(tiny_site.exhibit, "about/index.md")
    out = page.fill(expand(text, shortcodes(tiny_site, page)))
    assert "We know 2 treaties." in out
    assert '<a href="../treaties/pact-protocol/">Protocol to the River Pact</a>' in out
    assert "league-declaration" not in out


def test_terms_can_be_asked_for_and_left_out(tiny_site: Site) -> None:
    page = Page(tiny_site.exhibit, "index.md")
    out = page.fill(expand('{{ listing("organisations", stage="!ended") }}', shortcodes(tiny_site, page)))
    assert ("League of Rivers" in out, "River Pact</a>" in out) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "{{ timeline.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        '{{ "x" * 10000000000 }}',
        '{{ "%9999999999d" % 1 }}',
        "{{ [1] | batch(1, 2) | list }}",
        "{% set a = 1 %}",
        '{% if count("people") %}a{% endif %}',
        '{{ count("peop" ~ "le") }}',
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        '{% include "timeline/_axis.jinja" %}',
    ],
)
def test_a_page_cannot_reach_beyond_the_calls(tiny_site: Site, text: str) -> None:
    found = _problems(tiny_site, text)
    assert [problem.splitlines()[0] for problem in found] == [
        "docs/about/index.md:1:1: only calls like {{ timeline(…) }} are used here"
    ]
