"""Our scripts and stylesheet are put together from their parts, and none of the parts is lost or published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from adapter.assets import bundle, tight
from conftest import ROOT

OWN = ROOT / "docs/assets"
LOADED = sorted([*OWN.glob("*.js"), *OWN.glob("*.css")])
PARTS = sorted([*OWN.glob("*/*.js"), *OWN.glob("*/*.css")])
IMPORTED = re.compile(r'^(?:@import|import .* from) "([^"]+)";$', re.MULTILINE)


def _written(folder: Path, **modules: str) -> Path:
    (folder / "parts").mkdir()
    for name, text in modules.items():
        (folder / ("" if name == "main" else "parts") / f"{name}.js").write_text(text, "utf-8")
    return folder / "main.js"


def test_a_script_is_one_with_all_that_it_imports_in_order_and_once(tmp_path: Path) -> None:
    main = _written(
        tmp_path,
        main='/* What. */\nimport { b } from "./parts/b.js";\nimport { a } from "./parts/a.js";\n\nb(a);\n',
        a="/** @type {number} */\nexport const a = /** @type {any} */ (1);\n",
        b='import { a } from "./a.js";\n\nexport function b() {\n  return a;\n}\n',
    )
    wanted = '(() => {\n"use strict";\nconst a = (1);\nfunction b() {\nreturn a;\n}\nb(a);\n})();\n'
    assert bundle(main) == wanted


def test_parts_that_call_something_alike_are_refused(tmp_path: Path) -> None:
    main = _written(
        tmp_path,
        main='import { a } from "./parts/a.js";\nconst key = a;\n',
        a="export const a = 1;\nfunction key() {}\n",
    )
    with pytest.raises(ValueError, match=r"^main\.js: several parts have a key at their top$"):
        bundle(main)


def test_every_part_is_imported_and_none_is_published(built: Path) -> None:
    found = {
        (path.parent / part).resolve()
        for path in [*LOADED, *PARTS]
        for part in IMPORTED.findall(path.read_text("utf-8"))
    }
    assert found == set(PARTS)
    names = {path.name for path in LOADED}
    made = {path.name for path in [*built.glob("assets/*.js"), *built.glob("assets/*.css")]}
    assert made == names | {
        "played.js",
        "on-this-day.js",
        "names.js",
        "dated.js",
    }  # data in the form of a script
    for folder in {path.parent.name for path in PARTS}:
        assert not list((built / "assets" / folder).glob("*"))
    for name in names:
        text = (built / "assets" / name).read_text("utf-8")
        assert text.startswith(bundle(OWN / name))
        assert name == "exhibit.css" or text == bundle(OWN / name)  # it ends in the colours that data/ gives


PRINTED = sorted((ROOT / "hooks" / "templates" / "book").glob("*.css"))


def _named(path: Path) -> str:
    return path.relative_to(OWN).as_posix()


@pytest.mark.parametrize("path", [*LOADED, *PARTS, *PRINTED], ids=lambda path: path.name)
def test_a_part_can_be_read(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("/* ")
    assert max(map(len, text.splitlines())) <= 120


def _code(text: str) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("path", [path for path in [*LOADED, *PARTS] if path.suffix == ".js"], ids=_named)
def test_no_script_is_of_one_story_or_of_an_older_dialect(path: Path) -> None:
    code = _code(path.read_text("utf-8"))
    assert not re.search(r"\b(?:19|20)\d\d\b", code)
    assert not re.search(r"\bvar |\bfunction \(", code)


COUNTING = re.compile(
    r"""\bDate\b|864e5|86400000|\b36[56]\b|\\d\{4\}|split\(["']-["']\)|slice\(0, (?:4|7|10)\)|-(?:01|12|31)\b"""
)
"""What gives away that a script counts days, or takes a day's text apart, by itself."""


def test_days_are_counted_where_all_scripts_share_it() -> None:
    found = [
        _named(path)
        for path in [*LOADED, *PARTS]
        if path.suffix == ".js" and COUNTING.search(_code(path.read_text("utf-8")))
    ]
    assert found == ["shared/calendar.js", "shared/days.js", "shared/written.js"]


TIGHT = [
    ("a { b: c; d: e }\n", "a{b:c;d:e}"),
    ('a,\nb::before { content: ": ; {"; }\n', 'a,b::before{content:": ; {"}'),
    (
        "@media (min-width: 2em) and (x: y) {\n  a :is(b, c) { d: calc(1px + 2px); }\n}\n",
        "@media (min-width:2em) and (x:y){a :is(b,c){d:calc(1px + 2px)}}",
    ),
]


@pytest.mark.parametrize(("written", "sent"), TIGHT)
def test_a_stylesheet_is_sent_without_blanks(written: str, sent: str) -> None:
    assert tight(written) == sent
