"""The handbook's worked tasks, done as their pages say: every command, file, edit, output and page of the site.

In a page of docs/contributing/ a ``sh`` block is run, and the ``text`` block after it is what the terminal
shows. A ``yaml`` block whose first line names its file is that file; a ``diff`` block is an edit of it. A list
line that begins with an address names a page that must show the item, and the “words” quoted there.
UPDATE_GOLDEN=1 writes the outputs anew: then read the diff.

The pages in tasks/ are done in the small exhibit that the first of them writes; each begins with it as it was written.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import io
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from exhibit.commands import check
from exhibit.commands.cli import COMMANDS, main
from exhibit.exports import dated
from exhibit.pages.build import Built
from exhibit.pages.docs import ShortcodeError
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Site
from exhibit.reading import load
from exhibit.views.docs.handbook import annotated, by_word, date_forms, tables

HANDBOOK = ROOT / "docs" / "contributing"
TASKS = [
    # the pages done one after another, and the title of the item that appears
    (["add-a-summit.md", "two-sources-disagree.md"], "CIS heads of government, Yalta, May 2007"),
    (["correct-a-date.md"], "Turkey's chair of CICA"),
    (["messages.md", "find.md"], ""),
]
LAKES = [
    # the page, and the title of the item that appears on every page named under "See it"
    ("treaty.md", "Pilots' Convention"),
    ("membership.md", "Lake Union"),
    ("organisation.md", "Lifeboat Service"),
    ("person.md", "Tom Alder"),
    ("quotation.md", "The ferryman on the meeting at Reedport"),
]
BLOCK = re.compile(r"^```(sh|text|yaml|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN_ON = re.compile(r"^- `/(.*?)/`(.*)$", re.MULTILINE)


@dataclass
class Copy:
    """A copy of a project, in which a page is done. said: what the terminal showed since the last look; checked: what
    the last check had built."""

    root: Path
    said: str = ""
    checked: Built | None = None
    recipes: dict[str, str] = field(default_factory=dict)

    def run(self, commands: str) -> None:
        """Run the lines of a block, ``make`` by what the Makefile does, and keep what they print."""
        terminal = io.StringIO()
        with contextlib.redirect_stdout(terminal), contextlib.redirect_stderr(terminal):
            for line in commands.replace("\\\n", " ").splitlines():
                words = shlex.split(line)
                given = self.recipes[words[1]].split() if words[0] == "make" else words[1:]
                assert words[0] in ("make", ".venv/bin/exhibit"), line
                main(given)
        self.said = terminal.getvalue()

    def write(self, block: str) -> None:
        """Write the file that the block's first line names; a block of another sort of YAML is passed over."""
        path, text = _named(block)
        (self.root / path).write_text(text, encoding="utf-8")

    def edit(self, block: str) -> None:
        """Take the lines with - out of a file and put those with + there; they must stand there once."""
        path, lines = _named(block)
        text = (self.root / path).read_text(encoding="utf-8")
        before, after = (
            "".join(line[1:] for line in lines.splitlines(keepends=True) if line[0] in signs)
            for signs in ("- ", "+ ")
        )
        assert text.count(before) == 1, f"{path} does not have once:\n{before}"
        (self.root / path).write_text(text.replace(before, after), encoding="utf-8")

    def commit(self) -> None:
        """Keep what was done so far, so that ``make diff`` tells of what comes after."""
        who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
        for command in (
            ["add", "data", "schema"],
            [*who, "commit", "--quiet", "--message", "data: as it is"],
        ):
            subprocess.run(["git", *command], cwd=self.root, check=True)


def _named(block: str) -> tuple[str, str]:
    first, _, rest = block.partition("\n")
    assert first.startswith("# data/"), first
    return first.removeprefix("# "), rest


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Copy]]:
    """A terminal of the usual width in the folder of a project, without the articles' texts.

    A file that was read once is not taken apart anew by each command: they are run one after another, on the same files.
    """
    monkeypatch.setenv("EXHIBIT_SOURCES", str(tmp_path / "none"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(load, "read", functools.cache(load.read))

    def opened(root: Path) -> Copy:
        monkeypatch.chdir(root)
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(REV)", "HEAD")
        recipes = re.findall(r"^(\w+):.*\n\t@\$\(BIN\)/exhibit (.*)$", makefile, re.MULTILINE)
        copy = Copy(root, recipes=dict(recipes))

        def kept(*given: Any, **named: Any) -> Built:
            copy.checked = build(*given, **named)
            return copy.checked

        monkeypatch.setattr(check, "build", kept)
        return copy

    build = check.build
    gc.disable()  # as the command itself does
    yield opened
    gc.enable()


@pytest.fixture
def copy(tmp_path: Path, terminal: Callable[[Path], Copy]) -> Copy:
    """What a newcomer has cloned."""
    for name in ("data", "docs", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return terminal(tmp_path)


@pytest.mark.sweep  # a check of the whole exhibit for each of their steps
def test_the_tasks_done_as_their_pages_say(copy: Copy) -> None:
    for pages, title in TASKS:
        copy.commit()
        for name in pages:
            _do_page(copy, HANDBOOK / name)
        _assert_shown(copy, HANDBOOK / pages[-1], title)


@pytest.fixture(scope="module")
def lakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small exhibit, once the first page of tasks/ was done."""
    home = tmp_path_factory.mktemp("beside") / "project"
    home.mkdir()
    with contextlib.chdir(home):
        _do_page(Copy(home), HANDBOOK / "tasks" / "index.md")
    return home.parent / "lakes"


@pytest.mark.parametrize(("name", "title"), LAKES)
def test_a_task_done_by_the_lakes_as_its_page_says(
    tmp_path: Path, lakes: Path, terminal: Callable[[Path], Copy], name: str, title: str
) -> None:
    for folder in ("data", "docs", "schema"):
        shutil.copytree(lakes / folder, tmp_path / folder)
    shutil.copy(lakes / "mkdocs.yml", tmp_path)
    copy = terminal(tmp_path)
    _do_page(copy, HANDBOOK / "tasks" / name)
    _assert_shown(copy, HANDBOOK / "tasks" / name, title)


def test_every_task_is_done_and_led_to() -> None:
    pages = {path.name for path in (HANDBOOK / "tasks").glob("*.md")}
    assert pages == {"index.md", *(name for name, _ in LAKES)}
    listed = (HANDBOOK / "tasks" / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\w+\.md)\)", listed) == [name for name, _ in LAKES]


def _do_page(copy: Copy, path: Path) -> None:
    """Do a page; what the terminal showed is what the page says that it shows."""
    page = path.read_text(encoding="utf-8")
    done = _do(copy, page)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(done, encoding="utf-8")
    else:
        assert _uncounted(page) == _uncounted(done)


def _do(copy: Copy, page: str) -> str:
    """Do the page's steps in order; returned is the page with the outputs that there really were."""

    def step(match: re.Match[str]) -> str:
        sort, block = match.groups()
        if sort == "text" and copy.said:
            said, copy.said = copy.said, ""
            return f"```text\n{said}```"
        {"sh": copy.run, "yaml": copy.write, "diff": copy.edit, "text": str}[sort](block)
        return match.group()

    return BLOCK.sub(step, page)


def _uncounted(page: str) -> str:
    """A page without the number of all items, which grows with the exhibit."""
    return re.sub(r"(?m)^[0-9]+ items", "items", page)


def _drawn(site: Site) -> str:
    """What a script draws of the timeline's entries."""
    ((_, content),) = dated.export(site)
    data = content.decode().partition("=")[2].rstrip().rstrip(";")
    return json.dumps(json.loads(data), ensure_ascii=False)


def _assert_shown(copy: Copy, path: Path, title: str) -> None:
    """Every page of the site named under "See it" shows the item and the words quoted there, once the last check had
    nothing to say."""
    if not title:
        return
    named = SHOWN_ON.findall(path.read_text(encoding="utf-8"))
    assert copy.checked and copy.checked.problems == [] and len(named) >= 4
    rendered = {page.path: page for page in copy.checked.pages}
    for address, told in named:
        shown = rendered.get(f"{address}.md") or rendered[f"{address}/index.md"]
        seen = unescape(" ".join(re.sub(r"<[^>]+>", "", shown.text).split()))
        seen += _drawn(copy.checked.site) if address == "timeline" else ""
        for words in (title, *re.findall("“(.+?)”", told)):
            assert words in seen, f"/{address}/ does not show {words!r}"


def test_every_command_that_the_handbook_names_is_there() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for page in [*HANDBOOK.rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "README.md"]:
        code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", page.read_text(encoding="utf-8"), re.DOTALL))
        assert set(re.findall(r"\bmake ([a-z-]+)\b", code)) <= {*targets, "python3"}, page
        assert set(re.findall(r"bin/exhibit ([a-z]+)", code)) <= set(COMMANDS), page


@pytest.mark.parametrize("kind", by_word())
def test_the_annotated_file_of_a_kind_is_one_that_can_be_read(kind: str) -> None:
    written = yaml.safe_load(annotated(kind))
    told = {row.name for row in tables(kind)[0].rows}
    assert set(written) <= told
    assert {row.name for row in tables(kind)[0].rows if row.required} <= set(written)


def test_a_table_of_fields_tells_name_use_example_and_allowed_words(tiny_site: Site) -> None:
    page = tiny_site.page("contributing/kinds/summit.md")
    html = page.fill(shortcodes(tiny_site, page)["fields"]("summit"))
    assert (
        '<tr id="summit.level"><th scope="row"><code>level</code> <span class="needed">needed</span></th>'
        in html
    )
    assert "<li><code>heads of state</code> presidents or monarchs met</li>" in html
    assert "<td><code>date: 1968-06-14/1968-06-15</code></td>" in html
    assert "<caption>Each of <code>participants</code> may have, besides who says so</caption>" in html


def test_a_wrong_kind_is_answered(tiny_site: Site) -> None:
    bound = shortcodes(tiny_site, tiny_site.page("contributing/index.md"))
    for name in ("fields", "annotated"):
        with pytest.raises(ShortcodeError, match="no kind 'sumit'; did you mean 'summit'?"):
            bound[name]("sumit")


def test_every_kind_has_its_page() -> None:
    for kind in by_word():
        page = (HANDBOOK / "kinds" / f"{kind}.md").read_text(encoding="utf-8")
        assert f'{{{{ fields("{kind}") }}}}' in page
        assert f'{{{{ annotated("{kind}") }}}}' in page


DATES = [
    # written, as a page words it, as a timeline draws it
    ("1963-04-26", "26 April 1963", "a dot"),
    ("1963-04", "April 1963", "a bar with soft ends"),
    ("1977-12-01/1977-12-02", "1–2 December 1977", "a bar with firm ends"),
    ("1969-06-04/..", "from 4 June 1969 on", "a bar with a soft end"),
    ("[..1971-10-19]", "not after 19 October 1971", "a bar with a soft beginning"),
    ("unknown", "date not known", "not drawn"),
]


@pytest.mark.parametrize(("written", "worded", "drawn"), DATES)
def test_a_form_of_date_is_told_as_pages_show_it(written: str, worded: str, drawn: str) -> None:
    found = {form.written: form for form in date_forms()}[written]
    assert (found.worded, found.drawn) == (worded, drawn)
