"""How fast builds and saves are, as a table: ``make bench``.

Each number is of one run of this program, on a copy of the project; builds are told beside plain MkDocs with the same
theme over the same Markdown, so that machines can be compared. Nothing else should run meanwhile.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]

from served import Server, Tab, serving, whole_project  # noqa: E402

SAVES = 5
"""Of how many saves a median is taken."""
PLACE = "places/tashkent"
"""The page that is looked at."""
PLAIN = """site_name: Plain
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [tables, attr_list, {toc: {permalink: false}}]
nav: [index.md]
not_in_nav: '*'
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}
"""

Row = tuple[str, str]
"""What was measured, and what came."""


def measured(*command: str, folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds of a command with all that it starts."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def plain(folder: Path) -> Path:
    """The same Markdown for MkDocs alone."""
    measured("exhibit.commands.cli", "pages", str(folder / "docs"), folder=ROOT)
    for path in (ROOT / "docs").rglob("*.md"):
        place = folder / "docs" / path.relative_to(ROOT / "docs")
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            shutil.copyfile(path, place)
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    return folder


def builds(folder: Path) -> Iterator[Row]:
    """Builds of a copy of the exhibit, told beside plain MkDocs."""
    wall, cpu = measured("mkdocs", "build", folder=plain(folder / "plain"))
    yield "plain Material over the same Markdown", f"{wall:.1f} s, {cpu:.1f} s CPU"
    project = whole_project(folder / "exhibit")

    def build(what: str) -> Row:
        ours = measured("mkdocs", "build", "--strict", folder=project)
        return what, f"{ours[0]:.1f} s ({ours[0] / wall:.2f}), {ours[1]:.1f} s CPU ({ours[1] / cpu:.2f})"

    yield build("cold build (÷ plain)")
    yield build("nothing changed (÷ plain)")
    _edit(project / f"data/{PLACE}.yml", "title: ", "title: New ")[0]()
    yield build("one word changed (÷ plain)")
    yield "`exhibit check`", f"{measured('exhibit.commands.cli', 'check', folder=project)[1]:.1f} s CPU"
    shutil.copyfile(ROOT / "mkdocs.offline.yml", project / "mkdocs.offline.yml")
    began = time.monotonic()
    measured("mkdocs", "build", "--strict", "--config-file", "mkdocs.offline.yml", folder=project)
    measured("adapter.offline", folder=project)
    yield "`make zip`", f"{time.monotonic() - began:.0f} s"


def _edit(path: Path, old: str, new: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """What saves a file with another text in it, and what saves it as it was."""
    text = path.read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    return partial(path.write_text, changed, "utf-8"), partial(path.write_text, text, "utf-8")


class Saves:
    """A server with a page open in a browser, and the seconds from each kind of save to what is seen of it."""

    def __init__(self, server: Server, project: Path) -> None:
        self.server, self.project = server, project
        self.file, self.tab = project / f"data/{PLACE}.yml", Tab(server, f"{PLACE}/")
        self.seconds: dict[str, list[float]] = {}

    def timed(self, what: str, save: Callable[[], object], seen: Callable[[], object]) -> None:
        """Save, and note the seconds until something is seen."""
        began = time.monotonic()
        save()
        self.server.wait(seen)
        self.note(what, time.monotonic() - began)
        time.sleep(2)

    def note(self, what: str, seconds: float) -> None:
        self.seconds.setdefault(what, []).append(seconds)

    def text(self, word: str) -> None:
        """Another title: on the page that is open, and on one that is asked for."""
        before = _cpu(self.server.process.pid)
        new, old = _edit(self.file, "title: ", f"title: {word} ")
        self.timed("save → reload: a text", new, lambda: word in self.tab.text)
        self.note("CPU after that save, all in all", _cpu(self.server.process.pid) - before)
        self.note("the new text on another page, asked for after that", self.server.answer("places/").seconds)
        old()
        time.sleep(5)

    def fault(self) -> None:
        """A field that there is not, and its mend."""
        new, old = _edit(self.file, "title:", "titel:")
        self.timed("broken → banner", new, lambda: "did you mean 'title'?" in self.tab.banner)
        self.timed("mended → no banner", old, lambda: not self.tab.banner)

    def template(self, word: str) -> None:
        new, old = _edit(self.project / "hooks/templates/item/place.md.jinja", "(WGS 84)", f"(WGS 84) {word}")
        self.timed("save → reload: a template", new, lambda: word in self.tab.text)
        old()
        time.sleep(5)

    def stylesheet(self, word: str) -> None:
        style, epoch = self.project / "docs/assets/css/item.css", self.tab.epoch
        new, old = _edit(style, "\n", f"\n.{word} {{ color: red }}\n")
        self.timed("save → reload: a stylesheet", new, lambda: self.tab.epoch > epoch)
        old()
        time.sleep(8)


def saves(folder: Path) -> Iterator[Row]:
    """The server, as whoever edits sees it."""
    project, began = whole_project(folder / "p"), time.monotonic()
    with serving(project) as server:
        server.wait(lambda: server.answer(f"{PLACE}/").status == 200)
        yield "first page of `make serve`", f"{time.monotonic() - began:.1f} s"
        yield "a page asked for the first time, the heaviest", f"{server.answer('timeline/').seconds:.2f} s"
        time.sleep(60)  # what is made in the quiet after the start
        told = Saves(server, project)
        for number in range(SAVES):
            told.text(f"Word{number}")
            told.fault()
            told.template(f"Word{number}")
            told.stylesheet(f"Word{number}")
        told.tab.close()
        yield from ((what, _median(seconds)) for what, seconds in told.seconds.items())
        yield "memory of the server", f"{server.kilobytes() / 1000:.0f} MB"


def _cpu(process: int) -> float:
    """CPU seconds that a process has used (proc(5), fields 14 and 15 of ``stat``)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _median(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} s (at most {max(seconds):.2f})"


def main() -> None:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    print(
        f"{date.today()}, {model[1] if model else platform.machine()}, {os.cpu_count()} processors, ", end=""
    )
    print(f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the start\n")
    print("| what | measured |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for rows in (builds, saves):
            place = Path(folder) / rows.__name__
            place.mkdir()
            for what, came in rows(place):
                print(f"| {what} | {came} |", flush=True)


if __name__ == "__main__":
    main()
