"""What is saved or opened while the server is at work: each ends in the right state, and nobody waits.

It is held at a gate (tests/gate.py) meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from served import Server, Tab, banner, gated_project, serving

FORD = "data/places/ford.yml"


def rename_ford(server: Server, title: str) -> None:
    path = server.folder / FORD
    path.write_text(re.sub("(?m)^title: .*", f"title: {title}", path.read_text("utf-8"), count=1), "utf-8")


@pytest.mark.sweep  # half a minute, most of which it waits
def test_while_the_server_is_at_work(tmp_path: Path) -> None:
    with serving(gated_project(tmp_path / "p")) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        a_fault_found_while_nobody_looks_goes_as_the_open_page_is_made(server)
        an_edit_while_it_reads_or_makes_a_page_is_seen(server)
        of_edits_while_it_reads_all_are_seen(server)
        a_fault_mended_while_it_is_being_found_goes(server)
        a_page_opened_while_it_reads_keeps_the_banner_until_it_is_mended(server)
        a_page_opened_while_it_reads_is_reloaded(server)
        an_open_item_is_shown_before_all_is_checked(server)
        what_the_rest_of_the_check_refuses_is_shown_no_longer(server)
        a_fault_in_a_template_is_told_though_no_page_of_it_is_open(server)
        what_is_broken_after_the_check_is_told_by_the_next_one(server)
        it_ends_in_the_midst_of_its_work_and_leaves_nothing(server)
        assert "Traceback" not in server.said()


def a_fault_found_while_nobody_looks_goes_as_the_open_page_is_made(server: Server) -> None:
    server.edit(FORD, "country: southland", "country: southlnd")
    server.wait_for_banner("did you mean 'southland'?")
    with opened(server, "about/") as tab:
        server.edit(FORD, "country: southlnd", "country: southland")
        server.wait(lambda: not tab.banner)
    server.wait_for_banner("")


def an_edit_while_it_reads_or_makes_a_page_is_seen(server: Server) -> None:
    with opened(server, "places/ford/") as tab:
        for number, event in enumerate(("reading", "page")):
            with server.held(event):
                rename_ford(server, f"Ford {number}")
                server.at(event)
                assert server.answer("assets/exhibit.css" if event == "page" else "about/").seconds < 2
                rename_ford(server, f"Great Ford {number}")
            server.wait(lambda number=number: f"Great Ford {number}" in tab.text)


def of_edits_while_it_reads_all_are_seen(server: Server) -> None:
    with server.held("reading"):
        rename_ford(server, "Ford")
        server.at("reading")
        rename_ford(server, "Deep Ford")
        server.edit("docs/about.md", "# About", "# Of us")
    server.wait(lambda: "Deep Ford" in server.page("places/ford/") and "Of us" in server.page("about/"))
    server.edit("docs/about.md", "# Of us", "# About")


def a_fault_mended_while_it_is_being_found_goes(server: Server) -> None:
    with server.held("reading"):
        server.edit(FORD, "country: southland", "country: southlnd")
        server.at("reading")
        server.edit(FORD, "country: southlnd", "country: southland")
        rename_ford(server, "Mended Ford")
    server.wait(lambda: "Mended Ford" in server.page("places/ford/"))
    server.wait_for_banner("")


def a_page_opened_while_it_reads_keeps_the_banner_until_it_is_mended(server: Server) -> None:
    with opened(server, "about/") as tab:
        server.edit(FORD, "country: southland", "country: southlnd")
        server.wait(lambda: "'southland'" in tab.banner)
        with server.held("reading"):
            server.edit("docs/index.md", "# Home", "# Home again")
            server.at("reading")
            assert "'southland'" in banner(server.page("countries/northland/"))
            server.edit("docs/index.md", "# Home again", "# Home")
        server.wait(lambda: "'southland'" in banner(server.page("organisations/")))
        server.edit(FORD, "country: southlnd", "country: southland")
        server.wait(lambda: not tab.banner)
        server.wait_for_banner("", "organisations/")


def a_page_opened_while_it_reads_is_reloaded(server: Server) -> None:
    with server.held("reading"):
        rename_ford(server, "Late Ford")
        server.at("reading")
        visitor = Tab(server, "places/ford/")
        assert "Late Ford" not in visitor.text
    server.wait(lambda: "Late Ford" in visitor.text)
    visitor.close()


def an_open_item_is_shown_before_all_is_checked(server: Server) -> None:
    with opened(server, "places/ford/") as tab:
        with server.held("checking"):
            rename_ford(server, "Swift Ford")
            server.at("checking")
            server.wait(lambda: "Swift Ford" in tab.text)
            assert "Swift Ford" not in server.page("places/")
            loaded = tab.epoch
        server.wait(lambda: "Swift Ford" in server.page("places/"))
        assert "Swift Ford" in server.page("places/ford/") and tab.epoch == loaded


def what_the_rest_of_the_check_refuses_is_shown_no_longer(server: Server) -> None:
    league, about = server.folder / "data/organisations/league-of-rivers.yml", "docs/about.md"
    good = league.read_text("utf-8")
    server.edit(about, "# About", "# About\n\n[[league-of-rivers#secretariat]]")
    server.wait(lambda: "Secretariat" in server.page("about/"))
    with opened(server, "organisations/league-of-rivers/") as tab:
        with server.held("checking"):
            league.write_text(good.replace("id: sec", "id: first-sec").replace("#sec", "#first-sec"), "utf-8")
            server.at("checking")
            server.wait(lambda: 'id="first-secretariat"' in tab.text)
        server.wait(lambda: "docs/about.md:3:3" in tab.banner)
        assert 'id="first-secretariat"' not in tab.text and 'id="secretariat"' in tab.text
        server.edit(about, "#secretariat", "#first-secretariat")
        server.wait(lambda: not tab.banner and 'id="first-secretariat"' in tab.text)
    server.edit(about, "\n\n[[league-of-rivers#first-secretariat]]", "")
    league.write_text(good, "utf-8")
    server.wait(lambda: 'id="secretariat"' in server.page("organisations/league-of-rivers/"))


def a_fault_in_a_template_is_told_though_no_page_of_it_is_open(server: Server) -> None:
    """It is found when there is time for a page of each template, and goes with the mend."""
    file, good = "hooks/templates/item/place.md.jinja", "{% block value %}"
    with opened(server, "about/") as tab:
        server.edit(file, good, f"{good}{{{{ nothing }}}}")
        server.wait(lambda: "'nothing' is undefined" in tab.banner)
        loaded = tab.epoch
        server.edit("docs/index.md", "# Home", "# Home again")
        server.wait(lambda: "Home again" in (home := server.page("")) and "'nothing'" in banner(home))
        server.wait(lambda: tab.epoch > loaded)
        server.wait(lambda: "'nothing' is undefined" in tab.banner)
        told, reloads = server.said().count("is undefined"), tab.epoch
        for _ in range(3):
            server.page("places/ford/")
        assert (server.said().count("is undefined"), tab.epoch) == (
            told,
            reloads,
        )  # it is told once, and not for ever
        server.edit("docs/index.md", "# Home again", "# Home")
        server.edit(file, f"{good}{{{{ nothing }}}}", good)
        server.wait(lambda: not tab.banner)
        server.wait_for_banner("", "places/ford/")


def what_is_broken_after_the_check_is_told_by_the_next_one(server: Server) -> None:
    for file, good, bad, said in [
        ("docs/about.md", "# About", "# About\n\n[[nobody]]", "docs/about.md:3:3: no item 'nobody'"),
        ("mkdocs.yml", "nav:", "nav: [\nnav:", "mkdocs.yml"),
        ("hooks/overrides/404.html", "{%", "{% nonsense %}{%", "hooks/overrides/404.html:"),
    ]:
        with opened(server, "places/ford/"), server.held("page"):
            rename_ford(server, "Ford")
            server.at("page")
            server.edit(file, good, bad)
        found = server.wait_for_banner(said)
        assert "KeyError" not in found + server.said()
        server.edit(file, bad, good)
        server.wait_for_banner("")
    for file in ("docs/about.md", "docs/assets/fonts/new.woff2"):  # made and gone between check and copy
        path = server.folder / file
        text = path.read_bytes() if path.exists() else b"new"
        with server.held("reading"), server.held("making"):
            path.write_bytes(text + b"\n")
            server.wait(
                lambda: any((server.folder / f"at-{event}").exists() for event in ("reading", "making"))
            )
            path.unlink()
        server.wait(lambda: server.answer(file.removeprefix("docs/").replace(".md", "/")).status == 404)  # noqa: B023
        server.wait_for_banner("")
    (server.folder / "docs/about.md").write_text("# About\n", "utf-8")
    server.wait(lambda: server.answer("about/").status == 200)


@contextmanager
def opened(server: Server, path: str) -> Iterator[Tab]:
    """A page that somebody looks at, known to the server as open."""
    tab = Tab(server, path)
    server.wait(lambda: f"{path}" in server.said())
    try:
        yield tab
    finally:
        tab.close()


def it_ends_in_the_midst_of_its_work_and_leaves_nothing(server: Server) -> None:
    with server.held("reading"):
        rename_ford(server, "Last Ford")
        server.at("reading")
        assert server.end() == 0
    assert list(server.made.iterdir()) == []


def test_a_server_that_is_ended_while_it_starts_leaves_nothing(tmp_path: Path) -> None:
    folder = gated_project(tmp_path / "p")
    (folder / "gate-starting").touch()
    with serving(folder) as server:
        server.at("starting")
        assert server.end() == 1  # it has never served
    assert list(server.made.iterdir()) == []
    assert "Traceback" not in server.said()
