"""What nginx and Caddy answer with the examples of publishing/: one table, which holds for both.

The table stands in published.py. A server that is not there is told in a line; the example is then not tried.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from adapter.browser import find_browser
from browser.conftest import FLAGS
from playwright.sync_api import Browser, sync_playwright
from published import FOLDERS, HTML, MISSING, MOVED, NOT_READ, OUTSIDE, PARTS, PLANTED, ROWS, SHORT
from servers import SERVERS, Answer, Server, program, serving, told_by_headers_file

FOUND = [name for name in SERVERS if program(name)]
if not FOUND:
    pytest.skip("no server is there; on Debian: apt-get install nginx caddy", allow_module_level=True)
ROOT = Path(__file__).parent.parent
SITE = ROOT / os.environ.get("EXHIBIT_SITE", "site")


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """The site of the table, where anybody may read it, in a folder with a secret beside it."""
    with tempfile.TemporaryDirectory(prefix="publishing-") as name:
        folder = Path(name) / "site"
        folder.mkdir()
        Path(name).chmod(0o755)
        (Path(name) / "secret.txt").write_text("secret")
        for part in PARTS:
            shutil.copyfile(SITE / part, folder / part)
        for part in FOLDERS:
            shutil.copytree(SITE / part, folder / part)
        for planted in PLANTED:
            (folder / planted).parent.mkdir(exist_ok=True)
            (folder / planted).write_text("secret")
        yield folder


@pytest.fixture(scope="module", params=FOUND)
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[Server]:
    """Each server that there is, in turn, over that site."""
    with (
        tempfile.TemporaryDirectory(prefix=f"{request.param}-") as own,
        serving(request.param, Path(own), site) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield opened
        opened.close()


@pytest.mark.parametrize("name", SERVERS)
def test_the_server_is_there(name: str) -> None:
    """Said once where it is not; the others are then not tried with it."""
    if name not in FOUND:
        pytest.skip(f"{name} is missing; on Debian: apt-get install {name}")


def _place(site: Path, asked: str) -> tuple[str, Path]:
    """An address of the table as it is asked for, and its file: a ``*`` stands for what the theme's version decides."""
    row = ROWS[asked]
    path = site / row.file if row.file else next(iter(sorted(site.glob(asked.lstrip("/")))))
    return (asked if row.file else f"/{path.relative_to(site).as_posix()}"), path


def _lacking(site: Path, path: str, answer: Answer) -> dict[str, str]:
    """What the site's ``_headers`` says of an address, and the answer does not."""
    wanted = told_by_headers_file((site / "_headers").read_text("utf-8"), path.partition("?")[0])
    assert wanted["content-security-policy"]
    return {name: value for name, value in wanted.items() if answer.headers.get(name) != value}


@pytest.mark.parametrize("asked", ROWS)
def test_a_file_comes_with_its_type_and_its_headers(server: Server, site: Path, asked: str) -> None:
    path, file = _place(site, asked)
    answer = server.ask(path)
    headers = answer.headers
    assert (answer.status, headers["content-type"], headers["cache-control"]) == (200, *ROWS[asked][1::2])
    assert "content-encoding" not in headers
    assert answer.body == file.read_bytes()
    assert _lacking(site, path, answer) == {}


@pytest.mark.parametrize("asked", ROWS)
def test_it_is_compressed_for_who_takes_that_if_it_pays(server: Server, site: Path, asked: str) -> None:
    path, file = _place(site, asked)
    answer = server.ask(path, accept_encoding="gzip")
    packed = answer.headers.get("content-encoding") == "gzip"
    assert packed == ROWS[asked].packed
    assert (gzip.decompress(answer.body) if packed else answer.body) == file.read_bytes()
    if packed:
        assert answer.headers["vary"].lower() == "accept-encoding"
        assert len(answer.body) < 0.7 * file.stat().st_size
        assert _lacking(site, path, answer) == {}


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("asked", ROWS)
def test_what_a_browser_has_is_not_sent_again(server: Server, site: Path, asked: str, encoding: str) -> None:
    path, _ = _place(site, asked)
    first = server.ask(path, accept_encoding=encoding)
    for condition in (
        {"if_none_match": first.headers["etag"]},
        {"if_modified_since": first.headers["last-modified"]},
    ):
        again = server.ask(path, accept_encoding=encoding, **condition)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["cache-control"] == ROWS[asked].cache


@pytest.mark.parametrize("asked", ROWS)
def test_a_head_is_the_answer_without_its_body(server: Server, site: Path, asked: str) -> None:
    path, file = _place(site, asked)
    answer = server.ask(path, "HEAD")
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, ROWS[asked].type, b"")
    assert answer.headers["content-length"] == str(file.stat().st_size)
    assert _lacking(site, path, answer) == {}
    packed = server.ask(path, "HEAD", accept_encoding="gzip").headers
    assert "content-encoding" in packed or packed["content-length"] == str(file.stat().st_size)


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_is_the_page_for_that(server: Server, site: Path, path: str, encoding: str) -> None:
    answer = server.ask(path, accept_encoding=encoding)
    headers = answer.headers
    assert (answer.status, headers["content-type"], headers["cache-control"]) == (404, HTML, SHORT)
    assert headers.get("content-encoding", "") == encoding
    body = gzip.decompress(answer.body) if encoding else answer.body
    assert body == (site / "404.html").read_bytes()
    assert _lacking(site, "/404.html", answer) == {}


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_beside_the_site_is_served(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in (400, 404)
    assert answer.body != b"secret"


@pytest.mark.parametrize("path", MOVED)
def test_a_page_without_its_slash_is_moved(server: Server, site: Path, path: str) -> None:
    """For good, with what was asked; to this host, whatever it is called."""
    answer = server.ask(path)
    assert (answer.status in (301, 308), answer.headers["location"]) == (True, MOVED[path])
    assert answer.headers["cache-control"] == SHORT
    assert _lacking(site, path, answer) == {}


@pytest.mark.parametrize("path", ["/", "/about/", "/about", "/assets/exhibit.css", "/nothing"])
@pytest.mark.parametrize("method", NOT_READ)
def test_nothing_can_be_sent(server: Server, site: Path, method: str, path: str) -> None:
    answer = server.ask(path, method, content_length="0")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.headers["cache-control"] == SHORT
    assert _lacking(site, path, answer) == {}


def test_reading_is_not_told_what_is_allowed(server: Server) -> None:
    assert "allow" not in server.ask("/").headers


@pytest.mark.parametrize("asked", ["/assets/fonts/*latin-wght-normal.woff2", "/about/", "/assets/card.png"])
def test_a_part_can_be_asked_for(server: Server, site: Path, asked: str) -> None:
    path, file = _place(site, asked)
    answer = server.ask(path, range="bytes=10-19")
    assert (answer.status, answer.body) == (206, file.read_bytes()[10:20])
    assert answer.headers["content-range"] == f"bytes 10-19/{file.stat().st_size}"
    assert server.ask(path, range="bytes=99999999-").status == 416


def test_a_cdn_gets_it_compressed(server: Server) -> None:
    """Which says that it asks for others (RFC 9110, 7.6.3); nginx compresses nothing then if it is not told to."""
    for version in ("1.1 cdn", "1.0 cdn"):
        assert server.ask("/", accept_encoding="gzip", via=version).headers["content-encoding"] == "gzip"


def test_a_browser_is_forbidden_nothing(server: Server, browser: Browser) -> None:
    """Neither by the policy nor by a type: the page with its scripts, and the search with its pieces."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"http://127.0.0.1:{server.port}/")
    page.fill("[data-md-component=search-query]", "treaty")
    page.wait_for_selector(".md-search-result__item")
    page.close()
    assert said == []


def test_no_version_is_told(server: Server) -> None:
    assert not any(sign.isdigit() for sign in server.ask("/").headers.get("server", ""))


def test_caddy_has_zstd_as_well(server: Server) -> None:
    if server.name == "caddy":
        assert (
            server.ask("/", accept_encoding="gzip, deflate, br, zstd").headers["content-encoding"] == "zstd"
        )
    assert server.ask("/", accept_encoding="gzip, deflate, br").headers["content-encoding"] == "gzip"
