"""A walk: scenes of a story, how long it takes, the calls of its stages, and what each story of the exhibit has."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.model.claims import Step
from exhibit.model.dates import parse_date
from exhibit.pages.docs import check_docs, expand
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Settings, Site
from exhibit.pages.walk import in_scenes, minutes
from exhibit.views.lineage.lifelines import lifelines
from exhibit.views.sources.on_a_line import acts_on_a_line
from selectolax.lexbor import LexborHTMLParser

PLACE = '<div data-embedded="{}"></div>'
SCENES = [
    ("no stage", "<h1>A</h1><p>b</p>", {}, "h1 p"),
    (
        "a stage and its paragraphs",
        f"<p>a</p>{PLACE.format(0)}<p>b</p><p>c</p>",
        {0: "map-1"},
        "p map-1[p p]",
    ),
    ("the next stage ends it", f"{PLACE.format(0)}<p>b</p>{PLACE.format(1)}", {0: "m", 1: "n"}, "m[p] n[]"),
    ("a heading ends it", f'{PLACE.format(0)}<p>b</p><h2 id="x">c</h2><p>d</p>', {0: "m"}, "m[p] h2 p"),
    ("a smaller heading does not", f"{PLACE.format(0)}<h3>b</h3><p>c</p>", {0: "m"}, "m[h3 p]"),
    ("what is no stage stays in it", f"{PLACE.format(0)}<p>b</p>{PLACE.format(1)}", {0: "m"}, "m[p div]"),
    ("the same stage twice", f"{PLACE.format(0)}{PLACE.format(1)}", {0: "m", 1: "m"}, "m[] m-2[]"),
]


@pytest.mark.parametrize(
    ("html", "stages", "seen"), [row[1:] for row in SCENES], ids=[row[0] for row in SCENES]
)
def test_a_stage_and_what_follows_it_are_a_scene(html: str, stages: dict[int, str], seen: str) -> None:
    body = LexborHTMLParser(in_scenes(html, stages)).body
    assert body is not None
    told = []
    for node in body.iter():
        passage = node.css_first(".passage")
        inside = " ".join(each.tag for each in passage.iter()) if passage else ""
        told.append(f"{node.attributes['id']}[{inside}]" if passage else node.tag)
    assert " ".join(told) == seen


READ = [
    ("one word", "One", 1),
    ("a minute", "word " * 238, 1),
    ("a word more", "word " * 239, 2),
    (
        "neither head nor calls nor citations",
        "---\ntitle: " + "w " * 300 + "\n---\n{{ map('x') }} [@a#1; @b]",
        1,
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_how_long_a_page_takes(text: str, expected: int) -> None:
    assert minutes(text) == expected


WRONG = [
    ('readings("league-of-rivers", "foundd")', "readings() has no 'foundd' of league-of-rivers"),
    ('readings("leage-of-rivers", "founded")', "no item 'leage-of-rivers'; did you mean 'league-of-rivers'?"),
    ('chain("river-pact", "founded")', "chain() has no 'founded' of river-pact"),
    ('chain("league-of-rivers")', 'chain() needs "item", "field"'),
    ('lives("1950")', "lives() has nothing until 1950; give a date after 1991"),
    ('lives("2001", organisation="ford")', "'ford' is a place; an organisation is expected here"),
    ('bars("northlnd")', "no organisation or country 'northlnd'; did you mean 'northland'?"),
    ('plate("ford")', "'ford' is a place; a treaty is expected here"),
    ('walk("fast")', "walk() needs no word without its name"),
]


@pytest.mark.parametrize(("call", "told"), WRONG)
def test_a_wrong_call_of_a_stage_is_told_at_its_line(tiny_site: Site, call: str, told: str) -> None:
    page = tiny_site.page("index.md")
    problems = check_docs(
        tiny_site.exhibit, {"docs/index.md": f"# Story\n\n{{{{ {call} }}}}"}, shortcodes(tiny_site, page)
    )
    assert [problem.line for problem in problems] == [3] and told in str(problems[0])


UNREAD = [
    ('chain("league-of-rivers", "founded")', []),
    ('map("2001-06-15", organisation="league-of-rivers")', []),
    ('lives("2010", organisation="league-of-rivers")', []),
    ('bars("league-of-rivers")', []),
    ('dispute("league-of-rivers", "founded")', []),
    ('guess("which first", one="league-of-rivers", other="river-pact")', []),
    ('days("league-of-rivers", "founded")', []),
    (
        'bars("leage-of-rivers")',
        ["no organisation or country 'leage-of-rivers'; did you mean 'league-of-rivers'?"],
    ),
    ('lives("1950")', ["lives() has nothing until 1950; give a date after 1991"]),
]


@pytest.mark.parametrize(("call", "told"), UNREAD)
def test_of_a_file_that_cannot_be_read_no_page_is_told_too(
    call: str, told: list[str], tmp_path: Path
) -> None:
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    league = tmp_path / "data/organisations/league-of-rivers.yml"
    league.write_text(league.read_text("utf-8").replace("founded:", "foundd:", 1), encoding="utf-8")
    exhibit = read_exhibit(tmp_path, AS_OF).exhibit
    site = Site(exhibit, Settings(AS_OF))
    problems = check_docs(exhibit, {"docs/a.md": f"{{{{ {call} }}}}"}, shortcodes(site, site.page("a.md")))
    assert [problem.message for problem in problems] == told


def test_the_stages_of_a_walk_are_told_in_words(tiny_site: Site) -> None:
    text = "{{ walk() }}\n\n" + "\n\nThen.\n\n".join(
        f"{{{{ {call} }}}}"
        for call in (
            'chain("league-of-rivers", "founded")',
            'readings("league-of-rivers", "founded")',
            'lives("2002", organisation="league-of-rivers")',
        )
    )
    page = tiny_site.page("index.md")
    body = LexborHTMLParser(page.fill(expand(text, shortcodes(tiny_site, page)))).body
    assert body is not None
    assert [scene.attributes["id"] for scene in body.css(".scene")] == [
        "chain-league-of-rivers-founded",
        "readings-league-of-rivers-founded",
        "lives-2002-league-of-rivers",
    ]
    for picture in body.css(".lifelines"):
        picture.decompose()
    words = re.sub(r"\s+", " ", body.text()).strip()
    assert words == (
        "About 1 minute, 3 pictures. The keys ← and → lead from one to the next. League of Rivers: founded Declaration signed 15 June 20011; the act that counts "
        "Charter in force 19 September 20032 The act that counts is printed bold. LR Then. League of Rivers: founded "
        "April 19963 differs: The River Gazette 20014 agrees, less exactly: The River Gazette 15 June 20011 preferred: "
        "Treaty Series of the Rivers Side by side, with reasons Then."
    )


def test_covers_are_pictures_that_say_nothing_and_share_their_shapes(tiny_site: Site) -> None:
    text = '{{ cover("2001-06-15", organisation="league-of-rivers") }}\n\n{{ cover("1996-04-26") }}'
    page = tiny_site.page("index.md")
    body = LexborHTMLParser(page.fill(expand(text, shortcodes(tiny_site, page)))).body
    assert body is not None
    assert [svg.attributes["aria-hidden"] for svg in body.css("svg.cover")] == ["true", "true"]
    assert (body.text().strip(), len(body.css("#p-base"))) == ("", 1)


def test_of_lives_until_a_day_nothing_later_is_told(tiny_site: Site) -> None:
    drawn = lifelines(tiny_site.exhibit, parse_date("1997"), 480)
    assert [(line.name, line.title) for line in drawn.lines] == [
        ("River Pact", "River Pact: founded 26 April 1996")
    ]
    assert drawn.width == 480


def test_acts_without_a_day_come_last() -> None:
    steps = [
        Step(act=act, date=day, cite="a") for act, day in (("c", "unknown"), ("b", "2002"), ("a", "2001-05"))
    ]
    assert [(one.step.act, one.place) for one in acts_on_a_line(steps)] == [
        ("a", (4.0, 4.5)),
        ("b", (41.0, 55.0)),
        ("c", None),
    ]


STORIES = sorted(set((ROOT / "docs" / "galleries").glob("*.md")) - {ROOT / "docs" / "galleries" / "index.md"})
FORM = re.compile(
    r"---\n.*?^hide: \[navigation, toc\]\n---\n\n# [^\n]+\n\n\*[^*]+\?\*\n\n\{\{ walk\(\) \}\}\n\n"
    r".*\n## Three things to remember\n\n(?:1\. (?:(?!\n\n).)*\n){3}\n\*\*Next:\*\* \[[^\]]+\]\([a-z-]+\.md\)[^\n]*\n(?:[^\n]+\n)*"
    r"(?:\n\*\*For a classroom:\*\* (?:[^\n]+\n)+)?\Z",
    re.DOTALL | re.MULTILINE,
)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_story_opens_with_a_question_shows_ends_in_three_things_and_leads_on(story: Path) -> None:
    text = story.read_text("utf-8")
    assert FORM.match(text)
    end = text.partition("## Three things")[2]
    things = re.findall(r"(?m)^1\. (.+?)(?=^1\. |^\*\*Next)", end, re.DOTALL)
    assert [bool(re.search(r"\[\[|\]\(", thing)) for thing in things] == [True] * 3, (
        "each leads to its evidence"
    )
