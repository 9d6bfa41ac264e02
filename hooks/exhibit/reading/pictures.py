"""Pictures: the files of data/pictures, each opened to see that it is what its name says, and bounded.

They are never published as they are: what a page shows is drawn anew from the pixels (``exports/pictures.py``), so that
nothing else that a file carries, a place in its metadata or a script behind its end, reaches a visitor.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from exhibit.model.picture import NAME, meant_name
from exhibit.problems.problem import Problem, shown
from exhibit.reading.kept_files import KeptFiles

FOLDER = "pictures"
"""The folder below data/ that holds them."""
MAX_BYTES = 12_000_000
LONGEST, SHORTEST, PIXELS = 12_000, 400, 50_000_000
"""Pixels of the longer side at most and at least, and of the whole at most: what unfolds to more is not opened."""
NARROW = 6
"""How many times as long as broad a picture may be."""
FORMATS = {"jpg": ("JPEG", "MPO"), "png": ("PNG",)}
"""What Pillow calls the formats of each ending; a camera's JPEG with a second picture in it is an MPO."""
BANDS = frozenset("1LAPRGBCMYK") | {"Cb", "Cr"}
"""What pixels are made of that are drawn as they are meant: those of eight bits. A deeper grey is called otherwise."""
_HELD = 0x0112
"""The field that tells how a camera was held; from 5 on it lay on its side (Exif 2.32, 4.6.4)."""
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, IndexError, Image.DecompressionBombError)


class PictureError(ValueError):
    """A file is not a picture that can be shown; the message says why, and what would be right."""


@dataclass(frozen=True)
class PictureFile:
    """A file of data/pictures. digest: of its bytes; width, height: in pixels, as it is looked at."""

    path: Path
    digest: str
    width: int
    height: int

    @property
    def stem(self) -> str:
        return self.path.stem


def read_pictures(root: Path, problems: list[Problem], kept: KeptFiles) -> dict[str, PictureFile | None]:
    """The pictures of a project by the names of their files; None for one that is there and cannot be shown, of which
    a problem tells."""
    found: dict[str, PictureFile | None] = {}
    for path in _files(root / "data" / FOLDER, problems):
        try:
            found[path.name] = _picture(path, kept)
        except PictureError as error:
            found[path.name] = None
            problems.append(Problem(f"data/{FOLDER}/{path.name}", 1, 1, "", str(error)))
    return found


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        problems.append(Problem(f"data/{FOLDER}", 1, 1, "", "not a folder; put a folder of pictures here"))
    elif folder.exists():
        paths = sorted(Path(entry.path) for entry in os.scandir(folder))
        yield from (path for path in paths if not path.name.startswith("."))


def _picture(path: Path, kept: KeptFiles) -> PictureFile:
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if (digest, path.suffix) not in kept.pictures:
        kept.pictures[digest, path.suffix] = size_of(content, path.suffix[1:])
    return PictureFile(path, digest, *kept.pictures[digest, path.suffix])


def _content(path: Path) -> bytes:
    """What a file holds. Raises PictureError for one that is none, or is not to be opened."""
    state = path.lstat()
    if not stat.S_ISREG(state.st_mode):
        raise PictureError("not a plain file (a link, folder or device); put the picture itself here")
    if path.suffix.lower() == ".svg":
        raise PictureError("an SVG can hold scripts and ask other hosts; export it as a PNG")
    if not re.match(NAME, path.name):
        better = meant_name(path.name)
        cure = f"; rename it to {shown(better)}" if better and better != path.name else ""
        raise PictureError(f"a picture is named by words joined by hyphens, then .jpg or .png{cure}")
    if state.st_size > MAX_BYTES:
        raise PictureError(f"the file has more than {MAX_BYTES:,} bytes; save the picture smaller")
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise PictureError(f"cannot be opened ({reason}); let it be read by everybody") from error


def size_of(content: bytes, ending: str) -> tuple[int, int]:
    """Width and height of a picture as it is looked at, in pixels. Raises PictureError for what is none, is of another
    format than its name ends in, too large, too small, moving, or cut off."""
    with warnings.catch_warnings(), _opened(content, ending) as picture:
        warnings.simplefilter("ignore")
        width, height = picture.size
        _check_size(width, height)
        if not BANDS.issuperset(picture.getbands()) or ";" in picture.mode:
            raise PictureError("its colours have more than eight bits; save it with eight")
        if picture.format == "PNG" and getattr(picture, "is_animated", False):
            raise PictureError("the picture moves; save one of its frames")
        try:
            turned = picture.getexif().get(_HELD, 1) in (5, 6, 7, 8)
            picture.draft(
                picture.mode, (width // 8, height // 8)
            )  # whether it is whole is seen in small, too
            picture.load()
        except _BROKEN as error:
            raise PictureError("is cut off or broken; save it again") from error
    return (height, width) if turned else (width, height)


def _opened(content: bytes, ending: str) -> Image.Image:
    """A picture, of which only the head has been read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(content), formats=("JPEG", "PNG"))
    except Image.DecompressionBombError as error:
        raise PictureError(_TOO_LARGE) from error
    except _BROKEN as error:
        raise PictureError("is no picture in the format JPEG or PNG; save it as one") from error
    if picture.format not in FORMATS[ending]:
        other = next((name for name, formats in FORMATS.items() if picture.format in formats), "")
        raise PictureError(f"is a .{other} by what is in it; name it so")
    return picture


_TOO_LARGE = f"has more than {LONGEST:,} pixels on a side, or {PIXELS:,} in all; save it smaller"


def _check_size(width: int, height: int) -> None:
    longer, shorter = max(width, height), min(width, height)
    if longer > LONGEST or width * height > PIXELS:
        raise PictureError(_TOO_LARGE)
    if longer < SHORTEST:
        raise PictureError(f"has fewer than {SHORTEST} pixels on its longer side; find a larger one")
    if longer > NARROW * shorter:
        raise PictureError(f"is more than {NARROW} times as long as broad; cut it")


def upright(content: bytes) -> Image.Image:
    """The picture of a file that has been read, turned as it is looked at."""
    return ImageOps.exif_transpose(Image.open(BytesIO(content)))
