"""The links to the repository: the pencil, a commit, a report, as the kind of its host words them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from adapter.reading import editing, settings_of
from conftest import AS_OF, build_here, tiny_project
from exhibit.pages.forge import FORGES, forge_of
from exhibit.pages.item import report_url
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from selectolax.lexbor import LexborHTMLParser

FORM = {"template": "fact.yml", "title": "Wrong: ford", "item": "ford", "file": "data/places/ford.yml"}
TEXT = "Page: ford\nData file: data/places/ford.yml"
HOSTS = [
    # the repository, the forge that is set, below it: the editor of a file, a commit, a report and what it fills in
    ("https://github.com/r/r", "", "edit/main/data/f.yml", "commit/1a", "issues/new", FORM),
    ("https://github.com/r/r/", "", "edit/main/data/f.yml", "commit/1a", "issues/new", FORM),
    ("https://git.example/r/r", "", "edit/main/data/f.yml", "commit/1a", "issues/new", FORM),
    (
        "https://gitlab.com/g/r/r",
        "",
        "-/edit/main/data/f.yml",
        "-/commit/1a",
        "-/issues/new",
        {"issue[title]": FORM["title"], "issue[description]": TEXT},
    ),
    (
        "https://git.example/g/r",
        "gitlab",
        "-/edit/main/data/f.yml",
        "-/commit/1a",
        "-/issues/new",
        {"issue[title]": FORM["title"], "issue[description]": TEXT},
    ),
    (
        "https://codeberg.org/r/r",
        "",
        "_edit/main/data/f.yml",
        "commit/1a",
        "issues/new",
        {"title": FORM["title"], "body": TEXT},
    ),
    (
        "https://git.example/r/r",
        "Forgejo",
        "_edit/main/data/f.yml",
        "commit/1a",
        "issues/new",
        {"title": FORM["title"], "body": TEXT},
    ),
    (
        "https://bitbucket.org/r/r",
        "",
        "src/main/data/f.yml?mode=edit",
        "commits/1a",
        "issues/new",
        {"title": FORM["title"], "content": TEXT},
    ),
]


@pytest.mark.parametrize(("url", "named", "edit", "commit", "report", "filled"), HOSTS)
def test_links_are_those_of_the_kind_of_host(
    tiny: Exhibit, url: str, named: str, edit: str, commit: str, report: str, filled: dict[str, str]
) -> None:
    site = Site(tiny, Settings(AS_OF, repo_url=url, forge=named))
    below = url.rstrip("/")
    assert forge_of(url, named).edit.format(branch="main", path="data/f.yml") == edit
    assert site.settings.repository.commit("1a") == f"{below}/{commit}"
    address = urlsplit(report_url(site, tiny.items["ford"]))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{below}/{report}"
    assert {name: values[0].strip() for name, values in parse_qs(address.query).items()} == filled


def test_without_a_repository_nothing_leads_to_one(tiny: Exhibit) -> None:
    site = Site(tiny, Settings(AS_OF))
    assert (site.settings.repository.commit("1a"), report_url(site, tiny.items["ford"])) == ("", "")


def _project(folder: Path, *settings: str) -> Path:
    project = tiny_project(folder)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\n".join(settings) + "\n")
    return project


def _links(site: Path) -> list[str | None]:
    page = LexborHTMLParser((site / "places" / "ford" / "index.html").read_text("utf-8"))
    return [
        link.attributes["href"] for link in page.css("a[rel=edit], .page-foot a[rel=noopener], a.md-source")
    ]


def test_the_pencil_opens_the_file_of_a_page_on_the_host_that_is_set(tmp_path: Path) -> None:
    project = _project(
        tmp_path / "p",
        "repo_url: https://forge.example/r/r",
        f"extra: {{exhibit: {{as_of: {AS_OF}, forge: forgejo, branch: trunk}}}}",
    )
    site = build_here(project)
    *sources, pencil, report = _links(site)
    assert set(sources) == {"../../data/"}
    assert '<a href="https://forge.example/r/r" rel="noopener">in the repository</a>' in (
        site / "data" / "index.html"
    ).read_text("utf-8")
    assert pencil == "https://forge.example/r/r/_edit/trunk/data/places/ford.yml"
    assert report and report.startswith("https://forge.example/r/r/issues/new?title=")


def test_a_site_without_a_repository_has_no_pencil_and_asks_for_no_reports(tmp_path: Path) -> None:
    assert _links(build_here(_project(tmp_path / "p", "repo_url: ''"))) == []


def test_a_forge_of_another_name_is_told_in_one_line(tmp_path: Path) -> None:
    project = _project(tmp_path / "p", f"extra: {{exhibit: {{as_of: {AS_OF}, forge: githab}}}}")
    with pytest.raises(Abort) as told:
        settings_of(load_config(str(project / "mkdocs.yml")))
    names = ", ".join(sorted(FORGES))
    assert (
        str(told.value)
        == f"mkdocs.yml: extra.exhibit.forge: there is no forge 'githab' here; one of: {names}"
    )


def test_the_pencil_of_pages_written_by_hand_opens_them_too(tmp_path: Path) -> None:
    config = load_config(str(_project(tmp_path / "p") / "mkdocs.yml"))
    assert editing(config) == "edit/main/docs/{path}"
