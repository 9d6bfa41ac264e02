"""What the theme's script does otherwise here than as it comes: it asks nobody, leaves the words of the timeline's
address alone, searches for words however they come and whatever stands around them, and gets along without a store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import build_here, tiny_project
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from browser.conftest import Watch, sampled, served, visit

HOME = '# Home\n\n[[league-of-rivers]] {{ timeline(organisation="river-pact") }}\n'
NAMED = "constructor"
"""An id as good as any, and a name that every object of a script has."""
REPOSITORY = "https://github.com/rivers/rivers"
FORGES = [
    REPOSITORY,
    "https://github.com/rivers",
    "https://gitlab.com/rivers/rivers",
    "https://gitlab.rivers.example/group/rivers",
    "https://bitbucket.org/rivers/rivers",
    "https://codeberg.org/rivers/rivers",
    "https://git.sr.ht/~rivers/rivers",
    "https://gitea.com/rivers/rivers",
]
PLACEHOLDER = "Type to start searching"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tiny_project(tmp_path_factory.mktemp("theme") / "p", HOME)
    for path in [*folder.glob("data/**/*.yml")]:
        path.write_text(re.sub(r"\bsouthland\b", NAMED, path.read_text("utf-8")), "utf-8")
    (folder / "data/countries/southland.yml").rename(folder / f"data/countries/{NAMED}.yml")
    settings = folder / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}repo_url: {REPOSITORY}\n", "utf-8")
    return build_here(folder)


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.mark.sweep  # a build for each forge
def test_no_host_is_asked_whatever_repository_is_set(browser: Browser, site: Path, url: str) -> None:
    """The theme as it comes asks github.com and gitlab.com for the stars of a repository, from every page."""
    html = (site / "data" / "index.html").read_text("utf-8")  # the page that leads to it
    assert f'href="{REPOSITORY}"' in html
    page = browser.new_context().new_page()
    watch = Watch(page, url)
    for number, repository in enumerate(FORGES):
        named = f"{url}data/forge-{number}.html"
        page.route(named, partial(_fulfilled, html.replace(REPOSITORY, repository)))
        page.goto(named)
        expect(page.locator(f'a[href="{repository}"]').first).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert (repository, watch.taken()) == (repository, ([], []))
    page.context.close()


def _fulfilled(html: str, route: Route) -> None:
    route.fulfill(body=html, content_type="text/html")


def test_no_name_in_our_addresses_is_one_that_the_theme_reads(site: Path) -> None:
    (bundle,) = site.glob("assets/javascripts/bundle.*.js")
    read = re.findall(r"""(?:searchParams|\br)\.(?:get|has)\("(\w+)"\)""", bundle.read_text("utf-8"))
    assert {"q", "h"} <= set(read)
    ours = {
        field.attributes["name"]
        for path in site.rglob("*.html")
        for field in LexborHTMLParser(path.read_text("utf-8")).css("article :is(input, select)[name]")
    }
    assert {"organisation", "words", "lanes", "a", "date"} <= ours
    assert ours & set(read) == set()


def test_an_address_of_old_shows_what_it_meant(browser: Browser, url: str) -> None:
    """The words were once called ``q``, at which the theme opened its search, and took them out with Escape."""
    page = browser.new_page()
    for name in ("words", "q"):
        page.goto(f"{url}timeline/?{name}=signed")
        expect(page.get_by_role("searchbox", name="Words")).to_have_value("signed")
        expect(page.locator(".timeline-filter .result [role=status]")).to_have_text("3 of 17 entries")
        expect(page.locator("#__search")).not_to_be_checked()
        page.keyboard.press("Escape")
        assert page.url.endswith(f"?{name}=signed")
    page.close()


STRANGE = ["constructor", "toString", "%00", "%E0%A4%A", '"]', "__proto__", "'", "<b>", "-1", "9" * 30]
"""Values that nothing has, among them names that every object of a script has."""


SHOWN = re.compile("[0-9]+ of [0-9]+ entries")
COMPARED = "compare/?a=league-of-rivers&b=river-pact&date={0}"


@pytest.mark.parametrize("value", sampled(STRANGE, 5))
def test_an_address_may_ask_for_anything(browser: Browser, url: str, value: str) -> None:
    page = browser.new_page()
    watch = Watch(page, url)
    names = "organisation kind country person place item from to certainty words disputed lanes zoom at today open"
    page.goto(f"{url}timeline/?lanes={value}&open={value}")
    for name in names.split():
        visit(page, f"?{name}={value}")
        expect(page.locator(".timeline-filter .result [role=status]")).to_have_text(SHOWN)
        expect(page.locator(".whole-timeline .plane")).to_be_visible()
    for address in ("timeline/#{0}", "?today={0}&h={0}#{0}", "atlas/?date={0}&organisation={0}", COMPARED):
        page.goto(url + address.format(value))
    assert watch.taken() == ([], [])
    page.goto(f"{url}compare/?a={value}&b={value}")
    expect(page.locator("form.compare-ask [role=status]")).not_to_be_empty()
    page.close()


@pytest.fixture(scope="module")
def search(browser: Browser, url: str) -> Iterator[Page]:
    """A page whose search is open and has its index."""
    page = browser.new_page()
    page.goto(url)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("ford")
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    yield page
    page.close()


def _asked(page: Page, words: str) -> str:
    """Where the first answer leads, in an emptied search; how the words come is the caller's."""
    page.locator(".md-search__input").fill("")
    expect(page.locator(".md-search-result__meta")).to_have_text(PLACEHOLDER)
    page.locator(".md-search__input").fill(words)
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    return str(page.locator(".md-search-result__link").first.evaluate("link => new URL(link.href).pathname"))


AROUND = (
    "ford: :ford +ford -ford ~ford ford~ ^ford ford^ ford* *ford (ford) [ford] {ford} <ford> “ford” «ford» 'ford' ford's "
    "ford’s ford, ford; ford/ford ford\\ford title:ford ford|ford ford&ford ford=ford #ford @ford ford? ford! ford… №ford"
).split() + ['"ford"', '"ford', "ford - ford", "ford : +", "+ ford ~ ^ *"]
"""A word as it is searched for, and what the search engine would read as a language of its own."""


@pytest.mark.parametrize("words", sampled(AROUND, 8))
def test_a_word_is_found_whatever_stands_around_it(search: Page, words: str) -> None:
    watch = Watch(search, "")
    assert _asked(search, words) == "/places/ford/"
    assert watch.errors == []


def test_a_word_is_found_whatever_stands_around_it_in_the_text(search: Page) -> None:
    """The note of a person says «Речной»; a search engine that parts words at blanks alone looks for the marks too."""
    assert _asked(search, "Лига") == "/organisations/league-of-rivers/"


@pytest.mark.parametrize("words", [":", "+ -", "~^*", "$", "()", '""'])
def test_signs_alone_find_nothing_and_break_nothing(search: Page, words: str) -> None:
    watch = Watch(search, "")
    search.locator(".md-search__input").fill(words)
    search.wait_for_timeout(300)
    assert search.locator(".md-search-result__link").count() == 0
    assert watch.errors == []
    assert _asked(search, "ford") == "/places/ford/"


def test_words_that_come_by_pointer_are_searched(search: Page) -> None:
    """Pasted from a menu, dropped or told by voice: without a key that goes up."""
    field = search.locator(".md-search__input")
    field.fill("")
    expect(search.locator(".md-search-result__meta")).to_have_text(PLACEHOLDER)
    field.evaluate("field => { field.focus(); document.execCommand('insertText', false, 'ford'); }")
    expect(search.locator(".md-search-result__link").first).to_be_attached()


NO_STORE = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("no store", "SecurityError"); }, configurable: true });
}"""


def test_search_works_where_nothing_may_be_kept(browser: Browser, url: str) -> None:
    page = browser.new_context().new_page()
    watch = Watch(page, url)
    page.add_init_script(NO_STORE)
    page.goto(url)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("ford")
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    assert watch.taken() == ([], [])
    page.context.close()


def test_in_a_frame_that_may_do_nothing_but_run_scripts_it_is_searched_too(
    browser: Browser, url: str
) -> None:
    page = browser.new_page()
    page.set_content(f'<iframe sandbox="allow-scripts" width="1200" height="700" src="{url}"></iframe>')
    frame = page.frame_locator("iframe")
    frame.locator(".md-search__input").click()
    frame.locator(".md-search__input").fill("ford")
    expect(frame.locator(".md-search-result__link").first).to_be_attached()
    page.close()


@pytest.mark.parametrize("file", ["full-text.js", "pieces/words-*", "pieces/texts-*"])
def test_a_search_without_its_pieces_says_so_and_finds_names(browser: Browser, url: str, file: str) -> None:
    page = browser.new_context().new_page()
    page.route(f"**/search/{file}", lambda route: route.abort())
    page.goto(url)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("ford")
    expect(page.locator(".md-search-result__meta")).to_have_text("The full text cannot be searched here")
    expect(page.locator(".finder a").first).to_be_attached()
    page.context.close()


def test_a_search_without_its_names_says_so(browser: Browser, url: str) -> None:
    page = browser.new_context().new_page()
    page.route("**/assets/names.js", lambda route: route.abort())
    page.goto(url)
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text("Search cannot be used here")
    page.context.close()
