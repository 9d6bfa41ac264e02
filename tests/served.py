"""The exhibit as served: the server in a process of its own, visitors who look at every answer, a browser's reloading."""

from __future__ import annotations

import html
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT, TESTS

SLOW = float(os.environ.get("SLOW", 60))
"""Seconds after which something that is waited for has not come."""
BOUND = 10.0
"""Seconds within which each request is answered, on a machine that does much else: it waits for no build."""


@dataclass
class Answer:
    """An answer as it came over the wire, and the seconds it took."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def is_page(self) -> bool:
        return "text/html" in self.headers.get("content-type", "")

    def faults(self) -> Iterator[str]:
        """What is not whole about it."""
        if self.status not in (200, 302, 404):
            yield f"status {self.status}"
        if self.seconds > BOUND:
            yield f"answered after {self.seconds:.1f} s"
        if int(self.headers.get("content-length", len(self.body))) != len(self.body):
            yield f"{len(self.body)} bytes of {self.headers['content-length']}"
        if self.is_page and not self.body.rstrip().endswith(b"</html>"):
            yield f"it ends in {self.body[-40:]!r}"


def ask(port: int, target: str, *headers: str, host: str = "127.0.0.1", method: str = "GET") -> Answer:
    """Send a request as it is written and read the answer to its end. headers: whole lines; where none is given, Host."""
    began = time.monotonic()
    lines = [f"{method} {target} HTTP/1.1", *(headers or ["Host: localhost"]), "Connection: close"]
    with socket.create_connection((host, port), timeout=2 * BOUND) as wire:
        wire.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        content = b"".join(iter(lambda: wire.recv(65536), b""))
    head, _, body = content.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    named = (line.partition(":") for line in rest)
    return Answer(
        int(first.split()[1]),
        {name.lower(): value.strip() for name, _, value in named},
        body,
        time.monotonic() - began,
    )


def banner(page: str) -> str:
    """What the banner of a page says, without markup; empty if there is none."""
    _, found, rest = page.partition('<aside id="exhibit-banner"')
    text = re.sub(r"<[^>]*>", "\n", rest.partition(">")[2].partition("</aside>")[0])
    return html.unescape(text).strip() if found else ""


def small_project(folder: Path) -> Path:
    """The tiny exhibit over two hand-written pages, to be edited: the code and the styles are those of the project."""
    _code(folder)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copytree(TESTS / "exhibit" / "data", folder / "data")
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\nnav: [index.md]\nnot_in_nav: '*'\n", encoding="utf-8"
    )
    return folder


def gated_project(folder: Path) -> Path:
    """The same with gates, at which a build can be held (tests/gate.py)."""
    small_project(folder)
    shutil.copyfile(TESTS / "gate.py", folder / "gate.py")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [gate.py, hooks/mkdocs_hook.py]\n")
    return folder


def whole_project(folder: Path) -> Path:
    """The real exhibit, to be edited."""
    _code(folder)
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def _code(folder: Path) -> None:
    """All of hooks/, the part that editors save as a copy; a link spares the rest the compiling."""
    (folder / "hooks").mkdir(parents=True)
    for name in ("exhibit", "adapter", "flags", "geometry", "start", "mkdocs_hook.py"):
        (folder / "hooks" / name).symlink_to(ROOT / "hooks" / name)
    for name in ("templates", "overrides"):
        shutil.copytree(ROOT / "hooks" / name, folder / "hooks" / name)


class Server:
    """``mkdocs serve`` in a folder; what it leaves in the system's folder for such things is seen in ``made``."""

    def __init__(self, folder: Path, host: str = "127.0.0.1", *options: str) -> None:
        self.folder, self.host = folder, host
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.bind((host, 0))
            self.port = int(probe.getsockname()[1])
        self.log, self.made = folder.parent / "serve.log", folder.parent / "made"
        self.made.mkdir(exist_ok=True)
        address = f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, *options],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks", "TMPDIR": str(self.made)},
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
        )

    def answer(self, path: str) -> Answer:
        return ask(self.port, f"/{path}", host=self.host)

    def page(self, path: str) -> str:
        return self.answer(path).text

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def wait(self, what: Callable[[], object], seconds: float = SLOW) -> None:
        """Until something holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.process.poll() is None, self.said()
            try:
                if what():
                    return
            except OSError:
                pass  # it does not listen yet
            time.sleep(0.05)
        raise AssertionError(f"waited {seconds:.0f} s in vain\n{self.said()}")

    def wait_for_banner(self, said: str, path: str = "") -> str:
        """Until the banner of a page says something; where nothing is to be said, until there is none."""
        self.wait(lambda: said in (now := banner(self.page(path))) and bool(now) == bool(said))
        return banner(self.page(path))

    @contextmanager
    def held(self, event: str) -> Iterator[None]:
        """Hold the next build at an event; what is done in the block after ``at`` is done while it stands there."""
        gate = self.folder / f"gate-{event}"
        gate.touch()
        try:
            yield
        finally:
            gate.unlink()

    def at(self, event: str) -> None:
        """Until a build has come to an event."""
        self.wait(lambda: (self.folder / f"at-{event}").exists())

    def edit(self, file: str, old: str, new: str) -> None:
        """Save a file with one text of it in the place of another."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def kilobytes(self) -> int:
        """How much memory it holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])  # type: ignore[index]

    def end(self) -> int:
        """As a container ends a program; returns its code."""
        self.process.terminate()
        return self.process.wait(timeout=SLOW)


@contextmanager
def serving(folder: Path, host: str = "127.0.0.1", *options: str) -> Iterator[Server]:
    """A server for as long as it is needed."""
    server = Server(folder, host, *options)
    try:
        yield server
    finally:
        server.end()


class Visitor(threading.Thread):
    """Asks for one page after another and looks at every answer."""

    def __init__(self, server: Server, paths: list[str]) -> None:
        super().__init__(daemon=True)
        self.server, self.paths, self.ended = server, paths, threading.Event()
        self.answers, self.slowest = 0, 0.0
        self.to_see_banner = False
        self.faults: list[str] = []

    def run(self) -> None:
        while not self.ended.wait(0.2):
            path, to_see_banner = self.paths[self.answers % len(self.paths)], self.to_see_banner
            try:
                answer = self.server.answer(path)
            except OSError as error:
                self.faults.append(f"/{path}: {error!r}")
                continue
            finally:
                self.answers += 1
            self.slowest = max(self.slowest, answer.seconds)
            self.faults += [f"/{path}: {fault}" for fault in answer.faults()]
            if to_see_banner and self.to_see_banner and answer.is_page and not banner(answer.text):
                self.faults.append(f"/{path}: no banner while the fault stands")

    def leave(self) -> None:
        self.ended.set()
        self.join()


class Tab:
    """A page open in a browser: it asks whether to reload, as its script does, and is then fetched again."""

    def __init__(self, server: Server, path: str) -> None:
        self.server, self.path, self.styled = server, path, 0
        self.load()
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._poll, daemon=True)
        self.thread.start()

    def load(self) -> None:
        self.text = self.server.page(self.path)
        self.epoch = int(re.findall(r"reloading\((\d+), \d+\);", self.text)[-1])

    @property
    def banner(self) -> str:
        return banner(self.text)

    def _poll(self) -> None:
        while not self.ended.is_set():
            referer = f"Referer: http://127.0.0.1:{self.server.port}/{self.path}"
            try:
                said = ask(
                    self.server.port,
                    f"/livereload/{max(self.epoch, self.styled)}/1",
                    "Host: localhost",
                    referer,
                )
                pages, styles = map(int, said.body.split())
                if pages > self.epoch:
                    self.load()
                self.styled = max(self.styled, styles)
            except (OSError, ValueError, IndexError):  # the server has ended
                time.sleep(0.1)

    def close(self) -> None:
        self.ended.set()
