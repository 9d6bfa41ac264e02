"""The server: live reload on YAML, templates and docs; a fault leaves the last good pages up."""

from __future__ import annotations

import base64
import hashlib
import html
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import TESTS, mkdocs, plain_docs, project


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``mkdocs serve`` over the tiny exhibit."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.log = folder.parent / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        self.made = folder.parent / "made"
        self.made.mkdir()
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(self.made)}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=self.log.open("w"), stderr=subprocess.STDOUT
        )

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=20) as answer:
            return answer.read().decode("utf-8")

    def wait(self, what: Callable[[], bool], seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if what():
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError(self.log.read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the project with the tiny exhibit and empty hand-written pages."""
    made = project(tmp_path / "p", TESTS / "exhibit" / "data")
    plain_docs(made)
    return made


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=20)


def banner(page: str) -> str:
    """What the banner of a page says, without markup; empty if there is none."""
    _, found, rest = page.partition('<aside id="exhibit-banner"')
    text = re.sub(r"<[^>]*>", "\n", rest.partition(">")[2].partition("</aside>")[0])
    return html.unescape(text).strip() if found else ""


# what is broken: the file, what is replaced by what, and what the banner then says
FAULTS = [
    ("data/places/ford.yml", "country: southland", "country: southlnd", "did you mean 'southland'?"),
    ("data/places/ford.yml", "title: Ford", "title: [Ford", "data/places/ford.yml:"),
    (
        "hooks/templates/item/place.md.jinja",
        "{% block value %}",
        "{% block value %}{{ nothing }}",
        "'nothing' is undefined",
    ),
    (
        "hooks/templates/item/place.md.jinja",
        "{% block value %}",
        "{% block value %}{% if %}",
        "place.md.jinja:",
    ),
    ("hooks/overrides/404.html", "{%", "{% nonsense %}{%", "404.html:"),
    ("docs/about/index.md", "# Page", "# Page\n\n[[nobody]]", "docs/about/index.md:3:"),
    ("mkdocs.yml", "site_name:", "site_name: [", "mkdocs.yml"),
    ("mkdocs.yml", "  - search:", "  - serch:", 'The "serch" plugin is not installed'),
]


@pytest.mark.parametrize("turn", [0, pytest.param(1, marks=pytest.mark.sweep)])
def test_faults_leave_the_last_good_pages(folder: Path, turn: int) -> None:
    """Every second of them, the others in ``make sweep``."""
    with serving(folder) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        assert banner(server.page("places/ford/")) == ""
        for file, right, wrong, said in FAULTS[turn::2]:
            path = folder / file
            good = path.read_text("utf-8")
            assert right in good
            path.write_text(good.replace(right, wrong, 1), encoding="utf-8")
            server.wait(lambda said=said: said in banner(server.page("places/ford/")))
            assert "<h1>Ford</h1>" in re.sub(r" id=\"[^\"]*\"", "", server.page("places/ford/")), file
            assert said in banner(server.page("organisations/")), file
            assert said in server.log.read_text("utf-8"), file
            path.write_text(good, encoding="utf-8")
            server.wait(lambda: banner(server.page("places/ford/")) == "")
            assert server.process.poll() is None
        assert "Traceback" not in server.log.read_text("utf-8")


def test_edits_are_seen(folder: Path) -> None:
    with serving(folder) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        place = folder / "data/places/ford.yml"
        good = place.read_text("utf-8")
        place.write_text(good.replace("title: Ford", "title: Great Ford"), encoding="utf-8")
        server.wait(lambda: "Great Ford" in server.page("places/ford/"))
        server.wait(lambda: "Great Ford" in server.page("places/"))
        assert re.search(
            r"data/places/ford.yml saved; the page looked at reloads after \d+\.\d s",
            server.log.read_text("utf-8"),
        )
        template = folder / "hooks/templates/item/place.md.jinja"
        template.write_text(
            template.read_text("utf-8").replace("(WGS 84)", "(WGS 84), where exactly"), encoding="utf-8"
        )
        server.wait(lambda: "where exactly" in server.page("places/ford/"))
        (folder / "docs/about/index.md").write_text("# New words\n", encoding="utf-8")
        server.wait(lambda: "New words" in server.page("about/"))
        place.rename(place.with_name("old-ford.yml"))
        server.wait(lambda: banner(server.page("places/")) != "")


def test_a_server_started_with_faults_shows_them_and_then_the_exhibit(folder: Path) -> None:
    place = folder / "data/places/ford.yml"
    good = place.read_text("utf-8")
    place.write_text(good.replace("country: southland", "country: southlnd"), encoding="utf-8")
    with serving(folder) as server:
        server.wait(lambda: "did you mean 'southland'?" in banner(server.page("")))
        with pytest.raises(urllib.error.HTTPError) as missing:
            server.page("places/ford/")
        assert "did you mean 'southland'?" in banner(missing.value.read().decode("utf-8"))
        place.write_text(good, encoding="utf-8")
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        assert banner(server.page("")) == ""


def test_hostile_text_is_only_text_in_the_banner(folder: Path) -> None:
    place = folder / "data/places/ford.yml"
    good = place.read_text("utf-8")
    with serving(folder) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        place.write_text(good.replace("southland", "</pre><script>alert(1)</script>"), encoding="utf-8")
        server.wait(lambda: "alert(1)" in banner(server.page("places/ford/")))
        assert "<script>alert" not in server.page("places/ford/")


def test_pages_are_served_under_the_policy_and_to_the_names_of_the_server_only(folder: Path) -> None:
    with serving(folder) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        asked = urllib.request.Request(f"http://127.0.0.1:{server.port}/", headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(asked, timeout=20)
        assert (refused.value.code, b"Ford" in refused.value.read()) == (421, False)
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/places/ford/", timeout=20) as answer:
            policy, page = answer.headers["Content-Security-Policy"], answer.read().decode("utf-8")
        scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        assert "livereload" in scripts[-1] and "default-src 'none'" in policy
        for script in scripts:
            assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy


def test_the_server_ends_when_told_to_and_leaves_nothing_behind(folder: Path) -> None:
    with serving(folder) as server:
        server.wait(lambda: "Ford" in server.page("places/ford/"))
        assert list(server.made.iterdir()) != []
    assert server.process.returncode == 0, server.log.read_text("utf-8")
    assert "Traceback" not in server.log.read_text("utf-8")
    assert list(server.made.iterdir()) == []


def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", TESTS / "exhibit" / "data")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        run = mkdocs(folder, "serve", "--dev-addr", f"127.0.0.1:{port}")
    assert run.returncode == 1
    said = [line for line in (run.stdout + run.stderr).strip().splitlines() if not line.startswith("INFO")]
    assert said == [f"port {port} is taken; choose another, as in: make serve PORT={port + 1}"]
