"""A build of which nothing has changed leaves the site as it stands; anything else that changes is seen by its content."""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from adapter import unchanged
from adapter.placing import LIST, fill, listed
from conftest import ROOT, build_here, mkdocs, tiny_project

SAID = "Nothing has changed since site was built."


def _said(folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a build found its site there already."""
    monkeypatch.chdir(folder)
    caplog.clear()
    with caplog.at_level(logging.INFO, "mkdocs.hooks.exhibit"):
        build_here(folder, anew=False)
    return SAID in [record.getMessage() for record in caplog.records]


def _edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / file
        before = path.stat()
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return edit


def _rename_ford(folder: Path) -> None:
    (folder / "docs/index.md").rename(folder / "docs/other.md")
    (folder / "docs/index.md").write_text("# Home, too\n", "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word of the data, in a file as old as before": _edit(
        "data/places/ford.yml", "title: Ford", "title: Wade"
    ),
    "a page by hand": _edit("docs/index.md", "# Home", "# Here"),
    "a page more": _rename_ford,
    "the settings": _edit("mkdocs.yml", "nav:", "site_url: https://rivers.example/\nnav:"),
    "a page of the site": _edit("site/places/ford/index.html", "Ford", "Wade"),
    "a file of the site that is gone": lambda folder: (folder / "site/places/ford/index.html").unlink(),
    "the whole site": lambda folder: (folder / "site").rename(folder / "elsewhere"),
    "what is kept": lambda folder: (folder / unchanged.FILE).write_text("{", "utf-8"),
    "what is kept, of another form": lambda folder: (folder / unchanged.FILE).write_text("[1]", "utf-8"),
    "what is kept, gone": lambda folder: (folder / unchanged.FILE).unlink(),
}


def test_a_site_is_built_once_and_again_after_each_change(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_project(tmp_path / "p")
    assert not _said(folder, caplog, monkeypatch)
    for change, make in CHANGES.items():
        assert _said(folder, caplog, monkeypatch), change
        make(folder)
        assert not _said(folder, caplog, monkeypatch), change
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert not _said(folder, caplog, monkeypatch)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert not _said(folder, caplog, monkeypatch)
    assert _said(folder, caplog, monkeypatch)


def test_what_stands_outside_the_usual_folders_is_looked_at(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_project(tmp_path / "p")
    shutil.copytree(ROOT / "hooks/overrides", folder / "look")
    for name in (hook := folder / "mine.py"), (look := folder / "look/404.html"):
        name.touch()
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [mine.py, hooks/mkdocs_hook.py]\ntheme: {custom_dir: look}\n")
    build_here(folder, anew=False)
    for edited in hook, look:
        assert _said(folder, caplog, monkeypatch)
        edited.write_text(edited.read_text("utf-8") + "\n\n", "utf-8")
        assert not _said(folder, caplog, monkeypatch), edited


@pytest.mark.parametrize("names", [b"\xff\xfe\n", b"a\0b\n", b".\n./\n\n..\n", b"places\n"])
def test_a_list_of_the_site_that_somebody_has_spoiled_stops_no_build(tmp_path: Path, names: bytes) -> None:
    folder = tiny_project(tmp_path / "p")
    (folder / "site").mkdir()
    (folder / "site" / LIST).write_bytes(names)
    site = build_here(folder, anew=False)
    assert "index.html" in listed(site)
    (site / LIST).write_bytes(names)
    fill(shutil.copytree(build_here(folder), tmp_path / "new"), site)


def test_what_others_have_put_into_the_site_is_none_of_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_project(tmp_path / "p")
    build_here(folder, anew=False)
    (folder / "site" / "CNAME").write_text("rivers.example")
    assert _said(folder, caplog, monkeypatch)
    (folder / "other").mkdir()
    assert json.loads((folder / unchanged.FILE).read_text("utf-8")).keys() == {str(folder / "site")}


def test_what_is_doubtful_is_told_each_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_project(tmp_path / "p")
    place = folder / "data/places/ford.yml"
    place.write_text(place.read_text("utf-8") + "summary: The greatest of fords.\n", "utf-8")
    monkeypatch.chdir(folder)
    for _ in range(2):
        caplog.clear()
        build_here(folder, strict=False, anew=False)
        assert SAID not in caplog.text
    assert not (folder / unchanged.FILE).exists()


def test_the_command_ends_well(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "p")
    first, second = (mkdocs(folder, "build", "--strict") for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert SAID in second.stderr + second.stdout and SAID not in first.stderr + first.stdout
