"""Answers of the server: to its own names only, and with a policy under which nothing but its own scripts runs."""

from __future__ import annotations

import pytest
from adapter.answering import is_ours, with_reloading

HOSTS = [
    # Host, what the server was started for, whether it answers
    ("localhost:8000", "127.0.0.1", True),
    ("127.0.0.1:8000", "127.0.0.1", True),
    ("[::1]:8000", "127.0.0.1", True),
    ("LOCALHOST", "127.0.0.1", True),
    ("museum.example:8000", "museum.example", True),
    ("192.168.1.5:8000", "0.0.0.0", True),
    ("[fe80::1]:8000", "::", True),
    ("evil.example:8000", "127.0.0.1", False),
    ("evil.example", "0.0.0.0", False),
    ("localhost.evil.example", "127.0.0.1", False),
    ("127.0.0.1.evil.example:8000", "127.0.0.1", False),
    ("192.168.1.5:8000", "127.0.0.1", False),
    ("localhost@evil.example", "127.0.0.1", False),
    ("", "127.0.0.1", False),
]


@pytest.mark.parametrize(("host", "started_for", "answers"), HOSTS)
def test_the_server_answers_to_its_own_names_only(host: str, started_for: str, answers: bool) -> None:
    assert is_ours(host, started_for) is answers


def test_a_served_page_may_run_the_script_that_reloads_it() -> None:
    page = b"<body><script>theirs</script>text<script>reload(1)</script></body>"
    policy = with_reloading("default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'", page, "a{}")
    assert policy == (
        "default-src 'none'; script-src 'self' 'sha256-PIHGeEJIA/V+K74CD9Y5ykbxcycnD/88XqsS3sZ0eEc=' 'sha256-x'; "
        "style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"
    )
