"""Card: the picture that other sites show beside a link to the exhibit, drawn from the data.

1,200 by 630 pixels, as Open Graph's readers expect; the colours are those of the stylesheet's dark scheme.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from exhibit.model.story import Mark
from exhibit.views.lineage.lifelines import Lifelines

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
_BARS, _ROW, _BAR = 300, 17, 11
_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})")


def card(
    title: str, line: str, drawn: Lifelines, marks: Mapping[str, Mark], stylesheet: str, fonts: Path
) -> bytes:
    """The card as a PNG file: the title, one line, and the lives of the organisations.

    marks: those of organisations, for their colours; stylesheet: its text, for all other; fonts: the folder of the WOFF2 files.
    """
    colours = dict(
        _COLOUR.findall(stylesheet.partition('[data-md-color-scheme="slate"]')[2].partition("}")[0])
    )
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
    _bars(pen, drawn, marks, colours["ink-soft"])
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


def _bars(pen: ImageDraw.ImageDraw, drawn: Lifelines, marks: Mapping[str, Mark], plain: str) -> None:
    """Each life on a row of its own; what is not sure of it is thinner."""
    scale = (WIDTH - 2 * MARGIN) / drawn.width
    for number, one in enumerate(drawn.lines[: (HEIGHT - 30 - _BARS) // _ROW]):
        top = _BARS + number * _ROW
        mark = marks.get(one.organisation.id)
        colour = (mark and mark.dark) or plain
        for piece in one.pieces:
            thin = 4 if piece.soft or piece.kind == "founding" else 0
            left, right = MARGIN + piece.x * scale, MARGIN + piece.end * scale
            pen.rectangle((left, top + thin, max(left + 2, right), top + _BAR - thin), fill=colour)
