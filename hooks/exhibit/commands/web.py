"""The web: ask an address whether it still answers, and the Wayback Machine for a copy. No other module opens a connection.

What comes back was written by others: of an answer only its status is used, and addresses, which are looked at like
those in the data; no body is read but the archive's, up to a limit.
"""

from __future__ import annotations

import errno
import json
import socket
import ssl
import time
import urllib.request
from contextlib import suppress
from datetime import date
from http.client import HTTPException
from ipaddress import ip_address
from queue import Empty, Queue
from threading import Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from pydantic import TypeAdapter

from exhibit.model.answer import LinkAnswer, Outcome
from exhibit.model.forms import Url
from exhibit.model.urls import essence

PATIENCE = 20.0
"""Seconds to wait for a connection, and for each part of an answer."""
WHOLE = 90.0
"""Seconds within which an answer has come whole: a server may send a letter at a time, and hold on for ever."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
HOPS = 5
ARCHIVE = "https://archive.org/wayback/available"
"""The Wayback Machine's availability API (archive.org/help/wayback_api.php)."""
COPIES = "web.archive.org"
MOST_READ = 64_000
NO_HOST, NO_WAY = "no such host", "no way to the host"
UNREACHED = (NO_HOST, NO_WAY)
"""What is said where no host was reached; where all say so, there is no network."""
_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}
_URL = TypeAdapter(Url)


def ask(url: str, name: str, today: date) -> LinkAnswer:
    """What an address answers: HEAD first, and GET where a server does not do with that.

    name: what the exhibit is called, by which it says who asks; today: the day that is kept.
    """
    answer = _once(url, name, today, "HEAD")
    if answer.outcome in (Outcome.OK, Outcome.MOVED) or answer.said in UNREACHED:
        return answer
    time.sleep(PAUSE)
    return _once(url, name, today, "GET")


def archived(url: str, name: str, around: date | None) -> str | None:
    """The address of an archived copy, as near to a day as there is one; None where none is known."""
    asked = {"url": url} | ({"timestamp": f"{around:%Y%m%d}"} if around else {})
    with suppress(OSError, HTTPException, ValueError):
        request = _request(f"{ARCHIVE}?{urlencode(asked)}", name, "GET")
        with _opener(_Hops()).open(request, timeout=PATIENCE) as response:
            return _copy(json.loads(response.read(MOST_READ)))
    return None


def _copy(said: Any) -> str | None:
    """The copy that the archive names. Raises ValueError for an address that cannot stand in a source."""
    for name in ("archived_snapshots", "closest"):
        said = said.get(name) if isinstance(said, dict) else None
    if not isinstance(said, dict) or said.get("status") != "200" or said.get("available") is not True:
        return None
    parts = urlsplit(_URL.validate_python(said.get("url")))
    return urlunsplit(parts._replace(scheme="https")) if parts.netloc == COPIES else None


def _once(url: str, name: str, today: date, method: str) -> LinkAnswer:
    """What an address answers to one request, unless that takes too long: then its thread is left to itself."""
    came: Queue[LinkAnswer] = Queue()
    Thread(target=lambda: came.put(_answer(url, name, today, method)), daemon=True).start()
    try:
        return came.get(timeout=WHOLE)
    except Empty:
        said = f"no end within {WHOLE:g} seconds"
        return LinkAnswer(url=url, day=today, outcome=Outcome.SILENT, said=said)


def _answer(url: str, name: str, today: date, method: str) -> LinkAnswer:
    hops = _Hops()
    try:
        with _opener(hops).open(_request(url, name, method), timeout=PATIENCE) as response:
            return _arrived(url, today, response.geturl(), response.status, hops)
    except HTTPError as error:
        error.close()
        gone = error.code in (404, 410)
        outcome = Outcome.GONE if gone else Outcome.SILENT
        said = "leads nowhere" if 300 <= error.code < 400 else str(error.code)
    except (OSError, HTTPException, ValueError) as error:
        said = _in_words(error.reason if isinstance(error, URLError) else error)
        outcome = Outcome.GONE if said == NO_HOST else Outcome.SILENT
    return LinkAnswer(url=url, day=today, outcome=outcome, said=said)


def _arrived(url: str, today: date, end: str, status: int, hops: _Hops) -> LinkAnswer:
    """What is said of an address that answered, in the end perhaps from elsewhere."""
    if essence(_ascii(url)) == essence(end):
        return LinkAnswer(url=url, day=today, outcome=Outcome.OK, said=str(status))
    if urlsplit(end).path in ("", "/") and urlsplit(url).path not in ("", "/"):
        return LinkAnswer(url=url, day=today, outcome=Outcome.GONE, said="leads to a front page")
    if hops.for_good:
        return LinkAnswer(url=url, day=today, outcome=Outcome.MOVED, said=str(status), leads_to=end)
    return LinkAnswer(url=url, day=today, outcome=Outcome.OK, said=f"{status} from elsewhere")


def _in_words(reason: object) -> str:
    """Why there was no answer, in words of our own."""
    if isinstance(reason, socket.gaierror):
        return NO_HOST if reason.errno == socket.EAI_NONAME else NO_WAY
    if isinstance(reason, TimeoutError):
        return f"no answer within {PATIENCE:g} seconds"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "a certificate that does not hold"
    if isinstance(reason, ssl.SSLError):
        return "no secure connection"
    if isinstance(reason, _AstrayError):
        return "leads to no public address"
    if isinstance(reason, ConnectionRefusedError):
        return "refused the connection"
    if isinstance(reason, OSError) and reason.errno in _NO_WAY:
        return NO_WAY
    return "no answer that can be read" if isinstance(reason, HTTPException | ValueError) else "broke off"


class _AstrayError(ValueError):
    """An address that leads to none that everybody can reach."""


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows an address to where it leads, as far as that is an address of the web that everybody can reach: a server
    may name any, also one inside the asker's own network. for_good: whether each step was said to be permanent."""

    max_redirections = HOPS
    max_repeats = 2

    def __init__(self) -> None:
        self.for_good = True

    def http_error_302(self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any) -> Any:
        """Follow, without reading what else the answer holds: it may have no end."""
        fp.close()
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request:
        self.for_good = self.for_good and code in (301, 308)
        try:
            to = _ascii(_URL.validate_python(newurl))
        except ValueError:
            raise _AstrayError from None
        if _is_inside(to):
            raise _AstrayError
        return urllib.request.Request(to, headers=req.headers, method=req.get_method(), unverifiable=True)


def _is_inside(url: str) -> bool:
    """Whether the name of a host is one of a machine inside the asker's own network; what has no address is none."""
    with suppress(OSError, ValueError):
        found = socket.getaddrinfo(urlsplit(url).hostname, None)
        return any(not ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)
    return False


def _opener(hops: _Hops) -> urllib.request.OpenerDirector:
    """What opens addresses of the web, and nothing else: neither files nor FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        hops,
    ):
        opener.add_handler(handler)
    return opener


def _request(url: str, name: str, method: str) -> urllib.request.Request:
    plain = " ".join("".join(c if " " <= c <= "~" else " " for c in name).split())
    agent = f"exhibit-links/1 (asks whether the sources of {plain or 'an exhibit'} can still be read)"
    headers = {"User-Agent": agent, "Accept": "*/*"}
    return urllib.request.Request(_ascii(url), headers=headers, method=method)


def _ascii(url: str) -> str:
    """An address as it is sent: its host and its letters written in ASCII (RFC 3987, 3.1), without a fragment."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{parts.port}" if parts.port else host
    path, query = (quote(part, safe="%/:=&?~+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, netloc, path, query, ""))
