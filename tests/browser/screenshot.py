"""Take the README's pictures of the real site, at desktop width: the entrance, an item, the atlas."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "tests")]

from adapter.browser import find_browser  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from browser.conftest import FLAGS, served  # noqa: E402

PICTURES = {
    "entrance": "",
    "item": "organisations/csto/",
    "atlas": "atlas/?date=2002-10-07&organisation=csto",
}
"""Where each picture is taken, by the name of its file."""


def main() -> None:
    """Needs a built site (make build)."""
    with served(ROOT / "site") as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        for name, path in PICTURES.items():
            page.goto(url + path)
            page.screenshot(path=ROOT / ".github" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
