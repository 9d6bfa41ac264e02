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
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

log = logging.getLogger("mkdocs.hooks.exhibit")

LIST = ".exhibit-files"
"""The file in a site that lists what a build has written there, one path a line; hidden, so that hosts pass it over."""


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
            if path.is_dir() and not path.is_symlink() and name in folders:
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
    old = new.with_name(f"{new.name}.old")
    kept: list[Path] = []
    while True:
        try:
            if site.exists():
                site.rename(old)
        except FileNotFoundError:
            pass  # another build has just moved it
        except OSError as error:
            raise HeldError(*error.args) from error
        kept += _keep(old, new) if old.exists() else []
        try:
            new.rename(site)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                shutil.rmtree(old, ignore_errors=True)  # another build has just put its own there
                continue
            if old.exists():
                _move(kept, new, old)
                old.rename(site)
            raise
        shutil.rmtree(old, ignore_errors=True)
        return


def _keep(old: Path, new: Path) -> list[Path]:
    """Move what is not ours from the old site into the new one; gives what was moved."""
    paths = []
    for path in foreign(old, listed(old)):
        if (new / path).is_dir() and (
            old / path
        ).is_dir():  # a folder of somebody else's that is now one of ours too
            paths += [each.relative_to(old) for each in sorted((old / path).rglob("*")) if not each.is_dir()]
        else:
            paths.append(path)
    return _move(paths, old, new)


def _move(paths: list[Path], old: Path, new: Path) -> list[Path]:
    """Move files and folders from one site to the other, but for those whose name is taken there; gives those moved."""
    moved = [path for path in paths if not os.path.lexists(new / path)]
    for path in moved:
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).rename(new / path)
    return moved


def fill(new: Path, site: Path) -> None:
    """Put the files of a folder into the site one by one, each whole, then take out those of ours that are there no
    longer. The list comes after all it lists: of a build that ends halfway the next still knows what to take out."""
    before = listed(site)
    paths = [path.relative_to(new) for path in sorted(new.rglob("*")) if path.is_file()]
    for path in sorted(
        paths, key=lambda path: (path.name == LIST, path.suffix == ".html")
    ):  # pages after what they load
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        beside = site / path.with_name(f".{path.name}.new")
        try:
            shutil.copyfile(new / path, beside)
            beside.replace(site / path)
        finally:
            beside.unlink(missing_ok=True)
    for name in before - {path.as_posix() for path in paths}:
        _take_out(site, site / name)


def _take_out(site: Path, path: Path) -> None:
    """Remove a file, and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == site or any(folder.iterdir()):
            return
        folder.rmdir()
