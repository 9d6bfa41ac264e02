"""Our own scripts and stylesheet on their way to the browser: parts in one file, without comments.

They are written in ``docs/assets`` to be read; a visitor's first page is a tenth lighter without what only
readers of the source need. Nothing else is changed: no names, no line ends.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n?", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def lean(text: str) -> str:
    """A script or stylesheet without the comments that begin a line, and without indentation."""
    return _INDENT.sub("", _COMMENT.sub("", text))


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Put a script's parts, which lie in a folder of its name, before it into one file; make all lean."""
    bundles = config.extra["exhibit"]["bundles"]
    for name, parts in bundles.items():
        folder = name.removesuffix(".js")
        _replace(files, config, name, [*(f"{folder}/{part}.js" for part in parts), name])
    for file in list(files):
        own = file.src_dir == config.docs_dir and file.src_uri.endswith((".js", ".css"))
        if own:
            _replace(files, config, file.src_uri, [file.src_uri])


def _replace(files: Files, config: MkDocsConfig, name: str, parts: list[str]) -> None:
    found = [file for file in map(files.get_file_from_path, parts) if file]
    text = "\n".join(lean(file.content_string) for file in found)
    for file in found:
        files.remove(file)
    files.append(File.generated(config, name, content=text))
