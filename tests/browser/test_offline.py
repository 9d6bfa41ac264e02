"""The zip: made twice the same, every link names a file, and read from file:// in a real browser."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from adapter.offline import pack
from conftest import ROOT, TESTS, build_here, plain_docs, project
from exhibit.verifying.verify import verify
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Watch

HOME = (
    "# Home\n\n[[league-of-rivers]] [the list](organisations/index.md)\n\n{{ on_this_day() }}\n\n"
    '<p><a href="timeline/">times</a> <a href="organisations/">all</a> <a href="places/ford/#top">ford</a></p>\n'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny exhibit as it comes out of the zip, with one page that has moved."""
    made = project(tmp_path_factory.mktemp("offline") / "project", TESTS / "exhibit" / "data")
    shutil.copy(ROOT / "mkdocs.offline.yml", made)
    plain_docs(made, HOME)
    ford = made / "data/places/ford.yml"
    ford.write_text(ford.read_text("utf-8") + "aliases: [old-ford]\n", encoding="utf-8")
    build_here(made, "mkdocs.offline.yml")
    return made


@pytest.fixture(scope="module")
def unzipped(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from datetime import date

    for name in ("rivers.zip", "again/rivers.zip"):
        (folder / "build" / name).parent.mkdir(exist_ok=True)
        pack(folder / "build/offline", folder / "build" / name, date(2026, 6, 30))
    target = tmp_path_factory.mktemp("unzipped name")
    with zipfile.ZipFile(folder / "build/rivers.zip") as archive:
        archive.extractall(target)
    return target / "rivers"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may open files and nothing else, and has nothing to complain of."""
    page = browser.new_page()
    watch = Watch(page, "file:///")
    yield page
    page.close()
    assert (watch.errors, watch.foreign) == ([], [])


@pytest.mark.sweep
def test_the_zip_is_the_same_to_the_byte_and_in_order(folder: Path, unzipped: Path) -> None:
    first, second = (folder / "build" / name for name in ("rivers.zip", "again/rivers.zip"))
    assert first.read_bytes() == second.read_bytes()
    infos = zipfile.ZipFile(first).infolist()
    assert [i.filename for i in infos] == sorted(
        (i.filename for i in infos), key=lambda name: Path(name).parts
    )
    assert {i.date_time for i in infos} == {(2026, 6, 30, 0, 0, 0)}
    assert {i.external_attr for i in infos} == {0o100644 << 16}


def test_nothing_is_wrong_with_it_and_every_link_names_a_file(unzipped: Path) -> None:
    assert verify(unzipped, served=False) == []


def test_the_licences_are_in_it(unzipped: Path) -> None:
    licences = unzipped / "assets/licences"
    assert {path.name for path in licences.iterdir()} == {
        path.name for path in (ROOT / "docs/assets/licences").iterdir()
    }


def test_nothing_asks_for_an_address_of_its_own(unzipped: Path) -> None:
    for path in unzipped.rglob("*.html"):
        assert 'rel="canonical"' not in path.read_text("utf-8"), path
    assert not [name for name in ("404.html", "sitemap.xml", "sitemap.xml.gz") if (unzipped / name).exists()]


def test_one_walks_from_item_to_citation_to_source_and_back(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "index.html").as_uri())
    page.get_by_role("link", name="times").click()
    expect(page.locator("h1")).to_have_text("Timeline")
    page.go_back()
    page.locator(".md-tabs").get_by_role("link", name="Catalogue").click()
    expect(page.locator("h1")).to_have_text("Organisations")
    page.locator("table.index tbody th a").first.click()
    item = page.locator("h1").inner_text()
    page.locator("sup.cite a").first.click()
    page.get_by_label("Citation 1", exact=True).locator("a").first.click()
    expect(page.locator("h1")).not_to_have_text(item)
    assert page.url.startswith((unzipped / "sources").as_uri())
    page.go_back()
    expect(page.locator("h1")).to_have_text(item)
    page.goto((unzipped / "places/old-ford.html").as_uri())
    page.get_by_role("link", name="go to").click()
    assert page.url.endswith("/places/ford.html")


def test_the_timelines_filter_keeps_its_state_in_the_address(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "timeline.html").as_uri())
    said = page.locator(".timeline-filter .result [role=status]")
    whole = said.inner_text()
    page.locator("form.timeline-filter [name=from]").fill("2002")
    page.keyboard.press("Tab")
    page.wait_for_url("**/timeline.html?from=2002")
    chosen = said.inner_text()
    shown, every = (int(number) for number in re.findall(r"\d+", chosen))
    assert 0 < shown < every and whole == f"{every} of {every} entries"
    page.reload()
    expect(said).to_have_text(chosen)
    with page.expect_download() as got:
        page.get_by_role("button", name="JSON").click()
    assert len(json.loads(got.value.path().read_text("utf-8"))["entries"]) == shown
    page.go_back()
    expect(said).to_have_text(whole)


@pytest.mark.parametrize(("words", "title"), [("ford", "Ford"), ("Лига", "League of Rivers")])
def test_search_finds_without_a_server(unzipped: Path, page: Page, words: str, title: str) -> None:
    page.goto((unzipped / "places/index.html").as_uri())
    page.locator(".md-search__input").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.type(words)
    expect(page.locator(".finder a", has_text=title).first).to_be_visible()
    page.locator(".md-search-result__link", has_text=title).first.click()
    expect(page.locator("h1").first).to_have_text(title)


def test_names_and_days_are_found_without_a_server(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "places/index.html").as_uri())
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("legue of rivers 15.06.2001")
    found = page.locator(".finder a")
    expect(found.nth(2)).to_be_visible()
    addresses = [link.get_attribute("href") or "" for link in found.all()]
    root = unzipped.as_uri()
    assert f"{root}/years/2001.html#06-15" in addresses[:3]
    page.keyboard.press("Enter")
    page.wait_for_url(addresses[0])


WALK = {
    "timeline.html": ("[data-zoom=in]", ".plane .field > *", "/timeline.html"),
    "atlas.html": ('[data-step="-1"]', ".atlas-day:not(:has-text('2026'))", "/atlas.html?date="),
    "lineage.html": ("svg a.succession", "ul.lineage li:target", "/lineage.html#descent-"),
    "membership.html": ("table.matrix tbody a svg", "#members", "/organisations/"),
    "organisations/league-of-rivers.html": ("sup.cite a", ".beside:not([hidden])", "/league-of-rivers.html"),
    "disputes.html": (".dispute h3 a", "h1", "/"),
    "years/index.html": ("ol.decades li a", ".neighbours", "/years/"),
}
"""View: what is pressed in it, what is seen then, what the address has in it then."""


@pytest.mark.parametrize(("view", "step"), WALK.items(), ids=WALK)
def test_the_views_work_from_a_folder(
    unzipped: Path, page: Page, view: str, step: tuple[str, str, str]
) -> None:
    pressed, seen, address = step
    page.goto((unzipped / view).as_uri())
    page.locator(pressed).first.click()
    expect(page.locator(seen).first).to_be_visible()
    assert address in page.url


def test_any_two_are_compared_from_a_folder(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "compare/index.html").as_uri())
    for name, id_ in (("a", "northland"), ("b", "southland")):
        page.locator(f"form.compare-form select[name={name}]").first.select_option(id_)
    page.locator("form.compare-form button").first.click()
    expect(page.locator("h1, .compare-result h2").filter(has_text="Northland and Southland")).to_be_visible()


def test_the_links_of_an_answer_name_files(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "compare/index.html").as_uri() + "?a=league-of-rivers&b=river-pact&date=2002-10-07")
    links = page.locator(".compare-result a")
    expect(links.first).to_be_visible()
    found = {str(link.evaluate("link => link.href")).partition("#")[0] for link in links.all()}
    assert found and all(unquote(urlsplit(link).path).endswith(".html") for link in found), found
    assert [link for link in found if not Path(unquote(urlsplit(link).path)).is_file()] == []
