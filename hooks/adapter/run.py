"""One build between MkDocs' events: what was read, for whom, and where the site goes."""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import dataclass, field
from pathlib import Path

from exhibit.pages.build import Built
from exhibit.pages.page import Page
from exhibit.pages.prose import CrossReferences
from mkdocs.config.defaults import MkDocsConfig

from adapter import offline, unchanged
from adapter.building import Beside, Dated
from adapter.navigation import pruned
from adapter.policy import headers
from adapter.progress import Stages
from adapter.reading import editing, read
from adapter.search import Searched, stories_of
from adapter.serving import Serving
from adapter.tables import Captions
from adapter.watching import stamps

log = logging.getLogger("mkdocs.hooks.exhibit")


@dataclass
class BuildRun:
    """What one build keeps.

    serving: the server that it is made for; beside: where a build without one goes. page: the page
    between its Markdown and its HTML; policy: the Content-Security-Policy, known once the theme is. inputs: a sign of all
    that the site is made from.
    """

    built: Built
    dated: Dated
    searched: Searched
    serving: Serving | None = None
    beside: Beside | None = None
    references: CrossReferences = field(default_factory=CrossReferences)
    captions: Captions = field(default_factory=Captions)
    page: Page | None = None
    policy: str = ""
    inputs: str = ""
    stages: Stages = field(default_factory=Stages)

    def finish(self, config: MkDocsConfig) -> None:
        """Make ready what MkDocs has written, and put it in the place of the last site."""
        site = Path(config.site_dir)
        if config.use_directory_urls:
            (site / "_headers").write_text(headers(self.policy), encoding="utf-8")
        else:
            offline.without_server(site)
        if not self.serving:
            for path, content in self.searched.pieces(self.built.site):
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_bytes(content)
        if self.beside:
            self.beside.swap(config)
            if self.inputs and not self.built.problems and not self.beside.warnings.count:
                unchanged.remember(config, self.inputs)
        if self.serving:
            self.serving.policy = self.policy
        else:
            self.stages.ended("putting them into the theme and in their place")
            log.info("Time: %s", self.stages.told())
        self.built.site.history.kept.save()
        self._end()

    def abandon(self) -> None:
        """Drop what a build that failed has written."""
        if self.beside:
            self.beside.drop()
        self._end()

    def _end(self) -> None:
        self.dated.undo()
        gc.enable()


def begin(config: MkDocsConfig, serving: Serving | None, once: bool = True) -> BuildRun:
    """Read everything, before MkDocs empties its folder. Raises Abort over problems that are fatal, and SystemExit (0)
    where the site is there already. once: whether the program ends with this build."""
    inputs = unchanged.sign_of_inputs(config) if once and not serving else ""
    if inputs and unchanged.is_built(config, inputs):
        log.info("Nothing has changed since %s was built.", os.path.relpath(config.site_dir))
        raise SystemExit
    gc.disable()  # until the build ends: what it makes it keeps
    try:
        begun = _begun(config, serving)
        begun.inputs = inputs
        return begun
    except BaseException:
        gc.enable()
        raise


def _begun(config: MkDocsConfig, serving: Serving | None) -> BuildRun:
    if serving and serving.first:
        serving.began = stamps([config.docs_dir, config.config_file_path, *config.watch])
    stages = Stages()
    built = read(config, serving, stages)
    config.edit_uri, config.edit_uri_template = None, config.edit_uri_template or editing(config)
    if config.nav:
        config.nav = pruned(config.nav, built.site.left_out)
    beside = None if serving else Beside(config)
    dated, searched = Dated(built.site.settings.as_of), Searched(stories_of(config))
    run = BuildRun(built, dated, searched, serving, beside, stages=stages)
    config.markdown_extensions += [run.references, run.captions]  # type: ignore[list-item]  # Markdown takes them so
    return run
