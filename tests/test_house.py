"""The plan of the house, as docs/developing tells it: what may import what, and how long things may be.

A rule is a generator that tells ``file:line: what`` of all that breaks it.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter

import pytest
from conftest import ROOT
from exhibit.model.vocabulary import Term

HOOKS = ROOT / "hooks"
FOLDERS = "problems model reading checking editing views changes pages exports verifying commands".split()
VIEWS = "item timeline sources membership lineage comparison atlas docs".split()
"""The folders of the exhibit, and those of its views: each imports only from itself and those named before."""

STRANGERS = {"mkdocs", "material", "mkdocs_hook", "adapter"}
"""What the exhibit knows nothing of."""

FUNCTION, MODULE, HOOK = 45, 250, 80
"""Lines of a function, of a module and of the hook, at most."""

MODULES = {
    ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((HOOKS / "exhibit").rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def _told(name: str, line: int, what: str) -> str:
    return f"{MODULES[name].relative_to(ROOT)}:{line}: {what}"


def _imports(name: str) -> Iterator[tuple[int, str]]:
    """What a module imports, wherever in it, with the line; of ``from a import b`` the module b if it is one."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield node.lineno, whole if whole in MODULES else str(node.module)


def _place(name: str) -> tuple[int, int]:
    """The place of a module's folder in the house, and among the views; what stands in none is before all."""
    _, folder, view, *_ = [*name.split("."), "", ""]
    in_views = folder == "views" and view in VIEWS
    return FOLDERS.index(folder) if folder in FOLDERS else -1, VIEWS.index(view) if in_views else -1


def a_module_imports_only_what_stands_before_it() -> Iterator[str]:
    for name in MODULES:
        for line, other in _imports(name):
            if other.startswith("exhibit.") and _place(other) > _place(name):
                yield _told(name, line, f"{other} stands later in the house")


def no_modules_import_each_other_in_a_circle() -> Iterator[str]:
    graph = {name: {other for _, other in _imports(name) if other in MODULES} for name in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " imports ".join(reversed(error.args[1]))


def every_folder_has_its_place_in_the_order() -> Iterator[str]:
    for folder, order in ((HOOKS / "exhibit", FOLDERS), (HOOKS / "exhibit" / "views", VIEWS)):
        found = {path.parent.name for path in folder.glob("*/*.py")}
        yield from (f"{folder.relative_to(ROOT)}/{name}: not in the order" for name in found ^ set(order))


def the_exhibit_knows_nothing_of_mkdocs() -> Iterator[str]:
    for name in MODULES:
        for line, other in _imports(name):
            if other.split(".")[0] in STRANGERS:
                yield _told(name, line, f"imports {other}")


def one_module_alone_asks_the_web() -> Iterator[str]:
    for name in MODULES.keys() - {"exhibit.commands.web"}:
        for line, other in _imports(name):
            if other in ("urllib.request", "http.client", "socket", "ssl"):
                yield _told(name, line, f"imports {other}")


def only_addresses_join_paths() -> Iterator[str]:
    """A path of a page that is put together of parts: an f-string or a sum in Python, ``~`` in a template."""
    for path in sorted(HOOKS.rglob("*.py")):
        if path == HOOKS / "exhibit/model/addresses.py" or path.is_relative_to(HOOKS / "start"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.values if isinstance(node, ast.JoinedStr) else []
            parts = [node.left, node.right] if isinstance(node, ast.BinOp) else parts
            texts = [part.value for part in parts if isinstance(part, ast.Constant)]
            if any(isinstance(text, str) and text.endswith(".md") for text in texts):
                yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: joins a path"
    for path in sorted(HOOKS.rglob("*.jinja")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if re.search(r"""~\s*["'][^"']*\.md["']|["'][^"']*\.md["']\s*%""", line):
                yield f"{path.relative_to(ROOT)}:{number}: joins a path"


def every_module_says_what_it_is() -> Iterator[str]:
    yield from (_told(name, 1, "no docstring") for name, tree in TREES.items() if not ast.get_docstring(tree))


def the_picture_shows_it() -> Iterator[str]:
    """The floors of the picture in docs/developing are the folders, from the ground up."""
    page = (ROOT / "docs" / "developing" / "index.md").read_text(encoding="utf-8")
    named = re.findall(r'font-weight="bold" fill="currentColor">([^<]+)</text>', page)
    if (floors := [name for name in named if name in FOLDERS]) != FOLDERS:
        yield f"docs/developing/index.md: shows {floors}"


def the_hook_is_one_call_an_event() -> Iterator[str]:
    """So it is short, and has neither a condition nor a class."""
    text = (HOOKS / "mkdocs_hook.py").read_text(encoding="utf-8")
    if (length := text.count("\n")) > HOOK:
        yield f"hooks/mkdocs_hook.py: {length} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.If | ast.Try | ast.For | ast.ClassDef):
            yield f"hooks/mkdocs_hook.py:{node.lineno}: belongs into hooks/adapter"


def nothing_is_too_long() -> Iterator[str]:
    for name, tree in TREES.items():
        if (length := MODULES[name].read_text(encoding="utf-8").count("\n")) > MODULE:
            yield _told(name, 1, f"{length} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and (length := node.end_lineno - node.lineno + 1) > FUNCTION:
                yield _told(name, node.lineno, f"{node.name} has {length} lines")


def no_table_of_terms_stands_beside_the_vocabularies() -> Iterator[str]:
    """What is known of a term is told at the term: no other module lists several terms of a vocabulary."""
    terms = {
        vocabulary.__name__
        for vocabulary in Term.__subclasses__()
        if vocabulary.__module__.startswith("exhibit.")
    }
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            listed = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
            named = [
                one for one in listed if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)
            ]
            if len({one.attr for one in named if one.value.id in terms and one.attr.isupper()}) > 1:
                yield _told(name, node.lineno, "a table of terms; tell it at each of them")


def no_two_classes_share_a_name() -> Iterator[str]:
    """The public ones, of the exhibit and the adapter: what is called alike is taken for the same."""
    first: dict[str, str] = {}
    for path in sorted([*HOOKS.glob("exhibit/**/*.py"), *HOOKS.glob("adapter/*.py")]):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                here = f"{path.relative_to(ROOT)}:{node.lineno}"
                if (there := first.setdefault(node.name, here)) != here:
                    yield f"{here}: {node.name} is the name of the class at {there} too"


def no_group_is_repeated_possessively() -> Iterator[str]:
    """Before 3.11.5 Python matches ``(a|b)*+`` wrongly (gh-106052), and 3.11 is enough here, as Debian 12 has it."""
    for path in sorted(HOOKS.rglob("*.py")):
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"(?<!\\)\)[*+?]\+", text) and re.search(r"\br\"|\br'", text):
                yield f"{path.relative_to(ROOT)}:{line}: a group is repeated possessively"


def nothing_that_is_made_is_in_the_repository() -> Iterator[str]:
    """A build believes what it has kept, and takes a site for its own: neither comes from a commit."""
    listed = ["git", "ls-files", "-z", "--", ".cache", "site", "build", "node_modules", ".venv"]
    found = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False)  # none: an archive
    yield from (f"{name}: is made here, not committed" for name in found.stdout.split("\0") if name)


RULES = [
    nothing_that_is_made_is_in_the_repository,
    no_group_is_repeated_possessively,
    a_module_imports_only_what_stands_before_it,
    no_modules_import_each_other_in_a_circle,
    every_folder_has_its_place_in_the_order,
    the_exhibit_knows_nothing_of_mkdocs,
    one_module_alone_asks_the_web,
    only_addresses_join_paths,
    every_module_says_what_it_is,
    the_picture_shows_it,
    no_table_of_terms_stands_beside_the_vocabularies,
    the_hook_is_one_call_an_event,
    nothing_is_too_long,
    no_two_classes_share_a_name,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule: Callable[[], Iterator[str]]) -> None:
    assert "\n".join(rule()) == ""
