"""The handbook's worked tasks, done as their pages say: every command, file, edit, output and page of the site.

In a page of docs/contributing/ a ``sh`` block is run, and the ``text`` block after it is what the terminal
shows. A ``yaml`` block whose first line names its file is that file; a ``diff`` block is an edit of it. A list
line that begins with an address names a page that must show the item, and the “words” quoted there.
UPDATE_GOLDEN=1 writes the outputs anew: then read the diff.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import pytest
import yaml
from conftest import AS_OF, ROOT
from exhibit.commands.cli import COMMANDS, main
from exhibit.pages.build import build
from exhibit.pages.docs import ShortcodeError
from exhibit.pages.environment import Rendered
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Settings, Site
from exhibit.views.docs.handbook import annotated, by_word, date_forms, tables

HANDBOOK = ROOT / "docs" / "contributing"
TASKS = [
    # the pages done one after another, and the title of the item that appears
    (["add-a-summit.md", "two-sources-disagree.md"], "CIS heads of government, Yalta, May 2007"),
    (["correct-a-date.md"], "Informal CSTO summit, Burabay 2008"),
    (["messages.md"], ""),
]
BLOCK = re.compile(r"^```(sh|text|yaml|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN_ON = re.compile(r"^- `/(.*?)/`(.*)$", re.MULTILINE)


@dataclass
class Copy:
    """A copy of the project, in which a page is done. said: what the terminal showed since the last look."""

    root: Path
    said: str = ""
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
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Copy]:
    """What a newcomer has cloned, without the articles' texts, in a terminal of the usual width."""
    for name in ("data", "docs", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXHIBIT_SOURCES", str(tmp_path / "none"))
    monkeypatch.setenv("COLUMNS", "100")
    subprocess.run(["git", "init", "--quiet"], check=True)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(REV)", "HEAD")
    recipes = re.findall(r"^(\w+):.*\n\t@\$\(BIN\)/exhibit (.*)$", makefile, re.MULTILINE)
    gc.disable()  # as the command itself does
    yield Copy(tmp_path, recipes=dict(recipes))
    gc.enable()


def test_the_tasks_done_as_their_pages_say(copy: Copy) -> None:
    for pages, _ in TASKS:
        copy.commit()
        for name in pages:
            page = (HANDBOOK / name).read_text(encoding="utf-8")
            done = _do(copy, page)
            if os.environ.get("UPDATE_GOLDEN"):
                (HANDBOOK / name).write_text(done, encoding="utf-8")
            else:
                assert _uncounted(page) == _uncounted(done)
    built = build(copy.root, copy.root / "docs", Settings(AS_OF))
    assert [str(problem) for problem in built.problems] == []
    rendered = {page.path: page for page in built.pages}
    for pages, title in TASKS:
        _assert_shown(rendered, (HANDBOOK / pages[-1]).read_text(encoding="utf-8"), title)


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


def _assert_shown(rendered: dict[str, Rendered], page: str, title: str) -> None:
    """Every page of the site named under "See it" shows the item and the words quoted there."""
    named = SHOWN_ON.findall(page)
    assert len(named) >= 4 or not title
    for address, told in named:
        shown = rendered.get(f"{address}.md") or rendered[f"{address}/index.md"]
        seen = unescape(" ".join(re.sub(r"<[^>]+>", "", shown.text).split()))
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
