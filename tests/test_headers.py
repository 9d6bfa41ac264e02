"""What the site's ``_headers`` says, and the examples for servers in ``publishing/``, which say the same.

How the servers themselves answer with them, ``make audit`` tries (audit/test_publishing.py).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import material
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


def test_what_is_kept_for_a_year_by_its_hash_is_as_the_theme_has_it(built: Path) -> None:
    """So its name, which changes with the theme's file, changes with what is kept."""
    theirs = Path(material.__file__).parent / "templates"
    workers = [*built.glob("assets/javascripts/workers/*")]
    assert workers
    for ours in workers:
        assert _hash(ours) == _hash(theirs / ours.relative_to(built))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
