"""The set-up looks before any test runs, installs what it may, and otherwise names the cure in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest
from adapter.browser import CURE, NoBrowserError
from conftest import ROOT

from browser import ready

LACKS = "driver/node: error while loading shared libraries: libatomic.so.1: no such file\nTraceback …\nException: closed"


class Machine:
    """One that lacks some packages of Debian, and on which one may install or not."""

    def __init__(self, lacks: set[str], root: bool) -> None:
        self.lacks, self.root, self.installed = lacks, root, list[str]()

    def find(self) -> str:
        if "chromium-headless-shell" in self.lacks:
            raise NoBrowserError(CURE)
        return "/usr/bin/chromium-headless-shell"

    def install(self, package: str) -> bool:
        if self.root:
            self.installed.append(package)
            self.lacks.discard(package)
        return self.root

    def fault(self, command: list[str]) -> str:
        return LACKS if "libatomic1" in self.lacks else ""


@pytest.fixture
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine(*request.param)
    monkeypatch.delenv("EXHIBIT_BROWSER", raising=False)
    monkeypatch.setattr(ready, "find_browser", made.find)
    monkeypatch.setattr(ready, "_install", made.install)
    monkeypatch.setattr(ready, "_fault", made.fault)
    return made


@pytest.mark.parametrize("machine", [(set(), False)], indirect=True)
def test_where_nothing_is_missing_nothing_is_installed(machine: Machine) -> None:
    assert (ready.get_ready(), machine.installed) == ("/usr/bin/chromium-headless-shell", [])


@pytest.mark.parametrize("machine", [({"libatomic1", "chromium-headless-shell"}, True)], indirect=True)
def test_what_is_missing_is_installed_where_it_may_be(machine: Machine) -> None:
    assert (ready.get_ready(), machine.installed) == (
        "/usr/bin/chromium-headless-shell",
        ["libatomic1", "chromium-headless-shell"],
    )


@pytest.mark.parametrize(
    ("machine", "line"),
    [
        (
            ({"libatomic1"}, False),
            "the driver of Playwright does not start (error while loading shared libraries: libatomic.so.1: "
            "no such file); on Debian: apt-get install libatomic1",
        ),
        (({"chromium-headless-shell"}, False), CURE),
    ],
    indirect=["machine"],
)
def test_otherwise_one_line_names_the_cure(machine: Machine, line: str) -> None:
    with pytest.raises(ready.NotReadyError) as error:
        ready.get_ready()
    assert str(error.value) == line


def test_a_browser_that_opens_no_page_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXHIBIT_BROWSER", "/bin/false")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "hooks"))
    monkeypatch.setenv("PATH", "")
    command = [sys.executable, str(ROOT / "tests" / "browser" / "ready.py")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.startswith("/bin/false does not start (")
    assert run.stderr.endswith("); on Debian: apt-get install chromium-headless-shell\n")
