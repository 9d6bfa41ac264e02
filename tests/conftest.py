"""What tests share: the folders of the project, the tiny exhibit, and one build of the real site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from exhibit.checking.read import read_exhibit
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"


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
    return Site(tiny, Settings(site_name="Eurasian Accords", repo_url="https://git.example/rivers"))


def project(folder: Path, data: Path | None = None, source: Path = ROOT) -> Path:
    """A copy of the project in a folder, with data of one's own: what a builder has cloned."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("hooks", "docs"):
        shutil.copytree(source / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data or source / "data", folder / "data", symlinks=True)
    shutil.copy(source / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def plain_docs(folder: Path, home: str = "# Home\n") -> None:
    """Replace the hand-written pages by empty ones, for data that they do not speak of."""
    for path in (folder / "docs").rglob("*.md"):
        path.write_text("# Page\n", encoding="utf-8")
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once for all tests that look at it."""
    folder = project(tmp_path_factory.mktemp("built") / "project")
    run = mkdocs(folder, "build", "--strict")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"
