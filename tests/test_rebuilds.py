"""What is saved or opened while the server builds: each ends in the right state, and nobody waits.

The build is held at a gate (tests/gate.py) meanwhile.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import TESTS
from served import Server, Tab, banner, serving, small_project

FORD = "data/places/ford.yml"


def _project(folder: Path) -> Path:
    small_project(folder)
    shutil.copyfile(TESTS / "gate.py", folder / "gate.py")
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [gate.py, hooks/mkdocs_hook.py]\n", "utf-8")
    return folder


@contextmanager
def held(server: Server, event: str) -> Iterator[None]:
    """Hold the next build at an event; what is done in the block is done while it stands there."""
    gate = server.folder / f"gate-{event}"
    gate.touch()
    try:
        yield
    finally:
        gate.unlink()


def at(server: Server, event: str) -> None:
    server.wait(lambda: (server.folder / f"at-{event}").exists())


def edit(server: Server, file: str, old: str, new: str) -> None:
    path = server.folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def rename_ford(server: Server, title: str) -> None:
    path = server.folder / FORD
    path.write_text(re.sub("(?m)^title: .*", f"title: {title}", path.read_text("utf-8"), count=1), "utf-8")


def test_while_a_build_goes_on(tmp_path: Path) -> None:
    with serving(_project(tmp_path / "p")) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        an_edit_during_a_rebuild_is_seen(server)
        of_edits_during_a_rebuild_all_are_seen(server)
        a_fault_mended_while_it_is_being_found_goes(server)
        a_page_opened_during_a_rebuild_keeps_the_banner_until_it_is_mended(server)
        a_page_opened_after_the_open_ones_were_made_is_made_and_reloaded(server)
        what_is_broken_after_the_check_is_told_by_the_next_one(server)
        assert "Traceback" not in server.said()


def an_edit_during_a_rebuild_is_seen(server: Server) -> None:
    for number, event in enumerate(("reading", "making")):
        with held(server, event):
            rename_ford(server, f"Ford {number}")
            at(server, event)
            assert server.answer("places/ford/").seconds < 2
            rename_ford(server, f"Great Ford {number}")
        server.wait(lambda number=number: f"Great Ford {number}" in server.page("places/ford/"))


def of_edits_during_a_rebuild_all_are_seen(server: Server) -> None:
    with held(server, "making"):
        rename_ford(server, "Ford")
        at(server, "making")
        rename_ford(server, "Deep Ford")
        edit(server, "docs/about.md", "# About", "# Of us")
    server.wait(lambda: "Deep Ford" in server.page("places/ford/") and "Of us" in server.page("about/"))
    edit(server, "docs/about.md", "# Of us", "# About")


def a_fault_mended_while_it_is_being_found_goes(server: Server) -> None:
    with held(server, "telling"):
        edit(server, FORD, "country: southland", "country: southlnd")
        at(server, "telling")
        edit(server, FORD, "country: southlnd", "country: southland")
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
            edit(server, file, good, bad)
            server.wait(lambda said=said: said in tab.banner)
            for event in ("reading", "telling"):
                with held(server, event):
                    edit(server, "docs/index.md", "# Home", "# Home again")
                    at(server, event)
                    assert said in banner(server.page("countries/northland/"))
                    edit(server, "docs/index.md", "# Home again", "# Home")
                server.wait(lambda said=said: said in banner(server.page("organisations/")))
            edit(server, file, bad, good)
            server.wait(lambda: not tab.banner)
            server.wait_for_banner("", "organisations/")


def a_page_opened_after_the_open_ones_were_made_is_made_and_reloaded(server: Server) -> None:
    with opened(server, "about/") as editor:
        before = editor.epoch
        with held(server, "making"):
            rename_ford(server, "Late Ford")
            at(server, "making")
            let_the_first_round_through(server, lambda: editor.epoch > before)
            visitor = Tab(server, "places/ford/")
            assert "Late Ford" not in visitor.text
        server.wait(lambda: "Late Ford" in visitor.text)
        visitor.close()


def what_is_broken_after_the_check_is_told_by_the_next_one(server: Server) -> None:
    for file, good, bad, said in [
        ("docs/about.md", "# About", "# About\n\n[[nobody]]", "docs/about.md:3:3: no item 'nobody'"),
        ("docs/about.md", "# About", "# About\n\n{{ nobody() }}", "docs/about.md:3:4: no call 'nobody'"),
        ("mkdocs.yml", "nav:", "nav: [\nnav:", "mkdocs.yml"),
        ("hooks/overrides/404.html", "{%", "{% nonsense %}{%", "hooks/overrides/404.html:"),
    ]:
        with held(server, "making"):
            rename_ford(server, "Ford")
            at(server, "making")
            edit(server, file, good, bad)
        found = server.wait_for_banner(said)
        assert "KeyError" not in found + server.said()
        edit(server, file, bad, good)
        server.wait_for_banner("")
    for file in ("docs/about.md", "docs/assets/fonts/new.woff2"):  # made and gone between check and copy
        path = server.folder / file
        text = path.read_bytes() if path.exists() else b"new"
        with held(server, "making"):
            path.write_bytes(text + b"\n")
            at(server, "making")
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


def test_what_is_saved_while_the_server_starts_is_seen(tmp_path: Path) -> None:
    folder = _project(tmp_path / "p")
    (folder / "gate-reading").touch()
    (folder / "gate-making").touch()
    with serving(folder) as server:
        at(server, "reading")
        (folder / "gate-reading").unlink()
        at(server, "making")
        rename_ford(server, "Early Ford")
        (folder / "gate-making").unlink()
        server.wait(lambda: "Early Ford" in server.page("places/ford/"))
        server.wait_for_banner("")
