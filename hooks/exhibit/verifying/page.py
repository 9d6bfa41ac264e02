"""One page of a finished site, parsed once: its elements in order, with their attributes and places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from exhibit.verifying.fault import SiteFault

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|(<(script|style|textarea|title)\b[^>]*>).*?(?=</\2|\Z)", re.DOTALL | re.IGNORECASE
)
"""Comments, and elements whose text holds no tags."""

ROBOTS = ("robots", "googlebot", "bingbot")
"""By which names a page speaks to search engines."""


class Element(NamedTuple):
    """An element: its tag in small letters (in SVG as written), its attributes, and which of its tag it is."""

    tag: str
    attributes: dict[str, str]
    number: int
    node: LexborNode

    @property
    def words(self) -> str:
        """Its text in one line; if it has none, what stands for its pictures."""
        text = self.node.text()
        if not text.strip():
            text = " ".join(image.attributes.get("alt") or "" for image in self.node.css("img"))
        return " ".join(text.split())

    @property
    def name(self) -> str:
        """What it is called for those who do not see it, as far as it says so itself; else the empty text."""
        return " ".join(self.attributes.get(name, "") for name in ("aria-label", "title")).strip()

    def above(self) -> Iterator[LexborNode]:
        """The elements that it stands in, from the nearest."""
        node = self.node.parent
        while node is not None:
            yield node
            node = node.parent


class FinishedPage:
    """A page: name is its file's path from the site's folder, content its bytes."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.content = name, content
        self.text = content.decode("utf-8", errors="replace")
        self.elements: list[Element] = []
        self._tagged: dict[str, list[Element]] = defaultdict(list)
        self._having: dict[str, list[Element]] = defaultdict(list)
        self.is_empty = not self.text.strip(" \t\r\n\0")
        if root := None if self.is_empty else LexborHTMLParser(self.text).root:
            self._read(root)

    def _read(self, root: LexborNode) -> None:
        for node in root.traverse(include_text=False):
            if not (tag := node.tag or "-").startswith(("-", "!")):
                attributes = {name: value or "" for name, value in node.attributes.items()}
                same = self._tagged[tag]
                element = Element(tag, attributes, len(same), node)
                same.append(element)
                self.elements.append(element)
                for name in attributes:
                    self._having[name].append(element)

    def of(self, *tags: str) -> list[Element]:
        """The elements with a tag; of several tags in the order of the page."""
        if len(tags) == 1:
            return self._tagged.get(tags[0], [])
        return [element for element in self.elements if element.tag in tags]

    def having(self, attribute: str) -> list[Element]:
        """The elements with an attribute, in the order of the page."""
        return self._having.get(attribute, [])

    @property
    def attributes(self) -> set[str]:
        """The names of all attributes on the page."""
        return set(self._having)

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The first element of each id."""
        return {element.attributes["id"]: element for element in reversed(self.having("id"))}

    def meta(self, name: str, by: str = "name") -> list[Element]:
        """The ``<meta>`` of a name; by: the attribute that has it (``property``, ``http-equiv``)."""
        return [one for one in self.of("meta") if one.attributes.get(by, "").strip().lower() == name]

    def related(self, relation: str) -> list[Element]:
        """The ``<link>`` of a relation (``canonical``)."""
        return [one for one in self.of("link") if relation in one.attributes.get("rel", "").lower().split()]

    @property
    def indexed(self) -> bool:
        """Whether the page lets search engines have it."""
        said = [one.attributes.get("content", "").lower() for name in ROBOTS for one in self.meta(name)]
        return not any({"noindex", "none"} & {*re.split(r"[\s,]+", one)} for one in said)

    @property
    def searched(self) -> bool:
        """Whether the site's own search has to find the page: not if its main part is excluded, as the theme says
        it of parts (``data-search-exclude``)."""
        return self.indexed and not any("data-search-exclude" in one.attributes for one in self.of("main"))

    def fault(self, element: Element | None, message: str, attribute: str = "") -> SiteFault:
        """A fault of an element, or of the page as a whole."""
        if element is None:
            return SiteFault(self.name, message)
        return SiteFault(self.name, message, element.tag, element.number, attribute)

    def place(self, tag: str, number: int) -> tuple[int, int]:
        """Line and column of an element in the page's text, from 1; of one that the parser added, the first."""
        shown = _HIDDEN.sub(lambda found: (found[1] or "").ljust(len(found[0])), self.text)
        starts = re.finditer(rf"<{re.escape(tag)}(?=[\s/>])", shown, re.IGNORECASE)
        at = next((start.start() for n, start in enumerate(starts) if n == number), 0)
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)
