"""What the site as a whole has to know of a page, once it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from exhibit.verifying.fault import SiteFault


@dataclass(frozen=True)
class Facts:
    """What is kept of a page.

    reached: pages and pictures it leads to, with the fragment, and the fault that it is if there is none such.
    loaded: scripts and stylesheets of the site that it loads. weight: its bytes, and when compressed; none of a page
    without a word.
    """

    name: str
    faults: tuple[SiteFault, ...]
    ids: frozenset[str] = frozenset()
    reached: dict[tuple[str, str], SiteFault] = field(default_factory=dict)
    loaded: frozenset[str] = frozenset()
    title: str = ""
    description: str = ""
    policy: str = ""
    indexed: bool = True
    searched: bool = True
    asks_search: bool = False
    weight: tuple[int, int] = (0, 0)
