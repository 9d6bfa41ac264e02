"""The events of MkDocs, each one call of ``adapter``, which tells MkDocs what the core has made."""

from __future__ import annotations

from pathlib import Path

from adapter.building import unwritable
from adapter.content import answered, completed
from adapter.files import with_generated
from adapter.live import Live
from adapter.run import BuildRun, begin
from adapter.serving import Serving, end_on_termination
from adapter.theme import mended
from exhibit.pages.template_faults import template_problem
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


class _Now:
    """The server, if there is one, and the present build: a server has many, one after another."""

    serving: Serving | None = None
    run: BuildRun | None = None
    root: Path = Path()


def _run() -> BuildRun:
    assert _Now.run, "MkDocs begins with on_config"
    return _Now.run


def on_startup(command: str, dirty: bool) -> None:
    """``mkdocs build`` or ``mkdocs serve``."""
    _Now.serving = Serving() if command == "serve" else None
    if command == "serve":
        end_on_termination()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data and docs/, before MkDocs empties a folder."""
    _Now.run, _Now.root = None, Path(config.config_file_path).parent
    _Now.run = begin(config, _Now.serving)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and exports; make the scripts and stylesheets ready."""
    return with_generated(files, _run(), config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Mend the theme's templates."""
    return mended(env, _run(), config, files)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Answer the calls of a page."""
    return answered(markdown, page, _run())


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the answers in place, and a page's citations at its foot."""
    return completed(html, page, _run(), config, files)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site, after every plugin, and swap it in."""
    _run().finish(config)


def on_build_error(error: Exception) -> None:
    """Leave nothing half-written. Raises Abort with one line where nothing can be written at all, and for a fault in a
    template of ``hooks/overrides`` (a server that runs has a banner for it)."""
    if _Now.run:
        _Now.run.abandon()
    if said := unwritable(error):
        raise Abort(said) from None
    starts = not _Now.serving or _Now.serving.first
    if starts and (problem := template_problem(error, _Now.root)):
        raise Abort(str(problem)) from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Put our own builder and banner into the server."""
    assert _Now.serving
    return Live(server, config, _Now.serving).attach()
