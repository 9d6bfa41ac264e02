"""What commits changed is kept from one build to the next, and is always what reading them anew would say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from exhibit.changes import git as git_adapter
from exhibit.changes import kept, log
from exhibit.changes.git import read_history
from exhibit.checking.read import read_exhibit
from test_changes import GAZETTE, commit, repository, write

__all__ = ["repository"]
FILE = kept.FILE


def _told(folder: Path, by_whom: list[str] | None = None) -> log.Log:
    """The log as a build begun anew reads it. by_whom: takes the commits that had to be compared."""
    git_adapter._read.cache_clear()
    log._log.cache_clear()
    history, items = read_history(folder), read_exhibit(folder).exhibit.items
    before = dict(history.kept.entries)
    found = log.log(history, items)
    history.kept.save()
    if by_whom is not None:
        by_whom += [name for name, entry in history.kept.entries.items() if before.get(name) is not entry]
    return found


def _anew(folder: Path) -> log.Log:
    (folder / FILE).unlink(missing_ok=True)
    return _told(folder)


def test_the_next_build_compares_new_commits_alone(repository: Path) -> None:
    first, compared = _told(repository), list[str]()
    assert _told(repository, compared) == first and compared == []
    write(repository, "sources/new", GAZETTE.replace("The Gazette", "New"))
    new = commit(repository, "data: new", 6)
    assert _told(repository, compared) == _anew(repository) and compared == [new]


def test_a_commit_is_told_anew_where_a_title_that_it_names_is_another(repository: Path) -> None:
    before, compared = _told(repository), list[str]()
    write(repository, "sources/gazette", GAZETTE.replace("The Gazette", "The Courier"))
    found = _told(repository, compared)
    assert found == _anew(repository) != before
    assert 0 < len(compared) < len(before.entries) + 1
    write(repository, "sources/paper-0", GAZETTE.replace("The Gazette", "A paper that no fact names"))
    assert _told(repository, compared := []) == found and compared == []


@pytest.mark.parametrize(
    "spoiled",
    [
        "", "{", "[]", "null", '"a"', "{}", '{"code": 1, "entries": {}}', "\0\ud800", "[" * 100_000,
        r'{"code": "CODE", "entries": {"of no commit": "\ud800"}}',
        '{"code": "CODE", "entries": []}', '{"code": "CODE", "entries": {"ID": 1}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [1], "by_item": {}}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["a", "b", "c", "d", true, 1]], "by_item": {}}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["a", ["b"], "c", "d", true]], "by_item": {}}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["a", "b", "c", "d", 1]], "by_item": {}}}}',
        r'{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["\ud800", "", "", "", true]], "by_item": {}}}}',
        r'{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["a", "sources", "a", "\udc80", true]], "by_item": {}}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["a", "javascript:alert()//", "a", "a", true]], "by_item": {}}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [["a", "https://b.example", "a", "a", true]], "by_item": {}}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": {}, "lines": [], "by_item": []}}}',
        '{"code": "CODE", "entries": {"ID": {"titles": [], "lines": [], "by_item": {}}}}',
    ],
)  # fmt: skip
def test_a_file_that_somebody_has_spoiled_is_passed_over(repository: Path, spoiled: str) -> None:
    found = _told(repository)
    text = spoiled.replace("CODE", kept.sign_of_the_code()).replace("ID", found.entries[0].commit.id)
    (repository / FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert _told(repository) == found


def test_what_other_code_has_kept_is_passed_over(repository: Path) -> None:
    found = _told(repository)
    whole = json.loads((repository / FILE).read_text("utf-8"))
    for entry in whole["entries"].values():
        entry["lines"] = [["wrong", "", "", "", False]]
    (repository / FILE).write_text(json.dumps({**whole, "code": "of yesterday"}), "utf-8")
    assert _told(repository) == found


def test_where_nothing_can_be_written_nothing_is_kept(repository: Path) -> None:
    (repository / ".cache").write_text("in the way")
    assert _told(repository) == _told(repository)
