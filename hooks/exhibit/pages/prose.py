"""Prose: Markdown to HTML without raw HTML, attribute lists or any link but to the web.

Accounts go through an instance of their own; the same cross-references serve docs/ as a Markdown
extension.
"""

from __future__ import annotations

import html
import re
from typing import Protocol
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from exhibit.model.marks import CITE, LINK
from exhibit.pages.glossary import Glossary

_OWN = "data-exhibit-href"
"""Our own links wait as a span with this attribute until all vetting and checking of links is over."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WEB = re.compile(r"^https?://[^\s\x00-\x20]+$", re.IGNORECASE)


class Resolver(Protocol):
    """What turns marks into links: the page being rendered."""

    def link(self, target: str, words: str | None) -> tuple[str, str]:
        """Address and words of a cross-link."""

    def numbers(self, citations: list[str]) -> list[int]:
        """The page's numbers of citations written ``source#locator``."""

    def explain(self, term: str) -> str:
        """The address of a term in the glossary at its first use, else the empty text."""

    @property
    def glossary(self) -> Glossary:
        """The terms to look for."""


class CrossReferences(Extension):
    """``[[id]]``, ``[[id|words]]`` and ``[@source#locator]`` as links.

    The resolver is set for each page before it is converted.
    """

    resolver: Resolver

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.inlinePatterns.register(_Link(LINK, self), "exhibit-link", 178)
        md.inlinePatterns.register(_Cite(r"\s?" + CITE, self), "exhibit-cite", 177)
        md.treeprocessors.register(_Terms(md, self), "exhibit-terms", 15)
        md.treeprocessors.register(_Aligned(md), "exhibit-aligned", 2)
        md.treeprocessors.register(_OwnLinks(md), "exhibit-own-links", -10)


class _Link(InlineProcessor):
    def __init__(self, pattern: str, owner: CrossReferences) -> None:
        super().__init__(pattern)
        self.owner = owner

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        words = " ".join(m.group(2).split()) if m.group(2) else None
        href, words = self.owner.resolver.link(m.group(1).strip(), words)
        link = ElementTree.Element("span", {_OWN: href})
        link.text = AtomicString(words)  # the words are text, not Markdown to be read again
        return link, m.start(0), m.end(0)


class _Cite(InlineProcessor):
    def __init__(self, pattern: str, owner: CrossReferences) -> None:
        super().__init__(pattern)
        self.owner = owner

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        cited = [part.strip().lstrip("@") for part in m.group(1).split(";")]
        sup = ElementTree.Element("sup", {"class": "cite"})
        for number in self.owner.resolver.numbers(cited):
            link = ElementTree.SubElement(sup, "span", {_OWN: f"#cite-{number}"})
            link.text = str(number)
        return sup, m.start(0), m.end(0)


class _Terms(Treeprocessor):
    """Terms of the glossary become links at their first use; links, code and headings are left alone."""

    def __init__(self, md: Markdown, owner: CrossReferences) -> None:
        super().__init__(md)
        self.owner = owner

    def run(self, root: ElementTree.Element) -> None:
        if self.owner.resolver.glossary.anchors:
            self._visit(root)

    def _visit(self, parent: ElementTree.Element) -> None:
        if parent.tag in ("a", "code", "pre", "sup", "th") or parent.tag in HEADINGS or _OWN in parent.attrib:
            return
        parent.text, content = self._split(parent.text)
        for child in list(parent):
            self._visit(child)
            child.tail, links = self._split(child.tail)
            content += [child, *links]
        parent[:] = content

    def _split(self, text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
        """A run of text as the words before its first link, and the links with the words after each."""
        if not text or isinstance(text, AtomicString):
            return text, []
        links: list[ElementTree.Element] = []
        before, start = text, 0
        for match in self.owner.resolver.glossary.pattern.finditer(text):
            address = self.owner.resolver.explain(match.group(1))
            if not address:
                continue
            link = ElementTree.Element("span", {_OWN: address, "class": "term"})
            link.text = AtomicString(match.group())
            if links:
                links[-1].tail = text[start : match.start()]
            else:
                before = text[: match.start()]
            links.append(link)
            start = match.end()
        if links:
            links[-1].tail = text[start:]
        return before, links


class _Vetting(Treeprocessor):
    """Only links to the web and our own survive; headings stay below the page's own."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if re.fullmatch(r"h[1-6]", element.tag):
                element.tag = f"h{max(3, int(element.tag[1]))}"
            if element.tag == "a" and not _WEB.match(html.unescape(element.get("href", ""))):
                element.tag = "span"
                element.attrib.clear()


class _Aligned(Treeprocessor):
    """The columns of a table are aligned by a class: the policy of the site takes no style of an element."""

    def run(self, root: ElementTree.Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and (style := cell.attrib.pop("style", "")):
                cell.set("class", style.replace("text-align: ", "align-").strip(";"))


class _OwnLinks(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter("span"):
            if _OWN in element.attrib:
                element.tag = "a"
                element.set("href", element.attrib.pop(_OWN))


class _Prose(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        for pattern in ("html", "automail", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(pattern)
        md.treeprocessors.register(_Vetting(md), "exhibit-vetting", 0)


_references = CrossReferences()
_markdown = Markdown(extensions=[_references, _Prose(), "sane_lists", "tables"], output_format="html")


def to_html(text: str, resolver: Resolver) -> str:
    """The HTML of an account; marks are resolved by the page that shows it."""
    _references.resolver = resolver
    return _markdown.reset().convert(text)
