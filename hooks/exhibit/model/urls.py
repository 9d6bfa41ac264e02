"""Addresses of the web as sources give them: what is wrong with one, and how it is written."""

from __future__ import annotations

import re
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from exhibit.problems.problem import shown

PATTERN = r"^https?://[^\s<>\"'\\^`{|}]+$"
_HERE = {
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "test",
    "invalid",
    "onion",
    "alt",
}
"""Last words of the names of hosts that only their own network knows (RFC 2606, 6761, 6762, 7686, 8375, 9476)."""

_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)", re.UNICODE)


def checked(text: str) -> str:
    """An address that leads somewhere for every reader. Raises ValueError with what would be right."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(f"{shown(text)} is not an address: its host cannot be read") from None
    if "@" in parts.netloc:
        without = text.replace(f"{parts.netloc.rpartition('@')[0]}@", "", 1)
        raise ValueError(
            f"an address that everybody reads holds no user name and no password; write {without}"
        )
    if _of_a_network(host):
        raise ValueError(f"{shown(host)} is known only in its own network; give the public address")
    if not _is_host(host):
        raise ValueError(f"{shown(text)} is not an address: {shown(host)} is no host such as www.example.org")
    bare = _bare(text)
    if bare != text:
        raise ValueError(f"{shown(text)} ends in a mark that is not part of an address; write {bare}")
    return text


def essence(text: str) -> str:
    """An address without what makes no other page of it: its scheme, ``www.`` and a slash at the end."""
    return text.partition("://")[2].removeprefix("www.").rstrip("/")


def _bare(text: str) -> str:
    """An address without what a sentence puts behind it."""
    text = text.rstrip(".,;:!")
    return text[:-1].rstrip(".,;:!") if text.endswith(")") and text.count("(") < text.count(")") else text


def _of_a_network(host: str) -> bool:
    with suppress(ValueError):
        return not ip_address(host).is_global
    return host.removesuffix(".").rpartition(".")[2] in _HERE


def _is_host(host: str) -> bool:
    """Whether a name has a dot, no empty part and at most 253 letters (RFC 1034, 3.1, 3.5; other scripts as browsers write them)."""
    with suppress(ValueError):
        return bool(ip_address(host))
    labels = host.removesuffix(".").split(".")
    return (
        len(host) <= 253
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
        and not re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1])  # a number, which programs take for an address
    )


def mended(text: str) -> str:
    """The address that is meant by a text that is none, where that can be told; else the empty text."""
    if link := re.match(r"^\[[^\]]*\]\(([^()\s]+)\)$", text):
        text = link.group(1)
    text = _bare(text.strip(" <>\"'`“”‘’«»\t"))
    text = re.sub(r"^(h?t{1,3}ps{0,2} ?[:;]? ?/{1,2} ?)+", _scheme, text, count=1, flags=re.IGNORECASE)
    if re.match(r"^(//)?[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#]\S*)?$", text):
        text = f"https://{text.removeprefix('//')}"
    if not re.fullmatch(PATTERN.strip("^$"), text):
        return ""
    try:
        return checked(text)
    except ValueError:
        return ""


def _scheme(found: re.Match[str]) -> str:
    return "https://" if "ps" in found.group().lower() else "http://"
