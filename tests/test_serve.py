"""The server: what it answers to whom, live reload, its start and its end; test_mending.py breaks what it serves.

What only needs a server that runs is tried on one, one after another: most of the time would go into starting it.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import mkdocs
from served import BOUND, Server, ask, banner, gated_project, serving, small_project


def test_a_running_server(tmp_path: Path) -> None:
    with serving(small_project(tmp_path / "p")) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        assert banner(server.page("places/ford/")) == ""
        pages_are_served_under_the_policy(server)
        many_are_answered_at_once(server)
        a_page_is_as_it_is_now_however_it_is_asked_for(server)
        a_page_that_could_not_be_written_is_made_again(server)
        requests_are_answered_to_the_names_of_the_server_only(server)
        a_request_is_only_text_in_the_terminal(server)
        a_head_is_what_stands_before_the_page(server)
        hostile_text_is_only_text_in_the_banner(server)
        edits_are_seen(server)
        the_feed_and_the_card_are_made_when_they_are_asked_for(server)
        what_is_moved_is_where_it_was_no_longer(server)
        it_ends_when_told_to_and_leaves_nothing_behind(server)


def pages_are_served_under_the_policy(server: Server) -> None:
    answer = server.answer("places/ford/")
    policy = answer.headers["content-security-policy"]
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    assert "livereload" in scripts[-1] and "default-src 'none'" in policy
    for script in scripts:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy


def a_request_is_only_text_in_the_terminal(server: Server) -> None:
    for target in ("/\x1b[31mred", "/\x9b31mred\x07"):
        assert ask(server.port, target).status == 404
    server.wait(lambda: server.said().count("31mred") == 2)
    assert not re.search(
        r"[^\n -~]", "".join(line for line in server.said().splitlines() if "31mred" in line)
    )


def a_head_is_what_stands_before_the_page(server: Server) -> None:
    for target in ("/places/ford/", "/places/ford", "/nowhere/", "/assets/favicon.svg", "/changes.xml"):
        page, head = ask(server.port, target), ask(server.port, target, method="HEAD")
        assert (head.status, head.body) == (page.status, b"")
        assert head.headers["content-length"] == page.headers["content-length"]


def requests_are_answered_to_the_names_of_the_server_only(server: Server) -> None:
    """The target of a request and its header lines, and the status: each as it is sent over the wire."""
    port = server.port
    for target, headers, status in [
        ("/", [f"Host: 127.0.0.1:{port}"], 200),
        ("/", ["Host: LocalHost."], 200),
        ("/", [f"Host: [::1]:{port}"], 200),
        (f"http://localhost:{port}/places/ford/", ["Host: evil.example"], 200),
        ("HTTP://127.0.0.1", [], 200),
        ("/", ["Host: evil.example"], 421),
        ("/", ["X-Forwarded-Host: localhost"], 421),
        ("/", ["Host:"], 421),
        ("/", ["Host: localhost", "Host: evil.example"], 421),
        ("http://evil.example/", ["Host: localhost"], 421),
        ("https://localhost@evil.example/", ["Host: localhost"], 421),
        ("/livereload/0/0", ["Host: evil.example"], 421),
        ("/no-such-page/", ["Host: evil.example"], 421),
        ("/%00", ["Host: localhost"], 404),
        ("/" + "long" * 1000, ["Host: localhost"], 404),
        ("/../../../etc/passwd", ["Host: localhost"], 404),
    ]:
        answer = ask(port, target, *(headers or ["X: without Host"]))
        assert (target, headers, answer.status) == (target, headers, status)
        assert (status == 421) == (b"This server answers to 127.0.0.1 and localhost only." in answer.body)


def hostile_text_is_only_text_in_the_banner(server: Server) -> None:
    place = server.folder / "data/places/ford.yml"
    good = place.read_text("utf-8")
    place.write_text(good.replace("southland", "</pre><script>alert(1)</script>"), encoding="utf-8")
    server.wait_for_banner("alert(1)", "places/ford/")
    assert "<script>alert" not in server.page("places/ford/")
    place.write_text(good, encoding="utf-8")


def edits_are_seen(server: Server) -> None:
    folder = server.folder
    place = folder / "data/places/ford.yml"
    place.write_text(place.read_text("utf-8").replace("title: Ford", "title: Great Ford"), encoding="utf-8")
    template = folder / "hooks/templates/item/place.md.jinja"
    template.write_text(
        template.read_text("utf-8").replace("(WGS 84)", "(WGS 84), where exactly"), encoding="utf-8"
    )
    (folder / "docs/about.md").write_text("# New words\n", encoding="utf-8")
    server.wait(lambda: "Great Ford" in server.page("places/ford/"))
    server.wait(lambda: "Great Ford" in server.page("places/"))
    server.wait(lambda: "where exactly" in server.page("places/ford/"))
    server.wait(lambda: "New words" in server.page("about/"))


def many_are_answered_at_once(server: Server) -> None:
    """More than the connections that a server of the standard library lets wait: those it refuses begin again later."""
    with ThreadPoolExecutor(100) as visitors:
        answers = list(visitors.map(server.answer, ["places/ford/"] * 100))
    assert {answer.status for answer in answers} == {200} and max(a.seconds for a in answers) < BOUND


def a_page_is_as_it_is_now_however_it_is_asked_for(server: Server) -> None:
    """Addresses that MkDocs takes for that of a page; nobody has asked for it since the save."""
    for path in ("/places//ford/", "places/./ford/", "about/../places/ford/", "places/%3F/../ford/"):
        server.edit("data/places/ford.yml", "title: Ford", "title: Forded")
        server.wait(lambda: "Forded" in server.page("places/"))
        assert "Forded" in server.page(path), path
        server.edit("data/places/ford.yml", "title: Forded", "title: Ford")
        server.wait(lambda: "Forded" not in server.page("places/"))
        assert "Forded" not in server.page(path), path


def a_page_that_could_not_be_written_is_made_again(server: Server) -> None:
    path = next(server.made.glob("mkdocs_*")) / "places/ford"
    shutil.rmtree(path)
    path.touch()  # in the way of its folder
    server.edit("data/places/ford.yml", "title: Ford", "title: Forded")
    server.wait(lambda: "Forded" in server.page("places/"))
    assert server.answer("places/ford/").status == 404
    path.unlink()
    assert "Forded" in server.page("places/ford/") and banner(server.page("")) == ""
    server.edit("data/places/ford.yml", "title: Forded", "title: Ford")
    server.wait(lambda: "Forded" not in server.page("places/"))


def the_feed_and_the_card_are_made_when_they_are_asked_for(server: Server) -> None:
    assert server.answer("assets/card.png").body.startswith(b"\x89PNG")
    assert server.answer("changes.xml").text.startswith("<?xml")
    assert server.answer("assets/no-card.png").status == 404


def what_is_moved_is_where_it_was_no_longer(server: Server) -> None:
    (server.folder / "docs/about.md").rename(server.folder / "docs/of-us.md")
    server.wait(lambda: "New words" in server.page("of-us/"))
    assert server.answer("about/").status == 404
    place = server.folder / "data/places/ford.yml"
    place.rename(place.with_name("old-ford.yml"))
    server.wait_for_banner("data/places/ford.yml:1:1: there is no such file", "places/")


def it_ends_when_told_to_and_leaves_nothing_behind(server: Server) -> None:
    assert list(server.made.iterdir()) != []
    assert server.end() == 0, server.said()
    assert "Traceback" not in server.said()
    assert list(server.made.iterdir()) == []


def test_a_server_started_with_faults_shows_them_and_then_the_exhibit(tmp_path: Path) -> None:
    """They are mended while the first build goes on, which is seen like any save; here for an address of IPv6."""
    folder = gated_project(tmp_path / "p")
    place = folder / "data/places/ford.yml"
    good = place.read_text("utf-8")
    place.write_text(good.replace("country: southland", "country: southlnd"), encoding="utf-8")
    (folder / "gate-making").touch()
    with serving(folder, "::1") as server:
        server.at("making")
        with server.held("starting"):
            place.write_text(good, encoding="utf-8")
            (folder / "gate-making").unlink()
            said = server.wait_for_banner("did you mean 'southland'?")
            assert "there are no pages of before" in said
            missing = server.answer("places/ford/")
            assert (missing.status, banner(missing.text)) == (404, said)
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        assert banner(server.page("")) == ""


def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        run = mkdocs(folder, "serve", "--dev-addr", f"127.0.0.1:{port}")
    assert run.returncode == 1
    said = [line for line in (run.stdout + run.stderr).strip().splitlines() if not line.startswith("INFO")]
    assert said == [f"port {port} is taken; choose another, as in: make serve PORT={port + 1}"]


@pytest.mark.sweep
@pytest.mark.parametrize("option", ["--no-livereload", "--clean", "--dirty"])
def test_a_server_with_an_option_of_mkdocs_has_every_page(tmp_path: Path, option: str) -> None:
    with serving(small_project(tmp_path / "p"), "127.0.0.1", option) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        assert "About" in server.page("about/") and "places/ford/" in server.page("sitemap.xml")
