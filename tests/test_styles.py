"""The theme's stylesheets become one and lose the rules of what no page has, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from adapter.styles import ABSENT, colours, lean


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ("a{color:red}.md-typeset .tabbed-set>*{top:0}b{top:1px}", "a{color:red}b{top:1px}"),
        ("a{top:0}.admonition,.md-typeset details{top:0}", "a{top:0}.md-typeset details{top:0}"),
        ("a{top:0}.x:is(.admonition,.y),.z{top:0}", "a{top:0}.z{top:0}"),
        ("a{top:0}@media print{.md-banner{top:0}.z{top:0}}", "a{top:0}@media print{.z{top:0}}"),
        ("a{top:0}@media print{.md-banner{top:0}}", "a{top:0}"),
        ('a:before{content:"}.admonition{"}.admonition{top:0}', 'a:before{content:"}.admonition{"}'),
        ('a[title="x,.admonition y"],.keys{top:0}', 'a[title="x,.admonition y"]{top:0}'),
        ("a{top:0}[data-md-color-switching] *{top:0}.task-lists{top:0}", "a{top:0}"),
        ("a{top:0}[dir=rtl] a,[dir=ltr] a{top:0}", "a{top:0}[dir=ltr] a{top:0}"),
        ("a{top:0}.md-typeset table:not([class]) td>:first-child{top:0}", "a{top:0}"),
        ("a{top:0}[data-md-color-scheme=slate][data-md-color-primary=pink]{top:0}", "a{top:0}"),
        (
            "a{top:0}.md-sidebar{top:0}@font-face{src:url(a)}",
            "a{top:0}.md-sidebar{top:0}@font-face{src:url(a)}",
        ),
    ],
)
def test_rules_of_absent_parts_go(css: str, wanted: str) -> None:
    assert lean(css) == wanted


def test_the_colours_of_a_scheme_are_its_custom_properties() -> None:
    css = """
        a { --ground: #111111; }
        @media screen { [data-md-color-scheme="slate"] { --ground: #0d1316; --note: "}#222222"; color: #333333; } }
        html, [data-md-color-scheme="slate"] { --ink: #444444; }
        [data-md-color-scheme="slate"] b { --ink: #555555; }
    """
    assert colours(css, "slate") == {"ground": "#0d1316", "ink": "#444444"}


def test_no_page_has_the_parts_whose_rules_are_gone(built: Path) -> None:
    absent = re.compile(rf"(?:^|\s)(?:{'|'.join(ABSENT)})")
    found = {
        value
        for page in built.rglob("*.html")
        for value in re.findall(r'class="([^"]*)"', page.read_text("utf-8"))
        if absent.search(value)
    }
    assert found == set()


def test_no_page_says_what_the_other_rules_need(built: Path) -> None:
    never = re.compile(r'<table>|<[^>]+ (?:dir="rtl"|data-md-color-(?:primary|accent)="(?!custom"))[^>]*>')
    found = {tag for page in built.rglob("*.html") for tag in never.findall(page.read_text("utf-8"))}
    assert found == set()


def test_the_theme_s_stylesheets_are_one(built: Path) -> None:
    (main,) = (built / "assets/stylesheets").glob("*.css")
    assert "[data-md-color-scheme=slate]{" in main.read_text("utf-8")
    home = (built / "index.html").read_text("utf-8")
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', home) == [
        f"assets/stylesheets/{main.name}",
        "assets/exhibit.css",
        "assets/playing.css",  # of what few pages need: the map
    ]


def test_the_theme_s_script_leaves_the_scheme_to_the_stylesheet(built: Path) -> None:
    (bundle,) = (built / "assets/javascripts").glob("bundle.*.js")
    assert '{name:"color-scheme"}' not in bundle.read_text("utf-8")


def test_what_every_page_has_needs_nothing_of_what_few_pages_have(built: Path) -> None:
    """A colour that only the stylesheet of some pages names would be missing on all others."""
    own = (built / "assets/exhibit.css").read_text("utf-8")
    (theme,) = (built / "assets/stylesheets").glob("*.css")
    scripts = "".join(path.read_text("utf-8") for path in (built / "assets").glob("*.js"))
    known = set(re.findall(r"(--[\w-]+):", own + theme.read_text("utf-8")))
    known |= set(re.findall(r'setProperty\("(--[\w-]+)"', scripts))
    needed = set(re.findall(r"var\((--[\w-]+)\)", own))
    assert sorted(needed - known) == []
