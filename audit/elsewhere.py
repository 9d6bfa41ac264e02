"""make elsewhere: the exhibit built by other generators, and what is missing there beside the site of make build.

Each has an environment of its own in .cache/elsewhere/, from a lock with hashes, and its folder in build/elsewhere/: what
``exhibit pages --whole`` writes, with our settings but for what only our hook can answer. Exits with 1 where one fails.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from comparing import compared, verified  # noqa: E402

SITE, PAGES, BUILT = ROOT / "site", ROOT / "build/elsewhere/pages", ROOT / "build/elsewhere"
OURS_ALONE = ("hooks", "watch", "exclude_docs")
"""Settings for which another generator has no use: our hook's, and those of folders that are not there."""


class Way(NamedTuple):
    """A generator: which lock it is installed from, its command, whether it reads our own settings and runs our hook,
    and whether it takes the links of HTML for links between source files, as ``exhibit pages`` does not write them."""

    lock: str
    command: str
    as_it_is: bool = False
    by_source: bool = False


WAYS = {
    "ProperDocs, our settings and hook": Way("properdocs", "properdocs build -f mkdocs.yml", as_it_is=True),
    "ProperDocs, the folder of pages": Way("properdocs", "properdocs build -f mkdocs.yml"),
    "Zensical, the folder of pages": Way("zensical", "zensical build -f mkdocs.yml", by_source=True),
}


def by_source(text: str, path: str) -> str:
    """A page whose links lead from its source file and not from the folder that it becomes."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    text = re.sub(r"\]\(/([^)#]+\.md)", lambda to: f"]({posixpath.relpath(to[1], folder or '.')}", text)
    if name == "index":
        return text
    text = re.sub(r'(?<![\w-])(href|src)="(?![a-z]+:|[#/"]|\.\./)', rf'\1="../{name}/', text)
    return re.sub(r'(?<![\w-])(href|src)="\.\./', r'\1="./', text)


def settings(way: Way) -> dict[str, Any]:
    """Our settings for a generator that has our pages and nothing else of ours."""
    said = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    said = {name: value for name, value in said.items() if name not in OURS_ALONE}
    said["theme"] = {name: value for name, value in said["theme"].items() if name != "custom_dir"}
    said["theme"] |= {"icon": {}} | ({"variant": "classic"} if way.by_source else {})
    scripts = ["assets/everywhere.js", *said["extra"]["exhibit"]["scripts"]]
    said["extra_javascript"] = [{"path": path, "type": "module"} for path in scripts]
    return said


def folder_of(name: str) -> Path:
    """Where a generator's pages, settings and site are, anew."""
    folder = BUILT / re.sub(r"\W+", "-", name.lower())
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def prepared(name: str, way: Way) -> Path:
    """The folder of a generator, with its pages and settings."""
    folder = folder_of(name)
    shutil.copytree(PAGES, folder / "docs")
    for path in (folder / "docs").rglob("*.md") if way.by_source else ():
        text = by_source(path.read_text("utf-8"), path.relative_to(folder / "docs").as_posix())
        path.write_text(text, encoding="utf-8")
    _write_settings(folder, settings(way))
    return folder


def _write_settings(folder: Path, said: dict[str, Any]) -> None:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")


def installed(lock: str) -> Path:
    """The programs of a lock, in an environment that is made where it is missing or made from another."""
    wanted, folder = (ROOT / f"audit/elsewhere/{lock}.txt"), ROOT / ".cache/elsewhere" / lock
    text = wanted.read_text("utf-8") + (ROOT / "requirements.txt").read_text("utf-8")
    if not (stamp := folder / "lock").is_file() or stamp.read_text("utf-8") != text:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        pip = [folder / "bin/python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        subprocess.run([*pip, "--require-hashes", "-r", wanted], check=True)
        stamp.write_text(text, encoding="utf-8")
    return folder / "bin"


def generate(way: Way, folder: Path, *more: str) -> tuple[bool, str]:
    """Run a generator in a folder: whether it made a site, and all that it said."""
    program, *rest = way.command.split()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    command = [str(installed(way.lock) / program), *rest, *more]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return run.returncode == 0, re.sub(r"\x1b\[[\d;]*m", "", run.stdout + run.stderr).strip()


def built(name: str, way: Way) -> tuple[Path | None, str]:
    """The site that a generator makes, or None, and how long it took or the end of what it said."""
    folder = ROOT if way.as_it_is else prepared(name, way)
    site = folder_of(name) if way.as_it_is else folder / "site"
    installed(way.lock)
    began = time.monotonic()
    good, said = generate(way, folder, *(["-d", str(site)] if way.as_it_is else []))
    warned = len(re.findall(r"(?m)^(?:WARNING|Warning|Error)\b", said))
    took = f"{time.monotonic() - began:.0f} s, {warned:,} warnings"
    return (site, took) if good else (None, f"not built: {said.splitlines()[-1]}")


def with_our_templates(name: str, way: Way) -> str:
    """What a generator says of the theme's blocks that we have changed, tried on one page."""
    folder = folder_of(f"{name} with our templates")
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    shutil.copytree(ROOT / "hooks/overrides", folder / "overrides")
    said = settings(way) | {"nav": None, "not_in_nav": None, "plugins": ["search"]}
    said["theme"]["custom_dir"] = "overrides"
    _write_settings(folder, {name: value for name, value in said.items() if value is not None})
    good, told = generate(way, folder)
    return "are taken" if good else f"are not taken: {told.splitlines()[-1]}"


def main() -> int:
    """Build everywhere and tell."""
    shutil.rmtree(PAGES, ignore_errors=True)
    said = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    where = ["--site-url", said["site_url"], "--repo-url", said["repo_url"]]
    pages = [sys.executable, "-m", "exhibit.commands.cli", "pages", str(PAGES), "--whole", *where]
    subprocess.run(pages, cwd=ROOT, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")})
    failed = False
    for name, way in WAYS.items():
        site, took = built(name, way)
        print(f"{name}: {took}", flush=True)
        failed |= site is None
        for line in [*compared(SITE, site), *verified(site)] if site else ():
            print(f"  {line}", flush=True)
        if not way.as_it_is:
            print(f"  our templates {with_our_templates(name, way)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
