"""The theme: its own templates, mended as they are loaded, and what they are given."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from exhibit.model.addresses import index_path, url_of
from exhibit.model.dates import parse_date
from exhibit.model.kinds import KINDS
from exhibit.model.wording import in_words
from exhibit.views.item.names import named_in
from jinja2 import BaseLoader, Environment
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from adapter.frame import CONTENTS, Framed, Frames, with_sign_of_contents
from adapter.mends import BUNDLE, mend
from adapter.policy import policy
from adapter.run import BuildRun


class Compiled(BytecodeCache):
    """The theme's templates as compiled, for the next build; one that was edited is compiled anew (Jinja compares)."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja for a template that is wanted."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja for a template that was compiled."""
        self.code[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()
"""What the builds of one process, those of a server, have in common."""


class Mended(BaseLoader):
    """The theme's loader with its mends; indentation, a quarter of a page, is left out."""

    def __init__(self, loader: BaseLoader, folder: Path) -> None:
        """folder: the theme's own templates; those of overrides are passed on as they are."""
        self.loader, self.folder = loader, folder

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, uptodate = self.loader.get_source(environment, template)
        if path and Path(path).is_relative_to(self.folder):
            source = re.sub(r"\n\s+", "\n", mend(template, source))
        if template == CONTENTS:
            source = with_sign_of_contents(source)
        return source, path, uptodate


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Put the mended script in the place of the theme's."""
    for file in [file for file in files if file.src_uri.startswith(BUNDLE)]:
        files.remove(file)
        script = mend(file.src_uri, file.content_string)
        files.append(File.generated(config, file.src_uri, content=script))


def mended(env: Environment, run: BuildRun, config: MkDocsConfig, files: Files) -> Environment:
    """The theme's environment with its mends and without the lines that tags leave empty; its templates are given
    the addresses of pages as this build has them, dates in words, and the policy.

    In the page itself there is no policy while serving, as it changes with the server's reloading script and comes
    with each answer (answering.py), nor in a folder, where no page has an origin.
    """
    assert env.loader
    env.loader = Mended(env.loader, Path(config.theme.dirs[-2]))
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["address"] = partial(url_of, directory_urls=config.use_directory_urls)
    env.filters["in_words"] = lambda date: in_words(parse_date(str(date)))
    shell = run.serving and run.serving.ready
    env.globals["paths"] = {
        file.src_uri for file in (shell.documents if shell else files.documentation_pages())
    }
    env.globals["indexes"] = [(index_path(name), kind.PLURAL) for name, kind in KINDS.items()]
    env.globals["languages"] = named_in(run.built.site.exhibit)
    env.bytecode_cache = COMPILED
    frame_anew(env, config)
    if shell:
        shell.env = env
    run.policy = policy(env, config)
    env.globals["policy"] = "" if run.serving or not config.use_directory_urls else run.policy
    return env


def frame_anew(env: Environment, config: MkDocsConfig) -> None:
    """Have the frames of pages made anew."""
    own = config.extra["exhibit"]
    if own.get("frames", True):
        env.template_class = Framed
        env.globals["frames"] = Frames(env, [*own["scripts"].values(), *own["styles"].values()])
