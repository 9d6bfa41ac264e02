"""XML of the site, parsed with the line of each element; nothing is fetched and no entity is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

ATOM = "http://www.w3.org/2005/Atom"


@dataclass
class XmlNode:
    """An element: its name without the namespace, the namespace, its text, and where it begins; of the root, as asks,
    also the instructions for programs before it (``xml-stylesheet``), each with its text and line."""

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    column: int
    text: str = ""
    children: list[XmlNode] = field(default_factory=list)
    asks: list[tuple[str, str, int]] = field(default_factory=list)

    def all(self, name: str) -> list[XmlNode]:
        """The children of a name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> XmlNode | None:
        """The first child of a name."""
        return next(iter(self.all(name)), None)

    def every(self) -> Iterator[XmlNode]:
        """It and all below it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


class NotXmlError(ValueError):
    """A text that is not XML, with line and column from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def parsed(content: bytes) -> XmlNode:
    """The root element of an XML document.

    Raises NotXmlError for what is not well-formed, and for a document type with entities of its own.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    above = [XmlNode("", "", {}, 1, 1)]

    def start(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        node = XmlNode(local, namespace, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        above[-1].children.append(node)
        above.append(node)

    def text(data: str) -> None:
        above[-1].text += data

    def instruction(name: str, said: str) -> None:
        above[0].asks.append((name, said, parser.CurrentLineNumber))

    def entity(name: str, *_: object) -> None:
        message = f"declares an entity, '{name}'; write what it stands for"
        raise NotXmlError(message, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, lambda _: above.pop()
    parser.CharacterDataHandler, parser.EntityDeclHandler = text, entity
    parser.ProcessingInstructionHandler = instruction
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise NotXmlError(expat.ErrorString(error.code), error.lineno, error.offset + 1) from error
    except LookupError as error:
        raise NotXmlError(f"{error}; write the file as UTF-8", 1, 1) from error
    root = above[0].children[0]
    root.asks = above[0].asks
    return root
