"""The host of the repository: where a reader reports an error, sees a commit, edits a file.

Each kind of host has addresses of its own for these, all below that of the repository. Sources: the hosts' handbooks
(GitHub, "Creating an issue from a URL query"; GitLab, "Create issues: using a URL with prefilled values"; Forgejo and
Gitea, "Issue and pull request templates").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

Fields = dict[str, str]


class Forge(NamedTuple):
    """How a kind of host makes its addresses.

    edit: of a file's editor, with ``{branch}`` and ``{path}``; commit: with ``{id}``; report: where an issue is
    written; filled: its fields, as the address fills them in, from a title, an item's id and its file.
    """

    edit: str
    commit: str
    report: str
    filled: Callable[[str, str, str], Fields]


def _form(title: str, item: str, file: str) -> Fields:
    """The fields of ``.github/ISSUE_TEMPLATE/fact.yml``."""
    return {"template": "fact.yml", "title": title, "item": item, "file": file}


def _text(name: str, body: str) -> Callable[[str, str, str], Fields]:
    """A title and a text of these names, for hosts that fill in no form."""
    return lambda title, item, file: {name: title, body: f"Page: {item}\nData file: {file}\n\n"}


GITHUB = Forge("edit/{branch}/{path}", "commit/{id}", "issues/new", _form)
GITLAB = Forge(
    "-/edit/{branch}/{path}",
    "-/commit/{id}",
    "-/issues/new",
    _text("issue[title]", "issue[description]"),
)
FORGEJO = Forge("_edit/{branch}/{path}", "commit/{id}", "issues/new", _text("title", "body"))
BITBUCKET = Forge("src/{branch}/{path}?mode=edit", "commits/{id}", "issues/new", _text("title", "content"))
FORGES = {
    "github": GITHUB,
    "gitlab": GITLAB,
    "forgejo": FORGEJO,
    "gitea": FORGEJO,
    "codeberg": FORGEJO,
    "bitbucket": BITBUCKET,
}
"""By the name that the settings say, and that is a part of the names of well-known hosts."""


def forge_of(repository: str, named: str = "") -> Forge:
    """The kind of host of a repository: the one that is named, else the one that its host's name tells, else GitHub's.

    Raises ValueError where there is none of that name.
    """
    if named:
        if named.lower() not in FORGES:
            raise ValueError(f"there is no forge '{named}' here; one of: {', '.join(sorted(FORGES))}")
        return FORGES[named.lower()]
    host = urlsplit(repository).netloc.lower()
    return next((forge for name, forge in FORGES.items() if name in host), GITHUB)


class Repository(NamedTuple):
    """Where the exhibit's files are kept; url: empty where there is none, and then all its addresses are."""

    url: str = ""
    named: str = ""

    def commit(self, id_: str) -> str:
        """Where a commit is shown."""
        return self._below(self.forge.commit.format(id=id_))

    def report(self, title: str, item: str, file: str) -> str:
        """Where an error on an item's page is reported, with what is known filled in."""
        return self._below(f"{self.forge.report}?{urlencode(self.forge.filled(title, item, file))}")

    @property
    def forge(self) -> Forge:
        return forge_of(self.url, self.named)

    def _below(self, path: str) -> str:
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""
