"""Mends of the theme's templates and of its script.

A mend is a line of the theme and what stands in its place; copying a partial for one attribute would
bring its other two hundred lines with it. A mend whose line the theme has no longer is told as a
warning, which stops a strict build.
"""

from __future__ import annotations

import logging
from typing import NamedTuple

log = logging.getLogger("mkdocs.hooks.exhibit")


class Mend(NamedTuple):
    """One place of the theme: how the name of the template or script begins, what stands there, what is to, why."""

    where: str
    old: str
    new: str
    why: str


BUNDLE = "assets/javascripts/bundle."
"""How the theme's script begins; a hash follows."""
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
        "base.html",
        '{% include "partials/javascripts/content.html" %}',
        "",
        "no page has tabs that an address could open",
    ),
    Mend(
        "base.html",
        '"clipboard.copy": lang.t("clipboard.copy"),\n            "clipboard.copied": lang.t("clipboard.copied"),\n            ',
        "",
        "no page has code to be copied by a button",
    ),
    Mend(
        "base.html",
        ',\n            "select.version": lang.t("select.version")',
        "",
        "there is one version of the site",
    ),
    Mend(
        "base.html",
        """            "search.result.placeholder": lang.t("search.result.placeholder"),
            "search.result.none": lang.t("search.result.none"),
            "search.result.one": lang.t("search.result.one"),
            "search.result.other": lang.t("search.result.other"),
            "search.result.more.one": lang.t("search.result.more.one"),
            "search.result.more.other": lang.t("search.result.more.other"),
            "search.result.term.missing": lang.t("search.result.term.missing")
""",
        "",
        "what the search says stands in its script",
    ),
    Mend(
        "base.html",
        '          "search": "assets/javascripts/workers/search.a7633da7.min.js" | url,\n',
        "",
        "there is no worker that searches",
    ),
    Mend(
        "partials/tabs.html",
        "{% for nav_item in nav.items %}",
        "{% for nav_item in nav.items if not nav_item.is_homepage %}",
        "the site's name leads home",
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
        "partials/header.html",
        '{% if "material/search" in config.plugins %}',
        "{% if true %}",
        "its search stands there without its plugin, which makes an index of its own",
    ),
    Mend(
        "partials/header.html",
        '{% set search = config.plugins["material/search"] | attr("config") %}',
        "{% set search = {'enabled': true} %}",
        "the same",
    ),
    Mend(
        "partials/actions.html",
        """title="{{ lang.t('action.edit') }}" class""",
        'title="Edit this page’s file in the repository" class',
        "a pencil says what it does",
    ),
    Mend(
        "partials/source.html",
        """href="{{ config.repo_url }}" title="{{ lang.t('source') }}" class""",
        """href="{{ ('data/' if config.use_directory_urls else 'data.html') | url }}" """
        'title="The data, to be taken away" class',
        "who looks for the data finds what is offered, and there the repository",
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
        "partials/search.html",
        '{{ lang.t("search.result.initializer") }}',
        '{{ lang.t("search.result.placeholder") }}',
        "nothing has to be made ready",
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
        "let n=Ei(o.search,t)",
        "let n=new T",
        "the full text is searched by docs/assets/finder/, and the theme's worker is asked nothing",
    ),
    Mend(
        BUNDLE,
        'document.forms.namedItem("search")?ks():tt',
        "tt",
        "nor is its index fetched, which it would be on every page",
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


def mend(name: str, source: str) -> str:
    """A template of the theme, or its script, with its mends; one that does not fit any more is told."""
    for one in MENDS:
        if name.startswith(one.where):
            if one.old not in source:
                log.warning("the theme's %s has changed: %s (hooks/adapter/mends.py)", name, one.why)
            source = source.replace(one.old, one.new)
    return source
