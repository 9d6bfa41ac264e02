"""Measure the timeline with many entries: ``python bench/timeline.py [entries]``, or ``make bench``.

The page is the real one (templates, styles, scripts, theme) over a synthetic exhibit; times are the
browser's own, in milliseconds: how long from a click on a filter to the next picture (Event Timing),
and how long the frames of a pan take (requestAnimationFrame).
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "bench")]

from adapter.browser import find_browser  # noqa: E402
from browser.conftest import FLAGS, served  # noqa: E402
from conftest import mkdocs, project  # noqa: E402
from playwright.sync_api import Page, Route, sync_playwright  # noqa: E402
from synthetic import write  # noqa: E402

CLICKS = {"organisation": 8, "country": 8, "person": 4, "place": 4}
"""How many choices are clicked in each list, one after another."""
WATCH = """() => { window.seen = [];
    new PerformanceObserver(list => list.getEntries().forEach(one => {
      if (one.name === 'click') { window.seen.push([one.duration, one.processingEnd - one.processingStart]); }
    })).observe({ type: 'event', durationThreshold: 16 }); }"""
PAN = """step => new Promise(done => { const plane = document.querySelector('.plane'), frames = []; let before = 0;
    function next(now) { if (before) { frames.push(now - before); } before = now; plane.scrollLeft += step;
      if (frames.length < 180) { requestAnimationFrame(next); } else { done(frames); } }
    requestAnimationFrame(next); })"""
SOURCE = "/source/"
"""Where the scripts' modules are found while this measures: the site has them only in one piece."""
WORK = """async source => {
    const names = ['entries', 'address', 'filter'].map(name => new URL(`${source}timeline/${name}.js`, location.href).href);
    const [{ toldEntries }, { read }, { apply }] = await Promise.all(names.map(name => import(name)));
    const every = toldEntries(dated, "../"), state = read(), start = performance.now();
    for (let i = 0; i < 20; i += 1) { state.organisation = ['organisation-' + i % 16]; apply(every, state); }
    return (performance.now() - start) / 20; }"""


ONLY = """
def on_files(files, config):
    for file in [one for one in files.documentation_pages() if one.src_uri not in ("index.md", "timeline.md")]:
        files.remove(file)
    return files
"""


def site_of(folder: Path, events: int) -> Path:
    """A finished site of the timeline of so many events, made by the real hook; a hook after it leaves the
    pages of the events out, which would take minutes."""
    write(folder / "made", events)
    made = project(folder / "project", folder / "made" / "data")
    for path in (made / "docs").iterdir():
        if path.name != "assets":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    (made / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (made / "hooks" / "only.py").write_text(ONLY, "utf-8")
    settings = (made / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    hook = "hooks: [hooks/mkdocs_hook.py"
    assert hook in settings
    (made / "mkdocs.yml").write_text(settings.replace(hook, f"{hook}, hooks/only.py"), "utf-8")
    run = mkdocs(made, "build", "-q")
    assert run.returncode == 0, run.stdout + run.stderr
    return made / "site"


def clicks(page: Page) -> list[tuple[float, float]]:
    """For each click on a filter: from the click to the next picture, and the scripts' share of it. The mouse
    is told where to go, as a click on an element would bring the driver's own checks into what is measured."""
    page.evaluate(WATCH)
    found: list[tuple[float, float]] = []
    for name, number in CLICKS.items():
        page.locator(f".facet[data-facet={name}] summary").click()
        for index in range(number):
            box = page.locator(f".facet[data-facet={name}] input").nth(index)
            box.scroll_into_view_if_needed()
            place = box.bounding_box()
            assert place
            page.wait_for_timeout(300)
            page.evaluate("window.seen.length = 0")
            page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
            page.wait_for_timeout(500)
            assert box.is_checked()
            found += [(float(whole), float(script)) for whole, script in page.evaluate("seen.slice(0, 1)")]
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Clear the filter").click()
    return found


def _line(words: str, values: list[float]) -> str:
    ranked = sorted(values)
    late = ranked[int(len(ranked) * 0.95)]
    return f"{words:<44}{statistics.median(ranked):8.1f}{late:8.1f}{ranked[-1]:8.1f}"


def _module(route: Route) -> None:
    """Answer with a module of the scripts' source."""
    path = ROOT / "docs" / "assets" / route.request.url.partition(SOURCE)[2]
    route.fulfill(path=path, content_type="text/javascript")


def measure(address: str) -> list[str]:
    """The lines of the report."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route(f"**{SOURCE}**", _module)
        page.goto(address + "timeline/")
        entries = page.evaluate("dated.entries.length")
        load = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        report = [
            f"{entries} entries; page ready after {load:.0f} ms",
            f"{'milliseconds':<44}  median     95 %     max",
        ]
        report.append(f"{'filter and counts, computing alone':<44}{page.evaluate(WORK, SOURCE):8.1f}")
        found = clicks(page)
        report.append(_line("filter, click to picture", [whole for whole, _ in found]))
        report.append(_line("filter, scripts' share", [script for _, script in found]))
        report.append(_line("nothing moves, frame", page.evaluate(PAN, 0)))
        for level, step in (("decade", 8), ("year", 20), ("quarter", 30), ("month", 60)):
            page.goto(f"{address}timeline/?zoom={level}&at=1993-01-01")
            page.locator(".plane").scroll_into_view_if_needed()
            page.wait_for_timeout(500)
            frames = page.evaluate(PAN, step)
            late = sum(frame > 25 for frame in frames)
            report.append(_line(f"pan at {level}, frame ({late} of {len(frames)} late)", frames))
        browser.close()
    return report


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        site = site_of(Path(folder), events)
        print(f"page of {events} events made in {time.perf_counter() - start:.1f} s")
        with served(site) as address:
            print("\n".join(measure(address)))


if __name__ == "__main__":
    main()
