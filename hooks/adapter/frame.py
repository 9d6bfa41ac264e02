"""The frame: what the theme puts around a page, made once for all pages that have the same.

Of a page that the navigation does not name the theme's templates show its title, kind, description and addresses, its
headings and its content, each as it is; all else is the same on every page of a folder with the same settings. So the
theme is asked once, with a sign in the place of each, and for every page the signs are put right.
``extra.exhibit.frames: false`` in mkdocs.yml has the theme make each page.
"""

from __future__ import annotations

import copy
import json
import posixpath
import re
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, Template
from mkdocs.structure.pages import Page

OWN = ("title", "kind", "description")
"""What the settings at the head of a page's text say of this page alone."""
PAGE = "main.html"
"""The theme's template of a page."""
CONTENTS = "partials/toc.html"
"""The theme's template of a page's headings."""
_HEADING = "<h1"
"""What the theme looks for in a page's content: where it is not, it puts a heading above."""
_SIGN = secrets.token_hex(16)
_SIGNS = re.compile(f"{_SIGN}:([a-z_]+):.*?:{_SIGN}", re.DOTALL)


def sign(name: str, *holds: str) -> str:
    """What stands in a frame for something of a page; no page can say it. holds: what the theme may look for in it."""
    return f"{_SIGN}:{name}:{''.join(holds)}:{_SIGN}"


def with_sign_of_contents(source: str) -> str:
    """The theme's template of a page's headings, which a frame has as a sign."""
    return f"{{% if page and page.is_frame %}}{sign('contents')}{{% else %}}{source.rstrip()}{{% endif %}}"


class Framed(Template):
    """A template of the theme; of a page whose frame others have too it makes only that, once."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The template with its values."""
        context: dict[str, Any] = dict(*args, **kwargs)
        frames = self.environment.globals.get("frames")
        if self.name == PAGE and isinstance(frames, Frames) and frames.has(context):
            return frames.page(super().render, context)
        return super().render(context)


class Frames:
    """The frames of one build."""

    def __init__(self, env: Environment, marks: Iterable[str]) -> None:
        """marks: what the scripts look for in a page's content; a page has those that find theirs."""
        self.looked_for = (_HEADING, *marks)
        self.contents_alone = env.from_string(
            '{% import "partials/language.html" as lang with context %}{% include "' + CONTENTS + '" %}'
        )
        self.frames: dict[str, list[str]] = {}
        self.contents: dict[str, str] = {}

    def has(self, context: dict[str, Any]) -> bool:
        """Whether a page's frame is that of others: it is generated, and the navigation does not name it."""
        page, named = context["page"], context["nav"].pages
        return bool(page.file.generated_by) and not any(one is page for one in named)

    def page(self, render: Callable[..., str], context: dict[str, Any]) -> str:
        """A page in its frame. render: makes the frame; context: what MkDocs hands the theme."""
        page = context["page"]
        key = self._key(page)
        if key not in self.frames:
            self.frames[key] = _SIGNS.split(render({**context, "page": self._stand_in(page)}))
        own = {
            **page.meta,
            "content": page.content,
            "contents": self._contents(context),
            "canonical_url": page.canonical_url,
            "edit_url": page.edit_url,
        }
        before, *rest = self.frames[key]
        pairs = zip(rest[::2], rest[1::2], strict=True)
        return before + "".join(f"{own[name]}{after}" for name, after in pairs)

    def _key(self, page: Page) -> str:
        """What the pages of a frame have in common."""
        settings = {name: name in OWN or value for name, value in page.meta.items()}
        has = [
            bool(page.toc),
            bool(page.edit_url),
            *(mark in (page.content or "") for mark in self.looked_for),
        ]
        folder = (
            posixpath.dirname(page.url.rstrip("/")) or page.url
        )  # one at the top may be led to from its own frame
        return json.dumps([folder, settings, has])

    def _stand_in(self, page: Page) -> Page:
        """A page with signs in the place of all that is its own."""
        other = copy.copy(page)
        other.meta = {name: sign(name) if name in OWN else value for name, value in page.meta.items()}
        other.content = sign("content", *(mark for mark in self.looked_for if mark in (page.content or "")))
        other.canonical_url = page.canonical_url and sign("canonical_url")
        other.edit_url = page.edit_url and sign("edit_url")
        other.is_frame = True  # type: ignore[attr-defined]
        return other

    def _contents(self, context: dict[str, Any]) -> str:
        """The list of a page's headings, which many pages have alike."""
        key = json.dumps([(entry.url, entry.title, len(entry.children)) for entry in context["page"].toc])
        if key not in self.contents:
            self.contents[key] = self.contents_alone.render(context)
        return self.contents[key]
