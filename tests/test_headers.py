"""What the site's ``_headers`` says, and the examples for servers in ``publishing/``, which say the same.

How the servers themselves answer with them, ``make audit`` tries (audit/test_publishing.py).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

HEADERS = re.compile(r"(?m)^ +([A-Z][A-Za-z-]+): (.+)$")


@pytest.mark.parametrize("example", ["nginx.conf", "Caddyfile"])
def test_an_example_has_all_headers_of_the_site(built: Path, example: str) -> None:
    """Where this fails, copy the header from ``site/_headers``: the policy has hashes of the theme's scripts."""
    text = (ROOT / "publishing" / example).read_text("utf-8")
    told = HEADERS.findall((built / "_headers").read_text("utf-8"))
    assert {"Content-Security-Policy", "Cache-Control"} <= {name for name, _ in told}
    lacking = [
        f"{name}: {value}"
        for name, value in told
        if not re.search(rf'(?m)^\s*(?:add_header )?({name} |.+ )"?{re.escape(value)}"?( always)?;?$', text)
    ]
    assert lacking == []


def test_what_is_kept_for_a_year_is_asked_for_with_a_sign_of_what_it_says(built: Path) -> None:
    """A piece of the full text of another day is another address."""
    plan = (built / "search/full-text.js").read_text("utf-8")
    sign = re.findall(r'"sign":"([0-9a-f]{8})"', plan)
    assert len(sign) == 1 and [*built.glob("search/pieces/words-*.js")]
