"""Flags: the drawings of the exhibit's states, as files that pages show beside their names."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.pages.site import Site
from exhibit.reading.flags import flag


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The flag of each state that has one."""
    for id_, path in site.flags.items():
        yield path, flag(site.exhibit.items[id_].code)  # type: ignore[attr-defined]  # a country
