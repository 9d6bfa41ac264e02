"""The theme's own templates, mended as they are loaded, and its script.

A mend is a line of the theme and what stands in its place; copying a partial for one attribute would
bring its other two hundred lines with it. A mend whose line the theme has no longer is told as a
warning, which stops a strict build.
"""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from exhibit.model.addresses import index_path, url_of
from exhibit.model.dates import parse_date
from exhibit.model.kinds import KINDS
from exhibit.model.wording import in_words
from exhibit.views.item.names import named_in
from jinja2 import BaseLoader, Environment
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from adapter.policy import policy
from adapter.run import BuildRun

log = logging.getLogger("mkdocs.hooks.exhibit")


class Mend(NamedTuple):
    """One place of the theme: how the name of the template or script begins, what stands there, what is to, why."""

    where: str
    old: str
    new: str
    why: str


BUNDLE = "assets/javascripts/bundle."
"""How the theme's script begins; a hash follows."""
WORDS = r"""{}.replace(/[“”„«»]/g,'"').replace(/['’]s(?!\p{{L}})|[^\p{{L}}\p{{M}}\p{{N}}"]+/gu," ")"""
"""What is searched for, without what the search engine reads as its own language (``field:``, ``+``, ``-``, ``~``,
``^``, ``*``): a word with a colon behind it is that word, and so is one with ’s.
Words in quotes are to be found together, as ever."""
STORES = (
    "try{localStorage.length+sessionStorage.length}catch{"
    'for(let e of["localStorage","sessionStorage"])'
    "Object.defineProperty(window,e,{value:{getItem:()=>null,setItem(){}}})}"
)
"""A store that keeps nothing, in place of one that the browser refuses."""
MENDS = [
    Mend("base.html", ' autocomplete="off">', ">", "the attribute is not allowed on a checkbox"),
    Mend(
        "base.html",
        "{% if config.theme.palette %}\n        {% set palette = config.theme.palette %}\n        <link",
        "{% if false %}\n        <link",
        "the colours are at the end of the main stylesheet (styles.py)",
    ),
    Mend(
        "base.html",
        '{% if page.toc | first is defined %}\n        {% set skip = page.toc | first %}\n        <a href="{{ skip.url | url }}" class="md-skip">',
        '{% if true %}\n        <a href="#main-content" class="md-skip">',
        "the first heading of the contents stands below an item's label, and some pages have none",
    ),
    Mend(
        "base.html",
        '<main class="md-main" data-md-component="main">',
        '<main class="md-main" data-md-component="main" id="main-content" tabindex="-1"'
        "{% if page and page.meta and page.meta.search and page.meta.search.exclude %} data-search-exclude{% endif %}>",
        "where the skip link leads; and what search leaves out says so, as parts of pages do",
    ),
    Mend(
        "partials/header.html",
        '<label class="md-header__button md-icon" for="__drawer">',
        '<label class="md-header__button md-icon" for="__drawer" title="Menu">',
        "a name for those who point",
    ),
    Mend(
        "partials/header.html",
        '<label class="md-header__button md-icon" for="__search">',
        '<label class="md-header__button md-icon" for="__search" title="Search">',
        "a name for those who point",
    ),
    Mend(
        "partials/search.html",
        'data-md-component="search" role="dialog">',
        'data-md-component="search">',
        "it stands open in the header and holds nobody: a search landmark, not a dialog without a name",
    ),
    Mend(
        "partials/search.html",
        '<div class="md-search__inner" role="search">',
        '<div class="md-search__inner" role="search" aria-label="{{ lang.t(\'search\') }}">',
        "a landmark has a name",
    ),
    Mend(
        "partials/search.html",
        '<nav class="md-search__options" aria-label="{{ lang.t(\'search\') }}">',
        '<div class="md-search__options">',
        "a button that empties the field is no navigation",
    ),
    Mend("partials/search.html", "</nav>", "</div>", "the end of the same"),
    Mend(
        "partials/search.html",
        '<div class="md-search__scrollwrap" tabindex="0" data-md-scrollfix>',
        '<div class="md-search__scrollwrap" tabindex="0" role="group" aria-label="Results" data-md-scrollfix>',
        "what can be focused has a name",
    ),
    Mend(
        "partials/search.html",
        '<div class="md-search-result__meta">',
        '<div class="md-search-result__meta" role="status">',
        "how many results there are is announced",
    ),
    Mend(
        "partials/nav-item.html",
        '      <input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">\n',
        "",
        "without contents there is no label for it",
    ),
    Mend(
        "partials/nav-item.html",
        '        <label class="md-nav__link md-nav__link--active" for="__toc">',
        '        <input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">\n'
        '        <label class="md-nav__link md-nav__link--active" for="__toc">',
        "it stands before its label",
    ),
    Mend(
        "partials/nav-item.html",
        ' tabindex="{{ tabindex }}">',
        ">",
        "a label is no control; script puts a button into it, which can be focused",
    ),
    Mend(
        "partials/nav-item.html",
        ' aria-expanded="{{ nav_item.active | tojson }}">',
        ">",
        "a landmark cannot be expanded; its button can",
    ),
    Mend(
        BUNDLE,
        '{name:"color-scheme"}',
        '{name:"scheme-of-page"}',
        "a browser styles the whole page anew for this meta, twice; exhibit.css says the same to the scrollbars",
    ),
    Mend(
        BUNDLE,
        '.has("q")&&(',
        '.has("q")&&!document.querySelector(".timeline-filter")&&(',
        "there q is what the timeline was once asked for (docs/assets/timeline/address.js), not the search",
    ),
    Mend(
        BUNDLE,
        'h(e,"keyup"),o).pipe(m(()=>e.value)',
        'h(e,"keyup"),h(e,"input"),o).pipe(m(()=>' + WORDS.format("e.value") + ")",
        "words come by pointer too, pasted or dropped; and they are words, not the language of the search engine",
    ),
    Mend(
        "partials/source.html",
        ' data-md-component="source"',
        "",
        "the theme asks the host of the repository for its stars, from every page",
    ),
    Mend(
        "partials/javascripts/base.html",
        "<script>",
        "<script>" + STORES,
        "where nothing may be kept, in a frame or by a visitor's wish, the theme stops at its first question",
    ),
    Mend(
        "partials/toc.html",
        '<label class="md-nav__title" for="__toc">',
        '<label class="md-nav__title"{% if page in nav.pages %} for="__toc"{% endif %}>',
        "pages outside the navigation have no such control",
    ),
]


ALIKE = {"partials/nav.html", "partials/tabs.html", "partials/search.html", "partials/palette.html"}
"""The templates that say the same on all pages of a folder that the navigation does not name."""


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
    """The theme's loader with its mends; indentation, a quarter of a page, is left out, and what is alike is kept."""

    def __init__(self, loader: BaseLoader, folder: Path) -> None:
        """folder: the theme's own templates; those of overrides are passed on as they are."""
        self.loader, self.folder = loader, folder

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, uptodate = self.loader.get_source(environment, template)
        if path and Path(path).is_relative_to(self.folder):
            source = re.sub(r"\n\s+", "\n", mend(template, source))
        if template in ALIKE:
            source = f"{{% call once_a_folder('{template}', page, nav) %}}{source.rstrip()}{{% endcall %}}"
        return source, path, uptodate


class OnceAFolder:
    """Makes a part of a page once for all pages of a folder: the addresses in it are relative to the page, and nothing
    else of a page that the navigation does not name is in it."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, str], str] = {}

    def __call__(self, part: str, page: Page | None, nav: Navigation, caller: Callable[[], str]) -> str:
        """The part for a page. page: None where it has no place, as one that is not found. caller: makes the part."""
        if page is None or any(named is page for named in nav.pages):
            return caller()
        key = part, posixpath.dirname(page.url.rstrip("/"))
        if key not in self.made:
            self.made[key] = caller()
        return self.made[key]


def mend(name: str, source: str) -> str:
    """A template of the theme, or its script, with its mends; one that does not fit any more is told."""
    for one in MENDS:
        if name.startswith(one.where):
            if one.old not in source:
                log.warning("the theme's %s has changed: %s (hooks/adapter/theme.py)", name, one.why)
            source = source.replace(one.old, one.new)
    return source


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
    env.globals["once_a_folder"] = OnceAFolder()
    env.filters["address"] = partial(url_of, directory_urls=config.use_directory_urls)
    env.filters["in_words"] = lambda date: in_words(parse_date(str(date)))
    env.globals["paths"] = {file.src_uri for file in files.documentation_pages()}
    env.globals["indexes"] = [(index_path(name), kind.PLURAL) for name, kind in KINDS.items()]
    env.globals["languages"] = named_in(run.built.site.exhibit)
    env.bytecode_cache = COMPILED
    run.policy = policy(env, config)
    env.globals["policy"] = "" if run.serving or not config.use_directory_urls else run.policy
    return env
