"""The card for links from elsewhere: its size, and that it is drawn from the data and the colours."""

from __future__ import annotations

import io
from collections.abc import Mapping

from adapter.assets import bundle
from adapter.styles import colours
from conftest import AS_OF, ROOT
from exhibit.exports import card
from exhibit.model.dates import parse_date
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.lifelines import lifelines
from PIL import Image

FONTS = ROOT / "docs/assets/fonts"
COLOURS = colours(bundle(ROOT / "docs/assets/exhibit.css"), "slate")


def _drawn(exhibit: Exhibit, colours: Mapping[str, str] = COLOURS) -> bytes:
    drawn = lifelines(exhibit, parse_date("2026-06"))
    return card.card("Rivers", "How they met.", drawn, exhibit.story.mark_of, colours, FONTS)


def test_a_card_has_the_size_that_readers_of_open_graph_expect(tiny: Exhibit) -> None:
    picture = Image.open(io.BytesIO(_drawn(tiny)))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_a_card_is_the_same_twice_and_follows_data_and_colours(tiny: Exhibit) -> None:
    first = _drawn(tiny)
    assert _drawn(tiny) == first
    assert _drawn(Exhibit({}, {})) != first
    assert _drawn(tiny, {**COLOURS, "ground": "#223344"}) != first


def test_a_card_is_an_export_of_a_site_that_is_told_colours_and_fonts(tiny: Exhibit) -> None:
    told = Settings(AS_OF, site_name="Rivers", site_line="How they met.", colours=COLOURS, fonts=FONTS)
    assert dict(card.export(Site(tiny, told))) == {"assets/card.png": _drawn(tiny)}
    assert dict(card.export(Site(tiny, Settings(AS_OF)))) == {}
