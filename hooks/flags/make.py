"""Make the flags anew from the npm package flag-icons, for the states that the exhibit has (see README.md).

    npm pack flag-icons@7.5.0 && tar xzf flag-icons-7.5.0.tgz
    PYTHONPATH=hooks .venv/bin/python hooks/flags/make.py package/flags/4x3

Each is drawn by a browser into a picture three times as large as a page shows it: some coats of arms have more lines than
a page has text, and of a picture nothing can run, ask or link.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from adapter.browser import find_browser
from exhibit.checking.read import read_exhibit
from exhibit.model.states_of_the_world import left_to_users
from exhibit.reading.flags import FOLDER
from PIL import Image
from playwright.sync_api import Page, sync_playwright

WIDTH, HEIGHT = 60, 45
"""Of a flag, in pixels: a page shows it 20 wide and 15 high."""


def picture(page: Page, drawing: str) -> bytes:
    """A flag as WebP, without loss or with, whichever is smaller. page: of the size of a flag; drawing: as SVG."""
    sized = drawing.replace("<svg ", f'<svg width="{WIDTH}" height="{HEIGHT}" ', 1)
    page.set_content(f'<!doctype html><body style="margin: 0">{sized}')
    drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return min(_webp(drawn, lossless=True), _webp(drawn, quality=85), key=len)


def _webp(drawn: Image.Image, **how: int) -> bytes:
    made = BytesIO()
    drawn.save(made, "WEBP", method=6, **how)
    return made.getvalue()


def main(package: Path, root: Path) -> None:
    """Keep the flag of each state with a code of its own; tell of those that the package lacks."""
    states = read_exhibit(root).exhibit.of("countries")
    codes = {state.code.lower() for state in states if state.code and not left_to_users(state.code)}
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
        for code in sorted(codes):
            file = package / f"{code}.svg"
            if file.is_file():
                made = picture(page, file.read_text(encoding="utf-8"))
                (FOLDER / f"{code}.webp").write_bytes(made)
            else:
                print(f"{code}: the package has no flag")
        browser.close()
    kept = list(FOLDER.glob("*.webp"))
    print(f"{len(kept)} flags, {sum(path.stat().st_size for path in kept):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent.parent.parent)
