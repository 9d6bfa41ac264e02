"""What is imported is declared, and said the same in each place that declares it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

from conftest import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OWN = {"exhibit", "adapter"}
KNOWN = packages_distributions()
PART_OF = {"pydantic-core": "pydantic"}
"""Distributions that another brings in the one version that fits it."""


def _imported(path: Path) -> set[str]:
    """The distributions that a module imports from."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    found = {canonicalize_name(KNOWN[name][0]) for name in names - OWN - sys.stdlib_module_names}
    return {PART_OF.get(name, name) for name in found}


def _declared(lines: list[str]) -> dict[str, str]:
    """What stands behind the name of each distribution."""
    requirements = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name): str(one.specifier) for one in requirements}


def _of_file(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return _declared([line for line in lines if not line.startswith("-r")])


def _locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text("utf-8")))


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    modules = [*(ROOT / "hooks").rglob("*.py")]
    declared = _declared(PROJECT["dependencies"]).keys()
    printing = _declared(PROJECT["optional-dependencies"]["catalogue"]).keys()
    theme = {"mkdocs-material"}  # named by mkdocs.yml
    assert set().union(*map(_imported, modules)) | theme == declared | printing
    assert printing <= _imported(ROOT / "hooks/adapter/print.py")


def test_the_files_of_requirements_say_what_the_project_says() -> None:
    setup = {"setuptools": ">=77"}
    assert _of_file("requirements.in") == _declared(PROJECT["dependencies"]) | setup
    assert (
        _of_file("requirements-dev.in").items()
        >= _declared(PROJECT["optional-dependencies"]["catalogue"]).items()
    )


def test_the_theme_is_the_one_whose_templates_are_mended() -> None:
    theme = "mkdocs-material"
    locked = _locked("requirements.txt")[theme]
    assert _of_file("requirements.in")[theme] == f"=={locked}"
    assert version(theme) == locked


def test_the_locks_agree_and_name_no_host() -> None:
    assert _locked("requirements.txt").items() <= _locked("requirements-dev.txt").items()
    assert "://" not in (ROOT / "requirements.txt").read_text("utf-8")
    assert "://" not in (ROOT / "requirements-dev.txt").read_text("utf-8")
