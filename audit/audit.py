"""make audit: the Nu HTML checker over every page of site/, and Lighthouse over one of each kind.

Needs java and Node; says so where one is missing. Exits with 1 if either finds a fault.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]

from adapter.browser import find_browser  # noqa: E402
from browser.conftest import served  # noqa: E402

NU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
CURES = {"java": "apt-get install default-jre-headless", "node": "apt-get install nodejs"}


def nu(site: Path) -> bool:
    """Whether every page is valid HTML; prints what is not."""
    pages = [str(path) for path in sorted(site.rglob("*.html"))]
    print(f"Nu HTML checker: {len(pages)} pages", flush=True)
    command = ["java", "-Xss8m", "-jar", str(NU), "--errors-only"]
    runs = [subprocess.run([*command, *pages[i : i + 300]]) for i in range(0, len(pages), 300)]
    return all(run.returncode == 0 for run in runs)


def lighthouse(site: Path) -> bool:
    """Whether the scores are reached; prints them."""
    print("Lighthouse, mobile: performance, accessibility, best practices, SEO", flush=True)
    with served(site) as address:
        environment = {**os.environ, "CHROME_PATH": find_browser()}
        run = subprocess.run(["node", "audit/lighthouse.mjs", address], cwd=ROOT, env=environment)
    return run.returncode == 0


if __name__ == "__main__":
    for program, cure in CURES.items():
        if not shutil.which(program):
            sys.exit(f"{program} is missing; on Debian: {cure}")
    good = [nu(ROOT / "site"), lighthouse(ROOT / "site")]
    sys.exit(0 if all(good) else 1)
