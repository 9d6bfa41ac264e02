"""The example configurations of publishing/, run by the servers themselves on a free port of this machine.

Nothing of them is changed but the name, the port and the folder; what a server wants to write lies in a folder of its
own, and it runs as a user who may do nothing else.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

EXAMPLES = Path(__file__).parent.parent / "publishing"
FOLDER = "/srv/exhibit"
"""Where the examples have the site."""
NAME = "exhibit.example"
"""What the examples call it."""
PATIENCE = 20
"""Seconds that a server has to start in."""

NGINX = """\
daemon off;
worker_processes 1;
pid {own}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {own}/body;
    proxy_temp_path {own}/proxy;
    fastcgi_temp_path {own}/fastcgi;
    uwsgi_temp_path {own}/uwsgi;
    scgi_temp_path {own}/scgi;
    include {own}/exhibit.conf;
}}
"""
"""What an installation of nginx has around the example."""


class Answer(NamedTuple):
    """What a server said; names of headers are small, and each has one value."""

    status: int
    headers: dict[str, str]
    body: bytes


class Server(NamedTuple):
    """A server that runs, over a site in a folder."""

    name: str
    port: int

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Send a request as it stands: no path is tidied. headers: ``if_none_match`` for If-None-Match."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        told = {(name.lower(), value) for name, value in answer.getheaders()}
        assert len(told) == len(dict(told)), f"a header came with two values: {sorted(told)}"
        return Answer(answer.status, dict(told), body)


def nginx(own: Path, site: Path, port: int) -> list[str]:
    """Write nginx' example for a port into a folder; gives the command that runs it."""
    text = _with((EXAMPLES / "nginx.conf").read_text("utf-8"), FOLDER, str(site))
    text = _with(_with(text, "    listen [::]:80;\n", ""), "listen 80;", f"listen 127.0.0.1:{port};")
    (own / "exhibit.conf").write_text(text, "utf-8")
    (own / "nginx.conf").write_text(NGINX.format(own=own), "utf-8")
    return [program("nginx"), "-p", str(own), "-e", "stderr", "-c", str(own / "nginx.conf")]


def caddy(own: Path, site: Path, port: int) -> list[str]:
    """Write Caddy's example for a port into a folder; gives the command that runs it."""
    text = _with((EXAMPLES / "Caddyfile").read_text("utf-8"), f"root * {FOLDER}\n", f"root * {site}\n")
    text = _with(text, f"\n{NAME} {{", f"\nhttp://127.0.0.1:{port} {{\n\tbind 127.0.0.1")
    (own / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text, "utf-8")
    return [program("caddy"), "run", "--config", str(own / "Caddyfile"), "--adapter", "caddyfile"]


def _with(text: str, old: str, new: str) -> str:
    """A text with something else in one place; comments, which begin a line, may say the old as well."""
    lines = [line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#")]
    bare = "".join(lines)
    assert bare.count(old) == 1, f"{old!r} stands {bare.count(old)} times in the example"
    return bare.replace(old, new)


SERVERS = {"nginx": nginx, "caddy": caddy}


def program(name: str) -> str:
    """Where a server is, or nothing; Debian has nginx where the paths of most users do not lead."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/local/sbin:/usr/sbin") or ""


@contextmanager
def serving(name: str, own: Path, site: Path) -> Iterator[Server]:
    """Run a server over a site. own: an empty folder for what it reads and writes besides."""
    port = _free_port()
    command = SERVERS[name](own, site, port)
    if os.geteuid() == 0:
        shutil.chown(own, *_nobody())
    with (own / "log").open("w+") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=_environment(own), **_as_nobody())
        try:
            _wait(process, port, own / "log")
            yield Server(name, port)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _nobody() -> tuple[int, int]:
    """The user and group who may do nothing, as numbers, the same on nearly every system."""
    return 65534, 65534


def _as_nobody() -> dict[str, Any]:
    """How a process is started by root so that it is not root; others start it as themselves."""
    user, group = _nobody()
    return {"user": user, "group": group, "extra_groups": []} if os.geteuid() == 0 else {}


def _environment(own: Path) -> dict[str, str]:
    """All that a server knows of its surroundings: Caddy keeps things in the home of its user."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(own),
        "XDG_DATA_HOME": str(own),
        "XDG_CONFIG_HOME": str(own),
    }


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until the server takes connections; what it said, where it has ended instead."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"{process.args!r} does not run:\n{log.read_text('utf-8', 'replace')}")


def told_by_headers_file(text: str, path: str) -> dict[str, str]:
    """What a site's ``_headers`` says of an address: each rule is a path with ``*`` for anything, its headers indented."""
    found: dict[str, str] = {}
    holds = False
    for line in text.splitlines():
        if not line.startswith((" ", "\t")):
            holds = bool(re.fullmatch(re.escape(line.strip()).replace(r"\*", ".*"), path))
        elif holds:
            name, _, value = line.strip().partition(":")
            found[name.lower()] = value.strip()
    return found
