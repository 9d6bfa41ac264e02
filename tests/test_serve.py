"""The server: live reload on YAML, templates and docs; a fault leaves the last good pages up."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
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
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
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
def server(tmp_path: Path) -> Iterator[Server]:
    folder = project(tmp_path / "p", TESTS / "exhibit" / "data")
    plain_docs(folder)
    started = Server(folder)
    yield started
    started.process.send_signal(signal.SIGINT)
    started.process.wait(timeout=20)


def test_edits_are_seen_and_faults_leave_the_last_good_pages(server: Server) -> None:
    place = server.folder / "data/places/ford.yml"
    good = place.read_text("utf-8")
    server.wait(lambda: "Ford" in server.page("places/ford/"))

    place.write_text(good.replace("title: Ford", "title: Great Ford"), encoding="utf-8")
    server.wait(lambda: "Great Ford" in server.page("places/ford/"))

    place.write_text(good.replace("country: southland", "country: southlnd"), encoding="utf-8")
    server.wait(lambda: "did you mean 'southland'?" in server.log.read_text("utf-8"))
    assert "Great Ford" in server.page("places/ford/")
    assert server.process.poll() is None

    place.write_text(good.replace("title: Ford", "title: Third Ford"), encoding="utf-8")
    server.wait(lambda: "Third Ford" in server.page("places/ford/"))

    template = server.folder / "hooks/templates/place.md.jinja"
    whole = template.read_text("utf-8")
    template.write_text(whole.replace("Point", "{{ nothing }}"), encoding="utf-8")
    server.wait(lambda: "'nothing' is undefined" in server.log.read_text("utf-8"))
    assert "Third Ford" in server.page("places/ford/")
    template.write_text(whole.replace("Point", "Where exactly"), encoding="utf-8")
    server.wait(lambda: "Where exactly" in server.page("places/ford/"))

    (server.folder / "docs/about/index.md").write_text("# New words\n", encoding="utf-8")
    server.wait(lambda: "New words" in server.page("about/"))


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
