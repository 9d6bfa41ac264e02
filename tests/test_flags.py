"""Flags: those of the exhibit's states and no others, each a small drawing that can do nothing."""

from __future__ import annotations

import importlib.util
from types import ModuleType
from xml.etree import ElementTree

import pytest
from conftest import AS_OF, ROOT
from exhibit.exports import flags as exported
from exhibit.model.states_of_the_world import left_to_users
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.flags import FOLDER, flag_codes

MOST, ALL = 64_000, 220_000
"""Bytes of the largest flag and of all of them: as files, of which a page asks for those that come into view."""


def _make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_flags", ROOT / "hooks/flags/make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = _make()
FLAGS = sorted(FOLDER.glob("*.svg"))


def test_each_state_with_a_code_of_its_own_has_its_flag_and_no_other_is_kept(real: Exhibit) -> None:
    codes = {state.code for state in real.of("countries") if state.code and not left_to_users(state.code)}
    assert flag_codes() == codes


def test_flags_are_small() -> None:
    sizes = [path.stat().st_size for path in FLAGS]
    assert max(sizes) <= MOST and sum(sizes) <= ALL


@pytest.mark.parametrize("path", FLAGS, ids=lambda path: path.stem)
def test_a_flag_is_a_drawing_that_can_do_nothing(path: object) -> None:
    """What stands in the folder is what the script would keep of it; ids are of one drawing only."""
    code, text = path.stem, path.read_text("utf-8")  # type: ignore[attr-defined]
    assert MAKE.cleaned(text, "x").replace("x-" + code, code) == text
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == "0 0 640 480"
    ids = [element.get("id", code + "-") for element in root.iter()]
    assert all(id_.startswith(f"{code}-") for id_ in ids)


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "'script' is not in the list"),
        ('<path onload="alert(1)"/>', "'onload' is not in the list"),
        ('<path style="fill:url(https://x.example/)"/>', "'style' is not in the list"),
        (
            '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
            "'foreignObject' is not",
        ),
        ('<image href="https://x.example/a.png"/>', "'image' is not in the list"),
        ('<use href="https://x.example/a.svg#b"/>', "links to 'https://x.example/a.svg#b'"),
        ('<path fill="url(https://x.example/)"/>', "asks for 'url(https://x.example/)'"),
        ("<text>words</text>", "'text' is not in the list"),
    ],
)
def test_a_drawing_with_anything_else_is_refused(inside: str, told: str) -> None:
    with pytest.raises(MAKE.ForeignError, match=".*") as error:
        MAKE.cleaned(f'<svg xmlns="{MAKE.SVG}">{inside}</svg>', "xx")
    assert told in str(error.value)


def test_ids_are_told_apart_by_the_state() -> None:
    text = f'<svg xmlns="{MAKE.SVG}" xmlns:l="{MAKE.XLINK}" id="flag-icons-xx"><path id="a"/>'
    text += '<use l:href="#a" clip-path="url(#b)"/></svg>'
    assert MAKE.cleaned(text, "xx") == (
        f'<svg id="xx-xx" xmlns="{MAKE.SVG}"><path id="xx-a"/><use href="#xx-a" clip-path="url(#xx-b)"/></svg>\n'
    )


def test_only_states_of_the_exhibit_bring_their_flag(tiny: Exhibit, real: Exhibit) -> None:
    """Those of the tiny exhibit have codes that are left to users."""
    assert dict(exported.export(Site(tiny, Settings(AS_OF)))) == {}
    paths = dict(exported.export(Site(real, Settings(AS_OF))))
    assert paths["assets/flags/kz.svg"] == (FOLDER / "kz.svg").read_bytes()
    assert not {"soviet-union", "czechoslovakia"} & Site(real, Settings(AS_OF)).flags.keys()
