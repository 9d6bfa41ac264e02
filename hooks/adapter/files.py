"""What MkDocs finds besides docs/: the generated pages, the exports, our scripts and the theme's made ready."""

from __future__ import annotations

from exhibit.exports.every import exports
from exhibit.pages.build import Built
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from adapter import assets, styles, theme
from adapter.generated import GeneratedPage, HeadingsMade
from adapter.navigation import titles_of
from adapter.run import BuildRun
from adapter.serving import placeholder

UNUSED = ("assets/images/favicon.png", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""How the files of the theme begin that no visitor asks for."""


def with_generated(files: Files, run: BuildRun, config: MkDocsConfig) -> Files:
    """The files of docs/ and of the theme with what is generated among them."""
    _without_unused(files)
    if run.built.fatal(config.strict):
        return placeholder(files, config)
    _as_checked(files, run.built)
    _add_pages(files, run.built, config, made=not run.serving)
    if not run.serving:
        for path, content in exports(run.built.site):
            files.append(File.generated(config, path, content=content))
    assets.prepare(files, config)
    styles.coloured(files, config, run.built.site.exhibit.story)
    styles.prepare(files, config)
    theme.prepare(files, config)
    return files


def _as_checked(files: Files, built: Built) -> None:
    """Make the hand-written pages from the texts that were checked, whatever was saved since: what came after them
    is for the next build, which checks it first."""
    for file in [file for file in files if file.is_documentation_page()]:
        text = built.texts.get(f"{built.docs}/{file.src_uri}")
        if text is None:
            files.remove(file)
        else:
            file.content_string = text


def _without_unused(files: Files) -> None:
    """Leave out what the theme brings and no visitor asks for: source maps, an icon beside ours, its search."""
    for file in list(files):
        if file.src_uri.endswith(".map") or file.src_uri.startswith(UNUSED):
            files.remove(file)


def _add_pages(files: Files, built: Built, config: MkDocsConfig, made: bool) -> None:
    """Generated pages are virtual files, whose pencil opens their YAML. made: whether they have their texts already."""
    headings, titles = HeadingsMade(), dict(titles_of(config.nav or []))
    for page in built.pages:
        file = File.generated(config, page.path, content=page.text if made else "")
        file.edit_uri = f"../{page.data_file}" if page.data_file else None
        files.append(file)
        GeneratedPage(titles.get(page.path), file, config, headings)
