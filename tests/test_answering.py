"""Answers of the server: to its own names only, and with a policy under which nothing but its own scripts runs."""

from __future__ import annotations

import socket

import pytest
from adapter.answering import asked_for, is_ours, path_of, with_reloading

HOSTS = [
    # Host, what the server was started for, whether it answers
    ("localhost:8000", "127.0.0.1", True),
    ("localhost", "localhost", True),
    ("localhost.:8000", "127.0.0.1", True),
    ("LocalHost", "127.0.0.1", True),
    ("localhost:", "127.0.0.1", True),
    ("localhost:4711", "127.0.0.1", True),  # a tunnel has a port of its own
    ("127.0.0.1:8000", "127.0.0.1", True),
    ("127.0.0.1:8000", "localhost", True),
    ("127.0.0.1", "::1", True),
    ("[::1]:8000", "127.0.0.1", True),
    ("[::1]", "::1", True),
    ("[0:0:0:0:0:0:0:1]:8000", "::1", True),
    ("museum.example:8000", "museum.example", True),
    ("192.168.1.5:8000", "192.168.1.5", True),
    ("[FE80::1]:8000", "fe80::1", True),
    ("192.168.1.5:8000", "0.0.0.0", True),
    ("0.0.0.0:8000", "0.0.0.0", True),
    ("[fe80::1]:8000", "0.0.0.0", True),
    ("[fe80::1]:8000", "::", True),
    (f"{socket.gethostname().upper()}:8000", "0.0.0.0", True),
    ("localhost", "0.0.0.0", True),
    (socket.gethostname(), "127.0.0.1", False),
    ("evil.example:8000", "127.0.0.1", False),
    ("evil.example", "localhost", False),
    ("evil.example", "0.0.0.0", False),
    ("evil.example.", "::", False),
    ("localhost.evil.example", "127.0.0.1", False),
    ("localhost:8000.evil.example", "127.0.0.1", False),
    ("127.0.0.1.evil.example:8000", "127.0.0.1", False),
    ("[::1].evil.example", "127.0.0.1", False),
    ("[evil.example]", "0.0.0.0", False),
    ("::1", "::1", False),  # no port could be told from it
    ("192.168.1.5:8000", "127.0.0.1", False),
    ("0.0.0.0:8000", "127.0.0.1", False),
    ("[fe80::1]:8000", "::1", False),
    ("2130706433", "127.0.0.1", False),  # an address in another notation, which browsers do not send
    ("0x7f.1", "127.0.0.1", False),
    ("localhost@evil.example", "127.0.0.1", False),
    ("localhost, evil.example", "127.0.0.1", False),
    ("localhost/", "127.0.0.1", False),
    ("", "127.0.0.1", False),
    (".", "127.0.0.1", False),
    (":8000", "0.0.0.0", False),
]


@pytest.mark.parametrize(("host", "started_for", "answers"), HOSTS)
def test_the_server_answers_to_its_own_names_only(host: str, started_for: str, answers: bool) -> None:
    assert is_ours(host, started_for) is answers


TARGETS = [
    # Host, the target of the request, the host that counts and the path
    ("localhost:8000", "/places/", ("localhost:8000", "/places/")),
    (None, "/places/", ("", "/places/")),
    ("localhost", "http://evil.example/places/", ("evil.example", "/places/")),
    ("evil.example", "HTTP://localhost:8000/places/", ("localhost:8000", "/places/")),
    (None, "https://localhost", ("localhost", "/")),
    ("localhost", "http://localhost@evil.example/", ("localhost@evil.example", "/")),
    ("localhost", "http:///places/", ("", "/places/")),
    ("localhost", "/http://evil.example/", ("localhost", "/http://evil.example/")),
    (
        "localhost",
        "//evil.example/x/../..",
        ("localhost", "/evil.example/x/../.."),
    ),  # a redirect would lead there
    ("localhost", "http://localhost//evil.example/../..", ("localhost", "/evil.example/../..")),
    ("localhost", "*", ("localhost", "*")),
    ("localhost", "/\0", ("localhost", "/?")),
]


@pytest.mark.parametrize(("host", "target", "asked"), TARGETS)
def test_the_host_of_a_whole_address_counts(host: str | None, target: str, asked: tuple[str, str]) -> None:
    given = {} if host is None else {"HTTP_HOST": host}
    assert asked_for({"PATH_INFO": target, **given}) == asked


@pytest.mark.parametrize(
    ("url", "path"), [("http://localhost/a%20b/?c#d", "/a b/"), ("", ""), ("http://[x/", ""), ("//[", "")]
)
def test_a_referer_that_is_no_address_has_no_path(url: str, path: str) -> None:
    assert path_of(url) == path


def test_a_served_page_may_run_the_script_that_reloads_it() -> None:
    page = b"<body><script>theirs</script>text<script>reload(1)</script></body>"
    policy = with_reloading("default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'", page, "a{}")
    assert policy == (
        "default-src 'none'; script-src 'self' 'sha256-PIHGeEJIA/V+K74CD9Y5ykbxcycnD/88XqsS3sZ0eEc=' 'sha256-x'; "
        "style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"
    )
