"""The theme's stylesheets lose the rules of parts that no page has, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from styles import ABSENT, lean


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ("a{color:red}.md-typeset .tabbed-set>*{top:0}b{top:1px}", "a{color:red}b{top:1px}"),
        ("a{top:0}.admonition,.md-typeset details{top:0}", "a{top:0}.md-typeset details{top:0}"),
        ("a{top:0}.x:is(.admonition,.y),.z{top:0}", "a{top:0}.z{top:0}"),
        ("a{top:0}@media print{.md-banner{top:0}.z{top:0}}", "a{top:0}@media print{.z{top:0}}"),
        ("a{top:0}[data-md-color-switching] *{top:0}.task-lists{top:0}", "a{top:0}"),
        (
            "a{top:0}.md-sidebar{top:0}@font-face{src:url(a)}",
            "a{top:0}.md-sidebar{top:0}@font-face{src:url(a)}",
        ),
    ],
)
def test_rules_of_absent_parts_go(css: str, wanted: str) -> None:
    assert lean(css) == wanted


def test_no_page_has_the_parts_whose_rules_are_gone(built: Path) -> None:
    absent = re.compile(rf"(?:^|\s)(?:{'|'.join(ABSENT)})")
    found = {
        value
        for page in built.rglob("*.html")
        for value in re.findall(r'class="([^"]*)"', page.read_text("utf-8"))
        if absent.search(value)
    }
    assert found == set()
