"""The card for links from elsewhere: its size, and that it is drawn from the data and the stylesheet."""

from __future__ import annotations

import io

from conftest import ROOT
from exhibit.exports.card import card
from exhibit.model.dates import parse_date
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.lifelines import lifelines
from PIL import Image

FONTS = ROOT / "docs/assets/fonts"
STYLE = (ROOT / "docs/assets/exhibit.css").read_text("utf-8")


def _drawn(exhibit: Exhibit, style: str = STYLE) -> bytes:
    return card(
        "Rivers",
        "How they met.",
        lifelines(exhibit, parse_date("2026-06")),
        exhibit.story.mark_of,
        style,
        FONTS,
    )


def test_a_card_has_the_size_that_readers_of_open_graph_expect(tiny: Exhibit) -> None:
    picture = Image.open(io.BytesIO(_drawn(tiny)))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_a_card_is_the_same_twice_and_follows_data_and_colours(tiny: Exhibit) -> None:
    first = _drawn(tiny)
    assert _drawn(tiny) == first
    assert _drawn(Exhibit({}, {})) != first
    slate = STYLE.index("--ground: #0d1316")
    assert _drawn(tiny, STYLE[:slate] + "--ground: #223344" + STYLE[slate + 17 :]) != first
