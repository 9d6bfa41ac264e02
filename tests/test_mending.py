"""Serving never goes dark: what editors and their programs do to files, broken and mended again and again under visitors.

``CYCLES`` says how often; the figures are printed at the end (``pytest -s``).
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from served import SLOW, Server, Tab, Visitor, serving, small_project, whole_project

Edit = Iterator[str]
"""A kind of edit: it breaks something, yields what the banner is then to say, and mends it."""
STAY_UP = "The last good pages stay up."
"""What the server says of each fault."""
GROWTH = 1.5
"""By how much the memory may have grown since the tenth cycle."""


def _cited(folder: Path, turn: int) -> Path:
    """A country in which places lie: another one each turn."""
    countries = sorted((folder / "data" / "countries").glob("*.yml"))
    others = "".join(path.read_text("utf-8") for path in (folder / "data" / "places").glob("*.yml"))
    cited = [path for path in countries if f"country: {path.stem}\n" in others]
    return cited[turn % len(cited)]


def half_of_a_save(folder: Path, turn: int) -> Edit:
    path = _cited(folder, turn)
    good = path.read_text("utf-8")
    path.write_text(good[: good.index("\n") + 4], "utf-8")
    yield f"{path.relative_to(folder)}:"
    path.write_text(good, "utf-8")


def renamed(folder: Path, turn: int) -> Edit:
    path = _cited(folder, turn)
    other = path.rename(path.with_name("renamed.yml"))
    yield path.stem
    other.rename(path)


def deleted(folder: Path, turn: int) -> Edit:
    path = _cited(folder, turn)
    good = path.read_text("utf-8")
    path.unlink()
    yield path.stem
    path.write_text(good, "utf-8")


def swap_files(folder: Path, turn: int) -> Edit:
    """Of vim, Emacs and others; in the end the new text is moved over the old file."""
    path = _cited(folder, turn)
    beside = [
        path.with_name(name) for name in (f".{path.name}.swp", "4913", f"{path.name}~", f"#{path.name}#")
    ]
    for file in beside:
        shutil.copyfile(path, file)
    pages = [folder / "docs", *(folder / "hooks" / name for name in ("templates", "overrides"))]
    locks = [place / ".#index.md.jinja" for place in (path.parent, *pages)]
    for lock in locks:
        lock.symlink_to("editor@host.4711:1")
    new = shutil.copyfile(path, path.with_name(f"{path.name}.tmp"))
    yield "a data file is named by its id"
    os.replace(new, path)
    for file in (*beside, *locks):
        file.unlink()


def five_saves_a_second(folder: Path, turn: int) -> Edit:
    path = _cited(folder, turn)
    good = path.read_text("utf-8")
    for text in [good, good.replace("title:", "titel:", 1)] * 4:
        path.write_text(text, "utf-8")
        time.sleep(0.2)
    yield "did you mean 'title'?"
    for text in [good.replace("title:", "titel:", 1), good] * 4:
        path.write_text(text, "utf-8")
        time.sleep(0.2)


def page_by_hand(folder: Path, turn: int) -> Edit:
    path = sorted((folder / "docs").rglob("*.md"))[turn % 2]
    good = path.read_text("utf-8")
    path.write_text(f"{good}\n[[nobody]]\n", "utf-8")
    yield f"{path.relative_to(folder)}:{len(good.splitlines()) + 2}:"
    path.write_text(good, "utf-8")


def template(folder: Path, turn: int) -> Edit:
    path = folder / ("hooks/templates/item/country.md.jinja", "hooks/overrides/404.html")[turn % 2]
    good = path.read_text("utf-8")
    wrong = "{% if %}" if turn % 4 < 2 else "{{ 1 + '1' }}"
    path.write_text(good.replace("{% endblock %}", wrong + "{% endblock %}", 1), "utf-8")
    yield f"{path.name}:"
    path.write_text(good, "utf-8")


def settings(folder: Path, turn: int) -> Edit:
    path = folder / "mkdocs.yml"
    good = path.read_text("utf-8")
    if turn % 2:
        path.unlink()
    else:
        path.write_text(f"{good}\nplugins: [serch]\n", "utf-8")
    yield "mkdocs.yml" if turn % 2 else 'The "serch" plugin is not installed'
    path.write_text(good, "utf-8")


ENCODED = (
    "data/exhibit.yml",
    "docs/index.md",
    "hooks/templates/item/country.md.jinja",
    "hooks/overrides/main.html",
)


def encoding(folder: Path, turn: int) -> Edit:
    path = folder / ENCODED[turn % len(ENCODED)]
    good = path.read_bytes()
    path.write_bytes(good + "Восток\n".encode("cp1251"))
    yield f"{path.relative_to(folder)}:{good.count(10) + 1}:1: not UTF-8"
    path.write_bytes(good)


def story(folder: Path, turn: int) -> Edit:
    path = folder / "data" / "exhibit.yml"
    good = path.read_text("utf-8")
    path.write_text(f"{good}\nnonsense: [\n", "utf-8")
    yield "data/exhibit.yml:"
    path.write_text(good, "utf-8")


def new_file(folder: Path, turn: int) -> Edit:
    path = folder / "data" / "places" / "new-town.yml"
    path.write_text("title: New Town\ncountry: nowhere-at-all\n", "utf-8")
    yield "data/places/new-town.yml:"
    path.unlink()


MOVED = {
    "data/countries": "data/countries/",
    "data": "/data' isn't an existing",
    "docs": "/docs' isn't an existing",
    "hooks/templates": "/hooks/templates' isn't an existing",
    "hooks/overrides": "/hooks/overrides') does not exist",
}


def moved_folder(folder: Path, turn: int) -> Edit:
    name, said = [*MOVED.items()][turn % len(MOVED)]
    away = (folder / name).rename(folder / "away")
    yield said
    away.rename(folder / name)


KINDS: list[Callable[[Path, int], Edit]] = [
    half_of_a_save, renamed, deleted, swap_files, five_saves_a_second, page_by_hand, template, settings, encoding,
    story, new_file, moved_folder,
]  # fmt: skip


def _cycle(server: Server, tab: Tab, visitors: list[Visitor], edit: Edit) -> tuple[float, float]:
    """Break and mend; the seconds until the open page has the banner, and until it has none.

    In between something else is saved, and everybody sees the banner as the server builds again.
    """
    heading = tab.text.partition("</h1>")[0].rpartition(">")[2]
    said = next(edit)
    began = time.monotonic()
    server.wait(lambda: tab.banner and said in tab.banner)
    assert f">{heading}</h1>" in tab.text, "the last good pages are up no longer"
    assert tab.banner.splitlines()[-1].strip() in server.said()
    server.wait_for_banner(said, "no-such-page/")
    came = time.monotonic()
    _save_something_else(server, visitors)
    mended = time.monotonic()
    next(edit, None)
    server.wait(lambda: not tab.banner)
    server.wait_for_banner("", "no-such-page/")
    return came - began, time.monotonic() - mended


def _save_something_else(server: Server, visitors: list[Visitor]) -> None:
    style, told = server.folder / "docs" / "assets" / "exhibit.css", server.said().count(STAY_UP)
    for visitor in visitors:
        visitor.to_see_banner = True
    if style.exists():
        os.utime(style)
        server.wait(lambda: server.said().count(STAY_UP) > told)
    for visitor in visitors:
        visitor.to_see_banner = False


def _break_and_mend(folder: Path, cycles: int, paths: list[str]) -> None:
    with serving(folder) as server:
        server.wait(lambda: server.answer("").status == 200, 4 * SLOW)  # with a whole build before it
        visitors = [Visitor(server, paths), Visitor(server, ["no-such-page/", *paths[::-1]])]
        tab = Tab(server, paths[0])
        for visitor in visitors:
            visitor.start()
        times, memory = [], []
        for number in range(cycles):
            kind, turn = KINDS[number % len(KINDS)], number // len(KINDS)
            times.append(_cycle(server, tab, visitors, kind(folder, turn)))
            memory.append(server.kilobytes())
            print(
                f"{number} {kind.__name__}: {times[-1][0]:.1f} s, {times[-1][1]:.1f} s, {memory[-1]:,} kB",
                flush=True,
            )
        for visitor in visitors:
            visitor.leave()
        tab.close()
        asked, slowest = sum(v.answers for v in visitors), max(v.slowest for v in visitors)
        came, went = (sorted(column) for column in zip(*times, strict=True))
        print(
            f"{cycles} cycles; {asked} answers, the slowest after {slowest:.2f} s; banner there after "
            f"{came[len(came) // 2]:.1f} s (at most {came[-1]:.1f}), gone after {went[len(went) // 2]:.1f} s "
            f"(at most {went[-1]:.1f}); memory {memory[min(9, cycles - 1)]:,} kB, then {memory[-1]:,} kB"
        )
        assert [fault for visitor in visitors for fault in visitor.faults] == []
        assert memory[-1] < GROWTH * memory[min(9, cycles - 1)]
        assert "Traceback" not in server.said()
        assert server.end() == 0
        assert list(server.made.iterdir()) == []


@pytest.mark.sweep
def test_twelve_kinds_of_edit_are_broken_and_mended_under_visitors(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    _break_and_mend(
        folder, len(KINDS), ["countries/northland/", "assets/exhibit.css", "sitemap.xml", "", "countries"]
    )


@pytest.mark.sweep
@pytest.mark.skipif("CYCLES" not in os.environ, reason="half a minute a cycle: make audit runs a hundred")
def test_the_real_exhibit_is_broken_and_mended_under_visitors(tmp_path: Path) -> None:
    folder = whole_project(tmp_path / "p")
    paths = [
        "countries/kazakhstan/",
        "timeline/",
        "assets/exhibit.css",
        "search/full-text.js",
        "",
        "countries",
    ]
    _break_and_mend(folder, int(os.environ["CYCLES"]), paths)
