"""The site without a server: what its build leaves out, and the zip it is packed into.

``python -m adapter.offline`` packs the build that ``mkdocs.offline.yml`` makes; the same build gives the
same bytes.
"""

from __future__ import annotations

import posixpath
import sys
import zipfile
from collections.abc import Collection
from datetime import date
from io import BytesIO
from pathlib import Path

from exhibit.editing.files import replace
from exhibit.model.addresses import paths_at, relative, url_of
from exhibit.problems.suggestion import fold
from exhibit.views.membership.on_day import last_day
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from adapter.placing import LIST, listed
from adapter.reading import day_known_of

CONFIG = "mkdocs.offline.yml"


def without_server(site: Path) -> None:
    """Drop what only a server or another host can use."""
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)


def files_named(html: str, page: str, pages: Collection[str]) -> str:
    """HTML written by hand whose links to folders (``galleries/``) name the files instead.

    page: the Markdown path of the page it stands on; pages: the Markdown paths of the whole site.
    """
    fragment = LexborHTMLParser("<div></div>", is_fragment=True).root
    assert fragment
    fragment.inner_html = html
    for link in fragment.css("a[href]"):
        link.attrs["href"] = _file_of(link.attributes["href"] or "", page, pages)
    return fragment.inner_html or ""


def _file_of(href: str, page: str, pages: Collection[str]) -> str:
    """The link to the file of a folder; any other link as it is."""
    folder, hash_, anchor = href.partition("#")
    if not folder.endswith("/") or ":" in folder or "?" in folder:
        return href
    target = posixpath.normpath(posixpath.join(url_of(page), folder)).removeprefix(".")
    known = [path for path in paths_at(target) if path in pages]
    return f"{relative(known[0], page, '', False)}{hash_}{anchor}" if known else href


def pack(site: Path, target: Path, day: date) -> None:
    """What a build has written into a folder as a zip whose files lie under its own name, sorted and dated to one day."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path in sorted(site / name for name in listed(site) - {LIST}):
            name = f"{target.stem}/{path.relative_to(site).as_posix()}"
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    replace(target, written.getvalue())


def main() -> int:
    """Pack the finished build; the name says up to when the exhibit knows."""
    config = load_config(CONFIG)
    as_of = day_known_of(config)
    site = Path(config.site_dir)
    target = site.parent / f"{fold(config.site_name)}-{as_of.text}.zip"
    pack(site, target, last_day(as_of))
    sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
