"""What tests share: the folders of the project, the tiny exhibit, and one build of the real site."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from adapter import unchanged
from exhibit.checking.read import read_exhibit
from exhibit.model.dates import parse_date
from exhibit.model.wording import in_words
from exhibit.pages.site import Settings, Site
from exhibit.reading import link
from exhibit.reading.exhibit import Exhibit
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from PIL import Image, ImageDraw

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


AS_OF = parse_date("2026-06")
"""Up to when the exhibits of the tests know."""
KNOWN = parse_date(re.findall(r"as_of: (\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"))[0])
"""Up to when the exhibit of the project knows, and in words."""
KNOWN_IN_WORDS = in_words(KNOWN)
SETTINGS = f"site_name: Rivers\nextra:\n  exhibit:\n    as_of: {AS_OF}\n"
"""What the commands need of mkdocs.yml."""


ANEW = {"is_built": lambda *_: False, "remember": lambda *_: None}
"""How a build is made that looks at no other and is looked at by none."""


@pytest.fixture(scope="session")
def tiny() -> Exhibit:
    """The tiny exhibit of tests/exhibit, free of problems."""
    outcome = read_exhibit(TESTS / "exhibit")
    assert outcome.problems == []
    return outcome.exhibit


@pytest.fixture(scope="session")
def real() -> Exhibit:
    """The exhibit of the project."""
    return read_exhibit(ROOT).exhibit


@pytest.fixture(scope="session")
def tiny_site(tiny: Exhibit) -> Site:
    return Site(tiny, Settings(AS_OF, site_name="Eurasian Accords", repo_url="https://git.example/rivers"))


@pytest.fixture
def rivers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny exhibit as a project of its own, as the working folder."""
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def assert_agreed(page: str, golden: Path) -> None:
    """A whole page is that of its golden file, whatever blank lines stand between its blocks."""
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(re.sub(r"\n(?:[ \t]*\n)+", "\n\n", page), encoding="utf-8")
    assert _lines(page) == _lines(golden.read_text(encoding="utf-8"))


def _lines(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.strip()]


def project(folder: Path, data: Path | None = None, source: Path = ROOT) -> Path:
    """A copy of the project in a folder, with data of one's own: what a builder has cloned."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("hooks", "docs"):
        shutil.copytree(source / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data or source / "data", folder / "data", symlinks=True)
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    if data:  # which does not say what its sources told whole are called
        settings = settings.replace("two-articles.md", "side-by-side.md")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def plain_docs(folder: Path, home: str = "# Home\n") -> None:
    """Replace the hand-written pages by empty ones, each with a title of its own, for data that they do not speak of."""
    docs = folder / "docs"
    for path in docs.rglob("*.md"):
        path.write_text(f"# Page {path.relative_to(docs).with_suffix('').as_posix()}\n", encoding="utf-8")
    (folder / "docs" / "index.md").write_text(home, encoding="utf-8")


def mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a folder as a builder would."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def tiny_project(folder: Path, home: str = "# Home\n", data: Path = TESTS / "exhibit" / "data") -> Path:
    """The tiny exhibit (or other data) over one hand-written page, with the code and the styles of the project
    itself: what ``build_here`` builds in a second."""
    (folder / "docs").mkdir(parents=True)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copytree(data, folder / "data")
    (folder / "docs" / "index.md").write_text(home, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\nnav: [index.md]\nnot_in_nav: '*'\nextra: {{exhibit: {{as_of: {AS_OF}}}}}\n",
        encoding="utf-8",
    )
    return folder


def draw(path: Path, width: int = 900, height: int = 600, **saved: Any) -> Path:
    """Draw a picture for a test, in the format that its name ends in: none of others is used. saved: see Pillow."""
    picture = Image.new("RGB", (width, height), "#b0c4d8")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((width // 8, height // 2, width * 7 // 8, height * 3 // 4), fill="#6b4a2b")
    pen.ellipse((width // 4, height // 4, width // 3, height // 2), fill="#23303a")
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, **saved)
    return path


def build_here(folder: Path, config: str = "mkdocs.yml", strict: bool = True, anew: bool = True) -> Path:
    """Build a project in this process, in a third of the time of a command; returns the finished site.

    Raises Abort where the command would end with 1. anew: even if nothing has changed since the last build. MkDocs runs the hook as a module of its own each time, so that
    nothing is left over from another build.
    """
    with _environment_kept(), patch.multiple(unchanged, **ANEW) if anew else nullcontext():
        settings = load_config(str(folder / config), strict=strict)
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            build(settings)
        except SystemExit as ended:  # a build that finds its site there already
            if isinstance(ended, Abort):
                raise
    return Path(settings.site_dir)


@contextmanager
def marks_unchecked() -> Iterator[None]:
    """Let accounts pass whose links lead nowhere, which the check refuses: what pages make of them is tried all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(link, "broken_marks", lambda *_, **__: iter(()))
        yield


@contextmanager
def _environment_kept() -> Iterator[None]:
    """Undo what a build changes of its process."""
    variables, path = dict(os.environ), [*sys.path]
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(variables)
        sys.path[:] = path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site for all tests that look at it: the one that EXHIBIT_SITE names, or else built strictly, once."""
    named = os.environ.get("EXHIBIT_SITE")
    if named:
        site = (ROOT / named).resolve()
        assert site.is_dir(), f"EXHIBIT_SITE names {site}, where no site is"
        return site
    own = tmp_path_factory.getbasetemp()
    return _built_once(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


def _built_once(folder: Path) -> Path:
    """The real site in a folder that all workers of a run have in common: the first builds it, the others wait."""
    site = folder / "site"
    with (folder / "building").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.is_dir():
            run = mkdocs(ROOT, "build", "--strict", "--site-dir", str(site))
            assert run.returncode == 0, run.stdout + run.stderr
    return site
