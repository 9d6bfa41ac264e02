"""What the templates may be: short, of short lines, and handed values: none calls a view."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT
from exhibit.pages import environment
from exhibit.pages.environment import TEMPLATES, current, render
from exhibit.pages.render import pages
from exhibit.pages.site import Site
from jinja2 import nodes

LINE, LINES = 160, 80
"""The longest line and the longest template."""

FOLDERS = {path.name for path in (ROOT / "hooks" / "exhibit" / "views").iterdir() if path.is_dir()} - {
    "__pycache__"
}
"""Those of views; beside them stand what is no view: what changed, and the book."""

PAGE = {
    "annex",
    "cite",
    "draws_shapes",
    "embed",
    "file",
    "flag",
    "href",
    "next_chart",
    "prose",
    "root",
    "term",
} | {
    "time",
    "to",
    "value",
    "year",
}
"""What templates ask of a page: links, citations, and a claim's value in HTML."""

METHODS = {"items", "values", "get", "split", "rstrip", "isoformat", "format"}
"""Methods of texts, dates and dictionaries."""

NAMES = {"range", "has", "super", "caller", "page_of", "anchor_of", "path_of"}
"""Functions: Jinja's own, and the book's addresses."""

TEXTS = [*TEMPLATES.rglob("*.jinja"), *(ROOT / "hooks" / "overrides").rglob("*.html")]


def named(path: Path) -> str:
    return path.relative_to(ROOT / "hooks").as_posix()


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_a_template_is_short_and_so_are_its_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LINES
    assert not [number for number, line in enumerate(lines, start=1) if len(line) > LINE]


def test_templates_stand_in_the_folders_of_views() -> None:
    assert {path.parent.name for path in TEMPLATES.rglob("*.jinja")} - {"templates"} == FOLDERS | {
        "book",
        "changes",
    }


def outermost(node: nodes.Node) -> str:
    """The name at the head of ``a.b[c].d``."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def not_handed(text: str) -> Iterator[str]:
    """Every call and every look into the exhibit or the site that a template has no business to make."""
    tree = current().parse(text)
    imported = {node.target for node in tree.find_all(nodes.Import)}
    imported |= {
        name if isinstance(name, str) else name[1]
        for n in tree.find_all(nodes.FromImport)
        for name in n.names
    }
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    for call in tree.find_all(nodes.Call):
        match call.node:
            case nodes.Name(name=name) if name in NAMES | macros | imported:
                pass
            case nodes.Getattr(attr=name) as asked if outermost(asked) == "page":
                if name not in PAGE | METHODS:
                    yield f"{call.lineno}: page.{name}()"
            case nodes.Getattr(attr=name) as asked:
                if name not in METHODS and outermost(asked) not in {*imported, "m", "a", "p"}:
                    yield f"{call.lineno}: .{name}()"
            case other:
                yield f"{call.lineno}: {other}"
    for asked in tree.find_all(nodes.Getattr):
        of = asked.node.attr if isinstance(asked.node, nodes.Getattr) else getattr(asked.node, "name", "")
        if of in ("exhibit", "site") and asked.attr != "items":
            yield f"{asked.lineno}: {of}.{asked.attr}"


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.jinja")), ids=named)
def test_a_template_calls_no_view(path: Path) -> None:
    assert list(not_handed(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ facts.when(exhibit, item) }}",
        "{{ exhibit.of('treaties') }}",
        "{{ site.timeline }}",
        "{{ told(item) }}",
        "{{ page.exhibit.backlinks }}",
    ],
)
def test_a_call_of_a_view_would_be_found(text: str) -> None:
    assert list(not_handed(text))


def made_by_views(value: object) -> bool:
    """Whether a value is a module or function of views."""
    module = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", "")
    return (isinstance(value, ModuleType) or callable(value)) and str(module).startswith("exhibit.views")


def test_the_environment_has_wording_and_no_views() -> None:
    env = current()
    assert not [
        name for name, value in (env.globals | env.filters | env.tests).items() if made_by_views(value)
    ]


def test_what_templates_are_handed_are_values(tiny_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: dict[str, object] = {}

    def kept(env, site, page, template, values):  # type: ignore[no-untyped-def]
        handed.update({f"{template}: {name}": value for name, value in values.items()})
        return render(env, site, page, template, values)

    monkeypatch.setattr("exhibit.pages.environment.render", kept)
    for page in pages(tiny_site):
        assert page.text
    assert handed
    assert not [name for name, value in handed.items() if callable(value)]


def test_an_edit_that_leaves_the_time_and_the_size_of_a_template_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "FOLDERS", [tmp_path])
    template = tmp_path / "a.md.jinja"
    template.write_text("Ford", "utf-8")
    before = template.stat()
    assert current().get_template(template.name).render() == "Ford"
    template.write_text("Wade", "utf-8")
    os.utime(template, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert current().get_template(template.name).render() == "Wade"
