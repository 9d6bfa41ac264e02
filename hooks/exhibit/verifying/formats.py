"""Files of binary formats, pictures and fonts above all: each is what its name says, and whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from exhibit.verifying.fault import SiteFault
from exhibit.verifying.site import FinishedSite

BEGINNINGS = {
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".jpg": rb"\xff\xd8\xff",
    ".jpeg": rb"\xff\xd8\xff",
    ".gif": rb"GIF8[79]a",
    ".webp": rb"RIFF.{4}WEBP",
    ".avif": rb".{4}ftyp(avif|avis|mif1|miaf)",
    ".ico": rb"\x00\x00\x01\x00|\x89PNG",
    ".woff2": rb"wOF2",
    ".woff": rb"wOFF",
    ".pdf": rb"%PDF-",
    ".zip": rb"\x50\x4b",
    ".sqlite": rb"SQLite format 3\x00",
}
"""The first bytes of a kind of file, as a regular expression (each format's own specification)."""

_MARKER = re.compile(rb"\xff([^\0\xd0-\xd7\xff])")
"""What ends the pixels of a JPEG, or a part of them (ITU-T T.81, B.1.1)."""


def check(site: FinishedSite) -> Iterator[SiteFault]:
    """The files of a site that have such a format, but for those that are empty."""
    for name in sorted(site.files):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in BEGINNINGS and (content := site.read(name)):
            if not _begins(suffix, content):
                yield SiteFault(name, f"does not begin as a file named {suffix} does{_instead(content)}")
            elif not is_whole(suffix, content):
                yield SiteFault(name, "is cut off; write it again")


def is_whole(suffix: str, content: bytes) -> bool:
    """Whether a file of a format, which begins as it has to, is there up to its end."""
    return _IS_WHOLE[suffix](content)


def _begins(suffix: str, content: bytes) -> bool:
    return re.match(BEGINNINGS[suffix], content, re.DOTALL) is not None


def _instead(content: bytes) -> str:
    """What to do about a file that is not what its name says."""
    kind = next((suffix for suffix in BEGINNINGS if _begins(suffix, content)), "")
    return f", but as {kind} does; name it so, or write it again" if kind else "; write it again"


def _has(ending: bytes) -> Callable[[bytes], bool]:
    """Whether a file has what stands at its end; there may be something behind."""
    return lambda content: ending in content


def _ends_jpeg(content: bytes) -> bool:
    """Whether the picture itself has its end: the small one that a camera puts before it has one too."""
    at = 2
    while len(content) >= at + 4 and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xD9:
            return True
        at += 1 if marker == 0xFF else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xDA:  # pixels follow
            found = _MARKER.search(content, at)
            at = found.start() if found else len(content)
    return content[at : at + 2] == b"\xff\xd9"


def _ends_boxes(content: bytes) -> bool:
    """Whether an AVIF has the box of its pixels, and its last box ends where the file does (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        if size < 8:
            return size == 0  # up to the end
        at += size
    return at == len(content) and b"mdat" in content


def _has_icons(content: bytes) -> bool:
    """Whether the icons that the head of the file lists are in it, each by its length and place."""
    entries = [content[at : at + 16] for at in range(6, 6 + 16 * int.from_bytes(content[4:6], "little"), 16)]
    ends = [int.from_bytes(one[8:12], "little") + int.from_bytes(one[12:], "little") for one in entries]
    return content.startswith(b"\x89PNG") or max(ends, default=0) <= len(content)


def _says_length(content: bytes) -> bool:
    """Whether a font is as long as it says (WOFF 2.0, 4.1)."""
    return int.from_bytes(content[8:12], "big") == len(content)


def _has_its_pages(content: bytes) -> bool:
    """Whether a database has as many pages as it says, each as large as it says (SQLite, Database File Format, 1.3)."""
    size = int.from_bytes(content[16:18], "big")
    return len(content) == (1 << 16 if size == 1 else size) * int.from_bytes(content[28:32], "big")


_IS_WHOLE: dict[str, Callable[[bytes], bool]] = {
    ".png": _has(b"IEND\xaeB\x60\x82"),
    ".jpg": _ends_jpeg,
    ".jpeg": _ends_jpeg,
    ".gif": lambda content: content.rstrip(b"\0").endswith(b";"),
    ".webp": lambda content: len(content) >= int.from_bytes(content[4:8], "little") + 8,
    ".avif": _ends_boxes,
    ".ico": _has_icons,
    ".woff2": _says_length,
    ".woff": _says_length,
    ".pdf": _has(b"%%EOF"),
    ".zip": _has(b"\x50\x4b\5\6"),
    ".sqlite": _has_its_pages,
}
