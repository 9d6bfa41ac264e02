"""Pictures: each in the sizes and formats in which pages show it, drawn anew from its pixels and nothing else.

The same file gives the same bytes. What was made is kept from one build to the next under a digest of the original, of
the size and of the programs that made it; it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, features

from exhibit.editing.files import replace
from exhibit.pages.site import Site
from exhibit.reading.pictures import PictureFile, upright
from exhibit.views.item.pictures import MadePicture, all_pictures, height_of

SAVED: dict[str, tuple[str, dict[str, int | bool]]] = {
    "avif": ("AVIF", {"quality": 62, "speed": 6, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 80, "method": 5}),
    "jpg": ("JPEG", {"quality": 84, "optimize": True, "progressive": True}),
}
"""How each format is written: what Pillow calls it, and its settings. One thread, so that two machines agree."""
PAPER = "#ffffff"
"""What lies under a transparent picture: drawings in black would be lost on a dark page."""
_SIGN = 32
"""Bytes of the digest at the head of what is kept, by which it is known to be whole."""


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every picture in every size and format; what is kept and no longer wanted is deleted."""
    wanted = {
        made.path: (shown.file, made) for _, shown in all_pictures(site.exhibit) for made in shown.every()
    }
    folder = site.settings.kept_pictures
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        contents = pool.map(lambda one: picture_made(one[0], one[1], folder), wanted.values())
        yield from zip(wanted, contents, strict=True)
    if folder and folder.is_dir():
        names = {_name(*one) for one in wanted.values()}
        for old in [path for path in folder.iterdir() if path.name not in names]:
            with suppress(OSError):
                old.unlink()


def export_at(site: Site, path: str) -> bytes | None:
    """One of them by its path in the site, for a server; None where there is none there."""
    for _, shown in all_pictures(site.exhibit):
        for made in shown.every():
            if made.path == path:
                return picture_made(shown.file, made, site.settings.kept_pictures)
    return None


def picture_made(file: PictureFile, made: MadePicture, folder: Path | None = None) -> bytes:
    """A picture in one size and format. folder: where it is kept, if anywhere."""
    kept = folder / _name(file, made) if folder else None
    if kept and (known := _known(kept)):
        return known
    content = drawn(file.path.read_bytes(), made.width, height_of(file, made.width), made.format)
    if kept:
        with suppress(OSError):  # nothing is lost but time
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace(kept, _digest(content) + content)
    return content


def _known(kept: Path) -> bytes:
    """What was kept in a file; nothing where it is not what was written."""
    with suppress(OSError):
        whole = kept.read_bytes()
        if whole[:_SIGN] == _digest(whole[_SIGN:]):
            return whole[_SIGN:]
    return b""


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SIGN).digest()


def _name(file: PictureFile, made: MadePicture) -> str:
    return f"{file.digest[:32]}-{made.width}-{_recipe()}.{made.format}"


@cache
def _recipe() -> str:
    """A sign of how pictures are made, and by which programs."""
    programs = [features.version(name) for name in ("pil", "avif", "webp", "jpg", "littlecms2")]
    return hashlib.sha256(repr((SAVED, PAPER, programs)).encode()).hexdigest()[:12]


def drawn(content: bytes, width: int, height: int, format_: str) -> bytes:
    """The pixels of a picture in another size and format, in the colours of sRGB; nothing else of the file."""
    picture = _in_screen_colours(upright(content))
    resized = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    name, settings = SAVED[format_]
    file = BytesIO()
    _bare(resized).save(file, name, **settings)
    return file.getvalue()


def _in_screen_colours(picture: Image.Image) -> Image.Image:
    """A picture as RGB: its colours as its own profile means them, what is transparent in it as on paper."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: the colours as they are
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            found = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            picture = found or picture
    if picture.has_transparency_data:
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, PAPER), picture.convert("RGBA"))
    return picture.convert("RGB")


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone: a format may write what else a picture knows of itself."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare
