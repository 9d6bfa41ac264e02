"""Reading and checking for MkDocs: its settings, then the whole report, before anything is built."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from exhibit.changes.commits import History
from exhibit.changes.git import read_history
from exhibit.editing.ids import refresh
from exhibit.exports.every import data
from exhibit.model.dates import DateError, Edtf
from exhibit.pages.build import NO_COPIES, Built, begin, checked
from exhibit.pages.forge import forge_of
from exhibit.pages.site import Settings
from exhibit.problems.problem import report
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.settings import AS_OF, MISSING, day_known
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from adapter.assets import bundle
from adapter.progress import Stages, bar
from adapter.serving import Serving
from adapter.styles import colours
from adapter.walking import has_links_to_folders

log = logging.getLogger("mkdocs.hooks.exhibit")


def day_known_of(config: MkDocsConfig) -> Edtf:
    """Up to when the exhibit knows. Raises Abort where the settings do not say it."""
    file, way = Path(config.config_file_path).name, ".".join(AS_OF)
    written = (config.extra.get("exhibit") or {}).get("as_of")
    if written is None:
        raise Abort(f"{file}: {way}: {MISSING}")
    try:
        return day_known(written)
    except DateError as error:
        raise Abort(f"{file}: {way}: {error}") from None


def forge_named(config: MkDocsConfig) -> str:
    """What kind of host the repository's is, as the settings say; empty where they leave it to its name.

    Raises Abort where there is none of that name.
    """
    named = str((config.extra.get("exhibit") or {}).get("forge") or "")
    try:
        forge_of(config.repo_url or "", named)
    except ValueError as error:
        raise Abort(f"{Path(config.config_file_path).name}: extra.exhibit.forge: {error}") from None
    return named


def editing(config: MkDocsConfig) -> str | None:
    """Where the pencil of a page leads, ``{path}`` being its file, seen from docs/; None where there is no repository."""
    branch = (config.extra.get("exhibit") or {}).get("branch", "main")
    edit = forge_of(config.repo_url or "", forge_named(config)).edit
    return edit.replace("{branch}", branch).replace("{path}", "docs/{path}") if config.repo_url else None


def settings_of(config: MkDocsConfig) -> Settings:
    """What the site is told from outside, as mkdocs.yml says it; the colours of its pictures are the dark ones."""
    assets = Path(config.docs_dir) / "assets"
    return Settings(
        as_of=day_known_of(config),
        repo_url=config.repo_url or "",
        site_url=config.site_url or "",
        site_name=config.site_name,
        site_line=config.site_description or "",
        colours=colours(bundle(assets / "exhibit.css"), "slate"),
        fonts=assets / "fonts",
        directory_urls=config.use_directory_urls,
        forge=forge_named(config),
        kept_pictures=Path(config.config_file_path).absolute().parent / ".cache" / "pictures",
        data=data,
    )


def read(
    config: MkDocsConfig,
    serving: Serving | None,
    stages: Stages | None = None,
    begun: Callable[[Built], None] = lambda _: None,
) -> Built:
    """The exhibit, its report told in the terminal. Raises Abort where a build has to stop.

    stages: of the build, which are told of what was done. begun: called while serving as soon as all is read and nothing
    is wrong with the items, before the rest is checked.
    """
    stages = stages or Stages()
    root = Path(config.config_file_path).absolute().parent
    history = read_history(root)
    if serving:
        built = _to_serve(root, config, history, serving, begun)
    else:
        built = _built(root, config, history)
        stages.ended("reading and checking")
        with bar("Making pages", len(built.pages)) as made:
            built = _told(built.rendered(root, made))
        stages.ended("making pages")
        _stop_if(built, config)
    if not built.compared:
        log.info(NO_COPIES)
    if history.without:
        log.info("no history of changes: %s", history.without)
    for commit in history.misdated:
        log.info("left out of what changed: commit %s, dated before 1970 or after 2999", commit[:8])
    return built


def _built(
    root: Path,
    config: MkDocsConfig,
    history: History,
    kept: KeptFiles | None = None,
    begun: Callable[[Built], None] = lambda _: None,
) -> Built:
    docs = Path(config.docs_dir)
    found = begin(root, docs, settings_of(config), history, kept)
    if not found.fatal(config.strict):
        begun(found)
    return checked(found, root, docs)


def _told(built: Built) -> Built:
    print(report(built.problems, built.texts), file=sys.stderr, end="")
    return built


def _stop_if(built: Built, config: MkDocsConfig) -> None:
    if built.fatal(config.strict):
        raise Abort(f"{len(built.problems)} problems; nothing was written")


def _to_serve(
    root: Path, config: MkDocsConfig, history: History, serving: Serving, begun: Callable[[Built], None]
) -> Built:
    """The same while serving; a server that starts with faults shows them on a page."""
    if serving.first:
        _refuse_taken_port(config)
    built = serving.built or _told(_built(root, config, history, serving.kept, begun))
    serving.tell(report(built.problems, built.texts), built.fatal(config.strict))
    serving.built = built
    if serving.first and built.fatal(config.strict):
        if has_links_to_folders(
            Path(config.docs_dir)
        ):  # MkDocs would follow them, and never come back from a loop
            _stop_if(built, config)
        config.nav = None
    else:
        _stop_if(built, config)
        refresh(root, built.site.exhibit)  # editors complete from it; not watched, so nothing is built again
    return built


def _refuse_taken_port(config: MkDocsConfig) -> None:
    address = config.dev_addr
    with socket.socket(socket.AF_INET6 if ":" in address.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError:
            raise Abort(
                f"port {address.port} is taken; choose another, as in: make serve PORT={address.port + 1}"
            ) from None
