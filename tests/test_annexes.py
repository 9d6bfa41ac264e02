"""The long lists of an item on pages of their own: which, what is on them, and what leads there.

UPDATE_GOLDEN=1 writes the whole pages anew; then read the diff.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import AS_OF, TESTS, assert_agreed
from exhibit.model.dates import parse_date
from exhibit.model.kinds import Organisation, Treaty
from exhibit.pages import annexes
from exhibit.pages.annexes import ROOM, Parted, parted, stands_on
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.relations import Related
from exhibit.views.membership.on_day import belonging
from exhibit.views.membership.spells import rows
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.year_chart import AXIS, LEFT, RIGHT, STRIP, WIDTH, year_chart

GOLDEN = TESTS / "golden" / "annexes"
LITTLE = {"timeline": 4, "members": 1, "bodies": 0, "evidence": 1, "takings": 3}
"""Room so small that the tiny exhibit has annexes of every kind."""


@pytest.fixture
def site(tiny: Exhibit, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(annexes, "ROOM", LITTLE)
    return Site(tiny, Settings(AS_OF, site_name="Eurasian Accords", repo_url="https://git.example/rivers"))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("item", "organisations/league-of-rivers.md"),
        ("timeline", "organisations/league-of-rivers/timeline.md"),
        ("members", "organisations/league-of-rivers/members.md"),
        ("bodies", "organisations/league-of-rivers/bodies.md"),
        ("evidence", "organisations/league-of-rivers/evidence.md"),
        ("country", "countries/southland.md"),
        ("takings", "sources/treaty-series/takings.md"),
    ],
)
def test_a_page_with_annexes_and_each_annex_are_as_agreed(site: Site, name: str, path: str) -> None:
    text = next(page.text for page in pages(site) if page.path == path)
    assert_agreed(text, GOLDEN / f"{name}.md")


def test_what_leaves_the_page_of_an_item_stands_in_its_annex(site: Site, tiny: Exhibit) -> None:
    """Every entry, spell, body, comparison and related item that the page has without annexes."""
    whole = {
        p.path: p.text
        for p in pages(
            Site(
                tiny,
                Settings(
                    AS_OF, site_name="Eurasian Accords", annexes=False, repo_url="https://git.example/rivers"
                ),
            )
        )
    }
    apart = {p.path: p.text for p in pages(site)}
    assert set(whole) < set(apart)
    for item in tiny.items.values():
        base = f"{item.COLLECTION}/{item.id}"
        names = site.annexes(item)
        assert {f"{base}/{name}.md" for name in names} == {p for p in apart if p.startswith(base + "/")}
        together = apart[f"{base}.md"] + "".join(apart[f"{base}/{name}.md"] for name in names)
        for part in (
            r'<li data-id="[^"]+"',
            r'<section [^>]*id="[^"]+"',
            r'<span class="note">\([^<]+\)</span>',
            r"<q>.*?</q>",
        ):
            assert set(re.findall(part, whole[f"{base}.md"])) <= set(re.findall(part, together)), (
                item.id,
                part,
            )


def test_a_link_to_a_part_leads_to_the_page_that_has_it(site: Site, tiny: Exhibit) -> None:
    page = site.page("disputes.md")
    assert (
        page.href("league-of-rivers", "readings-founded")
        == "../organisations/league-of-rivers/evidence/#readings-founded"
    )
    assert (
        page.href("league-of-rivers", "secretariat")
        == "../organisations/league-of-rivers/bodies/#secretariat"
    )
    assert page.href("league-of-rivers", "members") == "../organisations/league-of-rivers/#members"
    assert page.href("league-of-rivers") == "../organisations/league-of-rivers/"
    assert (
        stands_on(tiny.items["league-of-rivers"], "readings-founded", ())
        == "organisations/league-of-rivers.md"
    )


def test_nothing_short_has_a_page_of_its_own(tiny_site: Site) -> None:
    for item in tiny_site.exhibit.items.values():
        for name in tiny_site.annexes(item):
            lists = {"takings": tiny_site.extracts.get(item.id, []), "timeline": tiny_site.own_timeline(item)}
            assert len(lists[name]) > ROOM[name]


def test_a_heading_goes_to_the_annex_if_all_of_it_is_told_there(tiny: Exhibit) -> None:
    one, other = (Related(tiny.items[id_], None, "") for id_ in ("league-declaration", "pact-protocol"))
    groups = {"Treaties": [one, other], "Meetings": [one]}
    assert parted(groups, frozenset()) == Parted(groups, {})
    assert parted(groups, frozenset({one.item.id})) == Parted({"Treaties": [one, other]}, {"Meetings": [one]})


def test_who_belongs_is_as_sure_as_what_is_known_of_the_day(real: Exhibit) -> None:
    """Of the observers of the SCO nothing is known after July 2025; nobody vouches for them later."""
    sco, cica = real.items["sco"], real.items["cica"]
    assert isinstance(sco, Organisation) and isinstance(cica, Organisation)
    before, after = (
        {(label, sure): who for label, sure, who in belonging(rows(real, sco), date(*day))}
        for day in ((2025, 6, 30), (2026, 6, 30))
    )
    assert "mongolia" in {item.id for item in before["Observer", "certainly"]}
    assert ("Observer", "certainly") not in after and "belarus" in {
        i.id for i in after["Member", "certainly"]
    }
    found = belonging(rows(real, cica), date(2026, 6, 30))
    (unknown,) = (who for label, sure, who in found if (label, sure) == ("Observer", "unknown"))
    assert {"australia", "lebanon"} <= {item.id for item in unknown}


def test_a_long_timeline_at_a_glance(tiny: Exhibit) -> None:
    treaty = next(item for item in tiny.items.values() if isinstance(item, Treaty))
    years = {"a": [1991, 1991, 1991, 1992], "b": [1994]}
    entries = [
        Entry(parse_date(str(year)), treaty, lane, "treaty")
        for lane, listed in years.items()
        for year in listed
    ]
    drawn = year_chart(entries, lambda entry: (entry.label, entry.label.upper()))
    step = (WIDTH - LEFT - RIGHT) / 4
    first, second, fourth = (f"{round(LEFT + step * n, 1):g}" for n in (0.5, 1.5, 3.5))
    one, other = AXIS + STRIP, AXIS + 2 * STRIP
    assert [(s.name, s.key, s.base, s.bars) for s in drawn.strips] == [
        ("A", "a", one, f"M{first} {one}v-21M{second} {one}v-7"),
        ("B", "b", other, f"M{fourth} {other}v-7"),
    ]
    assert [year for _, year, labelled in drawn.ticks if labelled] == [1991, 1992, 1993, 1994, 1995]
