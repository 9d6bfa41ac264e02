"""Write a small exhibit to begin with: three organisations, a treaty, a meeting, two sources that disagree.

What it needs to be built is copied from this project; its facts are made up and wait to be replaced.
The exit code is 0, or 2 where the folder is not empty.
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from exhibit.checking.read import read_exhibit
from exhibit.commands.terminal import say, tell
from exhibit.editing.files import replace
from exhibit.editing.ids import IDS, id_lists
from exhibit.editing.schema import schemas
from exhibit.problems.suggestion import fold

ENGINE = Path(__file__).parent.parent.parent.parent
"""The project that this engine belongs to."""
CONTENT = ENGINE / "hooks" / "start"
"""The files of the small exhibit."""
COPIED = (
    "hooks",
    "docs/assets",
    "mkdocs.offline.yml",
    "requirements.in",
    "requirements.txt",
    ".gitignore",
    ".vscode",
)
"""What an exhibit is built with, where the project has it."""
COMMANDS = ("help", "serve", "build", "verify", "zip", "check", "diff", "links", "fmt", "schema", "clean")
"""What make does for an exhibit; the other commands are for the engine's own tests."""
SET_UP = "$(VENV)/.ready"
SVG = "http://www.w3.org/2000/svg"
NAME = "The Lakes"
LINE = "How three states around a lake founded one union after another, claim by claim."
SETTINGS = {
    "site_name": NAME,
    "site_description": LINE,
    "site_url": "!ENV [EXHIBIT_SITE_URL, 'https://exhibit.example/']",
    "repo_url": "!ENV [EXHIBIT_REPO_URL, 'https://git.example/exhibit']",
    "    as_of": "1990-12",
}
"""What is its own in mkdocs.yml, by the beginning of the line."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    parser.add_argument("folder", type=Path, help="where to write it: a new folder")


def run(options: argparse.Namespace) -> int:
    """Write the exhibit."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        tell(f"{folder} is there already; name a new folder")
        return 2
    if folder.exists():
        write(folder)
    else:
        _write_whole(folder)
    say(f"{folder} written. Next: cd {folder} && make serve; then put your own facts in data/")
    return 0


def _write_whole(folder: Path) -> None:
    """Write it beside and put it in its place, so that there is none that was not written to its end."""
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{folder.name}.new-", dir=folder.absolute().parent) as beside:
        whole = Path(beside, folder.name)
        write(whole)
        whole.rename(folder)


def write(folder: Path) -> None:
    """Copy the engine and the small exhibit, and write its settings and schema."""
    for name in COPIED:
        _copy(ENGINE / name, folder / name)
    for name in ("data", "docs", "README.md"):
        _copy(CONTENT / name, folder / name)
    _copy(ENGINE / "LICENSE", folder / "hooks" / "LICENSE")  # of the engine, whoever uses it
    for name, of in (("mkdocs.yml", _settings), ("Makefile", _makefile), ("pyproject.toml", _pyproject)):
        replace(folder / name, of((ENGINE / name).read_text("utf-8")))
    icon = folder / "docs" / "assets" / "favicon.svg"
    replace(icon, _named(icon.read_text("utf-8")))
    for name, text in schemas().items():
        replace(folder / "schema" / name, text)
    replace(folder / IDS, id_lists(read_exhibit(folder).exhibit))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        left = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(source, target, ignore=left, dirs_exist_ok=True)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _settings(text: str) -> str:
    """This project's settings with another name, day and navigation; whatever the theme needs stays."""
    for name, value in SETTINGS.items():
        text = re.sub(rf"(?m)^{name}: .*$", f"{name}: {value}", text)
    text = re.sub(r"(?m)^  /(developing|contributing)/\n", "", text)
    return re.sub(r"(?ms)^nav:\n.*?(?=^\S)", (CONTENT / "nav.yml").read_text("utf-8"), text)


def _makefile(text: str) -> str:
    """This project's Makefile, which is rules with an empty line between them, with the commands of an exhibit."""
    head, _, *rules = text.split("\n\n")
    kept = [rule for rule in rules if rule.partition(":")[0] in (*COMMANDS, SET_UP)]
    variables = "\n".join(line for line in head.splitlines() if not line.startswith("WORKERS"))
    return "\n\n".join([variables, f".PHONY: {' '.join(COMMANDS)}", *kept]) + "\n"


def _pyproject(text: str) -> str:
    """What an exhibit is installed by: this project's under another name, without the settings of its tests."""
    text = re.sub(r"(?m)^name = .*$", f'name = "{fold(NAME)}"', text)
    text = re.sub(r"(?m)^description = .*$", f'description = "{LINE}"', text)
    return text.partition("\n[tool.ruff]")[0]


def _named(icon: str) -> str:
    """The icon of the site (SVG) with the exhibit's name as its title."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(icon)
    for title in root.iter(f"{{{SVG}}}title"):
        title.text = NAME
    return ElementTree.tostring(root, encoding="unicode") + "\n"
