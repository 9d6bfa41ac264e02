"""The builds of one run of MkDocs: one, or one after another while it serves."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from exhibit.pages.template_faults import template_problem
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from adapter.building import unwritable
from adapter.faults import plain
from adapter.live import Live
from adapter.run import BuildRun, begin
from adapter.serving import Serving, end_on_termination
from adapter.shell import Shell


class Builds:
    """The server, if there is one, and the present build."""

    def __init__(self) -> None:
        self.serving: Serving | None = None
        self.present: BuildRun | None = None
        self.root = Path()
        self.once = True
        """Whether this run of MkDocs is for one build, and no server."""

    @property
    def run(self) -> BuildRun:
        """The present build."""
        assert self.present, "MkDocs begins with on_config"
        return self.present

    def start(self, command: str) -> None:
        """Take up MkDocs' command: ``build`` or ``serve``; a server that was told not to reload has no
        event for it, so that all its pages are made before it starts."""
        said = click.get_current_context(silent=True)
        options = {"livereload": True, **(said.params if said else {})}
        reloads = not options.get("no_livereload", not options["livereload"])  # the first is ProperDocs' own
        self.once = said is None or said.info_name == "build"
        self.serving = Serving() if command == "serve" and reloads else None
        if command == "serve":
            end_on_termination()
            logging.getLogger("mkdocs.livereload").addFilter(plain)  # what anybody asks for stands there

    def begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a build: read and check all. Raises Abort over problems that are fatal."""
        self.present, self.root = None, Path(config.config_file_path).parent
        self.present = begin(config, self.serving, self.once)
        return config

    def keep(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """While serving, have no page made: keep the files and the navigation, from which each is when it is asked for."""
        if self.serving and not self.run.built.fatal(config.strict):
            self.serving.ready = Shell(config, Files(list(files)), nav, self.run)
            for file in self.serving.ready.documents:
                files.remove(file)
        return nav

    def make(self, shell: Shell, file: File) -> bytes:
        """A page of a server; the events of MkDocs are then of the build that has made its shell ready. Raises whatever
        is wrong with the page."""
        self.present = shell.run
        return shell.page(file)

    def fail(self, error: Exception) -> None:
        """Leave nothing half-written. Raises Abort with one line where nothing can be written at all, and for a fault in
        a template of ``hooks/overrides`` (a server that runs has a banner for it)."""
        if self.present:
            self.present.abandon()
        if said := unwritable(error):
            raise Abort(said) from None
        starts = not self.serving or self.serving.first
        if starts and (problem := template_problem(error, self.root)):
            raise Abort(str(problem)) from None

    def serve(self, server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
        """Put our own builder and banner into MkDocs' server, unless it was told to make all pages after each save."""
        if not self.serving:
            return server
        return Live(server, config, self.serving, self.make).attach()
