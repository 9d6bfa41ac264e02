"""Tables written in Markdown get what Markdown cannot say: a class, a caption and the scope of their headings."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from exhibit.pages.prose import HEADINGS
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class Captions(Extension):
    """Each table is named by the heading above it, else by the page's title, which is set for each page."""

    title: str = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(_Captions(md, self), "exhibit-captions", 3)


class _Captions(Treeprocessor):
    def __init__(self, md: Markdown, owner: Captions) -> None:
        super().__init__(md)
        self.owner = owner

    def run(self, root: Element) -> None:
        heading = self.owner.title
        for element in root.iter():
            if element.tag in HEADINGS:
                heading = "".join(element.itertext())
            elif element.tag == "table" and "class" not in element.attrib:
                _name(element, heading)


def _name(table: Element, heading: str) -> None:
    table.set("class", "plain")
    caption = Element("caption", {"class": "visually-hidden"})
    caption.text, caption.tail = heading, table.text
    table.text = None
    table.insert(0, caption)
    for cell in table.iter("th"):
        cell.set("scope", "col")
