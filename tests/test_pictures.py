"""Pictures: what is taken and what is refused, what is made of them, and how a page shows them.

Every picture is drawn by the test that needs it.
"""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from conftest import AS_OF, build_here, draw, tiny_project
from exhibit.checking.read import Checked, read_exhibit
from exhibit.commands.cli import main
from exhibit.exports import pictures
from exhibit.exports.book import Book, Plan
from exhibit.exports.every import drawings
from exhibit.pages.site import Settings, Site
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.pictures import PictureFile, read_pictures
from exhibit.views.item.pictures import MadePicture
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

WHOLE = """
picture:
  file: ford-2001.jpg
  alt: Six people at a long table.
  caption: The meeting at Ford.
  credit: A. Author / River Archive
  licence: cc by-sa 4.0
  cite: 'gazette#3'
"""


# --- what is taken --------------------------------------------------------------------------------


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _bomb(width: int, height: int) -> bytes:
    """A PNG of some hundred bytes that unfolds to as many pixels as it says."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(b"\0"))
        + _chunk(b"IEND", b"")
    )


def _written(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _moving(path: Path) -> None:
    frames = [Image.new("RGB", (500, 400), colour) for colour in ("red", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:])


def _cut(path: Path) -> None:
    draw(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


def _as_png(path: Path) -> None:
    path.write_bytes(draw(path.with_suffix(".png")).read_bytes())
    path.with_suffix(".png").unlink()


def _linked(path: Path) -> None:
    path.symlink_to(draw(path.parent.parent.parent / "elsewhere.png"))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("a.svg", _written(SVG), "an SVG can hold scripts and ask other hosts; export it as a PNG"),
    ("a.png", _written(SVG), "is no picture in the format JPEG or PNG; save it as one"),
    (
        "a.jpg",
        _written(b"<!doctype html><script>alert(1)</script>"),
        "is no picture in the format JPEG or PNG; save it as one",
    ),
    ("a.jpg", _as_png, "is a .png by what is in it; name it so"),
    ("a.png", _written(b"GIF89a" + bytes(40)), "is no picture in the format JPEG or PNG; save it as one"),
    ("a.png", _written(b""), "is no picture in the format JPEG or PNG; save it as one"),
    ("a.jpg", _cut, "is cut off or broken; save it again"),
    ("a.png", _cut, "is cut off or broken; save it again"),
    ("a.png", _written(_bomb(5000, 4000)), "is cut off or broken; save it again"),
    (
        "a.png",
        _written(_bomb(12_001, 12_000)),
        "has more than 12,000 pixels on a side, or 50,000,000 in all; save it smaller",
    ),
    (
        "a.png",
        _written(_bomb(10_000, 6_000)),
        "has more than 12,000 pixels on a side, or 50,000,000 in all; save it smaller",
    ),
    (
        "a.png",
        _written(_bomb(2**31 - 1, 2**31 - 1)),
        "has more than 12,000 pixels on a side, or 50,000,000 in all; save it smaller",
    ),
    (
        "a.png",
        lambda path: draw(path, 300, 200),
        "has fewer than 400 pixels on its longer side; find a larger one",
    ),
    ("a.png", lambda path: draw(path, 1300, 200), "is more than 6 times as long as broad; cut it"),
    ("a.png", _moving, "the picture moves; save one of its frames"),
    (
        "a.png",
        lambda path: Image.new("I;16", (500, 400)).save(path),
        "its colours have more than eight bits; save it with eight",
    ),
    ("a.png", _linked, "not a plain file (a link, folder or device); put the picture itself here"),
    (
        "a.png",
        lambda path: path.symlink_to("/dev/zero"),
        "not a plain file (a link, folder or device); put the picture itself here",
    ),
    (
        "a.png",
        lambda path: path.mkdir(),
        "not a plain file (a link, folder or device); put the picture itself here",
    ),
    ("a.png", os.mkfifo, "not a plain file (a link, folder or device); put the picture itself here"),
    (
        "My Picture.JPEG",
        lambda path: draw(path, format="JPEG"),
        "a picture is named by words joined by hyphens, then .jpg or .png; rename it to 'my-picture.jpg'",
    ),
    ("a.webp", draw, "a picture is named by words joined by hyphens, then .jpg or .png"),
    (
        "a.png",
        _written(bytes(12_000_001)),
        "the file has more than 12,000,000 bytes; save the picture smaller",
    ),
]


@pytest.mark.parametrize(("name", "make", "told"), REFUSED, ids=[f"{n}-{t[:24]}" for n, _, t in REFUSED])
def test_what_is_no_picture_to_be_shown_is_refused(
    tmp_path: Path, name: str, make: Callable[[Path], object], told: str
) -> None:
    folder = tmp_path / "data" / "pictures"
    folder.mkdir(parents=True)
    make(folder / name)
    problems: list[object] = []
    assert read_pictures(tmp_path, problems, KeptFiles()) == {name: None}  # type: ignore[arg-type]
    assert [str(problem) for problem in problems] == [f"data/pictures/{name}:1:1: {told}"]


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    draw(tmp_path / "elsewhere" / "a.png")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pictures").symlink_to(tmp_path / "elsewhere")
    problems: list[object] = []
    assert read_pictures(tmp_path, problems, KeptFiles()) == {}  # type: ignore[arg-type]
    assert [str(one) for one in problems] == [
        "data/pictures:1:1: not a folder; put a folder of pictures here"
    ]


def test_a_picture_has_the_size_at_which_it_is_looked_at(tmp_path: Path) -> None:
    """A camera that was held upright writes the picture lying, and says so."""
    exif = Image.Exif()
    exif[0x0112] = 6
    draw(tmp_path / "data/pictures/a.jpg", 900, 600, exif=exif)
    draw(tmp_path / "data/pictures/b.png", 900, 600)
    found = read_pictures(tmp_path, [], KeptFiles())
    assert [(one.width, one.height) for one in found.values() if one] == [(600, 900), (900, 600)]
    made = Image.open(BytesIO(pictures.picture_made(_of(found, "a.jpg"), MadePicture("", 400, "webp"))))
    assert (made.size, made.getexif()) == ((400, 600), {})


def _of(found: dict[str, PictureFile | None], name: str) -> PictureFile:
    file = found[name]
    assert file
    return file


# --- what an item says of it ----------------------------------------------------------------------


def _read(folder: Path, told: str) -> Checked:
    project = tiny_project(folder)
    draw(project / "data/pictures/ford-2001.jpg")
    file = project / "data/summits/league-2001-ford.yml"
    file.write_text(file.read_text("utf-8") + told.lstrip("\n"), "utf-8")
    return read_exhibit(project)


TOLD = [
    ("", "", []),
    ("ford-2001.jpg", "ford-2010.jpg", ["picture.file: no picture 'ford-2010.jpg' in data/pictures; did you mean 'ford-2001.jpg'?"]),
    ("ford-2001.jpg", "../ford-2001.jpg", ["picture.file: '../ford-2001.jpg' is not the name of a file in data/pictures: words joined by hyphens, then .jpg or .png; write ford-2001.jpg"]),
    ("ford-2001.jpg", "Ford 2001.JPEG", ["picture.file: 'Ford 2001.JPEG' is not the name of a file in data/pictures: words joined by hyphens, then .jpg or .png; write ford-2001.jpg"]),
    ("  alt: Six people at a long table.\n", "", ["picture.alt: 'alt' is missing; add `alt: what is to be seen"]),
    ("  credit: A. Author / River Archive\n", "", ["picture.credit: 'credit' is missing; add `credit: whose picture it is"]),
    ("  licence: cc by-sa 4.0\n", "", ["picture.licence: 'licence' is missing; one of: public domain, cc0 1.0"]),
    ("cc by-sa 4.0", "all mine", ["picture.licence: "]),
    ("  cite: 'gazette#3'\n", "", ["picture: a picture says where it comes from; add `cite` with the source it was taken from"]),
    ("cc by-sa 4.0\n  cite: 'gazette#3'", "own", []),
    ("Six people at a long table.", "A photo of the meeting", ["picture.alt: tells that there is a picture; tell what is to be seen in it"]),
    ("Six people at a long table.", "The meeting at Ford.", ["picture.alt: the same words stand below the picture; tell here what is to be seen"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), TOLD, ids=[f"{o[:12]}-{n[:20]}" for o, n, _ in TOLD])
def test_what_an_item_says_of_its_picture_is_checked(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    assert old in WHOLE
    found = _read(tmp_path / "p", WHOLE.replace(old, new) if old else WHOLE).problems
    said = [
        re.sub(r"^\S+ (warning: )?", "", str(problem)) for problem in found if "pictures/" not in problem.file
    ]
    assert len(said) == len(told)
    assert all(one.startswith(start) for one, start in zip(said, told, strict=True)), said


def test_a_picture_that_no_item_shows_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path / "p", "")
    assert [str(problem) for problem in found.problems] == [
        "data/pictures/ford-2001.jpg:1:1: warning: no item shows this picture; name it in the item's file, or delete it"
    ]


# --- what is made of it ---------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["avif", "webp", "jpg"])
def test_a_picture_is_made_anew_of_its_pixels_and_the_same_each_time(tmp_path: Path, format_: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "where the author lives"
    path = draw(tmp_path / "a.jpg", 1800, 1200, exif=exif, comment=b"secret words")
    path.write_bytes(path.read_bytes() + b"<script>secret words</script>")
    first = pictures.drawn(path.read_bytes(), 800, 533, format_)
    assert pictures.drawn(path.read_bytes(), 800, 533, format_) == first
    made = Image.open(BytesIO(first))
    assert (made.format, made.size) == (pictures.SAVED[format_][0], (800, 533))
    assert b"author" not in first and b"secret" not in first
    assert made.convert("RGB").getpixel((400, 350)) == pytest.approx((107, 74, 43), abs=12)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_pictures_of_every_sort_are_drawn_on_paper(mode: str) -> None:
    file = BytesIO()
    Image.new(mode, (500, 400), 0 if mode in "1LAP" else None or (0,) * 4).save(
        file, "JPEG" if mode == "CMYK" else "PNG"
    )
    made = Image.open(BytesIO(pictures.drawn(file.getvalue(), 400, 320, "webp")))
    assert made.mode == "RGB"
    light = mode in ("LA", "RGBA", "CMYK")
    assert all(abs(value - (255 if light else 0)) < 3 for value in made.getpixel((9, 9)))  # type: ignore[union-attr]


def test_what_was_made_is_kept_until_it_is_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(tmp_path / "data/pictures/a.png")
    file, kept = _of(read_pictures(tmp_path, [], KeptFiles()), "a.png"), tmp_path / "kept"
    made = MadePicture("assets/pictures/a-400.webp", 400, "webp")
    first = pictures.picture_made(file, made, kept)
    (there,) = kept.iterdir()
    monkeypatch.setattr(pictures, "drawn", lambda *_: b"anew")
    assert pictures.picture_made(file, made, kept) == first
    there.write_bytes(there.read_bytes()[:-1])
    assert pictures.picture_made(file, made, kept) == b"anew"


def test_the_book_has_each_picture_as_it_lies_beside_it(tmp_path: Path) -> None:
    exhibit = _read(tmp_path / "p", WHOLE).exhibit
    site = Site(exhibit, Settings(AS_OF, directory_urls=False, annexes=False))
    book = LexborHTMLParser(Book(site, Plan("Rivers", "", "", "", {}, {})).text({}))
    (image,) = book.css("figure.picture img")
    there = dict(drawings(site))
    assert image.attributes == {
        "src": next(path for path in there if path.endswith("-800.webp")),
        "width": "800",
        "height": "533",
        "alt": "Six people at a long table.",
    }
    assert book.css("figure.picture source, figure.picture > a[href]") == []


# --- how it is shown ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tiny_project(tmp_path_factory.mktemp("pictures") / "p", "# Home\n\n{{ pictures() }}\n")
    draw(project / "data/pictures/ford-2001.jpg", 1000, 600)
    file = project / "data/summits/league-2001-ford.yml"
    file.write_text(file.read_text("utf-8") + WHOLE.lstrip(), "utf-8")
    return build_here(project)


def test_a_page_shows_its_picture_with_whose_it_is(site: Path) -> None:
    page = LexborHTMLParser((site / "summits/league-2001-ford/index.html").read_text("utf-8"))
    (figure,) = page.css("figure.picture")
    at = re.search(r"ford-2001-[0-9a-f]{8}", figure.html or "")
    assert at
    assert re.sub(r"\s+", " ", (figure.html or "").replace(at[0], "ford")) == (
        '<figure class="picture"> <a href="../../assets/pictures/ford-1000.webp"><picture>'
        '<source type="image/avif" srcset="../../assets/pictures/ford-400.avif 400w, '
        '../../assets/pictures/ford-800.avif 800w, ../../assets/pictures/ford-1000.avif 1000w" '
        'sizes="(max-width: 900px) 94vw, 800px">'
        '<img src="../../assets/pictures/ford-800.webp" srcset="../../assets/pictures/ford-400.webp 400w, '
        '../../assets/pictures/ford-800.webp 800w, ../../assets/pictures/ford-1000.webp 1000w" '
        'sizes="(max-width: 900px) 94vw, 800px" width="800" height="480" '
        'alt="Six people at a long table." loading="lazy" decoding="async"></picture></a> '
        '<figcaption>The meeting at Ford.<sup class="cite"><a href="#cite-1">1</a></sup> '
        '<span class="credit">A. Author / River Archive. '
        '<a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license noopener">CC BY-SA 4.0</a>.</span>'
        "</figcaption> </figure>"
    )
    said = {one.attributes["property"]: one.attributes["content"] for one in page.css("meta[property]")}
    assert str(said["og:image"]).endswith(f"/assets/pictures/{at[0]}-1000.jpg")
    assert said["og:image:alt"] == "Six people at a long table."


def test_other_pages_show_none(site: Path) -> None:
    pages = [
        path.parent.name
        for path in site.rglob("*.html")
        if 'figure class="picture"' in path.read_text("utf-8")
    ]
    assert pages == ["league-2001-ford"]


def test_the_call_lists_every_picture_with_its_licence(site: Path) -> None:
    page = LexborHTMLParser((site / "index.html").read_text("utf-8"))
    assert [" ".join(cell.text().split()) for cell in page.css("table.pictures tbody > tr > *")] == [
        "Six people at a long table.1",
        "First meeting of the League",
        "A. Author / River Archive",
        "CC BY-SA 4.0",
    ]


def test_the_site_has_each_size_and_nothing_else_of_the_original(site: Path) -> None:
    names = sorted(re.sub("-[0-9a-f]{8}-", "-", path.name) for path in (site / "assets/pictures").iterdir())
    assert names == [
        *(
            f"ford-2001-{width}.{ending}"
            for width, ending in (("1000", "avif"), ("1000", "jpg"), ("1000", "webp"))
        ),
        *(f"ford-2001-{width}.{ending}" for width in (400, 800) for ending in ("avif", "webp")),
    ]


def test_nothing_is_wrong_with_a_site_that_has_pictures(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(site)]) == 0
    assert capsys.readouterr() == (f"{site}: no problem\n", "")
