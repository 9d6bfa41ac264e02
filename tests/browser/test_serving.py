"""What an editor sees in a browser beside the YAML: the saved edit, in place; or the banner."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from served import serving, small_project

from browser.conftest import until

FRAMES = """window.frames_at = [];
    (function look() { if (document.querySelector('h1')) { frames_at.push(scrollY); } requestAnimationFrame(look); })()"""


def _never_stood_elsewhere(page: Page) -> None:
    """Every frame of the page since it was loaded showed it where it was scrolled."""
    until(page, "frames_at.length")
    assert set(page.evaluate("frames_at")) == {300}


def test_an_open_page_shows_edits_and_faults_where_it_was_scrolled(browser: Browser, tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    league = folder / "data/organisations/league-of-rivers.yml"
    good = league.read_text("utf-8")
    with serving(folder) as server:
        server.wait(lambda: "<html" in server.page("organisations/league-of-rivers/"))
        page = browser.new_page(viewport={"width": 800, "height": 300})
        page.goto(f"http://127.0.0.1:{server.port}/organisations/league-of-rivers/", wait_until="load")
        page.evaluate("window.scrollTo(0, 300)")
        title = page.locator("h1").inner_text()
        page.add_init_script(FRAMES)

        league.write_text(good.replace(f"title: {title}", f"title: {title} anew"), encoding="utf-8")
        expect(page.locator("h1")).to_have_text(f"{title} anew", timeout=30_000)
        _never_stood_elsewhere(page)

        league.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
        banner = page.get_by_role("alert")
        banner.wait_for(timeout=30_000)
        assert "did you mean 'title'?" in banner.inner_text()
        assert "data/organisations/league-of-rivers.yml:" in banner.inner_text()
        assert page.locator("h1").inner_text() == f"{title} anew"
        _never_stood_elsewhere(page)

        league.write_text(good, encoding="utf-8")
        banner.wait_for(state="detached", timeout=30_000)
        assert page.locator("h1").inner_text() == title
        page.close()


def test_a_stylesheet_is_changed_in_the_page_as_it_stands(browser: Browser, tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    with serving(folder) as server:
        server.wait(lambda: "<html" in server.page("places/ford/"))
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/places/ford/", wait_until="load")
        page.evaluate("window.isTheSame = true")
        server.edit("docs/assets/css/type.css", "/*", "h1 { word-spacing: 7px }\n/*")
        expect(page.locator("h1")).to_have_css("word-spacing", "7px", timeout=30_000)
        expect(page.locator('link[rel="stylesheet"]')).to_have_count(2)
        assert page.evaluate("window.isTheSame")
        server.edit("docs/assets/css/type.css", "h1 { word-spacing: 7px }\n", "")
        expect(page.locator("h1")).not_to_have_css("word-spacing", "7px", timeout=30_000)
        server.edit("data/places/ford.yml", "title: Ford", "title: Forded")
        expect(page.locator("h1")).to_have_text("Forded", timeout=30_000)
        page.close()
