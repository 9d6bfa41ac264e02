"""What is saved or opened while the server builds: each ends in the right state, and nobody waits.

The build is held at a gate (tests/gate.py) meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from served import Server, Tab, banner, gated_project, serving

FORD = "data/places/ford.yml"


def rename_ford(server: Server, title: str) -> None:
    path = server.folder / FORD
    path.write_text(re.sub("(?m)^title: .*", f"title: {title}", path.read_text("utf-8"), count=1), "utf-8")


@pytest.mark.sweep  # half a minute, most of which it waits
def test_while_a_build_goes_on(tmp_path: Path) -> None:
    with serving(gated_project(tmp_path / "p")) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        a_fault_found_while_nobody_looks_goes_as_the_open_page_is_made(server)
        an_edit_during_a_rebuild_is_seen(server)
        of_edits_during_a_rebuild_all_are_seen(server)
        a_fault_mended_while_it_is_being_found_goes(server)
        a_page_opened_during_a_rebuild_keeps_the_banner_until_it_is_mended(server)
        a_page_opened_after_the_open_ones_were_made_is_made_and_reloaded(server)
        what_is_broken_after_the_check_is_told_by_the_next_one(server)
        it_ends_in_the_midst_of_a_build_and_leaves_nothing(server)
        assert "Traceback" not in server.said()


def a_fault_found_while_nobody_looks_goes_as_the_open_page_is_made(server: Server) -> None:
    server.edit(FORD, "country: southland", "country: southlnd")
    server.wait_for_banner("did you mean 'southland'?")
    with opened(server, "about/") as tab, server.held("making"):
        server.edit(FORD, "country: southlnd", "country: southland")
        server.at("making")
        let_the_first_round_through(server, lambda: not tab.banner)
    server.wait_for_banner("")


def an_edit_during_a_rebuild_is_seen(server: Server) -> None:
    for number, event in enumerate(("reading", "making")):
        with server.held(event):
            rename_ford(server, f"Ford {number}")
            server.at(event)
            assert server.answer("places/ford/").seconds < 2
            rename_ford(server, f"Great Ford {number}")
        server.wait(lambda number=number: f"Great Ford {number}" in server.page("places/ford/"))


def of_edits_during_a_rebuild_all_are_seen(server: Server) -> None:
    with server.held("making"):
        rename_ford(server, "Ford")
        server.at("making")
        rename_ford(server, "Deep Ford")
        server.edit("docs/about.md", "# About", "# Of us")
    server.wait(lambda: "Deep Ford" in server.page("places/ford/") and "Of us" in server.page("about/"))
    server.edit("docs/about.md", "# Of us", "# About")


def a_fault_mended_while_it_is_being_found_goes(server: Server) -> None:
    with server.held("telling"):
        server.edit(FORD, "country: southland", "country: southlnd")
        server.at("telling")
        server.edit(FORD, "country: southlnd", "country: southland")
        rename_ford(server, "Mended Ford")
    server.wait(lambda: "Mended Ford" in server.page("places/ford/"))
    server.wait_for_banner("")


def a_page_opened_during_a_rebuild_keeps_the_banner_until_it_is_mended(server: Server) -> None:
    """A fault in a template, which is found only after the pages that are open were made, and one in data."""
    with opened(server, "about/") as tab:
        for file, good, bad in [
            ("hooks/templates/item/place.md.jinja", "{% block value %}", "{% block value %}{{ nothing }}"),
            (FORD, "country: southland", "country: southlnd"),
        ]:
            said = "'nothing' is undefined" if "nothing" in bad else "'southland'"
            server.edit(file, good, bad)
            server.wait(lambda said=said: said in tab.banner)
            for event in ("reading", "telling"):
                with server.held(event):
                    server.edit("docs/index.md", "# Home", "# Home again")
                    server.at(event)
                    assert said in banner(server.page("countries/northland/"))
                    server.edit("docs/index.md", "# Home again", "# Home")
                server.wait(lambda said=said: said in banner(server.page("organisations/")))
            server.edit(file, bad, good)
            server.wait(lambda: not tab.banner)
            server.wait_for_banner("", "organisations/")


def a_page_opened_after_the_open_ones_were_made_is_made_and_reloaded(server: Server) -> None:
    with opened(server, "about/") as editor:
        before = editor.epoch
        with server.held("making"):
            rename_ford(server, "Late Ford")
            server.at("making")
            let_the_first_round_through(server, lambda: editor.epoch > before)
            visitor = Tab(server, "places/ford/")
            assert "Late Ford" not in visitor.text
        server.wait(lambda: "Late Ford" in visitor.text)
        visitor.close()


def what_is_broken_after_the_check_is_told_by_the_next_one(server: Server) -> None:
    for file, good, bad, said in [
        ("docs/about.md", "# About", "# About\n\n[[nobody]]", "docs/about.md:3:3: no item 'nobody'"),
        ("mkdocs.yml", "nav:", "nav: [\nnav:", "mkdocs.yml"),
        ("hooks/overrides/404.html", "{%", "{% nonsense %}{%", "hooks/overrides/404.html:"),
    ]:
        with server.held("making"):
            rename_ford(server, "Ford")
            server.at("making")
            server.edit(file, good, bad)
        found = server.wait_for_banner(said)
        assert "KeyError" not in found + server.said()
        server.edit(file, bad, good)
        server.wait_for_banner("")
    for file in ("docs/about.md", "docs/assets/fonts/new.woff2"):  # made and gone between check and copy
        path = server.folder / file
        text = path.read_bytes() if path.exists() else b"new"
        with server.held("making"):
            path.write_bytes(text + b"\n")
            server.at("making")
            path.unlink()
        server.wait(lambda: server.answer(file.removeprefix("docs/").replace(".md", "/")).status == 404)  # noqa: B023
        server.wait_for_banner("")
    (server.folder / "docs/about.md").write_text("# About\n", "utf-8")


@contextmanager
def opened(server: Server, path: str) -> Iterator[Tab]:
    """A page that somebody looks at, known to the server as open."""
    tab = Tab(server, path)
    server.wait(lambda: f"{path}" in server.said())
    try:
        yield tab
    finally:
        tab.close()


def let_the_first_round_through(server: Server, ended: Callable[[], bool]) -> None:
    """Hold the second round, in which the pages are made that were not open, at the gate "making"."""
    gate, here = server.folder / "gate-making", server.folder / "at-making"
    gate.unlink()
    server.wait(lambda: not here.exists())
    gate.touch()
    server.wait(lambda: ended() and here.exists())


def it_ends_in_the_midst_of_a_build_and_leaves_nothing(server: Server) -> None:
    with server.held("making"):
        rename_ford(server, "Last Ford")
        server.at("making")
        assert server.end() == 0
    assert list(server.made.iterdir()) == []


def test_a_server_that_is_ended_while_it_starts_leaves_nothing(tmp_path: Path) -> None:
    folder = gated_project(tmp_path / "p")
    (folder / "gate-reading").touch()
    with serving(folder) as server:
        server.at("reading")
        assert server.end() == 1  # it has never served
    assert list(server.made.iterdir()) == []
    assert "Traceback" not in server.said()
