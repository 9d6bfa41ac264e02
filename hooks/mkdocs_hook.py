"""The events of MkDocs, each one call of ``adapter``, which tells MkDocs what the core has made."""

from __future__ import annotations

from adapter.builds import Builds
from adapter.content import answered, completed
from adapter.files import with_generated
from adapter.theme import mended
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

BUILDS = Builds()
"""Those of this run of MkDocs."""


def on_startup(command: str, dirty: bool) -> None:
    """``mkdocs build`` or ``mkdocs serve``."""
    BUILDS.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data and docs/, before MkDocs empties a folder."""
    return BUILDS.begin(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and exports; make the scripts and stylesheets ready."""
    return with_generated(files, BUILDS.run, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """While serving, keep what pages are made from when somebody asks for them."""
    return BUILDS.keep(nav, config, files)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Mend the theme's templates."""
    return mended(env, BUILDS.run, config, files)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Answer the calls of a page."""
    return answered(markdown, page, BUILDS.run)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the answers in place, and a page's citations at its foot."""
    return completed(html, page, BUILDS.run, config, files)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site, after every plugin, and swap it in."""
    BUILDS.run.finish(config)


def on_build_error(error: Exception) -> None:
    """Leave nothing half-written."""
    BUILDS.fail(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Put our own builder and banner into the server."""
    return BUILDS.serve(server, config)
