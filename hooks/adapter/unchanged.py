"""Unchanged: whether the site that stands there is the one that a build would make once more.

A build is a function of files, settings, commits and the programs that make it; all of these are looked at by their
content, never by a file's time, and so is the site: what somebody has edited in it is built again. What was found stands
in ``.cache/``, may be deleted at any time, and is passed over where it cannot be read.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from exhibit.changes.git import GitError, run
from exhibit.editing.files import replace
from exhibit.reading.settings import FILE as NAVIGATION
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from adapter.placing import listed
from adapter.walking import walked

FILE = ".cache/built.json"
"""Where it is kept, for each folder of a site: a sign of all that went into it, and one of what came out."""
ENVIRONMENT = ("EXHIBIT_SOURCES", "SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL")
"""The variables that a build may look at; those that mkdocs.yml names stand in its settings."""


def sign_of_inputs(config: MkDocsConfig) -> str:
    """A digest of all that a build is made from."""
    root = Path(config.config_file_path).absolute().parent
    programs = sorted(f"{each.metadata['Name']} {each.version}" for each in distributions())
    told = {name: os.environ.get(name) for name in ENVIRONMENT}
    with open(config.config_file_path, "rb") as file:
        settings = yaml_load(file)  # with those that it inherits and the variables that it names
    asked = [config.use_directory_urls, config.theme.name, config.site_dir]
    said = json.dumps([sys.version, programs, told, settings, asked, _commit(root)], default=str)
    folders = {
        config.docs_dir,
        *(str(root / name) for name in ("data", "hooks", NAVIGATION)),
        *config.watch,
        *map(str, config.hooks),
        config.theme.custom_dir or "",
        os.environ.get("EXHIBIT_SOURCES", ""),
    }
    files = sorted({path for folder in folders if folder for path in _files(Path(folder))})
    return _digest(said, files)


def _commit(root: Path) -> str:
    """The newest commit, and where a shallow clone ends."""
    with suppress(GitError, OSError):
        head = run(root, "rev-parse", "HEAD", "--git-path", "shallow").decode("utf-8", "replace").split("\n")
        shallow = root / head[1]
        return head[0] + (shallow.read_text("utf-8", "replace") if shallow.is_file() else "")
    return ""


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        yield folder
    for place, names in walked(folder, lambda name: name == "__pycache__"):
        yield from (Path(place, name) for name in names)


def _digest(said: str, files: Iterable[Path]) -> str:
    digest = hashlib.blake2b(said.encode("utf-8", "surrogatepass"))
    for path in files:
        digest.update(f"\0{path}\0".encode("utf-8", "surrogateescape"))
        with suppress(OSError):  # it is gone, or a pipe: the build will say so
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()


def sign_of_site(site: Path) -> str:
    """A digest of what a build has left in a folder."""
    return _digest("", sorted(site / name for name in listed(site)))


def is_built(config: MkDocsConfig, inputs: str) -> bool:
    """Whether the site that stands there came from the same inputs, and is as it was left."""
    site = Path(config.site_dir).resolve()
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        known = _kept(config)[str(site)]
        return bool(known["inputs"] == inputs and site.is_dir() and known["site"] == sign_of_site(site))
    return False


def remember(config: MkDocsConfig, inputs: str) -> None:
    """Keep what went into the site that was just put in its place. Where that cannot be written, nothing is lost but time."""
    site, kept = Path(config.site_dir).resolve(), {}
    with suppress(OSError, ValueError, RecursionError):
        kept = _kept(config)
    with suppress(OSError):
        there = {folder: known for folder, known in kept.items() if Path(folder).is_dir()}
        there[str(site)] = {"inputs": inputs, "site": sign_of_site(site)}
        replace(_place(config), json.dumps(there))


def _kept(config: MkDocsConfig) -> dict[str, Any]:
    """What is kept of each site. Raises OSError where there is no plain file, ValueError where that is not what it was."""
    place = _place(config)
    if not place.is_file():
        raise FileNotFoundError(place)
    found = json.loads(place.read_text("utf-8"))
    if not isinstance(found, dict):
        raise ValueError(found)
    return found


def _place(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).absolute().parent / FILE
