"""Our own scripts and stylesheet on their way to the browser: each with its parts in one file, without comments.

They are written in ``docs/assets`` to be read: what pages load lies there, the parts that it imports in folders
beside it. A page opened from a file can load no modules, so a script's modules become one classic script, put
together in the order in which they import each other: what they call something stands beside what the others do.
Nothing else is changed, and a visitor's first page is a tenth lighter without what only readers of the source need.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n?|/\*\*.*?\*/ ?", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"^\s+", re.MULTILINE)
_STYLE = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_QUOTED = re.compile(r'("[^"]*")')
_AROUND = re.compile(r"\s*([{};,])\s*")
_AFTER_COLON = re.compile(r":\s+")
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def lean(text: str) -> str:
    """A script or stylesheet without the comments that begin a line, types, indentation and empty lines."""
    return _BLANK.sub("", _COMMENT.sub("", text))


def tight(style: str) -> str:
    """A stylesheet without the blanks around its signs; a text in quotes keeps its own."""
    parts = _QUOTED.split(style)
    parts[::2] = [_AFTER_COLON.sub(":", _AROUND.sub(r"\1", part)).replace(";}", "}") for part in parts[::2]]
    return "".join(parts)


def bundle(path: Path) -> str:
    """A script or stylesheet with all its parts, as the browser gets it."""
    return _stylesheet(path) if path.suffix == ".css" else _script(path)


def _stylesheet(path: Path) -> str:
    """A part lies one folder deeper, and so do the addresses in it."""
    whole = _STYLE.sub(
        lambda part: bundle(path.parent / part[1]).replace("url(../", "url("), lean(path.read_text("utf-8"))
    )
    return tight(whole)


def _script(path: Path) -> str:
    modules = _modules(path.resolve(), {})
    names = Counter(name for text in modules.values() for name in _NAME.findall(text))
    if twice := [name for name, count in names.items() if count > 1]:
        raise ValueError(f"{path.name}: several parts have a {', '.join(twice)} at their top")
    text = "".join(_EXPORT.sub("", lean(_IMPORT.sub("", text))) for text in modules.values())
    return f'(() => {{\n"use strict";\n{text}}})();\n'


def _modules(path: Path, found: dict[Path, str]) -> dict[Path, str]:
    """The texts of a module and of all that it imports, each behind its own imports."""
    text = path.read_text("utf-8")
    for part in _IMPORT.findall(text):
        _modules((path.parent / part).resolve(), found)
    found.setdefault(path, text)
    return found


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Put the bundles in the place of what pages load; parts are not published."""
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri.endswith((".js", ".css")):
            files.remove(file)
            if file.src_uri.count("/") == 1:
                text = bundle(Path(config.docs_dir) / file.src_uri)
                files.append(File.generated(config, file.src_uri, content=text))
