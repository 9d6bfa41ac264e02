"""The parts of the long views: which there are, and that every address that is known leads on to what it meant."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, TESTS
from exhibit.model.vocabulary import Stake
from exhibit.pages import parts
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from selectolax.lexbor import LexborHTMLParser

FRAGMENTS: dict[str, list[str]] = yaml.safe_load((TESTS / "fragments.yml").read_text("utf-8"))
LONG = ("disputes", "two-articles", "concordance")
ELEMENTS, PACKED = 3000, 100_000
"""Of a page at most, and bytes of it compressed."""


@pytest.fixture
def little(tiny: Exhibit, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The tiny exhibit with room for one point on a page."""
    monkeypatch.setattr(parts, "POINTS", 1)
    return Site(tiny, Settings(AS_OF))


def test_what_is_short_has_no_parts(tiny_site: Site) -> None:
    assert tiny_site.parts.of("disputes.md") == ()
    assert (
        tiny_site.page("disputes.md").to("disputes.md", "dispute-league-of-rivers")
        == "#dispute-league-of-rivers"
    )


def test_a_book_has_everything_in_its_place(tiny: Exhibit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "POINTS", 1)
    assert Site(tiny, Settings(AS_OF, annexes=False)).parts.of("disputes.md") == ()


def test_every_point_stands_in_one_part_and_all_links_lead_there(little: Site) -> None:
    found = little.parts.of("disputes.md")
    assert sum(part.number for part in found) == len(little.disputes)
    assert len({part.path for part in found}) == len(found)
    page = little.page("timeline.md")
    for part in found:
        assert part.path.startswith("disputes/")
        name = part.path.removeprefix("disputes/").removesuffix(".md")
        assert re.sub(r"-\d+$", "", name) in [stake.value for stake in Stake]
        for anchor in part.anchors:
            assert page.to("disputes.md", anchor) == f"../disputes/{name}/#{anchor}"
    assert page.to("disputes.md") == "../disputes/"
    assert page.to("disputes.md", "a-day") == "../disputes/#a-day"


def test_the_overview_lists_what_its_parts_have(little: Site) -> None:
    texts = {page.path: page.text for page in pages(little) if page.path.startswith("disputes")}
    overview = texts.pop("disputes.md")
    for part in little.parts.of("disputes.md"):
        for anchor in part.anchors:
            assert f' id="{anchor}"' in texts[part.path]
            assert f' id="{anchor}"' in overview
            assert f"#{anchor}" in overview


@pytest.fixture(scope="module")
def read(built: Path) -> Any:
    """Gives a page of the built site by its address; each is read once."""
    known: dict[str, LexborHTMLParser] = {}

    def page(address: str) -> LexborHTMLParser:
        if address not in known:
            known[address] = LexborHTMLParser((built / address / "index.html").read_text("utf-8"))
        return known[address]

    return page


@pytest.mark.parametrize("view", LONG)
def test_every_known_fragment_leads_to_what_it_meant(read: Any, view: str) -> None:
    """Without a script too: the overview has the id, and in it a link to the part that has the same."""
    for fragment in FRAGMENTS[view]:
        there = read(view).css_first(f'[id="{fragment}"]')
        assert there, fragment
        if not any(one.attributes.get("data-leads") is not None for one in ancestors(there)):
            continue
        link = there if there.tag == "a" else there.css_first("a")
        address, _, anchor = link.attributes["href"].partition("#")
        assert anchor == fragment
        part = posixpath.normpath(posixpath.join(view, address))
        assert part.startswith(f"{view}/")
        assert read(part).css_first(f'[id="{fragment}"]'), (part, fragment)


def ancestors(node: Any) -> Any:
    while node := node.parent:
        if node.tag in ("html", "-undef"):
            return
        yield node


@pytest.mark.parametrize("view", LONG)
def test_no_part_is_more_than_can_be_taken_in(built: Path, read: Any, view: str) -> None:
    import gzip

    found = [path.parent.relative_to(built).as_posix() for path in (built / view).rglob("index.html")]
    assert len(found) > 3
    for address in found:
        content = (built / address / "index.html").read_bytes()
        assert len(gzip.compress(content)) <= PACKED, address
        assert len(read(address).css("*")) <= ELEMENTS, address


@pytest.mark.parametrize("view", LONG)
def test_each_part_leads_to_the_next_and_back_to_the_whole(read: Any, view: str, built: Path) -> None:
    """From the first part on, the links lead through all of them."""
    parts_ = {path.parent.name for path in (built / view).glob("*/index.html")}
    first = next(name for name in parts_ if not read(f"{view}/{name}").css("a[rel=prev]"))
    walked = [first]
    while following := read(f"{view}/{walked[-1]}").css_first("a[rel=next]"):
        walked.append(
            posixpath.normpath(posixpath.join(view, walked[-1], following.attributes["href"])).split("/")[-1]
        )
    assert sorted(walked) == sorted(parts_)
    for name in parts_:
        assert read(f"{view}/{name}").css_first('nav.crumbs a[href="../"]')


def test_a_thing_has_one_number(read: Any) -> None:
    """What the overviews count is what the parts have."""
    points = sum(int(count.text()) for count in read("disputes").css("ul.kinds .count"))
    assert read("disputes").css_first(".lede").text().startswith(f"{points} points")
    assert points == len(read("disputes").css(".point"))
    counted = sum(int(count.text()) for count in read("two-articles").css("table.listed .count"))
    assert read("two-articles").css_first("caption").text().startswith(f"{counted} statements")
