"""What changed: facts compared between versions, told in words by day, by item, as a feed, in a terminal.

tests/changes.yml is the table of edits and of what is said of each.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from conftest import AS_OF, TESTS, build_here, plain_docs, project
from exhibit.changes import git as reader
from exhibit.changes.commits import Commit, FileChange, History
from exhibit.changes.git import FAILED, NO_COMMITS, NO_GIT, NO_REPOSITORY, REFUSED, SHALLOW, read_history
from exhibit.changes.log import Log, log
from exhibit.checking.read import read_exhibit
from exhibit.commands.cli import main
from exhibit.commands.diff import diff
from exhibit.exports import feeds
from exhibit.exports.every import exports
from exhibit.exports.feed import ATOM, feed
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.load import MAX_BYTES
from exhibit.verifying.verify import verify

CASES = yaml.safe_load((TESTS / "changes.yml").read_text("utf-8"))
SETTINGS = Settings(
    AS_OF,
    repo_url="https://git.example/rivers",
    site_url="https://rivers.example/",
    site_name="Rivers",
    data=feeds.export,
)
GIT = ("-c", "user.name=Ada Editor", "-c", "user.email=ada@secret.example", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, day: int = 1) -> str:
    """Run git in a folder, as an editor at noon of a day of January 2024 in another time zone."""
    date = f"2024-01-{day:02}T03:00:00 +0500"
    done = subprocess.run(
        ["git", *GIT, "-C", str(folder), *arguments],
        env={**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, subject: str, day: int) -> str:
    """Commit everything in a folder; returns the commit's whole hash."""
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "-m", subject, day=day)
    return git(folder, "rev-parse", "HEAD")


def write(folder: Path, file: str, text: str) -> None:
    path = folder / "data" / f"{file}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


PACT = "title: Pact\nsummary: A pact.\ntype: treaty\n"
GAZETTE = "title: The Gazette\ntype: news\nurl: https://gazette.example/\nwhere: online\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of five commits, one of which changes no fact and one nothing in data/."""
    folder = tmp_path / "rivers"
    write(folder, "treaties/pact", PACT)
    write(folder, "sources/gazette", GAZETTE)
    git(tmp_path, "init", "--quiet", "-b", "main", str(folder))
    commit(folder, "data: the beginning", 1)
    write(folder, "treaties/pact", f"{PACT}in_force: {{date: 1994-04-20, cite: gazette#3}}\n")
    commit(folder, "data: when the pact came into force", 2)
    write(folder, "treaties/pact", f"# tidy\n{PACT}in_force:\n  cite: gazette#3\n  date: 1994-04-20\n")
    commit(folder, "style: the same in other lines", 3)
    (folder / "README.md").write_text("Rivers\n")
    commit(folder, "docs: a readme", 3)
    write(folder, "treaties/pact", f"{PACT}in_force: {{date: 1994-04, cite: gazette#4}}\n")
    for number in range(4):
        write(folder, f"sources/paper-{number}", GAZETTE.replace("The Gazette", f"Paper {number}"))
    commit(folder, "data: <less exact> & more", 5)
    return folder


def told(folder: Path) -> Log:
    return log(read_history(folder), read_exhibit(folder).exhibit.items)


def lines(found: Log) -> list[str]:
    return [f"{entry.day.day} January: {line}" for entry in found.entries for line in entry.lines]


# --- facts compared -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tiny_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    shutil.copytree(TESTS / "exhibit" / "data", folder / "data")
    git(folder, "init", "--quiet")
    commit(folder, "data: the tiny exhibit", 1)
    return folder


@pytest.mark.parametrize("case", CASES, ids=[f"{c['in'].split('/')[1]}: {c['write'][:30]}" for c in CASES])
def test_an_edit_is_told_in_words(
    tiny_repository: Path, capsys: pytest.CaptureFixture[str], case: dict[str, Any]
) -> None:
    path = tiny_repository / "data" / f"{case['in']}.yml"
    text = path.read_text("utf-8")
    assert text.count(case["instead_of"]) >= 1
    path.write_text(text.replace(case["instead_of"], case["write"], 1), "utf-8")
    try:
        assert main(["diff", "HEAD", "--all", "--root", str(tiny_repository)]) == 0
    finally:
        path.write_text(text, "utf-8")
    number = len(case["says"])
    closing = f"{number} change{'s' if number > 1 else ''} in 1 item" if number else "no fact changed"
    assert capsys.readouterr().out.splitlines() == [*case["says"], closing]


def test_the_table_has_every_act_and_edits_that_change_no_fact() -> None:
    said = " ".join(line for case in CASES for line in case["says"])
    assert all(f" {act}" in said for act in ("added", "changed", "removed", "renamed", "edited"))
    assert sum(1 for case in CASES if not case["says"]) >= 4


# --- items that come, go and move ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ({}, {"treaties/pact": PACT}, ["Pact: added to the exhibit: A pact."]),
        ({"treaties/pact": PACT}, {}, ["Pact: taken out of the exhibit"]),
        (
            {"treaties/pact": PACT},
            {"treaties/river-pact": PACT.replace("A pact", "The pact") + "aliases: [pact]\n"},
            [
                "Pact: page address changed from pact to river-pact",
                "Pact: summary changed from “A pact.” to “The pact.”",
            ],
        ),
        (
            {"treaties/pact": PACT},
            {"treaties/river-pact": PACT},
            ["Pact: page address changed from pact to river-pact"],
        ),
        (
            {},
            {f"sources/paper-{n}": GAZETTE for n in range(12)},
            ["12 sources added"],
        ),
        (
            {f"treaties/pact-{n}": PACT for n in range(13)},
            {f"treaties/pact-{n}": PACT.replace("treaty", "charter") for n in range(13)},
            ["form changed in 13 treaties and documents"],
        ),
        (
            {"sources/gazette": GAZETTE},
            {
                "sources/gazette": GAZETTE
                + "paragraphs:\n"
                + "".join(f"  - {{at: {n}, opens: A{n}}}\n" for n in range(1, 8))
            },
            ["The Gazette: paragraph: 7 added"],
        ),
    ],
    ids=["added", "removed", "renamed with an alias", "renamed", "sources", "many alike", "many in one"],
)
def test_items(before: dict[str, str], after: dict[str, str], says: list[str]) -> None:
    old, new = ({f"data/{k}.yml": v for k, v in side.items()} for side in (before, after))
    assert diff(old, new)[:-1] == says


# --- older data that today's models cannot read -------------------------------------------------


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (
            PACT.replace("A pact", "Some pact") + "strength: great\nsigned: 1994-02-30\n",
            [
                "Pact: summary changed from “Some pact.” to “A pact.”",
                "Pact: signed cannot be compared: one version is not in today’s form",
                "Pact: “strength” cannot be compared: one version is not in today’s form",
            ],
        ),
        ("title: [", ["Pact: cannot be compared: one version is not in today’s form"]),
        ("- a list\n", ["Pact: cannot be compared: one version is not in today’s form"]),
        ("", ["Pact: cannot be compared: one version is not in today’s form"]),
        ("type: treaty\n", ["Pact: summary added, “A pact.”"]),
    ],
    ids=["two fields", "no YAML", "no fields", "empty", "no title"],
)
def test_what_can_be_read_of_an_older_form_is_compared(before: str, says: list[str]) -> None:
    found = diff({"data/treaties/pact.yml": before}, {"data/treaties/pact.yml": PACT})[:-1]
    assert found == says


def test_a_field_unread_in_both_versions_and_the_same_is_passed_over() -> None:
    old, new = f"{PACT}strength: great\n", f"{PACT}strength: great\nwikidata: Q1\n"
    found = diff({"data/treaties/pact.yml": old}, {"data/treaties/pact.yml": new})
    assert found == ["Pact: Wikidata identifier added, Q1", "1 change in 1 item"]


def test_what_a_part_had_that_there_is_no_field_for_today_is_passed_over() -> None:
    point = "points: [{about: aim, readings: [{text: peace, cite: [{source: gazette, %s}]}]}]\n"
    old, new = PACT + point % "rounded: true", PACT + point % "at: '3'"
    found = diff({"data/treaties/pact.yml": old}, {"data/treaties/pact.yml": new})
    assert found == ["Pact: aim: citation changed from gazette to gazette, paragraph 3", "1 change in 1 item"]


# --- the history --------------------------------------------------------------------------------


def test_a_history_is_told_newest_first_by_the_author_s_day_in_utc(repository: Path) -> None:
    assert lines(told(repository)) == [
        "4 January: 4 sources added",
        "4 January: Pact: entry into force changed from 20 April 1994 to April 1994, citing The Gazette, paragraph 4",
        "1 January: Pact: entry into force added, 20 April 1994, citing The Gazette, paragraph 3",
        "31 January: The Gazette: added to the exhibit",
        "31 January: Pact: added to the exhibit: A pact.",
    ]


def test_a_large_import_is_counted_and_not_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    for number in range(70):
        write(tmp_path, f"treaties/pact-{number}", "not: [read")
    commit(tmp_path, "data: an import", 2)
    assert [str(line) for line in log(read_history(tmp_path), {}).entries[0].lines] == [
        "70 treaties and documents added"
    ]


def test_a_server_reads_a_commit_once(repository: Path) -> None:
    first = read_history(repository)
    write(repository, "treaties/pact", PACT)
    assert read_history(repository) is first
    commit(repository, "data: no date", 9)
    assert len(read_history(repository).commits) == len(first.commits) + 1


def test_uncommitted_edits_are_no_history(repository: Path) -> None:
    before = lines(told(repository))
    write(repository, "treaties/pact", f"{PACT}signed: {{date: 1994, cite: gazette}}\n")
    write(repository, "treaties/new", PACT)
    assert lines(told(repository)) == before


def test_a_merged_branch_is_one_step(repository: Path) -> None:
    git(repository, "switch", "--quiet", "-c", "side", "HEAD~1")
    write(repository, "treaties/other", PACT.replace("Pact", "Other"))
    commit(repository, "data: first try", 6)
    write(repository, "treaties/other", PACT.replace("Pact", "Other Pact"))
    commit(repository, "data: second try", 7)
    git(repository, "switch", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "-m", "data: another pact", "side", day=8)
    assert lines(told(repository))[0] == "7 January: Other Pact: added to the exhibit: A pact."
    assert sum("Other" in line for line in lines(told(repository))) == 1


def test_a_project_below_the_top_of_its_repository_has_its_own_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path / "exhibits" / "rivers", "treaties/pact", PACT)
    write(tmp_path, "treaties/elsewhere", PACT)
    commit(tmp_path, "data: two exhibits", 2)
    assert [file.path for file in read_history(tmp_path / "exhibits" / "rivers").commits[0].files] == [
        "data/treaties/pact.yml"
    ]


# --- where there is no history ------------------------------------------------------------------


def without(folder: Path) -> str:
    """Why a folder has no history."""
    history = read_history(folder)
    assert history.commits == ()
    return history.without


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert without(repository) == NO_GIT


def test_a_downloaded_archive(tmp_path: Path) -> None:
    write(tmp_path, "treaties/pact", PACT)
    assert without(tmp_path) == NO_REPOSITORY


def test_an_archive_unpacked_inside_another_repository(repository: Path) -> None:
    write(repository / "downloads" / "copy", "treaties/pact", PACT)
    assert without(repository / "downloads" / "copy") == NO_REPOSITORY


def test_a_repository_that_belongs_to_somebody_else(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert without(repository) == REFUSED


def test_a_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path, "treaties/pact", PACT)
    assert without(tmp_path) == NO_COMMITS


def test_a_broken_repository(repository: Path) -> None:
    (repository / ".git" / "config").write_text("[core\n")
    assert without(repository) == FAILED


def test_a_shallow_clone_tells_what_it_holds_and_that_there_was_more(
    repository: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "4", repository.as_uri(), "shallow")
    found = told(tmp_path / "shallow")
    assert found.cut
    assert [line for line in lines(found) if "into force added" in line] == []
    assert [line[:22] for line in lines(found)] == ["4 January: 4 sources a", "4 January: Pact: entry"]


def test_a_clone_of_the_newest_commit_alone(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    assert without(tmp_path / "shallow") == SHALLOW


@pytest.mark.parametrize("seconds", [-1, 32_503_680_000, 253_402_300_800, 10**15])
def test_a_commit_dated_outside_the_calendar_is_left_out_and_told(repository: Path, seconds: int) -> None:
    before = told(repository)
    write(repository, "treaties/pact", PACT)
    git(repository, "add", "-A")
    tree, head = git(repository, "write-tree"), git(repository, "rev-parse", "HEAD")
    text = f"tree {tree}\nparent {head}\nauthor A <a@b> {seconds} +0000\ncommitter A <a@b> {seconds} +0000\n\nfar\n"
    git(repository, "reset", "--quiet", "--hard", _object(repository, text))
    assert len(read_history(repository).misdated) == 1
    assert lines(told(repository)) == lines(before)


def _object(folder: Path, text: str) -> str:
    """Write a commit as it stands, which git would not make so; returns its hash."""
    command = ["git", "-C", str(folder), "hash-object", "-t", "commit", "-w", "--literally", "--stdin"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip()


def test_a_version_that_git_has_lost_is_passed_over(repository: Path) -> None:
    history = read_history(repository)
    lost = History(history.commits, {})
    assert {str(line) for line in log(lost, read_exhibit(repository).exhibit.items).entries[0].lines} >= {
        "Pact: cannot be compared: one version is not in today’s form"
    }


def test_what_no_data_file_can_be_is_not_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit can hold gigabytes, which a build would have in memory."""
    run, printed = reader.run, list[int]()

    def counted(*arguments: Any, **given: Any) -> bytes:
        printed.append(len(found := run(*arguments, **given)))
        return found

    monkeypatch.setattr(reader, "run", counted)
    for number in range(3):
        write(repository, "sources/huge", f"title: {str(number) * 2 * MAX_BYTES}\n")
        commit(repository, "data: huge", 6 + number)
    read_history(repository)
    assert 0 < max(printed) < MAX_BYTES


def test_variables_of_another_repository_do_not_mislead(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "--quiet", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    assert len(read_history(repository).commits) == 4


# --- the command line ---------------------------------------------------------------------------


def test_two_revisions_are_compared(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD~4", "HEAD~3", "--root", str(repository)]) == 0
    assert capsys.readouterr().out == (
        "Pact: entry into force added, 20 April 1994, citing The Gazette, paragraph 3\n1 change in 1 item\n"
    )


@pytest.mark.parametrize("revision", ["nothing", "HEAD~99", "--output=x", "HEAD:data", "\x1b[31m"])
def test_an_unknown_revision_is_one_clear_line(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    assert main(["diff", "--root", str(repository), "--", revision]) == 2
    shown = capsys.readouterr()
    printable = revision.replace("\x1b", "\\x1b")
    assert (shown.out, shown.err) == ("", f"exhibit diff: there is no revision '{printable}' here\n")


def test_a_file_that_cannot_be_read_is_not_taken_for_removed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "data/treaties/pact.yml").write_bytes(b"title: \xff\n")
    assert main(["diff", "HEAD", "--root", str(repository)]) == 0
    assert (
        capsys.readouterr()
        .out.splitlines()[0]
        .endswith("cannot be compared: one version is not in today’s form")
    )


def test_data_cannot_steer_the_terminal() -> None:
    hostile = PACT.replace("A pact.", '"A \\e[31mred\\u202e pact"')
    found = diff({}, {"data/treaties/pact.yml": hostile})
    assert found == ["Pact: added to the exhibit", "1 change in 1 item"]


# --- the pages and the feed ---------------------------------------------------------------------

HOSTILE = "</q><script>alert(1)</script> {{ x }} [[pact]] &amp; \x1b[31m ]]> \x02 “”"


def _rendered(folder: Path) -> dict[str, str]:
    site = Site(read_exhibit(folder).exhibit, SETTINGS, history=read_history(folder))
    made = {page.path: page.text for page in pages(site)}
    return made | {path: content.decode("utf-8") for path, content in exports(site)}


def test_a_hostile_subject_is_text(repository: Path) -> None:
    write(repository, "treaties/pact", PACT.replace("Pact", "</a><script>x</script> ]]>"))
    commit(repository, HOSTILE, 9)
    made = _rendered(repository)
    assert "<script>" not in made["changes/index.md"] + made["changes/treaties.md"] + made["changes.xml"]
    assert "&lt;/q&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in made["changes/index.md"]
    root = ET.fromstring(made["changes.xml"])
    assert root.findtext(f".//{{{ATOM}}}entry/{{{ATOM}}}title") == "2 changes: </a><script>x</script> ]]>"
    content = str(root.findtext(f".//{{{ATOM}}}entry/{{{ATOM}}}content"))
    assert "renamed from “Pact” to “&lt;/a&gt;&lt;script&gt;x&lt;/script&gt; ]]&gt;”" in content


def test_the_page_names_nobody_and_links_the_items(repository: Path) -> None:
    made = _rendered(repository)
    everything = "".join(made.values())
    assert "Ada" not in everything and "secret.example" not in everything
    page = made["changes/index.md"]
    assert page.count("## 4 January 2024") == 1
    assert '<a href="../treaties/pact/">Pact</a>: entry into force changed from' in page
    head = git(repository, "rev-parse", "HEAD")
    assert (
        f'<a href="https://git.example/rivers/commit/{head}" rel="noopener"><code>{head[:10]}</code></a>'
        in page
    )
    assert '<a href="../../changes/treaties/#of-pact">What changed here</a>' in made["treaties/pact.md"]
    assert "What changed here" not in made["sources/gazette.md"]
    assert '<section id="of-pact">' in made["changes/treaties.md"]


FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://rivers.example/changes.xml</id>
  <title>Rivers: what changed</title>
  <subtitle>Changes of facts, in words</subtitle>
  <link rel="self" type="application/atom+xml" href="https://rivers.example/changes.xml" />
  <link rel="alternate" type="text/html" href="https://rivers.example/changes/" />
  <author>
    <name>Rivers</name>
  </author>
  <updated>2024-01-04T22:00:00Z</updated>
  <entry>
    <id>tag:rivers.example,2024-01-04:changes/COMMIT-1</id>
    <title>2 changes: 4 sources added, Pact</title>
    <updated>2024-01-04T22:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://rivers.example/changes/#commit-SHORT-1" />
    <content type="html">&lt;ul&gt;&lt;li&gt;4 sources added&lt;/li&gt;&lt;li&gt;&lt;a href="https://rivers.example/treaties/pact/"&gt;Pact&lt;/a&gt;: entry into force changed from 20 April 1994 to April 1994, citing The Gazette, paragraph 4&lt;/li&gt;&lt;/ul&gt;</content>
  </entry>
  <entry>
    <id>tag:rivers.example,2024-01-01:changes/COMMIT-2</id>
    <title>Pact: entry into force added, 20 April 1994, citing The Gazette, paragraph 3</title>
    <updated>2024-01-01T22:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://rivers.example/changes/#commit-SHORT-2" />
    <content type="html">&lt;ul&gt;&lt;li&gt;&lt;a href="https://rivers.example/treaties/pact/"&gt;Pact&lt;/a&gt;: entry into force added, 20 April 1994, citing The Gazette, paragraph 3&lt;/li&gt;&lt;/ul&gt;</content>
  </entry>
  <entry>
    <id>tag:rivers.example,2023-12-31:changes/COMMIT-3</id>
    <title>2 changes: The Gazette, Pact</title>
    <updated>2023-12-31T22:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://rivers.example/changes/#commit-SHORT-3" />
    <content type="html">&lt;ul&gt;&lt;li&gt;&lt;a href="https://rivers.example/sources/gazette/"&gt;The Gazette&lt;/a&gt;: added to the exhibit&lt;/li&gt;&lt;li&gt;&lt;a href="https://rivers.example/treaties/pact/"&gt;Pact&lt;/a&gt;: added to the exhibit: A pact.&lt;/li&gt;&lt;/ul&gt;</content>
  </entry>
</feed>
"""


def test_the_feed_is_as_agreed(repository: Path) -> None:
    made = _rendered(repository)["changes.xml"]
    for number, revision in enumerate(("HEAD", "HEAD~3", "HEAD~4"), 1):
        whole = git(repository, "rev-parse", revision)
        made = made.replace(whole, f"COMMIT-{number}").replace(whole[:10], f"SHORT-{number}")
    assert made == FEED


def _faults(text: str) -> list[str]:
    """What RFC 4287 asks of a feed and this one lacks (sections 4.1.1, 4.1.2, 4.2.6, 4.2.7, 3.3)."""
    root = ET.fromstring(text)
    holders = [("feed", root), *((f"entry {n}", e) for n, e in enumerate(root.iter(f"{{{ATOM}}}entry")))]
    faults, seen = [], []
    for name, holder in holders:
        for wanted in ("id", "title", "updated"):
            found = holder.findall(f"{{{ATOM}}}{wanted}")
            faults += [f"{name}: {len(found)} {wanted}"] if len(found) != 1 or not found[0].text else []
        updated = holder.findtext(f"{{{ATOM}}}updated") or ""
        faults += [] if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated) else [f"{name}: {updated}"]
        address = holder.findtext(f"{{{ATOM}}}id") or ""
        faults += [] if re.match(r"(https?://|tag:[a-z.]+,\d{4}(-\d\d){0,2}:)", address) else [f"{name}: id"]
        seen.append(address)
        links = holder.findall(f"{{{ATOM}}}link")
        faults += [f"{name}: link" for link in links if not link.get("href", "").startswith("https://")]
        if sum(link.get("rel") == "alternate" for link in links) != 1:
            faults.append(f"{name}: alternate")
    if len(root.findall(f"{{{ATOM}}}author/{{{ATOM}}}name")) != 1:
        faults.append("feed: author")
    return faults + ([] if len(seen) == len(set(seen)) else ["an id twice"])


def test_the_feed_has_what_the_format_asks_for(repository: Path) -> None:
    commit(repository, "nothing", 7)
    assert _faults(_rendered(repository)["changes.xml"]) == []
    assert _faults(feed([], SETTINGS, {})) == []
    assert (
        _faults(feed([], SETTINGS, {}).replace("<updated>", "<changed>").replace("</updated>", "</changed>"))
        != []
    )


LEAGUE = """\
title: League
summary: {summary}
stage: ended
sphere: security
founded: {{date: 1996-04-26, cite: gazette#3}}
ended: {{date: 2001-06-15, cite: gazette#4}}
"""


def test_an_organisation_has_a_feed_of_what_it_is_involved_in(repository: Path) -> None:
    """Of a commit that changed other items too, it tells its own part."""
    write(repository, "organisations/league", LEAGUE.format(summary="A league."))
    write(repository, "treaties/pact", PACT + "organisations: league\n")
    write(repository, "organisations/other", LEAGUE.format(summary="Another.").replace("League", "Other"))
    commit(repository, "data: two leagues", 8)
    write(repository, "organisations/league", LEAGUE.format(summary="A league of rivers."))
    write(repository, "organisations/other", LEAGUE.format(summary="One more.").replace("League", "Other"))
    commit(repository, "data: words", 9)
    made = _rendered(repository)
    text = made["data/feeds/organisations/league.xml"]
    assert _faults(text) == []
    root = ET.fromstring(text)
    assert root.findtext(f"{{{ATOM}}}title") == "Rivers, League: what changed"
    contents = [str(node.text) for node in root.iter(f"{{{ATOM}}}content")]
    assert "A league of rivers." in contents[0] and "added to the exhibit" in contents[1]
    assert "Other" not in text and "Pact" in text
    head = git(repository, "rev-parse", "HEAD")
    assert f"<id>tag:rivers.example,2024-01-08:changes/{head}/league</id>" in text  # its day in UTC
    assert "<id>https://rivers.example/data/feeds/organisations/league.xml</id>" in text


def test_what_was_taken_out_is_told_without_a_link(repository: Path) -> None:
    (repository / "data/sources/paper-1.yml").unlink()
    commit(repository, "data: one paper less", 8)
    made = _rendered(repository)
    assert "&lt;li&gt;Paper 1: taken out of the exhibit&lt;/li&gt;" in made["changes.xml"]
    assert '<span class="gone">Paper 1</span>: taken out of the exhibit' in made["changes/index.md"]


def test_what_is_too_much_for_the_page_is_counted(repository: Path) -> None:
    texts = {str(n): f"{PACT}number: {n}\nnote: n{n}\n" for n in range(301)}
    steps = tuple(
        Commit(
            f"{n:040x}", n * 86400, f"step {n}", (FileChange("data/treaties/pact.yml", str(n - 1), str(n)),)
        )
        for n in range(300, 0, -1)
    )
    made = Site(read_exhibit(repository).exhibit, SETTINGS, history=History(steps * 2, texts)).changes
    assert (len(made.log.entries), len(made.entries), made.left) == (600, 200, 400)
    assert made.items["treaties"]["pact"].more == 1150


@pytest.mark.sweep  # whole builds, one after another
def test_a_site_with_its_history_and_one_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two strict builds of one commit are the same to the byte; a third without git says so."""
    folder = project(tmp_path / "a", TESTS / "exhibit" / "data")
    plain_docs(folder)
    git(folder, "init", "--quiet")
    commit(folder, "data: the tiny exhibit", 1)
    path = folder / "data/treaties/pact-protocol.yml"
    path.write_text(path.read_text("utf-8").replace("1999-05-02", "1999-05-03"), "utf-8")
    commit(folder, "data: a day mended", 2)
    git(tmp_path, "clone", "--quiet", str(folder), "b")
    git(tmp_path, "clone", "--quiet", str(folder), "c")
    shutil.rmtree(tmp_path / "c" / ".git")
    for name, zone in (("a", "UTC"), ("b", "Asia/Almaty"), ("c", "UTC")):
        with monkeypatch.context() as here:
            here.setenv("EXHIBIT_SITE_URL", "https://rivers.example/")
            here.setenv("TZ", zone)
            time.tzset()
            build_here(tmp_path / name)
        time.tzset()
        assert verify(tmp_path / name / "site") == []
    sites = [
        {p.relative_to(tmp_path / n / "site"): p.read_bytes() for p in (tmp_path / n / "site").rglob("*.*")}
        for n in ("a", "b")
    ]
    assert sites[0] == sites[1]
    page = (tmp_path / "a/site/changes/index.html").read_text("utf-8")
    assert "signed: answer changed from 2 May 1999 to 3 May 1999" in page.replace("\N{NO-BREAK SPACE}", " ")
    item = (tmp_path / "a/site/treaties/pact-protocol/index.html").read_text("utf-8")
    assert (
        '<link rel=" alternate" type="application/atom+xml" title="What changed" href="../../changes.xml">'
        in item
    )
    assert _faults((tmp_path / "a/site/changes.xml").read_text("utf-8")) == []
    without = (tmp_path / "c/site/changes/index.html").read_text("utf-8")
    assert f"This copy of the exhibit cannot say what changed: {NO_REPOSITORY}." in without
    assert _faults((tmp_path / "c/site/changes.xml").read_text("utf-8")) == []
