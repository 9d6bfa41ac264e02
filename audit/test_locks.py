"""What the services say of the locks, in words: holes, none, no answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from locks import LOCKS, Answer, ask, of_npm, of_pip_audit, told

HOLE = {"id": "PYSEC-2020-1", "fix_versions": ["2.1", "3.0"], "aliases": [], "description": "…"}
SAID: list[tuple[Callable[[dict[str, Any]], Answer], dict[str, Any], str]] = [
    (
        of_pip_audit,
        {
            "dependencies": [
                {"name": "jinja2", "version": "2.0", "vulns": [HOLE, {**HOLE, "fix_versions": []}]}
            ]
        },
        "lock: 2 known holes\n"
        "  jinja2 2.0: PYSEC-2020-1, mended in 2.1 or 3.0\n"
        "  jinja2 2.0: PYSEC-2020-1, mended in no version yet",
    ),
    (
        of_pip_audit,
        {
            "dependencies": [
                {"name": "a", "version": "1", "vulns": []},
                {"name": "b", "skip_reason": "Dependency not found"},
            ]
        },
        "lock: 0 known holes\n  not all could be asked about: 1 of 2 packages are not known to the service",
    ),
    (of_pip_audit, {"dependencies": [{"name": "a", "version": "1", "vulns": []}]}, "lock: 0 known holes"),
    (
        of_npm,
        {
            "vulnerabilities": {
                "ws": {"range": "<8", "severity": "high", "via": [{"title": "A header too long"}]},
                "lighthouse": {"range": "<13", "severity": "high", "via": ["ws"]},
            }
        },
        "lock: 1 known holes\n  ws <8: high, A header too long",
    ),
    (of_npm, {"vulnerabilities": {}}, "lock: 0 known holes"),
    (
        of_npm,
        {"message": "405 Method Not Allowed"},
        "lock: 0 known holes\n  not all could be asked about: 405 Method Not Allowed",
    ),
]


@pytest.mark.parametrize(("read", "said", "words"), SAID)
def test_what_a_service_says_is_told(
    read: Callable[[dict[str, Any]], Answer], said: dict[str, Any], words: str
) -> None:
    assert told("lock", read(said)) == words


SILENT = {
    "no program": (["no-such-program"], "No such file or directory: 'no-such-program'"),
    "no network": ([sys.executable, "-c", "exit('cannot resolve the host')"], "cannot resolve the host"),
}


@pytest.mark.parametrize(("command", "why"), SILENT.values(), ids=SILENT)
def test_without_an_answer_that_is_said_and_is_no_hole(
    monkeypatch: pytest.MonkeyPatch, command: list[str], why: str
) -> None:
    monkeypatch.setitem(LOCKS, "package-lock.json", command)
    answer = ask("package-lock.json")
    assert answer.holes == [] and answer.unasked.endswith(why)
