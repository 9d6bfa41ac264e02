"""The Content-Security-Policy of the site, and the file of headers that carries it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

SCRIPTS = ("base", "palette")
"""The theme's partials with a script in the page, as far as our settings use them."""


def policy(env: Environment, config: MkDocsConfig) -> str:
    """The Content-Security-Policy of every page: nothing from elsewhere, and no script in the page but
    the theme's, known by the hash of its text. The texts are read from the theme, not from a page,
    and are the same everywhere only if ``extra.scope`` is set."""
    hashes = " ".join(f"'sha256-{_hash(text)}'" for text in _inline(env, config))
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {hashes}",
            "style-src 'self'",
            "img-src 'self' data:",  # the theme's icons are data: masks in its stylesheet
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ]
    )


def _inline(env: Environment, config: MkDocsConfig) -> Iterator[str]:
    values = {"config": config, "features": config.theme["features"], "base_url": "."}
    for name in SCRIPTS:
        text = env.get_template(f"partials/javascripts/{name}.html").render(values)
        yield from re.findall(r"<script>(.*?)</script>", text, re.DOTALL)


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


HEADERS = """\
/*
  Content-Security-Policy: {policy}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/assets/fonts/*
  Cache-Control: public, max-age=31536000, immutable
/search/pieces/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
"""
"""The file for hosts that take headers from one; ``publishing/`` says the same to servers. Data may be read by pages of any
site. Fonts never change, and the
pieces of the full text are asked for with a sign of what they say; the theme's script and stylesheet have a hash in their
names, but not of what we make of them."""


def headers(policy: str) -> str:
    """The text of the site's ``_headers`` file."""
    return HEADERS.format(policy=policy)
