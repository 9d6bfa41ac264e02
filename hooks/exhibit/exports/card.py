"""Card: the picture that other sites show beside a link to the exhibit, drawn from the data.

1,200 by 630 pixels, as Open Graph's readers expect; the colours are those of the dark scheme.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from exhibit.pages.site import Site
from exhibit.views.lineage.lifelines import Lifelines, lifelines

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
_BARS, _ROW, _BAR = 300, 17, 11


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The card's file, where the settings say with which letters and colours it is drawn."""
    settings = site.settings
    if settings.fonts and settings.colours:
        drawn = lifelines(site.exhibit, settings.as_of)
        picture = card(settings.site_name, settings.site_line, drawn, settings.colours, settings.fonts)
        yield "assets/card.png", picture


def card(title: str, line: str, drawn: Lifelines, colours: Mapping[str, str], fonts: Path) -> bytes:
    """The card as a PNG file: the title, one line, and the lives of the organisations.

    colours: ``#rrggbb`` by name: ground, plate, ink-soft, seal-bright, and ``org-`` with the id of an
    organisation; fonts: the folder of the WOFF2 files.
    """
    picture = Image.new("RGB", (WIDTH, HEIGHT), colours["ground"])
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, HEIGHT - 14, WIDTH, HEIGHT), fill=colours["seal-bright"])
    pen.text(
        (MARGIN, 42),
        title,
        font=_font(fonts / "source-serif-4-latin-wght-normal.woff2", 84, 620),
        fill=colours["plate"],
    )
    sans = _font(fonts / "source-sans-3-latin-wght-normal.woff2", 34, 400)
    for number, words in enumerate(_lines(line, sans)):
        pen.text((MARGIN + 2, 164 + 44 * number), words, font=sans, fill=colours["ink-soft"])
    _bars(pen, drawn, colours)
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(file, size)
    font.set_variation_by_axes([weight])
    return font


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The text in two lines at most, broken between words where it is too wide."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines[:2]


def _bars(pen: ImageDraw.ImageDraw, drawn: Lifelines, colours: Mapping[str, str]) -> None:
    """Each life on a row of its own; what is not sure of it is thinner."""
    scale = (WIDTH - 2 * MARGIN) / drawn.width
    for number, one in enumerate(drawn.lines[: (HEIGHT - 30 - _BARS) // _ROW]):
        top = _BARS + number * _ROW
        colour = colours.get(f"org-{one.organisation.id}", colours["ink-soft"])
        for piece in one.pieces:
            thin = 4 if piece.soft or piece.kind == "founding" else 0
            left, right = MARGIN + piece.x * scale, MARGIN + piece.end * scale
            pen.rectangle((left, top + thin, max(left + 2, right), top + _BAR - thin), fill=colour)
