"""What a server has of a site: all that MkDocs has made ready, and the exhibit; each page is made when it is asked for.

MkDocs is given no page to make: it reads the settings, finds the files, puts the navigation together and the theme's
templates, and copies what is no page. From these any page is made in a few hundredths of a second, with the events and in
the order of MkDocs' own build. A save that adds no page and takes none away leaves all of it as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from exhibit.exports.every import export_at, exports_at_once
from exhibit.pages.build import Built
from exhibit.pages.environment import Rendered
from exhibit.views.item.names import named_in
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from adapter import theme
from adapter.run import BuildRun


@dataclass
class Shell:
    """The pages of a server, none of them made.

    files: pages and all; run: the build that has made ready what is here. env: the theme's templates.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    run: BuildRun
    env: Environment = field(default_factory=Environment)
    version: int = 0
    """How often the exhibit was another."""
    made: dict[str, int] = field(default_factory=dict)
    """By address the version of which each page was last made."""
    later: list[str] = field(default_factory=list)
    """The addresses of pages that are to be made when nobody asks for anything."""

    def __post_init__(self) -> None:
        self.documents = list(self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve))
        self.by_address = {file.url: file for file in self.documents}
        self.exported: tuple[int, dict[str, bytes]] = (0, {})
        self.untitled = [page for page in self.nav.pages if page.title is None]
        self._index(self.run.built)
        self.later = list(self.by_address)

    def _index(self, built: Built) -> None:
        self.generated = {page.path: page for page in built.pages}
        self.version += 1

    def fits(self, built: Built) -> bool:
        """Whether an exhibit has the pages that are here, each from the file from which it is made here."""
        pages = {page.path: f"../{page.data_file}" if page.data_file else None for page in built.pages}
        by_hand = {file.src_uri for file in self.documents if not file.generated_by}
        there = {
            path.removeprefix(f"{built.docs}/") for path in built.texts if path.startswith(f"{built.docs}/")
        }
        excluded = (
            {file.src_uri for file in self.files if file.is_documentation_page()} - by_hand - pages.keys()
        )
        generated = {file.src_uri: file.edit_uri for file in self.documents if file.generated_by}
        return pages == generated and there - excluded == by_hand

    def take(self, built: Built, template_changed: bool = False) -> None:
        """Show another exhibit from now on.

        template_changed: a page of each template is then made sooner or later, so that what is wrong with it is told.
        """
        self.run.built = built
        self._index(built)
        self.env.globals["languages"] = self.languages_of(built)
        if template_changed:
            self.later = [*self._one_of_each_template(), *self.later]
        self.entitle()

    def languages_of(self, built: Built) -> str:
        """In which languages an exhibit names things, as every page says."""
        return named_in(built.site.exhibit)

    def _one_of_each_template(self) -> Iterator[str]:
        by_path = {file.src_uri: url for url, file in self.by_address.items()}
        of_template = {page.template: by_path[page.path] for page in self.generated.values()}
        yield from of_template.values()

    def renewed(self) -> Built:
        """The exhibit with all its pages to be made anew, as for another template."""
        return replace(self.run.built)

    def entitle(self) -> None:
        """Read the pages whose titles the navigation takes from them."""
        if self.untitled:
            for page in self.untitled:
                self._read(page)
            theme.frame_anew(self.env, self.config)

    def file_at(self, address: str) -> File | None:
        """The page at an address as a visitor has it, below the site's root: ``places/ford/``; home is empty."""
        folder = f"{address.removesuffix('index.html').strip('/')}/"
        return self.by_address.get("./" if folder in ("/", "./") else folder)

    def is_stale(self, file: File) -> bool:
        """Whether a page was made of another exhibit, or never."""
        return self.made.get(file.url) != self.version

    def export(self, address: str) -> bytes | None:
        """A file that is made of the whole exhibit besides its pages, such as the feed; None where there is none there."""
        if self.exported[0] != self.version:
            self.exported = self.version, exports_at_once(self.run.built.site)
        return export_at(self.run.built.site, address, self.exported[1])

    def give_up(self, file: File, for_now: bool) -> None:
        """Make a page that is at fault no more, until something else is saved, or for now until it is asked for again."""
        self.made[file.url] = -1 if for_now else self.version

    def page(self, file: File) -> bytes:
        """A page as a visitor gets it. Raises whatever is wrong with it."""
        version, page, events = self.version, file.page, self.config.plugins
        assert page
        self._read(page)
        page.active = True
        try:
            context = get_context(self.nav, self.documents, self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = events.on_page_context(context, page=page, config=self.config, nav=self.nav)
            html = events.on_post_page(template.render(context), page=page, config=self.config)
        finally:
            page.active = False
        self.made[file.url] = version
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def sitemap(self) -> bytes:
        """The list of all pages, which MkDocs would make of those that it has made."""
        context = get_context(self.nav, self.documents, self.config, base_url=".")
        return self.env.get_template("sitemap.xml").render(context).encode("utf-8")

    def _read(self, page: Page) -> None:
        """A page's text, Markdown and HTML, as MkDocs makes it."""
        events = self.config.plugins
        page = events.on_pre_page(page, config=self.config, files=self.files)
        page.file.content_string = self._text(page.file)
        page.read_source(self.config)
        page.markdown = events.on_page_markdown(
            page.markdown or "", page=page, config=self.config, files=self.files
        )
        page.render(self.config, self.files)
        page.content = events.on_page_content(
            page.content or "", page=page, config=self.config, files=self.files
        )

    def _text(self, file: File) -> str:
        made: Rendered | None = self.generated.get(file.src_uri)
        return made.text if made else self.run.built.texts[f"{self.run.built.docs}/{file.src_uri}"]
