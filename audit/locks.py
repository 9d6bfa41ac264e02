"""make audit: whether what the locks pin has known holes, as pip-audit and npm audit are told by their services.

A service that cannot be reached is said, and is no fault. Exits with 1 if a hole is known.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
PIP_AUDIT = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner=off"]
LOCKS = {
    "requirements-dev.txt": [*PIP_AUDIT, "--format=json", "--requirement=requirements-dev.txt"],
    "package-lock.json": ["npm", "audit", "--package-lock-only", "--json"],
}
"""What is asked about each lock; that of development holds all that is in requirements.txt."""
PATIENCE = 300
"""Seconds for one lock."""


class Answer(NamedTuple):
    """holes: what is known, a line each. unasked: why some or all was not answered; or nothing."""

    holes: list[str]
    unasked: str = ""


def of_pip_audit(said: dict[str, Any]) -> Answer:
    """What pip-audit says: each dependency with its ``vulns``, or why it was skipped."""
    holes = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {' or '.join(hole['fix_versions']) or 'no version yet'}"
        for one in said["dependencies"]
        for hole in one.get("vulns", [])
    ]
    skipped = [one for one in said["dependencies"] if "skip_reason" in one]
    why = f"{len(skipped)} of {len(said['dependencies'])} packages are not known to the service"
    return Answer(holes, why if skipped else "")


def of_npm(said: dict[str, Any]) -> Answer:
    """What npm audit says: ``vulnerabilities`` by package, or a message."""
    if "vulnerabilities" not in said:
        return Answer([], str(said.get("message") or said.get("error")))
    return Answer(
        [
            f"{name} {one['range']}: {one['severity']}, {via['title']}"
            for name, one in said["vulnerabilities"].items()
            for via in one["via"]
            if isinstance(via, dict)  # else the name of a package that has a line of its own
        ]
    )


def ask(lock: str) -> Answer:
    """Run what asks about a lock; without its program or its service nothing is known."""
    try:
        run = subprocess.run(LOCKS[lock], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
        said = json.loads(run.stdout)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer([], str(error))
    except json.JSONDecodeError:
        return Answer([], (run.stderr.strip().splitlines() or ["no answer"])[-1])
    return of_npm(said) if LOCKS[lock][0] == "npm" else of_pip_audit(said)


def told(lock: str, answer: Answer) -> str:
    """An answer as lines for a terminal."""
    lines = [f"{lock}: {len(answer.holes)} known holes", *(f"  {hole}" for hole in answer.holes)]
    if answer.unasked:
        lines.append(f"  not all could be asked about: {answer.unasked}")
    return "\n".join(lines)


if __name__ == "__main__":
    answers = {lock: ask(lock) for lock in LOCKS}
    for lock, answer in answers.items():
        print(told(lock, answer), flush=True)
    sys.exit(1 if any(answer.holes for answer in answers.values()) else 0)
