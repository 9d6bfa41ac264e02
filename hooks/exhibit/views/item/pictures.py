"""Pictures: in which sizes and formats each is to be had, and where; which of all are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.addresses import picture_path
from exhibit.model.kinds import Item
from exhibit.model.picture import ItemPicture
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.pictures import PictureFile

WIDTHS = (400, 800, 1600)
"""Widths in pixels in which a picture is made: for a telephone, for a page, for a page of fine pixels."""
FORMATS = ("avif", "webp")
"""The formats, the smaller first; browsers that know neither are from before 2021."""
CARD = 1200
"""The width in pixels of the JPEG that other sites show beside a link, as readers of Open Graph expect."""


@dataclass(frozen=True)
class MadePicture:
    """A picture in one size and format: its path from the site's root, its width in pixels."""

    path: str
    width: int
    format: str


@dataclass(frozen=True)
class ShownPicture:
    """A picture as a page shows it.

    width, height: in pixels, of the size that most readers see, so that room is kept for it; made: by format, the
    smallest first; card: for links from elsewhere.
    """

    picture: ItemPicture
    file: PictureFile
    width: int
    height: int
    made: dict[str, list[MadePicture]]
    card: MadePicture

    @property
    def usual(self) -> MadePicture:
        """The one that a browser shows which cannot choose."""
        return next(one for one in self.made[FORMATS[-1]] if one.width == self.width)

    @property
    def largest(self) -> MadePicture:
        """The one to be looked at closely."""
        return self.made[FORMATS[-1]][-1]

    def every(self) -> Iterator[MadePicture]:
        """All that is made of it."""
        for made in self.made.values():
            yield from made
        yield self.card


def shown_pictures(exhibit: Exhibit, item: Item) -> list[ShownPicture]:
    """The pictures of an item, in the order of its file."""
    files = ((picture, exhibit.pictures.get(picture.file)) for picture in item.picture)
    return [_shown(picture, file) for picture, file in files if file]


def all_pictures(exhibit: Exhibit) -> list[tuple[Item, ShownPicture]]:
    """Every picture that a page shows, with its item, by the item's title."""
    items = sorted(exhibit.items.values(), key=lambda item: (item.title.casefold(), item.id))
    return [(item, one) for item in items if item.picture for one in shown_pictures(exhibit, item)]


def _shown(picture: ItemPicture, file: PictureFile) -> ShownPicture:
    widths = [width for width in WIDTHS if width < file.width]
    widths += [min(file.width, WIDTHS[-1])] if len(widths) < len(WIDTHS) else []
    usual = next((width for width in widths if width >= WIDTHS[1]), widths[-1])
    made = {format_: [_made(file, width, format_) for width in widths] for format_ in FORMATS}
    card = _made(file, min(file.width, CARD), "jpg")
    return ShownPicture(picture, file, usual, height_of(file, usual), made, card)


def _made(file: PictureFile, width: int, format_: str) -> MadePicture:
    return MadePicture(picture_path(file.stem, file.digest, width, format_), width, format_)


def height_of(file: PictureFile, width: int) -> int:
    """The height in pixels that a picture has at a width."""
    return max(1, round(file.height * width / file.width))
