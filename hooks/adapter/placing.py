"""Where a finished site is put: in the place of the last one, among what others have put there.

What is ours in the site is what the last build has listed there (``.exhibit-files``). Only that is taken away; all else
stays: the ``.git`` of a worktree, ``CNAME``, a file by which a search engine knows the owner, the whole of a web root.
Where a new page needs the name of something of somebody else's, the page stands there, as with any builder. In a folder
without a list nothing is known to be ours, so the first build there takes nothing away; it says what it has left, as
that may be pages of a builder that kept no list.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path, PurePosixPath

log = logging.getLogger("mkdocs.hooks.exhibit")

LIST = ".exhibit-files"
"""The file in a site that lists what a build has written there, one path a line; hidden, so that hosts pass it over."""

ASIDE = ".old"
"""How the name of a folder ends in which the last site is while the new one is put in its place."""
MOMENT = 1.0
"""Seconds after which a build that still has the site aside was ended."""


class HeldError(OSError):
    """The site's folder is one that cannot be moved: a mount, or in a folder where nothing may be written."""


def leave_list(site: Path) -> None:
    """List all files of a finished build in it."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    (site / LIST).write_text("".join(f"{name}\n" for name in [LIST, *names]), encoding="utf-8")


def listed(site: Path) -> set[str]:
    """The files (paths from the folder) that are ours in a site; none where no build has left a list."""
    path = site / LIST
    names = path.read_text(encoding="utf-8", errors="surrogateescape").splitlines() if path.is_file() else []
    inside = (name for name in names if not name.startswith("/") and ".." not in PurePosixPath(name).parts)
    return {name for name in inside if name.strip("./") and "\0" not in name}


def foreign(site: Path, ours: set[str]) -> Iterator[Path]:
    """What is not ours in a site, its paths from there: files, and folders with nothing of ours in them as a whole."""
    folders = {str(folder) for name in ours for folder in PurePosixPath(name).parents}
    waiting = [site]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            name = path.relative_to(site).as_posix()
            if _is_folder(path) and name in folders:
                waiting.append(path)
            elif name not in ours:
                yield path.relative_to(site)


def tell_foreign(site: Path) -> None:
    """Say what stays of others, but for what is hidden."""
    found = foreign(site, listed(site)) if site.is_dir() else ()
    names = [path.as_posix() for path in found if not path.name.startswith(".")]
    if names:
        few = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
        log.info("left in %s what no build has listed in %s: %s", site.name, LIST, few)


def put_in_place(new: Path, site: Path) -> None:
    """Put a folder in the place of the site; what is not ours there stays. Raises HeldError where it cannot be moved."""
    old = new.with_name(f"{new.name}{ASIDE}")
    while True:
        try:
            if site.exists():
                site.rename(old)
        except FileNotFoundError:
            pass  # another build has just moved it
        except OSError as error:
            raise HeldError(*error.args) from error
        try:
            if old.exists():
                _keep(old, new)
            new.rename(site)
        except BaseException as error:
            number = error.errno if isinstance(error, OSError) else 0
            if number in (errno.ENOTEMPTY, errno.EEXIST):
                _remove(old)  # another build has just put its own there
                continue
            if old.exists() and not site.exists():
                _keep(new, old)
                old.rename(site)
            if number in (errno.EXDEV, errno.EBUSY):  # a mount in the site
                raise HeldError(*error.args) from error
            raise
        _remove(old)
        return


def take_back(site: Path, seconds: float = 60) -> None:
    """Put back into the site what builds had moved aside that were ended while they put theirs in its place.

    seconds: for how long a build may be about it.
    """
    for old in site.parent.glob(f"{escape(beside(site))}*{ASIDE}"):
        with suppress(FileNotFoundError):  # that build goes on
            if time.time() - old.stat().st_ctime < seconds:
                if site.exists():
                    continue  # for the next time
                time.sleep(MOMENT)
            new = old.with_suffix("")
            if new.is_dir():
                _keep(new, old)
            if not site.exists():
                old.rename(site)
                continue
            _keep(old, site)
            _remove(old)


def beside(site: Path) -> str:
    """How the names of the folders begin in which the site is built, beside it."""
    return f".{site.name}.new-"


def _remove(old: Path) -> None:
    """Remove a site of which all is taken that is to stay: under a name by which nobody takes anything from it any more."""
    gone = old.with_suffix(".gone")
    with suppress(OSError):
        old.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _keep(old: Path, new: Path) -> None:
    """Move what is not ours from the old site into the new one, but for that whose name is taken there."""
    paths = []
    for path in foreign(old, listed(old)):
        if _is_folder(new / path) and _is_folder(old / path):  # somebody else's that is now one of ours too
            paths += [
                each.relative_to(old) for each in sorted((old / path).rglob("*")) if not _is_folder(each)
            ]
        else:
            paths.append(path)
    for path in paths:
        if not os.path.lexists(new / path):
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (old / path).rename(new / path)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder itself: what a link leads to lies elsewhere, and is nobody's to move."""
    return path.is_dir() and not path.is_symlink()


def fill(new: Path, site: Path) -> None:
    """Put the files of a folder into the site one by one, each whole, then take out those of ours that are there no
    longer. The list comes after all it lists: of a build that ends halfway the next still knows what to take out."""
    before = listed(site)
    paths = [path.relative_to(new) for path in sorted(new.rglob("*")) if path.is_file()]
    for path in sorted(
        paths, key=lambda path: (path.name == LIST, path.suffix == ".html")
    ):  # pages after what they load
        _make_room(site, path)
        written = site / path.with_name(f".{path.name}.new")
        try:
            written.unlink(missing_ok=True)  # it may be a link
            shutil.copyfile(new / path, written)
            written.replace(site / path)
        finally:
            written.unlink(missing_ok=True)
    for name in before - {path.as_posix() for path in paths}:
        if all(_is_folder(site / folder) for folder in PurePosixPath(name).parents):
            _take_out(site, site / name)


def _make_room(site: Path, path: Path) -> None:
    """Make the folders of a file, where what stands in their place is none: a link to one leads out of the site."""
    for folder in reversed(path.parents):
        if os.path.lexists(site / folder) and not _is_folder(site / folder):
            (site / folder).unlink()
        (site / folder).mkdir(exist_ok=True)
    if _is_folder(site / path):
        shutil.rmtree(site / path)


def _take_out(site: Path, path: Path) -> None:
    """Remove a file, and the folders that it leaves empty."""
    if not _is_folder(path):
        path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == site or any(folder.iterdir()):
            return
        folder.rmdir()
