"""The pages of the tiny exhibit, whole. UPDATE_GOLDEN=1 writes them anew; then read the diff."""

from __future__ import annotations

import pytest
from conftest import TESTS, assert_agreed
from exhibit.pages.render import pages
from exhibit.pages.site import Site

GOLDEN = TESTS / "golden"
PATHS = [
    "organisations/league-of-rivers.md",
    "treaties/league-declaration.md",
    "treaties/pact-protocol.md",
    "summits/league-2001-ford.md",
    "events/league-speech.md",
    "people/ivan-rechnoy.md",
    "countries/southland.md",
    "places/ford.md",
    "sources/gazette.md",
    "sources/memoir.md",
    "organisations/index.md",
    "sources/index.md",
    "timeline.md",
    "years/2001.md",
    "disputes.md",
    "evidence.md",
    "names.md",
    "lineage.md",
    "compare/index.md",
    "compare/league-of-rivers-river-pact.md",
    "compare/northland-westland.md",
]


@pytest.fixture(scope="module")
def rendered(tiny_site: Site) -> dict[str, str]:
    return {page.path: page.text for page in pages(tiny_site)}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_as_agreed(rendered: dict[str, str], path: str) -> None:
    assert_agreed(rendered[path], GOLDEN / path.replace("/", "--"))


def test_each_item_has_one_page_and_each_page_one_path(tiny_site: Site) -> None:
    paths = [page.path for page in pages(tiny_site)]
    assert len(paths) == len(set(paths))
    for item in tiny_site.exhibit.items.values():
        assert paths.count(f"{item.COLLECTION}/{item.id}.md") == 1
