"""Drills: what it takes to add a field, a kind of item, an export; each is found in all that speaks of it.

The kind stands in tests/drills: its class, its template and one file of data.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import AS_OF, ROOT, TESTS
from drills.exercise import Exercise
from exhibit.changes.commits import Commit, FileChange, History
from exhibit.changes.compare import changes
from exhibit.changes.versions import version
from exhibit.changes.words import Words
from exhibit.checking.read import read_exhibit
from exhibit.commands.cli import main
from exhibit.editing.draft import write
from exhibit.editing.ids import id_lists
from exhibit.editing.schema import schemas
from exhibit.exports import every, names
from exhibit.exports.book import Book, Plan
from exhibit.exports.feed import export
from exhibit.model.kinds import KINDS, Summit
from exhibit.model.references import Text
from exhibit.model.term import Term, term
from exhibit.model.told import told
from exhibit.model.vocabulary import Status
from exhibit.pages import environment
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.views.docs.handbook import tables
from exhibit.views.membership.matrix import legend

WORDS = Words(title=str)


def _site(folder: Path) -> Site:
    outcome = read_exhibit(folder)
    assert outcome.problems == []
    return Site(outcome.exhibit, Settings(AS_OF))


def _said(path: str, before: str, after: str) -> list[str]:
    """What the words of a change say of two texts of a file."""
    found = changes({path: version(path, before)}, {path: version(path, after)}, WORDS)
    return [change.sentence for change in found]


def _project(folder: Path) -> Path:
    shutil.copytree(TESTS / "exhibit" / "data", folder / "data")
    (folder / "schema").mkdir()
    return folder


# --- a field: one line -------------------------------------------------------------------------


class Weathered(Summit):
    """The kind with one line more."""

    weather: Text | None = told("What the weather was.", "rain", default=None, label="Weather")


def test_a_field_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "summits", Weathered)
    file = _project(tmp_path) / "data" / "summits" / "league-2001-ford.yml"
    before = file.read_text("utf-8")
    after = before.replace("level:", "weather: rain\nlevel:")
    file.write_text(after, "utf-8")

    page = next(p.text for p in pages(_site(tmp_path)) if p.path == "summits/league-2001-ford.md")
    assert '<tr><th scope="row">Weather</th><td>rain</td></tr>' in page
    schema = json.loads(schemas()["summits.json"])["properties"]["weather"]
    assert (schema["description"], schema["examples"]) == ("What the weather was.", ["rain"])
    assert "What the weather was." in [row.told for table in tables("summit") for row in table.rows]
    assert "# What the weather was.\n# weather: rain\n" in write(Weathered, {"title": ["A meeting"]})
    assert _said("data/summits/x.yml", before, after) == ["weather added, “rain”"]


# --- a kind: a class, a template, a line in the navigation ---------------------------------------


@pytest.fixture
def exercises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tiny exhibit with a kind of its own, declared where KINDS stands."""
    monkeypatch.setitem(KINDS, "exercises", Exercise)
    monkeypatch.setattr(environment, "FOLDERS", [*environment.FOLDERS, TESTS / "drills" / "templates"])
    shutil.copytree(TESTS / "drills" / "data", _project(tmp_path) / "data", dirs_exist_ok=True)
    return tmp_path


ON_PAGES = [
    ("exercises/river-guard-2005.md", '<p class="kind"> On water</p>'),
    ("exercises/river-guard-2005.md", '<th scope="row">Forces</th><td>900 soldiers<'),
    ("exercises/river-guard-2005.md", "## Timeline"),
    ("exercises/index.md", '<h1 id="top">Joint exercises</h1>'),
    ("exercises/index.md", '<th scope="col">Terrain and place</th>'),
    ("exercises/index.md", "<td>On water, Ford</td>"),
    ("exercises/index.md", '<th scope="col">Date</th>'),
    ("timeline.md", '<span class="name">Joint exercises</span> <span class="count">1</span>'),
    ("years/2005.md", "River Guard 2005"),
    ("organisations/league-of-rivers.md", "<h3>Joint exercises</h3>"),
    ("countries/northland.md", "River Guard 2005"),
    ("places/ford.md", "River Guard 2005"),
    ("compare/league-of-rivers-river-pact.md", '<th scope="row">Joint exercises</th>'),
    ("sources/gazette/takings.md", "River Guard 2005"),
    ("changes/exercises.md", "What changed: Joint exercises"),
]


def test_a_kind_is_on_every_page_that_speaks_of_it(exercises: Path) -> None:
    made = {page.path: page.text for page in pages(_site(exercises))}
    absent = [(path, words) for path, words in ON_PAGES if words not in made[path]]
    assert absent == []


def test_a_kind_is_found_by_name_as_its_class_says(exercises: Path) -> None:
    script = dict(names.export(_site(exercises)))[names.PATH].decode("utf-8")
    found = json.loads(script.partition("=")[2].rstrip().rstrip(";"))
    [one] = [item for item in found["items"] if item[1] == "River Guard 2005"]
    assert (found["kinds"][one[0]], one[5]) == (["exercise", 1], ["Ryechnoy Strazh"])


def test_a_story_that_does_not_say_when_it_begins_begins_with_its_first_item_of_any_kind(
    exercises: Path,
) -> None:
    (exercises / "data/exhibit.yml").unlink()
    file = exercises / "data/exercises/river-guard-2005.yml"
    file.write_text(file.read_text("utf-8").replace("2005-08-18/2005-08-25", "1979-08"), encoding="utf-8")
    assert read_exhibit(exercises).exhibit.since == 1979


def test_a_kind_is_in_the_book(exercises: Path) -> None:
    plan = Plan("Rivers", "", "", "", {}, {})
    site = Site(_site(exercises).exhibit, Settings(AS_OF, directory_urls=False, annexes=False))
    parts = {part.title: [entry.title for entry in part.entries] for part in Book(site, plan).parts}
    assert parts["Joint exercises"] == ["River Guard 2005"]


def test_a_kind_is_in_schema_and_handbook(exercises: Path) -> None:
    schema = json.loads(schemas()["exercises.json"])
    assert schema["properties"]["terrain"]["description"].endswith("- water: on rivers and lakes")
    assert schema["required"] == ["title", "summary", "terrain", "date"]
    assert "exercises.json" in id_lists(_site(exercises).exhibit).replace('"exercises":', "exercises.json")
    assert [table.key for table in tables("exercise")] == ["exercise", "exercise-participants"]


def test_a_kind_is_written_checked_and_told_in_changes(
    exercises: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--terrain", "land", "--date", "2006", "--summary", "They trained.", "--cite", "gazette"]
    assert main(["new", "exercise", "River Guard 2006", *given, "--root", str(exercises)]) == 0
    file = exercises / "data" / "exercises" / "river-guard-2006.yml"
    assert "terrain: land\n" in file.read_text("utf-8")
    capsys.readouterr()

    text = (exercises / "data" / "exercises" / "river-guard-2005.yml").read_text("utf-8")
    assert _said("data/exercises/river-guard-2005.yml", text, text.replace("water", "land")) == [
        "terrain changed from on water to on land"
    ]
    file.write_text("title: Wrong\nsummary: Wrong.\nterrain: watre\ndate: 2006\ncite: gazette\n", "utf-8")
    problems = [problem.message for problem in read_exhibit(exercises).problems]
    assert problems == ["'watre' is not a term for terrain; did you mean 'water'?"]


def test_a_kind_is_in_the_feed_of_changes(exercises: Path) -> None:
    path = "data/exercises/river-guard-2005.yml"
    added = Commit("a" * 40, 1_777_593_600, "A new exercise", (FileChange(path, "", "text"),))
    history = History((added,), {"text": (exercises / path).read_text("utf-8")})
    settings = Settings(AS_OF, site_url="https://rivers.example/")
    told = dict(export(Site(_site(exercises).exhibit, settings, history=history)))["changes.xml"].decode()
    assert '<link rel="alternate"' in told
    assert "https://rivers.example/exercises/river-guard-2005/" in told
    assert "<title>River Guard 2005: added" in told


# --- a term: a line in its vocabulary ------------------------------------------------------------


def test_a_status_is_in_the_legend_and_on_the_map(exercises: Path) -> None:
    """All that is told of a status stands at the member; no table of statuses has to learn of it (test_house)."""
    words = " ".join(label for _, label in legend()).lower()
    atlas = next(page.text for page in pages(_site(exercises)) if page.path == "atlas.md")
    for status in Status:
        assert status.left or status.one.lower() in words
        assert f'data-letter="{status.letter}"' in atlas and f'data-many="{status.many}"' in atlas


def test_a_term_of_which_something_is_not_told_ends_the_import() -> None:
    with pytest.raises(TypeError, match="letter"):

        class Kinship(Term):
            TWIN = term("twin", "Twin of", "was born with the other one")

            def told(self, *, letter: str) -> None:
                self.letter = letter


# --- an export: a module, a word in the table ----------------------------------------------------


def titles(site: Site) -> Iterator[tuple[str, bytes]]:
    """An export."""
    yield "titles.txt", "\n".join(item.title for item in site.exhibit.of("exercises")).encode()


def test_an_export_is_a_module_and_a_word(exercises: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every, "EXPORTS", (*every.EXPORTS, titles))
    assert dict(every.exports(_site(exercises)))["titles.txt"] == b"River Guard 2005"


# --- the navigation ------------------------------------------------------------------------------


def test_the_navigation_names_the_index_of_each_collection() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    named = {line.strip("- ").partition(": ")[0]: line.rpartition(" ")[2] for line in text.splitlines()}
    for collection, kind in KINDS.items():
        assert named[kind.PLURAL] == f"{collection}/index.md"
    hidden = yaml.safe_load(text[text.index("not_in_nav:") :].split("\n\n")[0])["not_in_nav"].split()
    assert {f"/{collection}/" for collection in KINDS} <= set(hidden)
