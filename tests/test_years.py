"""The pages of years, their index, and the call for what happened on a day of the calendar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from conftest import AS_OF, ROOT
from exhibit.exports.on_this_day import export
from exhibit.model.dates import parse_date
from exhibit.pages.docs import check_docs, expand
from exhibit.pages.environment import Rendered, current, page_of
from exhibit.pages.overviews import years_told
from exhibit.pages.render import pages
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import Entry, timeline
from exhibit.views.timeline.today import calendar_days
from exhibit.views.timeline.years import Decade, Month, Year, decades, goes_on_in, may_be_in, month_of, years


@pytest.fixture(scope="module")
def rendered(tiny_site: Site) -> dict[str, str]:
    return {page.path: page.text for page in pages(tiny_site)}


def years_pages(site: Site) -> Iterator[Rendered]:
    """The pages of the years alone."""
    for path, template, values in years_told(site):
        yield page_of(current(), site, path, template, values)


@pytest.fixture(scope="module")
def whole(real: Exhibit) -> list[Entry]:
    return timeline(real)


def _entries(month: Month) -> tuple[Entry, ...]:
    """All but who joined or left, which the year tells once more by organisation."""
    return tuple(e for stretch in month.stretches for e in stretch.entries if e.kind != "membership")


def _told(year: Year) -> dict[str, list[tuple[str, str]]]:
    """The parts of a year that hold something: each entry's date and label."""
    parts = [(month.name, _entries(month)) for month in year.months]
    parts += [("unplaced", year.unplaced), ("straying", year.straying)]
    parts += [(coming.organisation.id, coming.entries) for coming in year.comings]
    parts += [("going on", year.going_on), ("possible", year.possible)]
    return {name: [(e.date.text, e.label) for e in entries] for name, entries in parts if entries}


def test_every_year_with_an_entry_has_a_page_and_knows_its_neighbours(tiny: Exhibit) -> None:
    assert [(y.before, y.number, y.after, len(y.entries)) for y in years(timeline(tiny))] == [
        (None, 1991, 1992, 1),
        (1991, 1992, 1996, 1),
        (1992, 1996, 1999, 2),
        (1996, 1999, 2001, 1),
        (1999, 2001, 2002, 7),
        (2001, 2002, 2003, 1),
        (2002, 2003, 2004, 1),
        (2003, 2004, None, 3),
    ]


def test_a_year_tells_its_months_and_who_joined_what(tiny: Exhibit) -> None:
    assert {year.number: _told(year) for year in years(timeline(tiny))} == {
        1991: {"December": [("1991-12", "State ends")]},
        1992: {"unplaced": [("1992", "State begins")]},
        1996: {
            "April": [("1996-04-26", "Founded")],
            "river-pact": [("1996-04-26", "Northland and Southland became parties")],
        },
        1999: {"April": [("1999-04-02", "Signed")]},
        2001: {
            "June": [
                ("2001-06-14", "Statement"),
                ("2001-06-14/2001-06-15", "Heads of state met"),
                ("2001-06-14/2001-06-15", "Signed"),
                ("2001-06-15", "Declaration signed"),
                ("2001-06-15", "Ended"),
                ("2001-06-15", "Entered into force"),
            ],
            "league-of-rivers": [("2001-06-15", "Northland and Southland became members")],
        },
        2002: {"league-of-rivers": [("2002", "Westland became an observer")]},
        2003: {"September": [("2003-09-19", "Charter in force")]},
        2004: {
            "January": [("2004-01", "Secretariat of the League: set up")],
            "unplaced": [("2004/2006", "Westland acceded to it")],
            "league-of-rivers": [("[2004..2006]", "Westland became a member")],
        },
    }


PLACES = [
    # a date; its month; the years it may lie in; the years it goes on in (of 1990 to 2009)
    ("2002-06-04", 6, [], []),
    ("2002-06", 6, [2002], []),
    ("2002-06?", 6, [2002], []),
    ("2002-12~", 12, [2002, 2003], []),
    ("2002", 0, [2002], []),
    ("2002-01~", 1, [2001, 2002], []),
    ("2002-21", 0, [2002], []),
    ("2002-24", None, [2002, 2003], []),
    ("199X", None, list(range(1990, 2000)), []),
    ("[2002-06-01..2002-06-09]", 6, [2002], []),
    ("[2002-06..2002-07]", 0, [2002], []),
    ("[2002..2004]", None, [2002, 2003, 2004], []),
    ("[2002,2004]", None, [2002, 2004], []),
    ("[..2004]", None, [], []),
    ("[2004..]", None, [], []),
    ("2002-06-14/2002-06-15", 6, [], []),
    ("2002-06/2004", 6, [], [2003, 2004]),
    ("2002/2004", 0, [], [2003, 2004]),
    ("2006-05/..", 5, [], [2007, 2008, 2009]),
    ("2006-05/", 5, [], []),
    ("/2006-05", None, [], []),
]


@pytest.mark.parametrize(("text", "month", "possible", "lasting"), PLACES)
def test_a_date_stands_where_it_may(
    text: str, month: int | None, possible: list[int], lasting: list[int]
) -> None:
    when, span = parse_date(text), range(1990, 2010)
    assert month_of(when) == month
    assert [number for number in span if may_be_in(when, number)] == possible
    assert [number for number in span if goes_on_in(when, number)] == lasting


def test_what_is_not_sure_and_what_lasts_is_told_in_the_other_years_too(tiny: Exhibit) -> None:
    first = timeline(tiny)[0]
    texts = ["[2001,2003]", "2001-05/..", "2002-02-03", "2003-01~"]
    entries = [replace(first, date=parse_date(text), label="x") for text in texts]
    found = {year.number: _told(year) for year in years(entries)}
    assert found == {
        2001: {"May": [("2001-05/..", "x")], "straying": [("[2001,2003]", "x")]},
        2002: {
            "February": [("2002-02-03", "x")],
            "going on": [("2001-05/..", "x")],
            "possible": [("2003-01~", "x")],
        },
        2003: {
            "January": [("2003-01~", "x")],
            "going on": [("2001-05/..", "x")],
            "possible": [("[2001,2003]", "x")],
        },
    }


DAYS = [
    # dates of one month, and whether each is a membership's; how they stand together
    (["2001-06-14", "2001-06-15"], [("14 June", 1), ("15 June", 1)]),
    (["2001-06-14", "2001-06-14 membership"], [("14 June", 2)]),
    (["2001-06-14 membership"], [("14 June", 1)]),
    (["2001-06 membership", "2001-06-14/2001-06-15 membership"], []),
    (
        ["2001-06-14", "2001-06-14/2001-06-15", "2001-06-15", "2001-06-16?", "2001-06-16~"],
        [("14 June", 1), ("", 1), ("15 June", 1), ("", 2)],
    ),
    (["2001-06-01", "2001-06", "[2001-06-02,2001-06-03]"], [("1 June", 1), ("", 2)]),
]


@pytest.mark.parametrize(("dates", "found"), DAYS)
def test_what_is_of_one_day_stands_together(
    tiny: Exhibit, dates: list[str], found: list[tuple[str, int]]
) -> None:
    first = timeline(tiny)[0]
    parts = [(*text.split(), "treaty")[:2] for text in dates]
    entries = [replace(first, date=parse_date(when), kind=kind) for when, kind in parts]
    (year,) = years(sorted(entries, key=lambda entry: entry.sort_key))
    stretches = [stretch for month in year.months for stretch in month.stretches]
    assert [(stretch.words, len(stretch.entries)) for stretch in stretches] == found


def test_the_index_has_a_row_for_a_decade_and_a_bar_for_a_year(tiny: Exhibit) -> None:
    found = decades(years(timeline(tiny)))
    assert [(d.first, [(c.number, c.count, c.bar) for c in d.cells]) for d in found] == [
        (1990, [(1991, 1, 14.3), (1992, 1, 14.3), (1996, 2, 28.6), (1999, 1, 14.3)]),
        (2000, [(2001, 7, 100.0), (2002, 1, 14.3), (2003, 1, 14.3), (2004, 3, 42.9)]),
    ]
    nothing: list[Decade] = decades(years([]))
    assert nothing == []


def test_a_page_of_a_year_is_as_agreed(rendered: dict[str, str]) -> None:
    assert rendered["years/1992.md"] == _PAGE


AS_FAR = [
    # up to when the exhibit knows, pages left out; whether the day leads to the atlas
    ("2001-06-15", set(), True),
    ("2001-06-14", set(), False),
    ("2001-06-15", {"atlas.md"}, False),
]


@pytest.mark.parametrize(("as_of", "left_out", "leads"), AS_FAR)
def test_a_day_leads_to_the_atlas_where_that_shows_it(
    tiny: Exhibit, as_of: str, left_out: set[str], leads: bool
) -> None:
    site = Site(tiny, Settings(parse_date(as_of)))
    site.left_out |= left_out
    text = next(page.text for page in pages(site) if page.path == "years/2001.md")
    assert '<div class="day" id="06-15">' in text
    assert ('href="../../atlas/?date=2001-06-15"' in text) is leads


def test_a_day_before_all_that_the_atlas_shows_does_not_lead_there(real: Exhibit) -> None:
    site = Site(real, Settings(AS_OF))
    found = {page.path: page.text for page in years_pages(site)}
    assert 'id="10-27"' in found["years/1961.md"] and "atlas/?date" not in found["years/1961.md"]


def test_a_date_leads_to_a_day_exactly_where_its_year_s_page_has_it(real: Exhibit) -> None:
    site = Site(real, Settings(AS_OF))
    there = {
        f"{page.path[6:10]}-{day}"
        for page in years_pages(site)
        for day in re.findall(r'<div class="day" id="(\d\d-\d\d)">', page.text)
    }
    assert there == {day.isoformat() for day in site.days_told}


def test_the_timeline_and_the_index_link_every_year(rendered: dict[str, str]) -> None:
    for number in (1991, 1992, 1996, 1999, 2001, 2002, 2003, 2004):
        assert f'<li id="{number}"><a href="../years/{number}/">{number}</a>' in rendered["timeline.md"]
        assert f'<li><a href="{number}/">{number}</a>' in rendered["years/index.md"]
    assert sum(path.startswith("years/") for path in rendered) == 9


def test_each_day_of_the_calendar_tells_the_acts_of_an_item_together(tiny: Exhibit) -> None:
    found = calendar_days(timeline(tiny))
    assert [
        (d.key, d.words, [(a.entry.item.id, a.labels, a.fragment) for a in d.anniversaries]) for d in found
    ] == [
        ("04-02", "2 April", [("pact-protocol", ("Signed",), "")]),
        ("04-26", "26 April", [("river-pact", ("Founded", "Northland and Southland became parties"), "")]),
        ("06-14", "14 June", [("league-speech", ("Statement",), "")]),
        (
            "06-15",
            "15 June",
            [
                ("league-of-rivers", ("Declaration signed", "Northland and Southland became members"), ""),
                ("river-pact", ("Ended",), ""),
                ("league-declaration", ("Entered into force",), ""),
            ],
        ),
        ("09-19", "19 September", [("league-of-rivers", ("Charter in force",), "")]),
    ]


def _asked(site: Site, path: str, call: str) -> str:
    page = site.page(path)
    return page.fill(expand(call, shortcodes(site, page)))


def test_what_happened_on_each_day_stands_in_a_script_of_its_own(tiny_site: Site) -> None:
    def told(year: int, title: str, at: str, acts: str, disputed: str = "") -> list[object]:
        return [year, f"years/{year}/", title, at, acts, disputed and f"disputes/#dispute-{disputed}"]

    ((path, content),) = export(tiny_site)
    text = content.decode()
    assert path == "assets/on-this-day.js" and text.startswith("globalThis.onThisDay=[")
    assert json.loads(text.removeprefix("globalThis.onThisDay=").removesuffix(";\n")) == [
        [
            "04-02",
            "2 April",
            [told(1999, "Protocol to the River Pact", "treaties/pact-protocol/", "Signed", "pact-protocol")],
        ],
        [
            "04-26",
            "26 April",
            [
                told(
                    1996,
                    "River Pact",
                    "organisations/river-pact/",
                    "Founded; Northland and Southland became parties",
                )
            ],
        ],
        ["06-14", "14 June", [told(2001, "Speech on the rivers", "events/league-speech/", "Statement")]],
        [
            "06-15",
            "15 June",
            [
                told(
                    2001,
                    "League of Rivers",
                    "organisations/league-of-rivers/",
                    "Declaration signed; Northland and Southland became members",
                    "league-of-rivers",
                ),
                told(2001, "River Pact", "organisations/river-pact/", "Ended"),
                told(2001, "Declaration on the League", "treaties/league-declaration/", "Entered into force"),
            ],
        ],
        [
            "09-19",
            "19 September",
            [told(2003, "League of Rivers", "organisations/league-of-rivers/", "Charter in force")],
        ],
    ]


def test_the_call_prints_links_for_all_and_an_empty_list_for_the_script(tiny_site: Site) -> None:
    assert _asked(tiny_site, "about/index.md", "{{ on_this_day() }}").strip() == _TODAY


def test_a_wrong_use_of_the_call_is_a_problem_with_its_line(tiny_site: Site) -> None:
    page = tiny_site.page("index.md")
    texts = {"docs/index.md": 'a\n{{ on_this_day(month="6") }}'}
    found = [str(p) for p in check_docs(tiny_site.exhibit, texts, shortcodes(tiny_site, page))]
    assert found == ["docs/index.md:2:16: on_this_day() has no filter 'month'"]


def test_no_entry_of_the_real_timeline_is_lost_or_told_twice(whole: list[Entry]) -> None:
    def told(year: Year) -> Iterator[Entry]:
        for month in year.months:
            yield from _entries(month)
        for coming in year.comings:
            yield from coming.entries
        yield from (*year.unplaced, *year.straying)

    for year in years(whole):
        assert sorted(e.sort_key for e in told(year)) == [e.sort_key for e in year.entries], year.number
    assert [e for year in years(whole) for e in year.entries] == whole
    exact = [entry for entry in whole if entry.date.exact]
    placed = [s for year in years(whole) for month in year.months for s in month.stretches if s.day]
    assert [e for stretch in placed for e in stretch.entries] == exact
    assert len(placed) == len({stretch.day for stretch in placed})
    days = [a for day in calendar_days(whole) for a in day.anniversaries]
    assert sum(max(1, len(a.labels)) for a in days) == len(exact)


def test_real_years_tell_what_is_known_of_them(whole: list[Entry]) -> None:
    found = {year.number: year for year in years(whole)}
    assert "cica-chairmanship-turkey-2010" in {entry.item.id for entry in found[2012].going_on}
    assert ("cica", "[1999-09-14,2002-06-04]") in {(e.item.id, e.date.text) for e in found[2002].possible}
    assert "[1999-09-14,2002-06-04]" not in {e.date.text for e in found[2001].possible}
    assert "cis" in {coming.organisation.id for coming in found[1991].comings}
    assert "ivanov-sco-ranking-2001" in {e.item.id for e in found[2001].straying}


def test_the_call_stands_on_the_home_page(real: Exhibit) -> None:
    home = (ROOT / "docs/index.md").read_text("utf-8")
    out = _asked(Site(real, Settings(AS_OF)), "index.md", home)
    assert out.index("## On this day") < out.index('<ul class="today-acts"') < out.index("## More ways in")


_PAGE = """\
---
title: "1992"
description: "What happened in 1992, month by month, what may have happened in it, and who joined or left what."
hide: [navigation, footer]
---

<div class="label">
<p class="kind" data-search-exclude>Year</p>
<h1 id="top">1992</h1>
<p class="lede">1 dated entry. See the same year <a href="../../timeline/?from=1992&amp;to=1992">on the timeline</a>, or <a href="../">all years</a>.</p>
<nav class="neighbours" aria-label="Years before and after" data-search-exclude><a rel="prev" href="../1991/"><span aria-hidden="true">←</span> 1991</a><a rel="next" href="../1996/">1996 <span aria-hidden="true">→</span></a></nav>

</div>

## Month not known {: data-search-exclude }

<div class="year" data-search-exclude>
<p class="note">The sources give the year, but not the month, or not for certain.</p>
<ol class="timeline">
<li data-id="southland" class="entry unsure"><span class="when"><time datetime="1992">1992</time></span> <span class="what"><a href="../../countries/southland/">Southland</a> <span class="act">State begins</span><sup class="cite"><a href="#cite-1">1</a></sup></span></li>
</ol>

</div>

## Citations {: data-search-exclude }

<div class="citation-list">
<ol class="citations" data-search-exclude>
<li id="cite-1"><a href="../../sources/gazette/">The River Gazette</a>, Gazette Press, paragraph 1 <a class="outward" href="https://gazette.example/rivers" rel="noopener">open the source<span class="visually-hidden"> The River Gazette</span></a></li>
</ol>

<nav class="neighbours" aria-label="Years before and after, again" data-search-exclude><a rel="prev" href="../1991/"><span aria-hidden="true">←</span> 1991</a><a rel="next" href="../1996/">1996 <span aria-hidden="true">→</span></a></nav>

</div>
"""
_TODAY = """\
<div class="today" data-search-exclude data-root="../">
<p class="today-links">All dates stand on <a href="../timeline/">the timeline</a> and, month by month, in <a href="../years/">the years</a>.</p>
<p class="today-day" hidden></p>
<ul class="today-acts" hidden></ul>
</div>
<script defer src="../assets/today.js"></script>"""

WHEN = [
    ("1992", '<time datetime="1992"><a href="../../years/1992/">1992</a></time>'),
    ("2001-06-15", '<time datetime="2001-06-15"><a href="../../years/2001/#06-15">15 June 2001</a></time>'),
    ("2001-06-16", '<time datetime="2001-06-16"><a href="../../years/2001/">16 June 2001</a></time>'),
    ("2001-06", '<time datetime="2001-06"><a href="../../years/2001/">June 2001</a></time>'),
    (
        "2001-06-15?",
        '<span class="date" data-edtf="2001-06-15?"><a href="../../years/2001/">15 June 2001 (uncertain)</a></span>',
    ),
    (
        "2001-06-14/2003",
        '<span class="date" data-edtf="2001-06-14/2003"><a href="../../years/2001/">14 June 2001 to 2003</a></span>',
    ),
    (
        "[..2004]",
        '<span class="date" data-edtf="[..2004]"><a href="../../years/2004/">not after 2004</a></span>',
    ),
    ("1989", '<time datetime="1989">1989</time>'),
    ("unknown", '<span class="date" data-edtf="unknown">date not known</span>'),
]


@pytest.mark.parametrize(("written", "html"), WHEN)
def test_a_date_leads_to_its_day_or_the_year_in_which_it_starts_where_that_has_a_page(
    tiny_site: Site, written: str, html: str
) -> None:
    assert tiny_site.page("treaties/league-declaration.md").time(parse_date(written)) == html


def test_a_date_is_plain_on_its_own_year_s_page_and_where_it_is_not_of_the_story(tiny_site: Site) -> None:
    month, plain = parse_date("2001-06"), '<time datetime="2001-06">June 2001</time>'
    assert tiny_site.page("years/2001.md").time(month) == plain
    assert tiny_site.page("years/1992.md").time(month) != plain
    day, plain = parse_date("2001-06-15"), '<time datetime="2001-06-15">15 June 2001</time>'
    there = '<time datetime="2001-06-15"><a href="#06-15">15 June 2001</a></time>'
    assert tiny_site.page("years/2001.md").time(day) == there
    assert tiny_site.page("sources/gazette.md").time(day, linked=False) == plain


def test_no_date_stands_inside_another_link(rendered: dict[str, str]) -> None:
    for path, text in rendered.items():
        inside = re.findall(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", text, re.DOTALL)
        assert not inside, (path, inside[0])
