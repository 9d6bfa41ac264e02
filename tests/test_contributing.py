"""The forms, checks and workflows around the repository: sound, and of one piece with the rest."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from conftest import ROOT
from exhibit.commands.cli import COMMANDS
from exhibit.pages.item import report_url
from exhibit.pages.site import Site

FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TYPES = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
KEYS = {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}


def _read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_as_github_documents_forms(path: Path) -> None:
    form = _read(path)
    assert {"name", "description", "body"} <= set(form) <= KEYS
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[\w-]+", id_) for id_ in ids)
    labels = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
    assert len(labels) == len(set(labels))
    for part in form["body"]:
        assert part["type"] in TYPES
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert set(part.get("validations", {})) <= {"required"}
        if part["type"] == "dropdown":
            assert len(set(part["attributes"]["options"])) == len(part["attributes"]["options"]) > 1


def test_the_link_of_a_page_fills_in_the_form_for_facts(tiny_site: Site) -> None:
    item = tiny_site.exhibit.items["league-2001-ford"]
    address = urlsplit(report_url(tiny_site, item))
    assert (address.netloc, address.path) == ("git.example", "/rivers/issues/new")
    given = {name: values[0] for name, values in parse_qs(address.query).items()}
    template = given.pop("template")
    form = _read(ROOT / ".github" / "ISSUE_TEMPLATE" / template)
    assert given == {
        "title": "Wrong: league-2001-ford",
        "item": "league-2001-ford",
        "file": "data/summits/league-2001-ford.yml",
    }
    assert set(given) - {"title"} <= {part["id"] for part in form["body"]}


PINNED = re.compile(r"uses: (actions/[\w-]+)@([0-9a-f]{40}) # (v[0-9]+\.[0-9]+\.[0-9]+)$", re.MULTILINE)
RIGHTS = {
    ("pages", "build"): {"contents": "read", "pages": "read"},
    ("pages", "publish"): {"pages": "write", "id-token": "write"},
}
"""The jobs that may more than read the repository, or less."""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_little_and_calls_what_is_there(path: Path) -> None:
    workflow = _read(path)
    text = path.read_text(encoding="utf-8")
    assert workflow["permissions"] == {"contents": "read"}
    assert not re.search(r"secrets\b|pull_request_target|workflow_run|GITHUB_ENV", text)
    targets = re.findall(r"^([\w./$()-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    known = {target.replace("$(VENV)", ".venv") for target in targets}
    for name, job in workflow["jobs"].items():
        assert "timeout-minutes" in job
        assert job.get("permissions") == RIGHTS.get((path.stem, name))
        for step in job["steps"]:
            run = step.get("run", "")
            assert "${{" not in run, "a name that somebody chose, in a line that a shell reads"
            assert set(re.findall(r"\bmake ([\w./-]+)", run)) <= known
            assert set(re.findall(r"bin/exhibit (\w+)", run)) <= set(COMMANDS)
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_actions_are_pinned_by_hash_each_in_one_version() -> None:
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    pins = {pin for text in texts for pin in PINNED.findall(text)}
    assert sum(len(PINNED.findall(text)) for text in texts) == sum(text.count("uses:") for text in texts)
    assert len({action for action, _, _ in pins}) == len(pins)


def test_nothing_is_published_that_the_gate_has_not_passed() -> None:
    """The job that may publish runs nothing of the project, and waits for the job that runs all that has to pass."""
    jobs = _read(ROOT / ".github/workflows/pages.yml")["jobs"]
    publishing = [job for job in jobs.values() if job.get("permissions", {}).get("pages") == "write"]
    assert len(publishing) == 1
    assert [step.get("run") for step in publishing[0]["steps"]] == [None]
    gates = [name for name, job in jobs.items() if {"run": ".ci/run"} in job["steps"]]
    assert gates and set(gates) < set(publishing[0]["needs"])
    assert jobs["build"]["needs"] == gates[0]


def test_the_checks_at_a_commit_are_local_and_call_what_is_there() -> None:
    hooks = _read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in hooks] == ["local"]
    for hook in hooks[0]["hooks"]:
        program, command = shlex.split(hook["entry"])[:2]
        assert hook["language"] == "system"
        assert program in (".venv/bin/exhibit", ".venv/bin/ruff")
        assert command in COMMANDS or program.endswith("ruff")
