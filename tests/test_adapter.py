"""The adapter's small parts, each by itself, and what a build leaves of itself in its process: nothing."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from adapter import unchanged
from adapter.line_breaks import days_bound
from adapter.offline import files_named
from adapter.print import without_notes
from adapter.reading import day_known_of
from adapter.search import Searched, sections
from adapter.tables import Captions
from conftest import ANEW, TESTS, plain_docs, project
from exhibit.exports.full_text import Section, Text
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

TABLE = "\n\n| a |\n|---|\n| 1 |\n"


@pytest.mark.parametrize(
    ("markdown", "caption"),
    [
        (f"words{TABLE}", "The &lt;page&gt;"),
        (f"# One{TABLE}", "One"),
        (f"# One\n\n## Two & *three* {{: #id }}{TABLE}", "Two &amp; three"),
    ],
)
def test_a_table_is_named_by_the_heading_above_it(markdown: str, caption: str) -> None:
    captions = Captions()
    captions.title = "The <page>"
    html = Markdown(extensions=["tables", "attr_list", "toc", captions]).convert(markdown)
    assert html.partition("<table")[2].partition("</thead>")[0] == (
        f' class="plain"><caption class="visually-hidden">{caption}</caption>\n'
        '<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n'
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>on 14 May, <b>2</b> June</p>", "<p>on 14~May, <b>2</b> June</p>"),
        (
            '<a title="14 May">14 May</a><input value="14 May" hidden>',
            '<a title="14 May">14~May</a><input value="14 May" hidden>',
        ),
        (
            '<script type="application/json">["14 May <"]</script><i>1 May &lt;b&gt;</i>',
            '<script type="application/json">["14 May <"]</script><i>1~May &lt;b&gt;</i>',
        ),
        ("<pre><code><b>date: 14 May</b></code></pre>", "<pre><code><b>date: 14 May</b></code></pre>"),
        ("<p>a&amp;nbsp;b on 1 May&nbsp;2001</p>", "<p>a&amp;nbsp;b on 1~May&nbsp;2001</p>"),
        ('<svg><path d=""/></svg><!-- 1 May --><p>1 May', '<svg><path d=""/></svg><!-- 1 May --><p>1~May'),
        ('<p title="1 May">As <br/>written', '<p title="1 May">As <br/>written'),
    ],
)
def test_a_day_is_bound_to_its_month_in_the_text_of_a_page_alone(html: str, expected: str) -> None:
    assert days_bound(html) == expected.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("exhibit: {as_of: soon}", "'soon' is not a date"),
        ("exhibit: {}", "says up to when the exhibit knows; add it"),
        ("other: 1", "says up to when the exhibit knows; add it"),
    ],
)
def test_a_build_that_does_not_say_up_to_when_it_knows_ends_with_one_line(
    tmp_path: Path, line: str, says: str
) -> None:
    (tmp_path / "docs").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"site_name: Rivers\nextra: {{{line}}}\n", encoding="utf-8")
    with pytest.raises(Abort, match=f"mkdocs.yml: extra.exhibit.as_of: {says}"):
        day_known_of(load_config(str(path)))


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../timeline/", "../timeline.html"),
        ("../timeline/#y-2001", "../timeline.html#y-2001"),
        ("../places/", "../places/index.html"),
        ("../", "../index.html"),
        ("../nowhere/", "../nowhere/"),
        ("../../", "../../"),
        ("#top", "#top"),
        ("https://o.example/places/", "https://o.example/places/"),
        ("../timeline/?from=2001", "../timeline/?from=2001"),
    ],
)
def test_without_a_server_a_link_names_the_file_of_a_folder(href: str, expected: str) -> None:
    pages = {"index.md", "timeline.md", "places/index.md", "about/index.md"}
    html = '<p title="a &gt; b"><a class="x" href="{}">words</a></p>'
    assert files_named(html.format(href), "about/index.md", pages) == html.format(expected)


def test_the_first_printing_has_no_links_to_notes() -> None:
    text = (
        "<!DOCTYPE html><html><head></head><body>{}<a href='https://o.example/--cite-1'>2</a></body></html>"
    )
    made = without_notes(text.format('<a href="#a--cite-1">1</a><a href="#a">a</a>'))
    assert made == text.replace("'", '"').format('<a>1</a><a href="#a">a</a>')


SECTIONS = [
    ("<p>Words.</p>", [("", "", "Words.")]),
    (
        "<p>Kept</p><div data-search-exclude>Cut.<div>Inner.</div>Cut too.</div><p>After.</p>",
        [("", "", "Kept · After.")],
    ),
    ('<p>A.</p><h2 id="b">B <i>c</i></h2><p>Under.</p>', [("", "", "A."), ("b", "B c", "Under.")]),
    ('<p>A.</p><h2 id="b">B</h2><div data-search-exclude>Cut.</div>', [("", "", "A.")]),
    (
        '<p>A.</p><h2 id="b" data-search-exclude>B</h2><p>With it.</p><h2 id="c">C</h2><p>Kept.</p>',
        [("", "", "A."), ("c", "C", "Kept.")],
    ),
    (
        '<p>A.</p><svg><title>Drawn</title></svg><dialog><h2 id="d">Asked</h2>Words</dialog>',
        [("", "", "A.")],
    ),
    (
        '<p>The <a href="x">LR</a>, of\n <time>2001</time><sup class="cite">3</sup>, see https://x.example/y</p>',
        [("", "", "The LR, of 2001, see")],
    ),
    ("<p>&lt;b&gt; &amp; \ue001</p>", [("", "", "<b> & \ue001")]),
    ("<b>" * 3000 + "Deep." + "</b>" * 3000, [("", "", "Deep.")]),
]
"""A page's HTML, and what search finds of it: of each section its id, its heading and its text."""


@pytest.mark.parametrize(("html", "expected"), SECTIONS)
def test_what_is_searched_is_what_is_not_left_out(html: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.fragment, one.heading, one.text) for one in sections(html)] == expected


def _page(url: str, title: str, **meta: Any) -> Any:
    return SimpleNamespace(
        url=url, title=title, meta=meta, file=SimpleNamespace(src_uri=f"{url.rstrip('/')}.md")
    )


def test_a_page_is_searched_as_it_is_now_or_not_at_all() -> None:
    searched = Searched("galleries")
    searched.take("<p>Old.</p>", _page("places/ford/", "Ford &amp; Co"))
    searched.take("<p>New.</p>", _page("places/ford/", "Ford &amp; Co"))
    searched.take("<p>Left out.</p>", _page("places/old/", "Old", search={"exclude": True}))
    ((one,),) = searched.pages.values()
    assert one.text == Text(0, "places/ford/", "Ford & Co", (Section("", "", "New."),))
    again = Searched("")
    again.take("<p>B.</p>", _page("places/b/", "B"))
    again.take_over(searched, {"places/ford/", "places/b/"})
    assert set(again.pages) == {"places/ford/", "places/b/"}


def _state() -> tuple[dict[str, str], list[str], list[logging.Handler]]:
    theirs = "NO_MKDOCS_2_WARNING"  # the theme sets it
    variables = {name: value for name, value in os.environ.items() if name != theirs}
    return variables, [*sys.path], [*logging.getLogger("mkdocs").handlers]


def test_builds_in_one_process_leave_nothing_to_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that succeeds, one that fails over the data and one that fails over a warning, each in its place."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    folder = project(tmp_path / "p", TESTS / "exhibit" / "data")
    plain_docs(folder)
    before = _state()

    def built(strict: bool = True) -> dict[str, bytes]:
        config = load_config(str(folder / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        with patch.multiple(unchanged, **ANEW):
            build(config)
        site = folder / "site"
        return {
            path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
        }

    first = built()
    ford, home = folder / "data/places/ford.yml", folder / "docs/index.md"
    good = ford.read_text("utf-8"), home.read_text("utf-8")
    ford.write_text("title: Ford\ncountry: southlnd\n", encoding="utf-8")
    with pytest.raises(Abort, match="problem"):
        built()
    ford.write_text(good[0], encoding="utf-8")
    home.write_text("# Home\n\n[dead](#nowhere)\n", encoding="utf-8")
    with pytest.raises(Abort, match="warning"):
        built()
    home.write_text(good[1], encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["data", "docs", "hooks", "mkdocs.yml", "site"]
    assert built() == first
    assert _state() == before
