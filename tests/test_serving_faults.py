"""What the banner says of a fault that is no problem of the data: never the bare text of an exception."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from adapter.faults import Heard, in_words, is_of_the_code
from jinja2 import Environment, FileSystemLoader
from mkdocs.exceptions import Abort, ConfigurationError


def _template(text: bytes) -> Callable[[Path], object]:
    def render(root: Path) -> object:
        folder = root / "hooks" / "templates"
        folder.mkdir(parents=True)
        (folder / "page.md.jinja").write_bytes(text)
        called = {"call": lambda: {}["nobody"]}
        return Environment(loader=FileSystemLoader(folder)).get_template("page.md.jinja").render(called)

    return render


def _raise(error: BaseException) -> Callable[[Path], object]:
    def fault(root: Path) -> object:
        raise error

    return fault


PAGE = "Error reading page 'about/index.md': 'nobody'"
TOLD = [
    # what is done, what MkDocs said of it, what the banner says, whether the code is at fault
    (_raise(Abort("Aborted!")), ["Config value 'nav': wrong"], "Config value 'nav': wrong\nAborted!", False),
    (_raise(ConfigurationError("mkdocs.yml does not exist")), [], "mkdocs.yml does not exist", False),
    (
        _template(b"\n{{ 1 + 'a' }}"),
        [],
        "hooks/templates/page.md.jinja:2:1: this cannot be worked out: unsup",
        False,
    ),
    (_template(b"{{ nobody.one }}"), [], "hooks/templates/page.md.jinja:1:1: 'nobody' is undefined", False),
    (_template(b"\n\n{% if %}"), [], "hooks/templates/page.md.jinja:3:1: Expected an expression", False),
    (_template(b"{% include 'no.jinja' %}"), [], "hooks/templates:1:1: no template 'no.jinja' here", False),
    (
        _template(b"a\nb\xff"),
        [],
        "hooks/templates/page.md.jinja:2:2: not UTF-8; save the file as UTF-8",
        False,
    ),
    (
        _template(b"{{ call() }}"),
        [],
        "the site cannot be made: KeyError: 'nobody' (hooks/templates/page.md",
        True,
    ),
    (
        _raise(KeyError("nobody")),
        [PAGE],
        "about/index.md cannot be made: KeyError: 'nobody' (test_serving_f",
        True,
    ),
    (
        _raise(OSError(2, "No such file")),
        [],
        "the site cannot be made: FileNotFoundError: [Errno 2] No such",
        True,
    ),
]


@pytest.mark.parametrize(("done", "heard", "said", "of_the_code"), TOLD)
def test_a_fault_is_told_in_words(
    tmp_path: Path, done: Callable[[Path], object], heard: list[str], said: str, of_the_code: bool
) -> None:
    with Heard(), pytest.raises(BaseException) as raised:
        done(tmp_path)
    assert in_words(raised.value, heard, tmp_path).startswith(said)
    assert is_of_the_code(raised.value, tmp_path) is of_the_code
