"""One page between Markdown and HTML: its calls answered, its citations at its foot, its days bound."""

from __future__ import annotations

from textwrap import shorten

from exhibit.pages.docs import expand
from exhibit.pages.environment import fragment
from exhibit.pages.shortcodes import shortcodes
from exhibit.verifying.head import DESCRIPTION
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from adapter.line_breaks import days_bound
from adapter.offline import files_named
from adapter.run import BuildRun


def answered(markdown: str, page: MkDocsPage, run: BuildRun) -> str:
    """A page's Markdown, one written by hand with a place for each answer; the answers are kept until it is HTML."""
    site = run.built.site
    run.page = run.references.resolver = site.page(page.file.src_uri)
    run.captions.title = str(page.title)
    if page.file.generated_by:
        return markdown
    return expand(markdown, shortcodes(site, run.page))


def described(text: str) -> str:
    """A description that is shown whole: a longer one is cut at a word. As the theme prints it, the text is HTML."""
    plain, most = Markup(text).unescape(), DESCRIPTION[1]
    return (
        text
        if len(plain) <= most
        else str(escape(shorten(plain, most, break_on_hyphens=False, placeholder=" …")))
    )


def completed(html: str, page: MkDocsPage, run: BuildRun, config: MkDocsConfig, files: Files) -> str:
    """A page's HTML with the answers in their places, and the citations of a hand-written one at its foot."""
    page.meta["description"] = described(
        page.meta.get("description") or f"{page.title}: {config.site_description}"
    )
    if page.file.generated_by:
        return searched(days_bound(html), page, run)
    assert run.page
    html = run.page.fill(html)
    if not config.use_directory_urls:
        html = files_named(html, run.page.path, {file.src_uri for file in files})
    if run.page.citations:
        html += fragment(run.built.site, run.page, "docs/_docs_citations.jinja")
    return searched(days_bound(html), page, run)


def searched(html: str, page: MkDocsPage, run: BuildRun) -> str:
    """A finished page, which search has taken up."""
    run.searched.take(html, page)
    return html
