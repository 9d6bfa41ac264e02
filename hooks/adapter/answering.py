"""What the server adds to an answer: it knows its own names only, and its pages have the policy of the site."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import socket

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
MISDIRECTED = "421 Misdirected Request"


def is_ours(host: str, started_for: str) -> bool:
    """Whether a request's ``Host`` is a name that the server was started for.

    A page of another site can have its own name lead to this machine (DNS rebinding) and then read what is served
    here; the name in its requests stays its own. A server started for all addresses of the machine answers to any
    address, which is no name, and to the machine's own name.

    host: as the header has it, with or without a port. started_for: the host of ``--dev-addr``.
    """
    name = _without_port(host.strip().lower())
    if name in LOCAL or name == started_for.lower():
        return True
    return started_for in ("0.0.0.0", "::") and (_is_address(name) or name == socket.gethostname().lower())


def _without_port(host: str) -> str:
    if host.startswith("["):  # an address of IPv6 has colons of its own
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def with_reloading(policy: str, page: bytes, style: str) -> str:
    """The policy for a page as it is served: the site's own, and by their hashes the script with which MkDocs reloads
    it, which changes with each answer, and the style of the banner.

    page: as MkDocs gives it, its script the last thing in it.
    """
    script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
    allowed = policy.replace("script-src 'self'", f"script-src 'self' {_hash(script)}")
    return allowed.replace("style-src 'self'", f"style-src 'self' {_hash(style.encode())}")


def _hash(text: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"
