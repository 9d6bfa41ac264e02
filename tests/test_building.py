"""Where the site is put: whole, whatever stands there and whoever builds at the same time."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest
from adapter import building
from adapter.building import fill, put_in_place, unwritable
from conftest import build_here, tiny_project
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


def test_what_begins_with_a_dot_stays(tmp_path: Path) -> None:
    """The output folder may be a git worktree of the branch that is published."""
    site = _site(
        tmp_path / "site", ".git", ".nojekyll", ".well-known/security.txt", "index.html", "old/index.html"
    )
    put_in_place(_site(tmp_path / "new", "index.html"), site)
    assert list(_files(site)) == [".git", ".nojekyll", ".well-known/security.txt", "index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_moved_is_filled(tmp_path: Path) -> None:
    """A mount, as in a container."""
    site = _site(tmp_path / "site", ".keep", "index.html", "old/index.html", "both/old.html")
    new = _site(tmp_path / "new", "index.html", "both/index.html", "assets/a.css")
    fill(new, site)
    assert _files(site) == {".keep": "site: .keep"} | _files(new)


def test_a_mount_is_filled_and_nothing_is_left_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tiny_project(tmp_path / "project")
    _site(project / "site", "index.html", "gone/index.html", "CNAME")
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
    site = _site(tmp_path / "site", *files)
    for round_ in range(20):
        news = [_site(tmp_path / f"new-{round_}-{number}", *files) for number in range(4)]
        threads = [threading.Thread(target=put_in_place, args=(new, site)) for new in news]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        written = _files(site)
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
