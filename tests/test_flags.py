"""Flags: those of the exhibit's states and no others, each a small picture, in which nothing can run."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_OF
from exhibit.exports import flags as exported
from exhibit.model.states_of_the_world import left_to_users
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.flags import FOLDER, flag_codes
from PIL import Image

MOST, ALL = 1_100, 27_000
"""Bytes of the largest flag and of all of them."""
FLAGS = sorted(FOLDER.glob("*.webp"))


def test_each_state_with_a_code_of_its_own_has_its_flag_and_no_other_is_kept(real: Exhibit) -> None:
    codes = {state.code for state in real.of("countries") if state.code and not left_to_users(state.code)}
    assert flag_codes() == codes


def test_flags_are_small() -> None:
    sizes = [path.stat().st_size for path in FLAGS]
    assert max(sizes) <= MOST and sum(sizes) <= ALL


@pytest.mark.parametrize("path", FLAGS, ids=lambda path: path.stem)
def test_a_flag_is_a_picture_three_times_as_large_as_it_is_shown(path: Path) -> None:
    with Image.open(path) as flag:
        assert (flag.format, flag.size, flag.n_frames) == ("WEBP", (60, 45), 1)  # type: ignore[attr-defined]  # of WebP
        assert len(flag.convert("RGB").getcolors(60 * 45) or ()) > 1  # it is drawn


def test_only_states_of_the_exhibit_bring_their_flag(tiny: Exhibit, real: Exhibit) -> None:
    """Those of the tiny exhibit have codes that are left to users."""
    assert dict(exported.export(Site(tiny, Settings(AS_OF)))) == {}
    paths = dict(exported.export(Site(real, Settings(AS_OF))))
    assert paths["assets/flags/kz.webp"] == (FOLDER / "kz.webp").read_bytes()
    assert not {"soviet-union", "czechoslovakia"} & Site(real, Settings(AS_OF)).flags.keys()
