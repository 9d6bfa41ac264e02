"""What is watched while serving: every save is seen once, whatever was done to files and folders between two looks."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from adapter import unchanged
from adapter.watching import Watcher, stamps
from bounded import bounded
from conftest import mkdocs, tiny_project
from served import serving


def _save(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "more\n", "utf-8")


def _over(path: Path) -> None:
    """As most editors save: the new text beside, then moved over. It has the size and the date of the old one."""
    new = path.with_name(".new")
    new.write_text(path.read_text("utf-8").upper(), "utf-8")
    os.utime(new, ns=(path.stat().st_mtime_ns, path.stat().st_mtime_ns))
    new.replace(path)


def _there_and_back(path: Path) -> None:
    path.rename(path.with_name("away")).rename(path)


def _lock(path: Path) -> None:
    path.with_name(f".#{path.name}").symlink_to("editor@host.4711")
    path.with_name(f".{path.name}.swp").write_text("swap", "utf-8")


DONE: list[tuple[Callable[[Path], object], bool]] = [
    (_save, True),
    (_over, True),
    (_there_and_back, True),
    (lambda path: path.rename(path.with_name("two.yml")), True),
    (lambda path: path.unlink(), True),
    (lambda path: path.parent.rename(path.parent.with_name("moved")), True),
    (lambda path: path.with_name("new.yml").write_text("new", "utf-8"), True),
    (lambda path: path.read_text("utf-8"), False),
    (_lock, False),
]


def _folder(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "places" / "one.yml"
    path.parent.mkdir(parents=True)
    path.write_text("title: one\n", "utf-8")
    return path


@pytest.mark.parametrize(("done", "seen"), DONE)
def test_what_changes_a_file_changes_the_stamps(
    tmp_path: Path, done: Callable[[Path], object], seen: bool
) -> None:
    path = _folder(tmp_path)
    before = stamps([tmp_path / "data", tmp_path / "none"])
    time.sleep(0.02)  # a clock of files goes in steps of some milliseconds
    done(path)
    assert (stamps([tmp_path / "data", tmp_path / "none"]) != before) is seen


def test_the_watcher_outlives_a_folder_that_is_gone(tmp_path: Path) -> None:
    path = _folder(tmp_path)
    server = SimpleNamespace(_watched_paths={str(tmp_path / "data"): 1}, _want_rebuild=False)
    server._rebuild_cond = threading.Condition()
    ended: list[bool] = []
    watcher = Watcher(server, stamps([tmp_path / "data"]), lambda: ended.append(True))  # type: ignore[arg-type]
    watcher.start()

    def wanted() -> bool:
        end = time.monotonic() + 20
        while not server._want_rebuild and time.monotonic() < end:
            time.sleep(0.01)
        found, server._want_rebuild = server._want_rebuild, False
        return found

    away = (tmp_path / "data").rename(tmp_path / "away")
    assert wanted()
    away.rename(tmp_path / "data")
    assert wanted()
    _save(path)
    assert wanted()
    watcher.stop()
    watcher.join(timeout=20)
    assert not watcher.is_alive() and ended


def _with_loops(folder: Path) -> Path:
    for name in ("one", "two", "three"):
        (folder / name).symlink_to("..")
    return folder


def test_links_round_and_round_are_gone_through_once(tmp_path: Path) -> None:
    """Each turn of a walk that follows them has three ways, and there are forty turns."""
    path = _folder(tmp_path)
    _with_loops(path.parent)
    with bounded(1.0):
        assert [os.path.basename(found) for found in stamps([tmp_path])] == ["one.yml"]
        assert len(list(unchanged._files(tmp_path))) == 1


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize("folder", ["data/places", "docs"])
def test_links_round_and_round_are_told(tmp_path: Path, command: str, folder: str) -> None:
    project = tiny_project(tmp_path / "project")
    _with_loops(project / folder)
    if command == "serve" and folder.startswith("data"):
        with serving(project) as server:
            server.wait_for_banner("not a plain file")
    else:
        run = (
            mkdocs(project, command, "--dev-addr", "127.0.0.1:0")
            if command == "serve"
            else mkdocs(project, command)
        )
        assert (run.returncode, run.stderr.count("not a plain file")) == (1, 3)
