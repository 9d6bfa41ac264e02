"""The exhibit for other generators: the whole folder of pages, and how what they make of it is compared."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
import yaml
from adapter.builds import Builds
from conftest import ROOT
from exhibit.commands.cli import main
from exhibit.model.marks import replaced

sys.path.insert(0, str(ROOT / "audit"))
from comparing import compared, verified
from elsewhere import WAYS, by_source, prepared, settings


def test_the_whole_folder_has_the_pages_by_hand_with_their_calls_answered(rivers: Path) -> None:
    docs = rivers / "docs"
    (docs / "assets").mkdir(parents=True, exist_ok=True)
    (docs / "assets/mark.svg").write_bytes(b"<svg/>")
    text = '# Told\n\n{{ count("places") }} places, [[ford|a\nford]] [@gazette#2] and `[[ford]]`.\n\n{{ timeline() }}\n'
    (docs / "told.md").write_text(text, encoding="utf-8")
    assert main(["pages", "out", "--whole", "--site-url", "https://rivers.example/"]) == 0
    told = (rivers / "out/told.md").read_text("utf-8")
    assert '<a href="../places/ford/">a ford</a><sup class="cite"><a href="#cite-1">1</a></sup>' in told
    assert "`[[ford]]`" in told and "{{" not in told and 'href="#cite-1"' in told and 'id="citations"' in told
    assert (rivers / "out/assets/mark.svg").read_bytes() == b"<svg/>"
    assert b"https://rivers.example/" in (rivers / "out/changes.xml").read_bytes()


def test_what_one_mark_cites_is_replaced_at_once() -> None:
    text = "a [@x#1; y] b [[z|w]] `[[z]]`"
    assert replaced(text, lambda found: "+".join(mark.target for mark in found)) == "a x#1+y b z `[[z]]`"


LINKS = [
    # path, as exhibit pages writes it, as it is from the source file
    ("a/b.md", '<a href="../../c/d/#e">', '<a href="./../c/d/#e">'),
    ("a/b.md", '<a href="e/">', '<a href="./b/e/">'),
    ("a/b.md", '<a href="#e"> <a href="https://x.example/"> <p data-href="e/">', None),
    ("a/index.md", '<a href="../c/d/">', None),
    ("top.md", '<img src="../assets/x.svg">', '<img src="./assets/x.svg">'),
    ("a/b.md", "## [1991](/years/1991.md)", "## [1991](../years/1991.md)"),
]


@pytest.mark.parametrize(("path", "written", "read"), LINKS)
def test_links_can_lead_from_the_source_file(path: str, written: str, read: str | None) -> None:
    assert by_source(written, path) == (written if read is None else read)


HEAD = (
    '<!doctype html><html lang="en"><head><title>T</title>{}</head><body><article>{}</article></body></html>'
)


def _site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_is_missing_elsewhere_is_told(tmp_path: Path) -> None:
    ours = _site(
        tmp_path / "ours",
        {
            "index.html": HEAD.format(
                '<meta http-equiv="P" content="x"><script src="a.js"></script>', "<p id=i>One two"
            ),
            "b/index.html": HEAD.format("", "<p>Same"),
            "c/index.html": HEAD.format("", ""),
            "_headers": "",
            "a.12345678.css": "",
        },
    )
    theirs = _site(
        tmp_path / "theirs",
        {
            "index.html": HEAD.format("", "<p>One\n<b>three</b>"),
            "b/index.html": HEAD.format('<meta name="generator" content="X 2">', "<p>Same"),
            "a.87654321.css": "",
        },
    )
    lines = [*compared(ours, theirs)]
    assert lines[:9] == [
        "3 files for 5; of 2 of the same name 0 are the same to the byte,",
        "1 but for the name of what made them",
        "pages missing: 1 (c/index.html)",
        "other files missing: 1 (_headers)",
        "pages whose words differ: 1 (index.html)",
        "ids missing: 1 (index.html#i)",
        "in the head, not there on 1 of 2 pages: meta P",
        "in the head, not there on 1 of 2 pages: script",
        "loaded, not there on 1 of 2 pages: a.js",
    ]
    assert [line for line in compared(ours, ours) if "MB" not in line] == [
        "5 files for 5; of 5 of the same name 5 are the same to the byte,",
        "5 but for the name of what made them",
    ]
    assert "problems" in next(verified(theirs))


def test_another_generator_gets_our_settings_without_what_only_our_hook_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elsewhere.BUILT", tmp_path)
    monkeypatch.setattr("elsewhere.PAGES", _site(tmp_path / "pages", {"a/b.md": '<a href="../c/">'}))
    name, way = next((name, way) for name, way in WAYS.items() if way.by_source)
    folder = prepared(name, way)
    said = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert said == settings(way) and "hooks" not in said and "custom_dir" not in said["theme"]
    assert (folder / "docs/a/b.md").read_text("utf-8") == '<a href="./c/">'


def test_the_locks_name_no_host_and_have_hashes() -> None:
    for way in WAYS.values():
        text = (ROOT / f"audit/elsewhere/{way.lock}.txt").read_text("utf-8")
        assert "://" not in text and text.count("==") <= text.count("--hash=sha256:")


OPTIONS = [
    # what a command line came to, whether pages are made as they are asked for: MkDocs, then ProperDocs
    ({"livereload": True}, True),
    ({"livereload": False}, False),
    ({"livereload": False, "no_livereload": False}, True),
    ({"livereload": False, "no_livereload": True}, False),
]


@pytest.mark.parametrize(("options", "reloads"), OPTIONS)
def test_a_server_reloads_unless_it_was_told_not_to(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, bool], reloads: bool
) -> None:
    monkeypatch.setattr("adapter.builds.end_on_termination", lambda: None)
    with click.Context(click.Command("serve"), info_name="serve") as context:
        context.params = dict(options)
        builds = Builds()
        builds.start("serve")
    assert bool(builds.serving) is reloads
