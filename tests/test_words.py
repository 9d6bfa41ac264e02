"""The words that pages do not say, by the table of the house style (docs/contributing/words.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT
from exhibit.model import vocabulary
from exhibit.model.declared import declared
from exhibit.model.evidence import Standing
from exhibit.model.kinds import KINDS
from exhibit.pages.render import pages
from exhibit.pages.site import Site
from exhibit.views.sources.extracts import Support
from test_declared import _models

STYLE = (
    (ROOT / "docs" / "contributing" / "words.md").read_text("utf-8").partition("## What pages do not say")[2]
)
UNSAID = [word for row in re.findall(r"(?m)^\| (`.*?) \|", STYLE) for word in re.findall("`(.+?)`", row)]
ALONE = re.findall("`(.+?)`", STYLE.rpartition("A label is a phrase")[2])
"""What no label consists of."""
UNSAID_ANYWHERE = re.compile(
    "|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in UNSAID), re.IGNORECASE
)
SAID_IN_TAGS = re.compile(r'(?:aria-label|title|alt|placeholder|data-label)="([^"]*)"')
FOR_VISITORS = [
    ROOT / "docs" / "index.md",
    *sorted((ROOT / "docs").glob("about/*.md")),
    *sorted((ROOT / "docs").glob("galleries/*.md")),
]


def _said(page: str) -> str:
    """What a reader sees or hears of a page: its text, and what tags say."""
    bare = re.sub(r"<script.*?</script>|<style.*?</style>", " ", page, flags=re.DOTALL)
    return unescape(" ".join([re.sub(r"<[^>]*>", " ", bare), *SAID_IN_TAGS.findall(bare)]))


def test_the_house_style_names_the_words() -> None:
    assert {"spell", "the record", "goes on"} <= set(UNSAID)
    assert {"Of", "At", "By"} <= set(ALONE)


@pytest.mark.parametrize(
    ("said", "found"),
    [("Spells of a state", ["Spells"]), ("misspelled; goes online", []), ("Never: member", ["Never:"])],
)
def test_a_word_is_found_whole(said: str, found: list[str]) -> None:
    assert UNSAID_ANYWHERE.findall(said) == found


def test_no_page_that_is_made_says_them(tiny_site: Site) -> None:
    found = {page.path: UNSAID_ANYWHERE.findall(_said(page.text)) for page in pages(tiny_site)}
    assert {path: words for path, words in found.items() if words} == {}


def test_no_template_says_them() -> None:
    """What a template prints as it stands, also on pages that the tiny exhibit does not have."""
    for path in sorted((ROOT / "hooks" / "templates").rglob("*.jinja")):
        printed = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
        assert UNSAID_ANYWHERE.findall(_said(printed)) == [], path.name


def _labels() -> Iterator[str]:
    """Every label of a field, a vocabulary, a kind, and of those who name an item."""
    for model in _models():
        for field in declared(model):
            yield field.told.label
            yield field.told.event or ""
    for words in (*vars(vocabulary).values(), Standing, Support):
        if isinstance(words, type) and issubclass(words, Enum):
            yield from (getattr(term, "label", "") for term in words)
    for kind in KINDS.values():
        yield from (kind.PLURAL, kind.HOSTED, *kind.JOINED)


def test_no_label_says_them_or_nothing() -> None:
    assert [label for label in _labels() if UNSAID_ANYWHERE.search(label) or label in ALONE] == []


@pytest.mark.parametrize("path", FOR_VISITORS, ids=lambda path: path.stem)
def test_no_hand_written_page_says_them(path: Path) -> None:
    said = re.sub(r"\{\{.*?\}\}", "", path.read_text("utf-8"))
    assert UNSAID_ANYWHERE.findall(said) == []


LABEL = re.compile(r"<(th|caption|h[1-4]|legend|summary|dt)\b[^>]*>(.*?)</\1>", re.DOTALL)


def test_no_label_of_a_page_of_the_site_says_them(built: Path) -> None:
    """Headings, rows and columns of what is built for visitors, whoever wrote them."""
    found = set()
    for path in built.rglob("index.html"):
        folder = path.relative_to(built).parts[0]
        if folder not in ("contributing", "developing", "changes"):
            labels = {_said(label).strip() for _, label in LABEL.findall(path.read_text("utf-8"))}
            found |= {(folder, label) for label in labels if UNSAID_ANYWHERE.search(label) or label in ALONE}
    assert found == set()
