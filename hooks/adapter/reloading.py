"""Reloading: how open pages learn that something has changed, and whether it is only how they look.

A page asks ``/livereload/T/V``, T being when it, or its stylesheets, were new last (milliseconds of the server's clock),
and V a number of its own. The answer is two such times, of the pages and of the stylesheets; it comes when one of them is
later than T, or after a minute. MkDocs has a script for the first, and would load a page anew for either.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from adapter.assets import lean

PLACE = "/livereload/"
"""Where pages ask."""
_QUESTION = re.compile(f"{PLACE}([0-9]+)/[0-9]+")
_SCRIPT = lean(Path(__file__).with_name("reloading.js").read_text("utf-8")).removeprefix("export ")

_LAST = b"__end"
_WHOLE = b'<link rel="expect" blocking="render" href="#%b">' % _LAST


class Reloading:
    """When each page, all pages, and the stylesheets were new last."""

    def __init__(self, server: LiveReloadServer) -> None:
        """server: gets our script into its pages."""
        self.server = server
        self.styled = 0
        self.of_page: dict[str, int] = {}
        """By address, of the pages that were new since all were."""
        server._inject_js_into_html = lambda page, _: with_script(page)  # type: ignore[method-assign]

    def answer(self, path: str, page: str, address: str) -> bytes | None:
        """What a page is told, as soon as there is something new for it; None where it asks for nothing that there is.

        page: what the browser calls it; address: below the root.
        """
        asked = _QUESTION.fullmatch(path)
        if not asked:
            return None
        known, server = int(asked[1]), self.server
        server._log_poll_request(page, request_id=path)
        with server._epoch_cond:
            server._epoch_cond.wait_for(
                lambda: max(self._since(address), self.styled) > known, server.poll_response_timeout
            )
            return b"%d %d" % (self._since(address), self.styled)

    def reload(self, addresses: Iterable[str] | None = None) -> None:
        """Have open pages loaded anew; all, where none are named."""
        with self.server._epoch_cond:
            if addresses is None:
                self.server._wanted_epoch = self.server._visible_epoch = now() + 1
                self.of_page.clear()
            else:
                self.of_page.update(dict.fromkeys(addresses, now() + 1))
            self.server._epoch_cond.notify_all()

    def restyle(self) -> None:
        """Have every open page load its stylesheets anew."""
        with self.server._epoch_cond:
            self.styled = now() + 1
            self.server._epoch_cond.notify_all()

    def _since(self, address: str) -> int:
        return self.of_page.get(address, self.server._visible_epoch)


def now() -> int:
    """The server's clock, in milliseconds."""
    return round(time.monotonic() * 1000)


def with_script(page: bytes) -> bytes:
    """A page as it is now, with our script, the last thing in it. Nothing is shown before all is there (``rel=expect``
    in HTML): of a part a browser cannot scroll to where the page was."""
    visitor = 10**8 + secrets.randbelow(9 * 10**8)  # of one length, as HEAD tells that of a page
    script = f"{_SCRIPT}reloading({now()}, {visitor});".encode()
    body, end, rest = page.replace(b"</head>", _WHOLE + b"</head>", 1).rpartition(b"</body>")
    last = b'<i hidden id="%b"></i><script>%b</script>' % (_LAST, script)
    return b"%b%b%b" % (body + rest * (not end), last, end + rest * bool(end))
