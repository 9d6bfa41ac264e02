"""Tables written in Markdown get what Markdown cannot say: a class, a caption and the scope of their headings."""

from __future__ import annotations

import re

_PART = re.compile(r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>(?=\s*<thead>)", re.DOTALL)


def captioned(html: str, title: str) -> str:
    """A page's HTML in which each plain table is named by the heading above it, else by the page's title."""
    heading = title

    def name(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"] is None:
            return f'<table class="plain"><caption class="visually-hidden">{heading}</caption>'
        heading = re.sub(r"<[^>]+>", "", found["heading"])
        return found[0]

    return re.sub(r"<th(?= |>)(?![^>]*scope)", '<th scope="col"', _PART.sub(name, html))
