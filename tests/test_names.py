"""What search finds at once: the script with all names, years and days, and how much it weighs."""

from __future__ import annotations

import gzip
import json
from typing import Any

from conftest import AS_OF
from exhibit.exports.names import PATH, export, is_looked_for
from exhibit.model.kinds import Item
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.find import IGNORED
from exhibit.reading.likeness import SOUNDS
from exhibit.reading.romanised import OTHERS, RUSSIAN

MOST = 60 * 1024
"""Bytes of the script, compressed."""


def _exported(site: Site) -> dict[str, Any]:
    ((path, content),) = export(site)
    text = content.decode("ascii")
    assert path == PATH == "assets/names.js" and text.startswith("globalThis.names={")
    found: dict[str, Any] = json.loads(text.removeprefix("globalThis.names=").removesuffix(";\n"))
    return found


def test_what_is_found_at_once_is_as_agreed(tiny_site: Site) -> None:
    found = _exported(tiny_site)
    names, days, place, league = found["items"], found["years"], 8, 5
    assert names == [
        [5, "Northland", "", "", "countries/northland/", ["Северляндия"]],
        [5, "Old Union", "", "", "countries/old-union/"],
        [5, "Southland", "", "", "countries/southland/"],
        [5, "Westland", "", "", "countries/westland/"],
        [
            *(3, "Speech on the rivers", "14 June 2001", "Rechnoy praises the league."),
            *("events/league-speech/", [], [], [place]),
        ],
        [
            *(0, "League of Rivers", "15 June 2001", "The league that followed the River Pact."),
            *("organisations/league-of-rivers/", ["LR", "Лига рек", "River Union"], ["SLR"]),
        ],
        [
            *(0, "River Pact", "26 April 1996", "A pact of two states on the use of the river."),
            "organisations/river-pact/",
        ],
        [4, "Ivan Rechnoy", "", "", "people/ivan-rechnoy/", ["Иван Речной"]],
        [6, "Ford", "", "", "places/ford/", ["Old Ford"]],
        [7, "Воспоминания", "about 2010", "", "sources/memoir/", ["Memoirs"], ["Ivan Rechnoy"]],
        [
            *(2, "First meeting of the League", "14–15 June 2001", "The founding meeting at Ford."),
            *("summits/league-2001-ford/", [], [], [league, place]),
        ],
        [
            *(1, "Declaration on the League", "14–15 June 2001", "The declaration that set up the league."),
            *("treaties/league-declaration/", ["Ford Declaration"], [], [league, place]),
        ],
        [
            *(1, "Protocol to the River Pact", "2 April 1999", "A protocol of the earlier pact."),
            *("treaties/pact-protocol/", ["Ford Declaration"], [], [6, place]),
        ],
    ]
    assert days == [
        [1991, "years/1991/", 1, {}],
        [1992, "years/1992/", 1, {}],
        [1996, "years/1996/", 2, {"04-26": [6]}],
        [1999, "years/1999/", 1, {"04-02": [12]}],
        [2001, "years/2001/", 7, {"06-14": [4], "06-15": [5, 6, 11]}],
        [2002, "years/2002/", 1, {}],
        [2003, "years/2003/", 1, {"09-19": [5]}],
        [2004, "years/2004/", 3, {}],
    ]
    assert {name: part for name, part in found.items() if name not in ("items", "years")} == {
        "letters": RUSSIAN | OTHERS,
        "sounds": [list(pair) for pair in SOUNDS],
        "ignored": sorted(IGNORED),
        "languages": ["ru", "de", "fr"],
        "codes": [[0, "XN"]],
        "kinds": [
            ["organisation", 1],
            ["treaty", 0],
            ["summit", 0],
            ["event", 0],
            ["person", 1],
            ["country", 1],
            ["place", 1],
            ["source", 0],
        ],
        "atlas": [
            *("atlas/", "1991-01-01", "2026-06-30"),
            [
                [6, "river-pact", 0, [], [[0, "- 9612c 11488-"], [2, "- 9612c 11488-"]]],
                [
                    *(league, "league-of-rivers", 0, [6]),
                    [[0, "- 11488c"], [2, "- 11488c"], [3, "- 12418p 13513c"]],
                ],
            ],
        ],
        "shared": [
            [
                "Ford Declaration",
                "names/#name-ford-declaration",
                "Declaration on the League; Protocol to the River Pact",
            ]
        ],
    }


def test_every_day_has_its_place_on_the_page_of_its_year(tiny_site: Site, real: Exhibit) -> None:
    for site in (tiny_site, Site(real, Settings(AS_OF))):
        days = {f"{year}-{key}" for year, _, _, on in _exported(site)["years"] for key in on}
        assert days == {day.isoformat() for day in site.days_told}


def test_a_folder_without_a_server_names_files(tiny: Exhibit) -> None:
    found = _exported(Site(tiny, Settings(AS_OF, directory_urls=False)))
    addresses = [*(row[4] for row in found["items"]), *(row[1] for row in found["years"]), found["atlas"][0]]
    assert {address.rpartition(".")[2] for address in addresses} == {"html"}


def test_an_exhibit_without_items_has_no_such_script() -> None:
    assert list(export(Site(Exhibit({}, {}), Settings(AS_OF)))) == []


def test_all_but_sources_without_a_short_name_or_an_author_are_looked_for(real: Exhibit) -> None:
    def cited(found: bool) -> list[Item]:
        return [item for item in real.of("sources") if is_looked_for(item) is found]

    assert all(is_looked_for(item) for item in real.items.values() if item.COLLECTION != "sources")
    assert {"icds-2016", "e-history-2013"} <= {source.id for source in cited(True)}
    assert len(cited(False)) > len(cited(True))


def test_the_names_of_the_project_are_light_and_short(real: Exhibit) -> None:
    ((_, content),) = export(Site(real, Settings(AS_OF)))
    assert len(gzip.compress(content)) <= MOST
    assert max(len(row[3]) for row in _exported(Site(real, Settings(AS_OF)))["items"]) <= 120
