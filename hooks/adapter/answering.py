"""What the server adds to an answer: it knows its own names only, and its pages have the policy of the site."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
import socket
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

HOST = re.compile(r"(\[(?P<six>[0-9a-f:.]+(%[0-9a-z._~-]+)?)\]|(?P<name>[a-z0-9._-]+))(:[0-9]*)?")
"""A host with or without a port, as ``Host`` has it (RFC 9110, section 7.2); an address of IPv6 stands in brackets."""
MISDIRECTED = "421 Misdirected Request"


def asked_for(environ: Mapping[str, str]) -> tuple[str, str]:
    """The host and the path of a request (WSGI). Its target may be a whole address, whose host is then the one that
    counts, whatever ``Host`` says (RFC 9112, section 3.2.2). A request may name no host at all: the empty text."""
    host, path = environ.get("HTTP_HOST", ""), environ["PATH_INFO"]
    if whole := re.match(r"(?i)https?://([^/]*)(.*)", path, re.DOTALL):
        host, path = whole[1], whole[2] or "/"
    path = path.replace("\0", "?")  # which no file has in its name, and MkDocs stumbles over
    return host, re.sub("^/+", "/", path)  # MkDocs sends on to a path; one of two slashes is another host


def path_of(url: str) -> str:
    """The path of an address, as ``Referer`` has it; none of what is no address, which anybody may send."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def is_ours(host: str, started_for: str) -> bool:
    """Whether a request's host is a name that the server was started for.

    A page of another site can have its own name lead to this machine (DNS rebinding) and then read what is served
    here; the name in its requests stays its own. A server started for all addresses of the machine answers to any
    address, which is no name, and to the machine's own name.

    host: as the header has it, with or without a port, which may be that of a tunnel. started_for: the host of
    ``--dev-addr``.
    """
    found = HOST.fullmatch(host.strip().lower())
    if not found:
        return False
    name = (found["six"] or found["name"]).removesuffix(
        "."
    )  # a dot at the end: the same name (RFC 1034, 3.1)
    address, ours = _address(name), _address(started_for)
    if name in ("localhost", started_for.lower()) or (address and (address.is_loopback or address == ours)):
        return True
    return bool(ours and ours.is_unspecified) and (bool(address) or name == socket.gethostname().lower())


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def with_reloading(policy: str, page: bytes, style: str) -> str:
    """The policy for a page as it is served: the site's own, and by their hashes the script that reloads it, which
    changes with each answer, and the style of the banner.

    page: as it is served but for the banner, that script the last thing in it.
    """
    script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
    allowed = policy.replace("script-src 'self'", f"script-src 'self' {_hash(script)}")
    return allowed.replace("style-src 'self'", f"style-src 'self' {_hash(style.encode())}")


def _hash(text: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"
