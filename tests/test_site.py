"""The finished site: whole, deterministic, safe, and never half-written."""

from __future__ import annotations

import filecmp
import gzip
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, build_here, mkdocs, project, tiny_project
from exhibit.model.kinds import COLLECTIONS
from exhibit.reading.exhibit import Exhibit
from mkdocs.exceptions import Abort


def test_each_item_has_exactly_one_page(built: Path, real: Exhibit) -> None:
    items = real.items.values()
    for item in items:
        assert (built / item.COLLECTION / item.id / "index.html").is_file(), item.id
    folders = [
        p for c in (ROOT / "data").iterdir() if c.is_dir() for p in (built / c.name).iterdir() if p.is_dir()
    ]
    assert len(folders) == len(items) + sum(len(item.aliases) for item in items)


def test_pages_are_light(built: Path) -> None:
    """Bytes of what the page of an item brings when it is compressed, on a first visit and on the next; fonts and the
    full text apart. Where data make one too heavy, ROOM in pages/annexes.py is too wide. What any page and file
    may have, ``exhibit verify`` knows."""
    weight = cache(lambda path: len(gzip.compress(path.read_bytes())))
    heavy = {}
    for path in [path for name in COLLECTIONS for path in built.glob(f"{name}/*/index.html")]:
        linked = re.findall(r'(?:src|href)="([^"]+\.(?:js|css|svg|webp))"', path.read_text("utf-8"))
        shared = {(path.parent / link).resolve() for link in linked}
        if built / "assets/near.js" in shared:  # what it fetches on a wide screen counts
            shared.add(built / "assets/timeline.js")
        next_, first = weight(path), weight(path) + sum(weight(asset) for asset in shared)
        if first > 100 * 1024 or next_ > 15 * 1024:
            heavy[path.parent.relative_to(built).as_posix()] = (first, next_)
    assert heavy == {}


def test_a_timeline_says_its_first_year_whole(built: Path) -> None:
    """Also where the first date is one of a span, or not before a day."""
    said = re.compile(r"dated entries from (.{0,12}?) on;")
    found = {year for path in built.glob("*/*/index.html") for year in said.findall(path.read_text("utf-8"))}
    assert found and not {year for year in found if not re.fullmatch("[0-9]{4}", year)}


def test_our_scripts_are_small(built: Path) -> None:
    """Bytes, compressed, of all scripts of our own together; what is data in the form of one is not among them. What
    looks through names and the full text counts by itself: no page loads it before its search is reached, and it stands in
    the place of the theme's engine."""
    own = [path for path in built.glob("assets/*.js") if (ROOT / "docs/assets" / path.name).is_file()]
    weights = {path.name: len(gzip.compress(path.read_bytes())) for path in own}
    assert weights.pop("finder.js") <= 11 * 1024
    assert sum(weights.values()) <= 44 * 1024


def test_the_entrance_is_light(built: Path) -> None:
    """Bytes, compressed, of all that it loads at first, fonts apart, and of itself alone, which a later visit loads."""
    page = built / "index.html"
    linked = re.findall(r'(?:src|href)="([^"]+\.(?:js|css|svg))"', page.read_text("utf-8"))
    weights = {path: len(gzip.compress((built / path).read_bytes())) for path in {"index.html", *linked}}
    assert (sum(weights.values()) <= 112 * 1024, weights["index.html"] <= 24 * 1024) == (True, True), weights


def test_the_pencil_opens_the_yaml_of_an_item(built: Path) -> None:
    text = (built / "treaties/almaty-act/index.html").read_text("utf-8")
    assert 'href="https://git.example/eurasian-accords/edit/main/data/treaties/almaty-act.yml"' in text
    assert "https://git.example/eurasian-accords/issues/new?template=fact.yml" in text


def test_generated_pages_stay_out_of_the_navigation(built: Path) -> None:
    home = (built / "index.html").read_text("utf-8")
    navigation = home[home.index('class="md-nav md-nav--primary') : home.index('class="md-content"')]
    assert "organisations/sco/" not in navigation


HOME = '# Home\n\n[[league-of-rivers]] {{ timeline(organisation="river-pact") }}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "p", HOME)


def _files(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())


def _assert_same(one: Path, other: Path) -> None:
    assert _files(one) == _files(other)
    _, different, errors = filecmp.cmpfiles(one, other, _files(one), shallow=False)
    assert (different, errors) == ([], [])


ELSEWHERE = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}


@pytest.mark.sweep
def test_two_builds_are_the_same_to_the_byte(built: Path, tmp_path: Path) -> None:
    """Another folder, time zone, hash seed and order of files on the disk; with the history, if there is one here."""
    other = tmp_path / "elsewhere" / "deeper"
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", str(ROOT), str(other)], check=False)
    run = mkdocs(project(other), "build", "--strict", **ELSEWHERE)
    assert run.returncode == 0, run.stderr
    _assert_same(built, other / "site")


@pytest.mark.sweep
def test_two_builds_of_the_tiny_exhibit_are_the_same_to_the_byte(folder: Path, tmp_path: Path) -> None:
    """The same of an exhibit that is built in a second."""
    other = tiny_project(tmp_path / "elsewhere" / "deeper", HOME)
    assert mkdocs(other, "build", "--strict", **ELSEWHERE).returncode == 0
    _assert_same(build_here(folder), other / "site")


def test_broken_data_stops_the_build_and_leaves_the_last_good_site(folder: Path) -> None:
    build_here(folder)
    before = {name: (folder / "site" / name).read_bytes() for name in _files(folder / "site")}
    (folder / "data" / "places" / "ford.yml").write_text("title: Ford\ncountry: southlnd\n", encoding="utf-8")
    run = mkdocs(folder, "build", "--strict")
    assert run.returncode == 1
    assert (
        "data/places/ford.yml:2:10: country: no country 'southlnd'; did you mean 'southland'?" in run.stderr
    )
    assert "Traceback" not in run.stderr
    assert {name: (folder / "site" / name).read_bytes() for name in _files(folder / "site")} == before
    assert sorted(p.name for p in folder.iterdir()) == ["data", "docs", "hooks", "mkdocs.yml", "site"]


@pytest.mark.parametrize(
    ("file", "text", "report"),
    [
        (
            "docs/about/index.md",
            "# About\n\n{{ timeline( }}\n",
            "docs/about/index.md:3:1: this call cannot be read: ')' is missing before",
        ),
        ("docs/about/index.md", "# About\n\n[[nothing]]\n", "docs/about/index.md:3:3: no item 'nothing'"),
        ("docs/about/index.md", "# About\n\n[dead](nowhere.md)\n", "nowhere.md"),
        (
            "docs/places/ford.md",
            "# Clash\n",
            "docs/places/ford.md:1:1: stands where the exhibit puts a page of its own",
        ),
    ],
)
def test_a_fault_in_docs_stops_a_strict_build_before_anything_is_written(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    file: str,
    text: str,
    report: str,
) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(Abort):
        build_here(folder)
    assert report in capsys.readouterr().err + caplog.text
    assert sorted(p.name for p in folder.iterdir()) == ["data", "docs", "hooks", "mkdocs.yml"]


def test_a_fault_in_a_template_ends_with_one_line(folder: Path) -> None:
    (folder / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    (folder / "hooks/templates/item/place.md.jinja").write_text(
        "{% extends 'item/_item.md.jinja' %}\n{% block value %}{{ nothing }}{% endblock %}\n"
    )
    run = mkdocs(folder, "build", "--strict")
    assert run.returncode == 1
    assert "hooks/templates/item/place.md.jinja:2:1: 'nothing' is undefined" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_alias_leads_to_the_present_address(folder: Path) -> None:
    path = folder / "data/places/ford.yml"
    path.write_text(path.read_text("utf-8") + "aliases: [old-ford]\n", encoding="utf-8")
    page = (build_here(folder) / "places/old-ford/index.html").read_text("utf-8")
    assert '<a href="../ford/">' in page
