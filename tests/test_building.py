"""Where the site is put: whole, whatever stands there and whoever builds at the same time."""

from __future__ import annotations

import errno
import os
import re
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from adapter import building
from adapter.building import unwritable
from adapter.placing import LIST, HeldError, fill, leave_list, put_in_place, take_back
from conftest import build_here, tiny_project
from exhibit.commands.cli import main
from mkdocs.exceptions import Abort
from served import small_project


def _site(folder: Path, *files: str) -> Path:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{folder.name}: {file}", "utf-8")
    return folder


def _files(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


OLD = ("index.html", "old/index.html", "both/old.html", "both/deep/old.html")
"""What the last build has written and listed."""
THEIRS = (
    ".git/refs/heads/pages .nojekyll .well-known/security.txt CNAME googleabc.html old/notes.txt both/theirs.html "
    "theirs/index.html now-ours/theirs.txt now-ours/deep/theirs.txt"
).split()
"""What others have put there: into a worktree, at a search engine's wish, by hand."""
NEW = ("index.html", "both/index.html", "now-ours/index.html", "now-ours/deep/index.html", "assets/a.css")


NEW_TEXTS = {name: f"new: {name}" for name in NEW}


def _listed(folder: Path, *files: str) -> Path:
    leave_list(_site(folder, *files))
    return folder


def _in_place(new: Path, site: Path, way: Callable[[Path, Path], None]) -> dict[str, str]:
    way(new, site)
    found = _files(site)
    assert found.pop(LIST).split() == [LIST, *sorted(NEW)]
    return found


@pytest.mark.parametrize("way", [put_in_place, fill])
def test_only_what_the_last_build_has_listed_is_taken_away(
    tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    site = _site(_listed(tmp_path / "site", *OLD), *THEIRS)
    (site / ".git" / "objects" / "info").mkdir(parents=True)
    (site / "link").symlink_to("theirs")
    theirs = {name: f"site: {name}" for name in THEIRS}
    assert _in_place(_listed(tmp_path / "new", *NEW), site, way) == theirs | {
        name: f"new: {name}" for name in NEW
    }
    assert (site / ".git" / "objects" / "info").is_dir() and (site / "link").is_symlink()
    assert not (site / "both" / "deep").exists()


@pytest.mark.parametrize("way", [put_in_place, fill])
def test_in_a_folder_without_a_list_nothing_is_taken_away(
    tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    """It may be the root of another site; a new page takes the place of one of its name."""
    site = _site(tmp_path / "site", *OLD, *THEIRS)
    left = {name: f"site: {name}" for name in (*OLD, *THEIRS) if name not in NEW}
    assert _in_place(_listed(tmp_path / "new", *NEW), site, way) == left | {
        name: f"new: {name}" for name in NEW
    }


def test_what_a_list_may_name_lies_in_its_folder(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "index.html")
    _site(tmp_path, "outside")
    (site / LIST).write_text(
        f"{LIST}\nindex.html\n../outside\n{tmp_path}/outside\na/../../outside\n", "utf-8"
    )
    fill(_listed(tmp_path / "new", *NEW), site)
    assert (tmp_path / "outside").is_file()


@pytest.mark.parametrize("way", [put_in_place, fill])
def test_a_link_in_the_site_is_not_followed(tmp_path: Path, way: Callable[[Path, Path], None]) -> None:
    """What it leads to lies elsewhere: nothing of it is moved into the site, written over or taken away."""
    site = _listed(tmp_path / "site", "gone/a", "both/old.html", "index.html", "now-ours")
    outside = _site(tmp_path / "outside", "a", "old.html", "theirs.html", "index.html", "deep/theirs.txt")
    for folder in ("gone", "both"):
        shutil.rmtree(site / folder)
        (site / folder).symlink_to(outside)
    for file, target in (("index.html", "a"), (".index.html.new", "old.html"), ("assets", "deep")):
        (site / file).unlink(missing_ok=True)
        (site / file).symlink_to(outside / target)
    before = _files(outside)
    assert NEW_TEXTS.items() <= _in_place(_listed(tmp_path / "new", *NEW), site, way).items()
    assert _files(outside) == before
    assert not any((site / name).is_symlink() for name in (*NEW, "both", "assets"))


@pytest.mark.parametrize("way", ["killed", "stopped", "held"])
def test_a_swap_that_ends_anywhere_loses_nothing(tmp_path: Path, way: str) -> None:
    """killed: the next build puts back what was aside; stopped by Ctrl+C, or held up by a mount in the site: the
    last site is there."""
    theirs = {name: f"site: {name}" for name in THEIRS}
    for step in range(100):
        root = tmp_path / str(step)
        site = _site(_listed(root / "site", *OLD), *THEIRS)
        new = _listed(root / ".site.new-1", *NEW)
        whole = _ended_at(step, way, lambda new=new, site=site: put_in_place(new, site))  # type: ignore[misc]
        if way != "killed":
            assert theirs.items() <= _files(site).items()
        take_back(site, seconds=-1)
        found = _files(site)
        assert theirs.items() <= found.items() and found[LIST]
        names = sorted(path.name for path in root.iterdir() if not path.name.endswith(".gone"))
        assert names in (["site"], [".site.new-1", "site"])
        if whole:
            break
    assert 5 < step < 99


def _ended_at(step: int, way: str, do: Callable[[], None]) -> bool:
    """Do something in a process of its own that is ended at one of its renames; whether there was no such rename."""
    if not (child := os.fork()):
        rename, left = Path.rename, iter(range(step))

        def counted(path: Path, target: Path) -> Path:
            if next(left, None) is None:
                if way == "killed":
                    os._exit(1)
                Path.rename = rename  # type: ignore[method-assign]
                raise KeyboardInterrupt if way == "stopped" else OSError(errno.EXDEV, "another device")
            return rename(path, target)

        Path.rename = counted  # type: ignore[method-assign, assignment]
        with suppress(KeyboardInterrupt, HeldError):
            do()
            os._exit(0)
        os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def test_a_file_where_the_site_is_to_stand_stays(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "project")
    (project / "site").write_text("mine", "utf-8")
    with pytest.raises(Abort, match="there is a file where the site is to stand"):
        build_here(project)
    assert (project / "site").read_text("utf-8") == "mine"


def test_a_build_says_what_it_leaves_and_the_next_knows_what_is_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = tiny_project(tmp_path / "project")
    _site(project / "site", "googleabc.html", ".nojekyll")
    with caplog.at_level("INFO", "mkdocs.hooks.exhibit"):
        site = build_here(project)
    said = [record.getMessage() for record in caplog.records if "listed" in record.getMessage()]
    assert said == [f"left in site what no build has listed in {LIST}: googleabc.html"]
    assert (site / "places" / "ford" / "index.html").is_file()
    ford = project / "data/places/ford.yml"
    ford.rename(ford.with_name("wade.yml"))
    for path in project.glob("data/**/*.yml"):
        path.write_text(re.sub(r"(?<!-)\bford\b", "wade", path.read_text("utf-8")), "utf-8")
    build_here(project)
    assert (site / "places" / "wade" / "index.html").is_file() and not (site / "places" / "ford").exists()
    assert (site / "googleabc.html").is_file() and (site / ".nojekyll").is_file()
    (site / "googleabc.html").unlink()
    assert main(["verify", str(site)]) == 0


def test_a_mount_is_filled_and_nothing_is_left_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tiny_project(tmp_path / "project")
    _listed(project / "site", "index.html", "gone/index.html")
    rename = Path.rename

    def held(path: Path, target: Path) -> Path:
        if path == project / "site":
            raise OSError(errno.EBUSY, "Device or resource busy", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    site = build_here(project)
    assert (site / "places" / "ford" / "index.html").is_file() and not (site / "gone").exists()
    assert sorted(path.name for path in project.iterdir()) == ["data", "docs", "hooks", "mkdocs.yml", "site"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "project")
    root = _site(tmp_path / "www" / "html", "index.html")
    (project / "site").symlink_to(root)
    for _ in range(2):
        build_here(project)
        assert (project / "site").is_symlink() and (root / "places" / "ford" / "index.html").is_file()
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["html"]


def test_of_builds_at_once_one_is_there_whole(tmp_path: Path) -> None:
    files = [f"{number}/index.html" for number in range(30)]
    site = _site(_listed(tmp_path / "site", *files), "CNAME")
    for round_ in range(20):
        news = [_listed(tmp_path / f"new-{round_}-{number}", *files) for number in range(4)]
        threads = [threading.Thread(target=put_in_place, args=(new, site)) for new in news]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        written = _files(site)
        assert written.pop("CNAME") == "site: CNAME" and written.pop(LIST)
        assert list(written) == sorted(files)
        assert len({text.partition(":")[0] for text in written.values()}) == 1
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_place_that_takes_nothing_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    project = tiny_project(tmp_path / "project")
    _site(project / "site", "index.html")

    def full(*_: object) -> None:
        raise OSError(number, "No space left on device", "index.html")

    monkeypatch.setattr(building, "put_in_place", full)
    with pytest.raises(Abort) as told:
        build_here(project)
    assert str(told.value) == (
        "the site cannot be written: no space left on device (index.html); the last one is as it was"
    )
    assert _files(project / "site") == {"index.html": "site: index.html"}
    assert sorted(path.name for path in project.iterdir()) == ["data", "docs", "hooks", "mkdocs.yml", "site"]


def test_a_fault_in_an_override_is_one_line(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    page = project / "hooks" / "overrides" / "404.html"
    page.write_text(page.read_text("utf-8") + "{% nonsense %}\n", "utf-8")
    with pytest.raises(Abort) as told:
        build_here(project)
    line = len(page.read_text("utf-8").splitlines())
    assert str(told.value) == f"hooks/overrides/404.html:{line}:1: Encountered unknown tag 'nonsense'."
    assert not (project / "site").exists()


def test_another_fault_is_told_as_ever() -> None:
    assert unwritable(OSError(errno.ENOENT, "No such file", "x")) == unwritable(ValueError("x")) == ""
