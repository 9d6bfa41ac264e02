"""What the page of an organisation and of a state says first: how it stands, who is in it, and a row of bars each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from exhibit.exports.small_maps import export
from exhibit.model.dates import parse_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import Organisation
from exhibit.model.wording import in_words
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.lines import thinned
from exhibit.views.atlas.small import small_map
from exhibit.views.lineage.line import line
from exhibit.views.membership.courses import ROWS, Course, claimed, courses, foremost, is_over
from exhibit.views.membership.envoys import denied, envoys
from exhibit.views.membership.existence import existence
from exhibit.views.membership.spells import rows, rows_of

AS_OF = parse_date("2026-11")


def organisation(exhibit: Exhibit, id_: str) -> Organisation:
    item = exhibit.items[id_]
    assert isinstance(item, Organisation)
    return item


def told(one: Course) -> tuple[str, ...]:
    """A row in words: its standings, its acts one by one, and the kinds of its marks."""
    marks = " ".join(f"{mark.kind}{'' if mark.sure else '?'}" for mark in one.marks)
    return ("; ".join(one.standings), *one.acts.split("; "), marks)


def test_the_rows_of_the_tiny_exhibit(tiny: Exhibit) -> None:
    found = courses(tiny, rows(tiny, organisation(tiny, "league-of-rivers")), AS_OF)
    founder = (
        "member since 2001",
        "14–15 June 2001: Signed (Declaration on the League)",
        "15 June 2001: became a member",
        "signed? bound",
    )
    assert {one.item.id: told(one) for one in found.lines} == {
        "northland": founder,
        "southland": founder,
        "westland": (
            "observer (from: 2002; to: between 2004 and 2006); member (since: between 2004 and 2006)",
            "2002: became an observer",
            "2004–2006: Acceded (Declaration on the League)",
            "between 2004 and 2006: became a member",
            "agreed? bound?",
        ),
        "old-union": ("never a member", "", ""),
    }
    assert [kind for kind, _ in found.key] == ["signed", "agreed", "bound"]
    assert (found.first, found.ticks) == (1991, ((25.0, 2000), (52.78, 2010), (80.56, 2020)))


@pytest.mark.parametrize(
    ("id_", "acts", "marks"),
    [
        (
            "csto",
            [
                "23 June 2006: Return is announced in Minsk",
                "16 August 2006: became a member",
                "13 December 2006: Law of ratification is signed",
                "28 March 2008: Parliament ratifies further",
                "19 December 2012: was suspended",
            ],
            ["other", "bound", "other", "other", "rests"],
        ),
        (
            "cst",
            [
                "15 May 1992: Signed (Collective Security Treaty)",
                "20 April 1994: became a party",
                "20 April 1999: was no longer a party",
            ],
            ["signed", "bound", "left"],
        ),
        ("caec", ["17 July 1998: became a member", None, "28 February 2002: the organisation ended"], None),
    ],
)
def test_in_and_out_and_back(
    real: Exhibit, id_: str, acts: list[str | None], marks: list[str] | None
) -> None:
    """Who leaves gets a cross; whose organisation ended with the membership does not."""
    found = courses(real, rows_of(real, real.items["uzbekistan"]), AS_OF, "organisation")
    (one,) = (row for row in found.lines if row.item.id == id_)
    for told_, wanted in zip(one.acts.split("; "), acts, strict=True):
        assert wanted is None or told_ == wanted
    assert "left" not in [mark.kind for mark in one.marks] if marks is None else True
    assert marks is None or [mark.kind for mark in one.marks] == marks


ENDS = [
    # the end of a membership, that of its organisation, whether it is said that the organisation ended
    ("2001-06-15", "2001-06-15", True),
    ("2001-06-16", "2001-06-15", True),
    ("2001-06-14", "2001-06-15", False),
    ("2001", "2001-06-15", False),  # it may have left before
    ("2001-06", "2001-06", True),  # the data say the same of both
    ("[2001-06-15..]", "[2001-06-15..]", True),
    ("2001-06-15", "2001", False),
    ("2001-06-15", "", False),
    ("", "2001-06-15", False),
]


@pytest.mark.parametrize(("end", "ended", "said"), ENDS)
def test_an_organisation_is_said_to_have_ended_only_where_it_surely_had(
    tiny: Exhibit, end: str, ended: str, said: bool
) -> None:
    row = rows(tiny, organisation(tiny, "river-pact"))[0]
    field = DateField.model_validate({"readings": [{"date": ended, "cite": "gazette#4"}]}) if ended else None
    over = row.organisation.model_copy(update={"ended": field})
    assert is_over(replace(row, organisation=over, end=parse_date(end) if end else None)) == said


def test_each_state_has_one_row_and_each_claim_one_line(real: Exhibit) -> None:
    """Where each state stood twice, and a note as often as there are states."""
    for item in real.of("organisations"):
        spells = rows(real, item)
        ids = [one.item.id for one in courses(real, spells, AS_OF).lines]
        assert len(ids) == len(set(ids)) == len({row.who.id for row in spells})
        assert sorted(row.index for row in claimed(spells)) == list(range(len(item.members)))


def test_of_many_states_those_that_belonged_stand_on_the_page(real: Exhibit) -> None:
    sco, csto = (rows(real, organisation(real, id_)) for id_ in ("sco", "csto"))
    assert len({row.who.id for row in sco}) > ROWS
    kept = {row.who.id for row in foremost(sco)}
    assert {"china", "belarus", "iran"} <= kept and not kept & {"mongolia", "qatar"}
    assert foremost(csto) == csto


@pytest.mark.parametrize(
    ("id_", "words", "founded", "act", "ended", "standing"),
    [
        (
            "csto",
            "In existence",
            "18 September 2003",
            "Charter comes into force",
            None,
            ["six members", "not known for sure: one suspended"],
        ),
        (
            "eurasec",
            "",
            "30 May 2001",
            "Treaty comes into force",
            "1 January 2015",
            ["five members, one suspended, three observers"],
        ),
        ("ucas", "Never founded", None, "", None, []),
        # Its treaty is known to have been signed; whether it binds anybody is not.
        (
            "ces-2003",
            "",
            "19 September 2003",
            "Agreement is signed at Yalta",
            None,
            ["not known for sure: three signatories (not parties)"],
        ),
    ],
)
def test_how_an_organisation_stands(
    real: Exhibit,
    id_: str,
    words: str,
    founded: str | None,
    act: str,
    ended: str | None,
    standing: list[str],
) -> None:
    found = existence(real, organisation(real, id_), AS_OF)
    told_ = [in_words(day) if day else None for day in (found.founded, found.ended)]
    assert (found.words, told_, found.act, list(found.standing)) == (words, [founded, ended], act, standing)


def test_one_that_is_over_is_told_on_its_last_day(real: Exhibit) -> None:
    found = existence(real, organisation(real, "eurasec"), AS_OF)
    assert found.day == date(2014, 12, 31)
    assert [item.id for item in found.members] == [
        "belarus",
        "kazakhstan",
        "kyrgyzstan",
        "russia",
        "tajikistan",
    ]


def test_the_line_of_descent(real: Exhibit) -> None:
    found = line(real, organisation(real, "eurasec"))
    assert [(one.how, one.organisation.id, one.years) for one in found.earlier] == [
        ("Transformed from", "customs-union-1995", "1995–2001"),
        ("Absorbed", "caco", "from 2002"),
    ]
    assert [(one.how, one.organisation.id, one.years) for one in found.later] == [
        ("Within it was set up", "eacu", "since 2010"),
        ("Replaced by", "eaeu", "since 2015"),
    ]


def test_the_small_map(real: Exhibit) -> None:
    day = date(2014, 12, 31)
    found = small_map(real, organisation(real, "eurasec"), AS_OF, day)
    assert found
    assert {who for who, how in found.states.items() if how == "in"} == {
        "belarus",
        "kazakhstan",
        "kyrgyzstan",
        "russia",
        "tajikistan",
    }
    assert found.states["ukraine"] == "tied"
    assert small_map(real, organisation(real, "eurasec"), AS_OF, date(2020, 1, 1)) is None
    # Of the United Nations only the states of the story are listed.
    assert small_map(real, organisation(real, "un"), AS_OF, day) is None


def test_each_small_map_is_a_file_that_its_page_shows(real: Exhibit) -> None:
    site = Site(real, Settings(AS_OF))
    files = {path: content.decode("utf-8") for path, content in export(site)}
    shown = {
        found
        for page in pages(site)
        if page.path.startswith("organisations/") and page.path.count("/") == 1
        for found in re.findall(r'<img src="\.\./\.\./([^"]+)"', page.text)
    }
    assert shown == set(files)
    assert all(text.count("<title") == text.count("<desc") == 1 for text in files.values())
    assert "assets/maps/csto.svg" in files and "assets/maps/ucas.svg" not in files


def test_thinning_keeps_what_stands_out() -> None:
    square = [(0.0, 0.0), (5.0, 0.2), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert thinned([square], 1.0) == [[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]]
    assert thinned([[(0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (0.0, 0.0)]], 1.0) == []


def test_what_a_state_did_not_sign(real: Exhibit) -> None:
    assert [(one.words, one.treaty.id) for one in denied(real, real.items["uzbekistan"])] == [
        ("Did not sign", "cst-extension-protocol"),
        ("Did not sign", "csto-crrf-agreement"),
        ("Did not sign", "csto-forces-agreement-2010"),
    ]
    assert denied(real, real.items["kazakhstan"]) == []


def test_its_people_at_meetings(real: Exhibit) -> None:
    """A bar needs a beginning; who has none yet sat at meetings has dots alone. One whose end nobody says fades."""
    karimov, mirziyoyev = envoys(real, real.items["uzbekistan"], AS_OF).lines
    assert karimov.offices == ("President of Uzbekistan from 1991 until 2 September 2016",)
    assert karimov.meetings == karimov.dots.count("M") and karimov.bars
    assert mirziyoyev.meetings and not mirziyoyev.bars
    (saudabayev,) = (
        one
        for one in envoys(real, real.items["kazakhstan"], AS_OF).lines
        if one.person.id == "kanat-saudabayev"
    )
    assert [bar.pieces[-1].fades for bar in saudabayev.bars] == ["right", "right"]
