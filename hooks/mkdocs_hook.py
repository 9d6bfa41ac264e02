"""The MkDocs adapter: the only importer of mkdocs. It tells MkDocs what the core has made.

Everything is loaded and checked in ``on_config``, before MkDocs empties ``site/``; a build goes into
a folder beside it and is swapped in at the end, so that a failed build leaves the last good site.
What is different while serving is in ``serving``.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import socket
import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from adapter import assets, styles, theme
from adapter.navigation import pruned
from adapter.offline import without_server
from adapter.serving import Live, Serving, placeholder
from adapter.tables import captioned
from exhibit.changes.commits import History
from exhibit.changes.git import read_history
from exhibit.editing.ids import refresh
from exhibit.exports.card import card
from exhibit.exports.every import exports
from exhibit.model.addresses import files_named, url_of
from exhibit.model.dates import parse_date
from exhibit.model.wording import bound, in_words
from exhibit.pages.build import NO_COPIES, Built, build
from exhibit.pages.docs import expand
from exhibit.pages.environment import fragment
from exhibit.pages.page import Page
from exhibit.pages.prose import CrossReferences
from exhibit.pages.render import Rendered
from exhibit.pages.shortcodes import calls
from exhibit.pages.site import Settings
from exhibit.problems.problem import report
from exhibit.views.item.names import named_in
from exhibit.views.lineage.lifelines import lifelines
from markupsafe import escape
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

log = logging.getLogger("mkdocs.hooks.exhibit")
CARD = "assets/card.png"


class _State:
    """What one run keeps between events."""

    command = ""
    built: Built | None = None
    references = CrossReferences()
    page: Page | None = None
    site_dir: Path | None = None
    warnings: _Warnings | None = None
    serving = Serving()
    policy = ""


class _Warnings(logging.Handler):
    """Counts warnings, so that a strict build that will be aborted is not swapped in."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a build or a server."""
    _State.command = command


def on_config(config: Any) -> Any:
    """Read and check the data and docs/; stop with the whole report if anything is wrong."""
    root = Path(config.config_file_path).absolute().parent
    settings = Settings(
        as_of=parse_date(str(config.extra["exhibit"]["as_of"])),
        repo_url=config.repo_url or "",
        site_url=config.site_url or "",
        site_name=config.site_name,
        directory_urls=bool(config.use_directory_urls),
    )
    history = read_history(root)
    if _State.command == "serve":
        built = _read_to_serve(root, config, settings, history)
    else:
        built = _told(build(root, Path(config.docs_dir), settings, history=history).rendered(root))
        _stop_if(built, config)
        _build_beside(config)
    if not built.compared:
        log.info(NO_COPIES)
    if history.without:
        log.info("no history of changes: %s", history.without)
    _State.built = built
    if config.nav:
        config.nav = pruned(config.nav, built.site.left_out)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(_epoch(settings)))
    config.markdown_extensions.append(_State.references)
    return config


def _told(built: Built) -> Built:
    """The report of a run, in the terminal."""
    print(report(built.problems, built.texts), file=sys.stderr, end="")
    return built


def _stop_if(built: Built, config: Any) -> None:
    if built.fatal(bool(config.strict)):
        raise Abort(f"{len(built.problems)} problems; nothing was written")


def _read_to_serve(root: Path, config: Any, settings: Settings, history: History) -> Built:
    """The same while serving, in two rounds; a server that starts with faults shows them on a page."""
    serving = _State.serving
    if serving.first:
        _refuse_taken_port(config.dev_addr)
    read = serving.again() or build(root, Path(config.docs_dir), settings, history=history)
    built = read if serving.only is not None else read.rendered(root)
    if built is not serving.built:
        _told(built)
    serving.tell(report(built.problems, built.texts), built.fatal(bool(config.strict)))
    serving.built = built
    if serving.first and built.fatal(bool(config.strict)):
        config.nav = None
    else:
        _stop_if(built, config)
        refresh(root, built.site.exhibit)  # editors complete from it; not watched, so nothing is built again
    return built


def _epoch(settings: Settings) -> int:
    """Seconds since 1970 of the last day the exhibit knows: the date of every page in the sitemap,
    so that two builds of the same data are the same to the byte."""
    last = settings.as_of.latest or date.today()
    return int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp())


def _refuse_taken_port(address: Any) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError:
            raise Abort(
                f"port {address.port} is taken; choose another, as in: make serve PORT={address.port + 1}"
            ) from None


def _build_beside(config: Any) -> None:
    site_dir = Path(config.site_dir)
    _State.site_dir = site_dir
    beside = site_dir.with_name(f".{site_dir.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    config.site_dir = str(beside)
    _State.warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(_State.warnings)


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages as virtual files whose pencil opens their YAML."""
    assert _State.built
    for file in [file for file in files if file.src_uri.endswith(".map")]:
        files.remove(file)  # the theme's source maps: a megabyte that no visitor asks for
    if _State.built.fatal(bool(config.strict)):
        return placeholder(files, config)
    for file in files.documentation_pages():
        _decide(file, None)
    for page in _State.built.pages:
        file = File.generated(config, page.path, content="")
        if _decide(file, page):
            file.content_string = page.text
        file.edit_uri = f"../{page.data_file}" if page.data_file else None
        files.append(file)
    if _State.serving.only is None:
        for path, content in exports(_State.built.site):
            files.append(File.generated(config, path, content=content))
    files.append(File.generated(config, CARD, content=_card(_State.built, config)))
    assets.prepare(files, config)
    styles.coloured(files, config, _State.built.site.exhibit.story)
    styles.prepare(files, config)
    theme.prepare(files, config)
    return files


def _card(built: Built, config: Any) -> bytes:
    """The picture for links from elsewhere."""
    drawn = lifelines(built.site.exhibit, built.site.settings.as_of)
    folder = Path(config.docs_dir) / "assets"
    stylesheet = (folder / "exhibit.css").read_text(encoding="utf-8")
    marks = built.site.exhibit.story.mark_of
    return card(config.site_name, config.site_description, drawn, marks, stylesheet, folder / "fonts")


def _decide(file: File, page: Rendered | None) -> bool:
    """Whether a page is made in this run: all are, but for a server's rounds."""
    wanted = _State.command != "serve" or _State.serving.wants(file, page)
    file.is_modified = lambda: wanted
    return wanted


def on_env(env: Any, config: Any, files: Files) -> Any:
    """Mend the theme's templates; give them the addresses of pages as this build has them, and dates in words.

    There is no policy while serving, as the server's reloading script stands in the page and changes with
    each save, nor in a folder, where no page has an origin.
    """
    env = theme.mended(env, Path(config.theme.dirs[-2]))
    env.filters["address"] = partial(url_of, directory_urls=bool(config.use_directory_urls))
    env.globals["pages"] = {file.src_uri for file in files.documentation_pages()}
    if _State.built:
        env.globals["languages"] = named_in(_State.built.site.exhibit)
    env.filters["in_words"] = lambda date: in_words(parse_date(str(date)))
    _State.policy = theme.policy(env, config)
    strict = _State.command != "serve" and config.use_directory_urls
    env.globals["policy"] = _State.policy if strict else ""
    return env


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Answer the calls of a hand-written page."""
    assert _State.built
    _State.page = _State.built.site.page(page.file.src_uri)
    _State.references.resolver = _State.page
    if page.file.generated_by:
        return _stash(markdown, _State.page)
    return expand(markdown, calls(_State.built.site, _State.page))


def _stash(markdown: str, page: Page) -> str:
    """A generated page is headings with HTML between them: Markdown need only see the headings."""
    parts = re.split(r"^(## .*)$", markdown, flags=re.MULTILINE)
    return "".join(part if part.startswith("## ") else _embedded(page, part) for part in parts)


def _embedded(page: Page, html: str) -> str:
    return page.embed(lambda: html) if html.strip() else html


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:
    """Put the answers to a hand-written page's calls in place and its citations at its foot."""
    assert _State.built and _State.page
    page.meta.setdefault("description", f"{page.title}: {config.site_description}")
    if not page.file.generated_by:
        html = captioned(html, str(escape(page.title)))
    html = _State.page.fill(html)
    if not config.use_directory_urls and not page.file.generated_by:
        html = files_named(html, _State.page.path, {file.src_uri for file in files})
    if not page.file.generated_by and _State.page.citations:
        html += fragment(_State.built.site, _State.page, "docs/_docs_citations.jinja")
    return bound(html)


@event_priority(-100)
def on_post_build(config: Any) -> None:
    """Split the search index; swap the finished site in, unless MkDocs is about to abort over warnings."""
    beside = Path(config.site_dir)
    if config.use_directory_urls:
        _split_index(beside / "search")
        (beside / "_headers").write_text(theme.headers(_State.policy), encoding="utf-8")
    else:
        without_server(beside)
    if not _State.site_dir:
        return
    failed = config.strict and _State.warnings and _State.warnings.count
    if _State.warnings:
        logging.getLogger("mkdocs").removeHandler(_State.warnings)
    if failed:
        shutil.rmtree(beside, ignore_errors=True)
    else:
        old = _State.site_dir.with_name(f".{_State.site_dir.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if _State.site_dir.exists():
            _State.site_dir.rename(old)
        beside.rename(_State.site_dir)
        shutil.rmtree(old, ignore_errors=True)
    config.site_dir = str(_State.site_dir)


def _split_index(folder: Path) -> None:
    """The theme fetches search_index.json on every page: leave its settings there, and put what is
    searched into search_docs.json, which our worker fetches when it is asked."""
    path = folder / "search_index.json"
    if not path.exists():
        return
    path.replace(folder / "search_docs.json")
    index = json.loads((folder / "search_docs.json").read_text("utf-8"))
    path.write_text(json.dumps({**index, "docs": []}), encoding="utf-8")


def on_build_error(error: Exception) -> None:
    """Leave nothing half-written."""
    if _State.site_dir:
        shutil.rmtree(_State.site_dir.with_name(f".{_State.site_dir.name}.new"), ignore_errors=True)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Put our own builder and banner into the server."""
    return Live(server, config, _State.serving).attach()
