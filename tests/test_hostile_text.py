"""Text is never markup: whatever stands in a text of data/, it comes out as words.

The tiny exhibit is built twice, with a payload of tests/hostile/payloads.yml in every text of every kind, and with
harmless words of the same lengths in their place. Each page must have the same elements, attributes and ids both times.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import count, cycle
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
import yaml
from conftest import AS_OF, ROOT, TESTS, build_here, draw, marks_unchecked, tiny_project
from exhibit.changes.git import read_history
from exhibit.checking.read import read_exhibit
from exhibit.exports import feed
from exhibit.exports.book import Book, Plan
from exhibit.exports.tables.written import FORMULA
from exhibit.model.declared import Declared, declared, described, mapping
from exhibit.model.kinds import KINDS
from exhibit.model.references import OneLine
from exhibit.model.story import Story
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from icalendar import Calendar
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser, LexborNode
from test_changes import commit, git

PAYLOADS = yaml.safe_load((TESTS / "hostile" / "payloads.yml").read_text("utf-8"))
LINES = [payload["line"] for payload in PAYLOADS if "line" in payload]
BLOCKS = [payload["block"] for payload in PAYLOADS if "block" in payload]
HOME = '# Home\n\n## [[league-of-rivers]]\n\n[[ford]] {{ timeline() }} {{ listing("organisations") }} [@gazette#2]\n\n'
HOME += '{{ walk() }}\n\n{{ chain("league-of-rivers", "founded") }}\n\n{{ readings("league-of-rivers", "founded") }}\n\n'
HOME += '{{ lives("2010", organisation="league-of-rivers") }}\n\n'
HOME += "{{ playing_map() }}\n\n{{ foremost() }}\n\n{{ on_this_day() }}\n\n{{ pictures() }}\n"


def _marks(field: Declared) -> list[Any]:
    return [*field.info.metadata, *_inside(field.info.annotation)]


def _inside(annotation: Any) -> Iterator[Any]:
    for mark in getattr(annotation, "__metadata__", ()):
        yield from [mark, *getattr(mark, "metadata", ())]
    for part in getattr(annotation, "__args__", ()):
        yield from _inside(part)


def _is_text(field: Declared) -> bool:
    """Whether an editor may write any words there."""
    return field.prose or OneLine in _marks(field)


def _longest(field: Declared) -> int:
    return min((mark.max_length for mark in _marks(field) if getattr(mark, "max_length", None)), default=4000)


def _models(model: type[BaseModel], found: dict[type[BaseModel], None]) -> dict[type[BaseModel], None]:
    """A model and all that stand in it."""
    if model not in found:
        found[model] = None
        for field in declared(model):
            if field.inner:
                _models(field.inner, found)
    return found


MODELS = {model for kind in (*KINDS.values(), Story) for model in _models(kind, {})}


TEXTS = {(model, field.name) for model in MODELS for field in declared(model) if _is_text(field)}
NOT_ADDED = {"because", "silent"}
"""A reading is preferred only where there are several; a paragraph that is cited is not silent."""


class Planting:
    """Plants a text in every place of YAML that takes one; keeps in which fields."""

    def __init__(self, harmless: bool) -> None:
        self.harmless = harmless
        self.lines, self.numbers = cycle(LINES), count(1)
        self.fields: set[tuple[type[BaseModel], str]] = set()

    def planted(self, model: type[BaseModel], value: Any) -> Any:
        """The value with texts in all fields of the model, in those that were left out as well."""
        if isinstance(value, list):
            return [self.planted(model, part) for part in value]
        if not isinstance(value, dict):
            return value
        model = described(model, value)
        whole = value.keys() & {"readings", "steps"}
        for field, short in mapping(model):
            if whole and short:
                continue
            if _is_text(field) and (field.name in value or self._may_be_added(model, field, value)):
                text = self._prose() if field.prose else self._line(_longest(field))
                value[field.name] = [text] if isinstance(value.get(field.name), list) else text
                self.fields.add((model.claim_model() if short else model, field.name))
            elif field.inner and field.name in value:
                value[field.name] = self.planted(field.inner, value[field.name])
        return value

    def _may_be_added(self, model: type[BaseModel], field: Declared, value: dict[str, Any]) -> bool:
        return not field.required and field.name not in NOT_ADDED

    def _line(self, longest: int) -> str:
        """All payloads, or one that fits; each text is known by its first word."""
        fitting = [line for line in (next(self.lines) for _ in LINES) if len(line) < longest - 12]
        next(self.lines)
        return self._said(f"w{next(self.numbers)} {' '.join(fitting) if longest > 1000 else fitting[0]}")

    def _prose(self) -> str:
        """Markdown, which is read as such: the harmless one is plain words."""
        blocks = [] if self.harmless else [*LINES, *BLOCKS]
        return "\n\n".join([f"w{next(self.numbers)}", *blocks])

    def _said(self, text: str) -> str:
        return re.sub(r"[^\w\s]", "x", text) if self.harmless else text


def _project(folder: Path, planting: Planting) -> Path:
    """The tiny exhibit with more of what it lacks, and a text planted in every place."""
    project = tiny_project(folder, HOME)
    draw(project / "data" / "pictures" / "ford-2001.png")
    more = yaml.safe_load((TESTS / "hostile" / "more.yml").read_text("utf-8")) or {}
    for path in sorted((project / "data").rglob("*.yml")):
        file = path.relative_to(project / "data").as_posix()
        model = KINDS.get(path.parent.name, Story)
        whole = yaml.load(path.read_text("utf-8"), yaml.BaseLoader) | more.pop(file, {})
        path.write_text(
            yaml.safe_dump(planting.planted(model, whole), allow_unicode=True, width=9999), "utf-8"
        )
    assert not more
    return project


class Both(NamedTuple):
    """A value for the hostile exhibit and for the harmless one."""

    hostile: Path
    harmless: Path


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Both:
    found = []
    for harmless in (False, True):
        planting = Planting(harmless)
        found.append(_project(tmp_path_factory.mktemp("text") / "project", planting))
        assert TEXTS - planting.fields == set(), "tests/hostile/more.yml lacks a place for these"
    return Both(*found)


@pytest.fixture(scope="module")
def sites(projects: Both) -> Both:
    with marks_unchecked():
        return Both(*map(build_here, projects))


ACCOUNT = "div.account > *, section.body > table ~ *"
"""The elements of an account, of an item or a body."""


def _elements(html: str) -> Counter[tuple[str, ...]]:
    """The elements of a page with the names of their attributes, and ids; accounts apart, which are Markdown."""
    page = LexborHTMLParser(html)
    for account in page.css(ACCOUNT):
        account.decompose()
    return Counter(_told(node) for node in page.css("*"))


def _told(node: LexborNode) -> tuple[str, ...]:
    id_ = node.attributes.get("id") or ""
    named = "(of its words)" if node.tag == "h2" and re.fullmatch(r"[\w-]+", id_) else id_
    return (node.tag or "", named, node.attributes.get("class") or "", *sorted(node.attributes))


def _alive(html: str) -> list[str]:
    """The elements that a payload has made."""
    return [
        (node.html or "")[:200]
        for node in LexborHTMLParser(html).css("*")
        if node.tag in ("plaintext", "iframe", "object")
        or any(
            name.startswith("on") or (name in ("id", "class", "href", "src") and "pwned" in (value or ""))
            for name, value in node.attributes.items()
            if not re.fullmatch(r"#?w[0-9]+-[\w-]+", value or "")  # the id of a heading, of its words
        )
    ]


def test_a_page_has_the_elements_that_it_has_with_harmless_words(sites: Both) -> None:
    hostile, harmless = (
        {p.relative_to(site): p for site in [one] for p in site.rglob("*.html")} for one in sites
    )
    assert len(hostile) > 40 and hostile.keys() == harmless.keys()
    for name, path in hostile.items():
        page, plain = path.read_text("utf-8"), harmless[name].read_text("utf-8")
        assert (name, _elements(page)) == (name, _elements(plain))
        assert (name, _alive(page)) == (name, [])


def test_an_account_has_no_attribute_but_where_its_links_lead(sites: Both) -> None:
    seen = 0
    for path in sites.hostile.rglob("*.html"):
        for node in LexborHTMLParser(path.read_text("utf-8")).css(f":is({ACCOUNT}), :is({ACCOUNT}) *"):
            seen += 1
            assert node.attributes.keys() <= {"href", "class"}, node.html
            assert node.tag not in ("img", "script", "b", "div", "svg", "details"), node.html
    assert seen > 500


def test_a_table_is_aligned_by_classes(sites: Both) -> None:
    """An attribute ``style`` would be blocked by the policy of the site."""
    page = LexborHTMLParser((sites.hostile / "places/ford/index.html").read_text("utf-8"))
    cells = [(node.tag, node.attributes.get("class")) for node in page.css("div.account :is(th, td)")]
    assert cells == [(tag, f"align-{side}") for tag in ("th", "td") for side in ("center", "right")]


def _words(text: str) -> str:
    return " ".join(text.split())


def _printed(html: str) -> str:
    page = LexborHTMLParser(html)
    page.strip_tags(["script", "head"])
    return _words(page.body.text()) if page.body else ""


def _texts(value: Any) -> Iterator[str]:
    """The planted texts of a file."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
    elif re.match(r"w[0-9]+ ", str(value)):
        yield str(value)


def _csv(content: bytes) -> list[int]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert [cell for row in rows for cell in row if FORMULA.match(cell)] == []
    return [len(row) for row in rows]


def _json(content: bytes) -> Any:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(part) for key, part in value.items() if key not in ("bytes", "hash")}
        return [shape(part) for part in value] if isinstance(value, list) else type(value)

    return shape(json.loads(content))


def _calendar(content: bytes) -> Any:
    parts = Calendar.from_ical(content).walk()
    return sorted((part.name, sorted(part.keys())) for part in parts)


def _bibtex(content: bytes) -> list[str]:
    text = content.decode("utf-8")
    assert text.count("{") == text.count("}")
    return re.findall(r"(?m)^(?:@\w+|  \w+ =|\}$)|^.*", text)


def _ris(content: bytes) -> list[str]:
    return [line[:6] for line in content.decode("utf-8").split("\r\n")]


def _xml(content: bytes) -> list[Any]:
    return [(node.tag, sorted(node.keys())) for node in ElementTree.fromstring(content).iter()]


def _sqlite(content: bytes) -> list[Any]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        names = database.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
        return [(name, *database.execute(f'SELECT count(*) FROM "{name}"')) for (name,) in names]


SHAPES = {
    ".csv": _csv,
    ".json": _json,
    ".geojson": _json,
    ".ics": _calendar,
    ".bib": _bibtex,
    ".ris": _ris,
    ".xml": _xml,
    ".sqlite": _sqlite,
}
"""What a file of each form is made of, whatever words stand in it; each reader fails over what is not of its form."""


def test_data_to_be_taken_away_is_made_of_the_same_with_harmless_words(sites: Both) -> None:
    files = sorted(
        path.relative_to(sites.hostile)
        for path in (sites.hostile / "data").rglob("*.*")
        if path.suffix != ".html"
    )
    assert {path.suffix for path in files} == SHAPES.keys() - {".xml"}  # a feed needs a history
    for path in files:
        shape = SHAPES[path.suffix]
        hostile, harmless = (shape((site / path).read_bytes()) for site in sites)
        assert hostile == harmless, path


def test_the_tables_have_the_texts_as_they_were_written(projects: Both, sites: Both) -> None:
    cells = set[str]()
    for path in (sites.hostile / "data").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells |= {cell for row in csv.reader(file, strict=True) for cell in row}
    said = " ".join(cells)
    files = (projects.hostile / "data").rglob("*.yml")
    texts = [text for path in files for text in _texts(yaml.safe_load(path.read_text("utf-8")))]
    assert [text for text in texts if f"{text.split()[0]} " in said and text not in said] == []
    assert sum(text in said for text in texts) > 100


def test_a_text_that_is_printed_stands_there_as_it_was_written(projects: Both, sites: Both) -> None:
    printed = " ".join(_printed(path.read_text("utf-8")) for path in sites.hostile.rglob("*.html"))
    files = (projects.hostile / "data").rglob("*.yml")
    texts = [text for path in files for text in _texts(yaml.safe_load(path.read_text("utf-8")))]
    missing = [
        text[:60] for text in texts if text.split()[0] + " " in printed and _words(text) not in printed
    ]
    assert missing == []
    assert sum(_words(text) in printed for text in texts) > 250


def test_the_book_has_the_elements_that_it_has_with_harmless_words(projects: Both) -> None:
    books = []
    for project in projects:
        site = Site(read_exhibit(project).exhibit, Settings(AS_OF), {"index.md": "# Home\n\n[[ford]]\n"})
        plan = Plan(
            "Rivers", "", "", "", {"Essays": ["index.md"]}, {"Views": ["lineage.md", "disputes.md"]}, (2001,)
        )
        books.append(Book(site, plan).text({}))
    assert _elements(books[0]) == _elements(books[1])
    assert _alive(books[0]) == []


# --- what once stood there ----------------------------------------------------------------------


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if "block" in p], ids=lambda p: str(p["class"]))
def test_nothing_comes_from_versions_of_old(tmp_path: Path, payload: dict[str, str]) -> None:
    """Old data may hold what is refused today: a text of several lines."""
    project = tiny_project(tmp_path / "project")
    file = project / "data" / "organisations" / "river-pact.yml"
    now = file.read_text("utf-8")
    old = {"summary": payload["block"], "note": payload["block"], "account": payload["block"]}
    file.write_text(yaml.safe_dump(yaml.load(now, yaml.BaseLoader) | old), "utf-8")
    git(project, "init", "--quiet")
    commit(project, "data: " + " ".join(payload["block"].split()), 1)
    file.write_text(now, "utf-8")
    commit(project, "data: mended", 2)
    settings = Settings(AS_OF, site_url="https://rivers.example/")
    site = Site(read_exhibit(project).exhibit, settings, history=read_history(project))
    ((_, told),) = feed.export(site)
    contents = [node.text or "" for node in ElementTree.fromstring(told).iter(f"{{{feed.ATOM}}}content")]
    assert len(contents) == 2 and _alive("".join(contents)) == []
    for page in pages(site):
        if page.path.startswith("changes/"):
            assert [
                line for line in page.text.splitlines() if line.startswith("## ") and "pwned" in line
            ] == []
            assert _alive(page.text) == []
    assert "pwned" in "".join(page.text for page in pages(site) if page.path == "changes/index.md")


# --- refused ------------------------------------------------------------------------------------


def test_a_text_in_one_line_has_no_line_break(tmp_path: Path) -> None:
    """Every text but an account, each told with its line."""
    planting = Planting(harmless=True)
    planting._said = lambda text: f"{text[:20]}\n{text[20:40]}"  # type: ignore[method-assign]
    project = _project(tmp_path / "project", planting)
    found = read_exhibit(project).problems
    assert {problem.message for problem in found} == {
        "this text is printed in one line and has several; join them, or tell it in the `account`"
    }
    fields = {re.sub(r"\[[0-9]+\]", "", problem.field).rpartition(".")[2] for problem in found}
    assert fields == {field for model, field in TEXTS if field != "account"}


def test_a_template_escapes_what_it_puts_into_a_heading() -> None:
    """Headings are read as Markdown: a text of data in one goes through `heading`, which leaves only words."""
    own = {"month.name", "year.number", "year", "year | year_path", "as_of", "labels.lists[loop.index0]"}
    own |= {"collection | plural", "count.label"}
    own |= {'"Pairs of organisations" if kind == "organisations" else "Pairs of countries"'}
    for path in (ROOT / "hooks" / "templates").rglob("*.jinja"):
        for line in re.findall(r"(?m)^## .*$", path.read_text("utf-8")):
            for said in re.findall(r"\{\{ (.*?) \}\}", line):
                assert said in own or said.endswith("| heading"), (path.name, line)
