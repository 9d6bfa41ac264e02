"""Asking addresses: a server on the loopback address, under names that a table resolves, answers in every way.

No other address is asked: names that the table does not have are those of no host, and the archive is the same server.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF
from exhibit.checking.read import read_exhibit
from exhibit.commands import links, web
from exhibit.commands.cli import main
from exhibit.commands.web import archived, ask
from exhibit.model.answer import LinkAnswer
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.answers import ANSWERS, read_answers, written
from test_commands import expect

TODAY = date(2026, 6, 1)
HOSTS = ("rivers.example", "www.rivers.example", "lakes.example", "wayback.example", "closed.example")
COPY = "http://web.archive.org/web/20030502000000/https://gazette.example/rivers"


class _Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked."""

    asked: list[str] = []
    at_once: Counter[str] = Counter()
    most: Counter[str] = Counter()
    agents: set[str] = set()
    archive: Any = {}
    asking: tuple[Counter[str], str] | None = None
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host, path = self.headers["Host"].partition(":")[0], self.path.partition("?")[0]
        self.asking = (
            self.at_once,
            host,
        )  # those of this test: an answer to the last one may still be under way
        self.at_once[host] += 1
        self.most[host] = max(self.most[host], self.at_once[host])
        self.asked.append(f"{self.command} {self.path}")
        self.agents.add(self.headers["User-Agent"])
        if path.endswith("x"):
            time.sleep(0.02)  # so long that two at once would meet
        try:
            self._answer(path)
        finally:
            self._answered()

    def _answered(self) -> None:
        """Counted once, and before the answer is out: whoever has it may ask for the next thing at once."""
        if self.asking:
            at_once, host = self.asking
            at_once[host] -= 1
        self.asking = None

    do_HEAD = do_GET  # noqa: N815

    def _answer(self, path: str) -> None:
        port = self.server.server_address[1]  # type: ignore[index]
        word = path.strip("/")
        if word == "slow":
            time.sleep(1)
        if word == "junk":
            self.wfile.write(b"\x1b[31m rivers \r\n\r\n")
            self.close_connection = True
        elif word == "endless":
            self._say_for_ever(b"0" * 65536, 405 if self.command == "HEAD" else 302)
        elif word == "by-letters":
            self._say_for_ever(b"", 200)
        elif word == "wayback":
            self._say(200, json.dumps(self.archive).encode())
        elif word == "get-only":
            self._say(405 if self.command == "HEAD" else 200)
        elif word.isdigit():
            self._say(int(word))
        elif path[1:] in LEADS:
            code, to = LEADS[path[1:]]
            self._say(code, to=to.replace("PORT", str(port)))
        else:
            self._say(200)

    def _say(self, code: int, body: bytes = b"", to: str = "") -> None:
        self._answered()
        self.send_response(code, "\x1b[31mred")
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _say_for_ever(self, part: bytes, code: int) -> None:
        """An answer whose body has no end, or, without a part of it, whose head has none."""
        self.wfile.write(b"HTTP/1.1 %d Fine\r\nLocation: /ok\r\nContent-Length: 999999999\r\n" % code)
        self.wfile.write(b"\r\n" if part else b"")
        self.close_connection = True
        for _ in range(300 if part else 30):
            self.wfile.write(part or b"x")
            if not part:
                time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Whoever asks may hang up."""


LEADS = {
    "moved": (301, "http://lakes.example:PORT/new"),
    "moved-twice": (308, "/moved"),
    "www": (301, "http://www.rivers.example:PORT/www/"),
    "for-now": (302, "http://lakes.example:PORT/new"),
    "home": (302, "/"),
    "circle": (301, "/circle"),
    "inside": (301, "http://127.0.0.1:PORT/ok"),
    "printer": (301, "http://192.168.1.1/reset"),
    "file": (302, "file:///etc/passwd"),
    "nowhere": (301, "http://rivers.example:PORT/\x1b[31m"),
    "lost": (301, "http://lost.example/"),
}


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of the server."""
    _Server.at_once = Counter()
    for shared in (_Server.asked, _Server.most, _Server.agents):
        shared.clear()
    server = _Quiet(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    real = socket.getaddrinfo

    def resolve(host: str, *more: Any, **others: Any) -> Any:
        if host == "later.example":
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        if host not in HOSTS:
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        return real("127.0.0.1", *more, **others)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(web, "PATIENCE", 0.5)
    monkeypatch.setattr(web, "WHOLE", 1.5)
    monkeypatch.setattr(web, "PAUSE", 0)
    monkeypatch.setattr(web, "_is_inside", lambda _: False)  # all hosts are this machine
    monkeypatch.setattr(web, "ARCHIVE", f"http://wayback.example:{server.server_address[1]}/wayback")
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


ANSWERED = [
    # what is asked of http://rivers.example, how it stands, what is said, where it leads
    ("/ok", "ok", "200", None),
    ("/река?of=озеро#top", "ok", "200", None),
    ("/get-only", "ok", "200", None),
    ("/www", "ok", "200", None),
    ("/for-now", "ok", "200 from elsewhere", None),
    ("/moved", "moved", "200", "http://lakes.example:PORT/new"),
    ("/moved-twice", "moved", "200", "http://lakes.example:PORT/new"),
    ("/home", "gone", "leads to a front page", None),
    ("/404", "gone", "404", None),
    ("/410", "gone", "410", None),
    ("/lost", "gone", "no such host", None),
    ("/403", "silent", "403", None),
    ("/500", "silent", "500", None),
    ("/circle", "silent", "leads nowhere", None),
    ("/inside", "silent", "leads to no public address", None),
    ("/printer", "silent", "leads to no public address", None),
    ("/file", "silent", "leads nowhere", None),
    ("/slow", "silent", "no answer within 0.5 seconds", None),
    ("/endless", "ok", "200 from elsewhere", None),
    ("/by-letters", "silent", "no end within 1.5 seconds", None),
    ("/junk", "silent", "no answer that can be read", None),
]


@pytest.mark.parametrize(("path", "outcome", "said", "to"), ANSWERED)
def test_an_address_is_asked(port: int, path: str, outcome: str, said: str, to: str | None) -> None:
    answer = ask(f"http://rivers.example:{port}{path}", "Rivers", TODAY)
    to = to and to.replace("PORT", str(port))
    assert (answer.outcome.value, answer.said, answer.leads_to, answer.day) == (outcome, said, to, TODAY)


def test_a_host_that_is_not_there_or_shut_or_not_secure(port: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        shut = free.getsockname()[1]
    assert ask("https://lost.example/", "Rivers", TODAY).said == "no such host"
    assert ask("https://later.example/", "Rivers", TODAY).said == "no way to the host"
    assert ask(f"http://closed.example:{shut}/", "Rivers", TODAY).said == "refused the connection"
    assert ask(f"https://rivers.example:{port}/ok", "Rivers", TODAY).said == "no secure connection"


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("127.0.0.1", True),
        ("169.254.169.254", True),
        ("10.1.2.3", True),
        ("::1", True),
        ("93.184.216.34", False),
    ],
)
def test_no_answer_leads_inside_by_a_name(
    monkeypatch: pytest.MonkeyPatch, address: str, inside: bool
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(socket.AF_INET, 0, 0, "", (address, 0))])
    assert web._is_inside("http://intranet.example/") == inside
    hops, asked = web._Hops(), web._request("http://rivers.example/", "Rivers", "HEAD")
    with pytest.raises(web._AstrayError) if inside else nullcontext():
        hops.redirect_request(asked, None, 302, "", {}, "http://intranet.example/")


def test_an_address_of_numbers_is_asked() -> None:
    assert web._ascii("https://[2606:4700::1]:8443/x#y") == "https://[2606:4700::1]:8443/x"


def test_head_is_asked_first_and_who_asks_is_said(port: int) -> None:
    ask(f"http://rivers.example:{port}/get-only", "Ре\nки: Rivers", TODAY)
    assert _Server.asked == ["HEAD /get-only", "GET /get-only"]
    assert _Server.agents == {"exhibit-links/1 (asks whether the sources of : Rivers can still be read)"}


COPIES = [
    # what the archive says, the copy that is proposed
    ({"archived_snapshots": {"closest": {"available": True, "status": "200", "url": COPY}}}, COPY.replace("http:", "https:", 1)),
    ({"archived_snapshots": {"closest": {"available": True, "status": "404", "url": COPY}}}, None),
    ({"archived_snapshots": {"closest": {"available": True, "status": "200", "url": "https://evil.example/web/"}}}, None),
    ({"archived_snapshots": {"closest": {"available": True, "status": "200", "url": "javascript:alert(1)"}}}, None),
    ({"archived_snapshots": {"closest": {"available": True, "status": "200", "url": 5}}}, None),
    ({"archived_snapshots": {}}, None),
    ({"archived_snapshots": []}, None),
    ([], None),
    ("x" * 70_000, None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "copy"), COPIES, ids=lambda value: str(value)[:60])
def test_a_copy_is_proposed(port: int, says: Any, copy: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Server, "archive", says)
    assert archived("https://gazette.example/rivers", "Rivers", date(2003, 5, 2)) == copy
    assert _Server.asked == ["GET /wayback?url=https%3A%2F%2Fgazette.example%2Frivers&timestamp=20030502"]


def _sources(root: Path, urls: dict[str, str]) -> None:
    for id_, url in urls.items():
        text = f"title: The {id_}\ntype: web page\ntier: press\nurl: {url}\nread: 2026-01\n"
        (root / "data" / "sources" / f"{id_}.yml").write_text(text, encoding="utf-8")


def test_the_command_asks_keeps_and_proposes(
    rivers: Path, port: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Server, "archive", COPIES[0][0])
    here = f"http://rivers.example:{port}"
    _sources(
        rivers,
        {"fine": f"{here}/ok", "left": f"{here}/404", "elsewhere": f"{here}/moved", "shut": f"{here}/403"},
    )
    assert main(["links"]) == 0
    out, err = capsys.readouterr()
    day = json.loads((rivers / ANSWERS).read_text("utf-8"))["fine"]["day"]
    told = out.replace(str(port), "PORT").replace(day, "TODAY").splitlines()
    assert (told, err) == ([
        "data/sources/left.yml:4:6: url: gone: 404; add `archive: https://web.archive.org/web/20030502000000/https://gazette.example/rivers` (TODAY)",
        "data/sources/gazette.yml:6:6: url: gone: no such host; add `archive: https://web.archive.org/web/20030502000000/https://gazette.example/rivers` (TODAY)",
        "data/sources/treaty-series.yml:6:6: url: gone: no such host; add `archive: https://web.archive.org/web/20030502000000/https://gazette.example/rivers` (TODAY)",
        "data/sources/elsewhere.yml:4:6: url: moved to http://lakes.example:PORT/new (TODAY)",
        "data/sources/shut.yml:4:6: url: no answer: 403 (TODAY)",
        "6 addresses: 1 answers, 1 moved, 3 gone, 1 no answer",
    ], "")  # fmt: skip
    assert main(["check"]) == 0
    asked = len(_Server.asked)
    assert main(["links", "data/sources/left.yml"]) == 0 and len(_Server.asked) == asked, (
        "asked twice in a month"
    )
    assert main(["links", "--again", "data/sources/fine.yml"]) == 0 and len(_Server.asked) == asked + 1
    (rivers / "data/sources/left.yml").unlink()
    _sources(rivers, {"shut": f"{here}/ok"})
    assert main(["links", "data/sources/fine.yml"]) == 0
    kept = json.loads((rivers / ANSWERS).read_text("utf-8"))
    assert sorted(kept) == ["elsewhere", "fine", "gazette", "treaty-series"], (
        "an answer to another address is void"
    )


@pytest.mark.parametrize("text", ["title: x\n<<<<<<< ours\n", "titel: x\n", "", "[", "title: x\nlang: 5\n"])
def test_the_answer_of_a_source_that_cannot_be_read_is_kept(rivers: Path, port: int, text: str) -> None:
    _sources(
        rivers, {"fine": f"http://rivers.example:{port}/ok", "broken": f"http://lakes.example:{port}/ok"}
    )
    assert main(["links", "data/sources/fine.yml", "data/sources/broken.yml"]) == 0
    (rivers / "data/sources/broken.yml").write_text(text, encoding="utf-8")
    assert main(["links", "--again", "data/sources/fine.yml"]) == 0
    assert sorted(json.loads((rivers / ANSWERS).read_text("utf-8"))) == ["broken", "fine"]


def test_without_a_network_nothing_is_written_and_nothing_fails(
    rivers: Path, port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links"]) == 0
    line = "no host was reached: it seems that there is no network; nothing was written\n"
    assert capsys.readouterr() == ("", line)
    assert not (rivers / ANSWERS).exists()
    assert main(["links", "data/palces"]) == 2


def test_a_host_is_asked_one_thing_at_a_time(
    rivers: Path, port: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "STEP", 5)
    hosts = ("rivers.example", "lakes.example")
    _sources(rivers, {f"s{n}": f"http://{hosts[n % 2]}:{port}/{n + 1000}x" for n in range(12)})
    assert main(["links"]) == 0
    assert {_Server.most[host] for host in hosts} == {1}
    assert "5 of 14 asked\n10 of 14 asked\n" in capsys.readouterr().err


def test_a_host_that_never_ends_is_let_be(
    rivers: Path, port: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "LONGEST", 0.3)
    monkeypatch.setattr(web, "PATIENCE", 5)
    _sources(
        rivers, {"fine": f"http://rivers.example:{port}/ok", "endless": f"http://lakes.example:{port}/slow"}
    )
    assert main(["links", "data/sources/fine.yml", "data/sources/endless.yml"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("2 addresses: 1 answers, 1 not asked\n", "1 were not answered and are let be\n")


WRONG = [
    "[]",
    "{",
    '{"gazette": {}}',
    '{"gazette": {"url": "javascript:alert(1)", "day": "2026-06-01", "outcome": "ok", "said": "200"}}',
    '{"gazette": {"url": "https://a.example/", "day": "2026-06-01", "outcome": "ok", "said": "<b>"}}',
    '{"gazette": {"url": "https://a.example/", "day": "2026-06-01", "outcome": "fine", "said": "200"}}',
    '{"../x": {"url": "https://a.example/", "day": "2026-06-01", "outcome": "ok", "said": "200"}}',
    '{"gazette": {"url": "https://a.example/", "day": "0999-12-31", "outcome": "ok", "said": "200"}}',
    '{"gazette": {"url": "https://a.example/", "day": "3000-01-01", "outcome": "ok", "said": "200"}}',
    "\ufffd",
    "[" * 10_000,
]


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:60])
def test_a_file_of_answers_that_is_none_is_told(text: str) -> None:
    answers, problems = read_answers(text)
    assert answers == {}
    assert [str(one) for one in problems] == [
        "data/links.json:1:1: cannot be read as the answers of addresses; delete it: `exhibit links` writes it anew"
    ]


def test_answers_are_written_a_line_each_and_read_again() -> None:
    one = LinkAnswer.model_validate(
        {"url": "https://a.example/река", "day": "2026-06-01", "outcome": "gone", "said": "404"}
    )
    text = written({"b": one, "a": one})
    line = '{"url": "https://a.example/река", "day": "2026-06-01", "outcome": "gone", "said": "404"}'
    assert text == f'{{\n "a": {line},\n "b": {line}\n}}\n'
    assert read_answers(text) == ({"a": one, "b": one}, [])
    assert read_answers(written({})) == ({}, [])


def test_the_page_of_evidence_tells_what_is_gone(rivers: Path) -> None:
    gone = {"outcome": "gone", "said": "404", "day": "2026-05-02", "archive": COPY}
    answers = {
        "gazette": LinkAnswer.model_validate({"url": "https://gazette.example/rivers", **gone}),
        "treaty-series": LinkAnswer.model_validate(
            {"url": "https://archive.example/series", "outcome": "ok", "said": "200", "day": "2026-05-01"}
        ),
        "memoir": LinkAnswer.model_validate({"url": "https://no-longer.example/", **gone}),
    }
    (rivers / ANSWERS).write_text(written(answers), encoding="utf-8")
    site = Site(read_exhibit(rivers).exhibit, Settings(AS_OF))
    page = next(page.text for page in pages(site) if page.path == "evidence.md")
    section = page.partition("## Addresses of the sources")[2].partition("\n## ")[0]
    expect("evidence-addresses.md", section.strip() + "\n")
