"""What runs or loads in XML, be it a drawing, a feed or a sitemap: browsers open each of them like a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.verifying.fault import SiteFault
from exhibit.verifying.files import loaded
from exhibit.verifying.site import FinishedSite
from exhibit.verifying.xml import XmlNode

BASE = "http://www.w3.org/XML/1998/namespace base"
FRAMES = ("iframe", "object", "embed", "frame", "handler")
MOVING, MOVED = ("set", "animate"), ("to", "from", "by", "values")
"""Elements that give an attribute another value, and where that stands (SVG 2, animation)."""


def check(name: str, root: XmlNode, site: FinishedSite) -> Iterator[SiteFault]:
    """A file of XML, by its root."""
    for instruction, said, line in root.asks:
        link = re.search(r"\bhref\s*=\s*[\"']([^\"']*)", said)
        if instruction == "xml-stylesheet" and (what := loaded(name, link[1] if link else "", site)):
            yield SiteFault(name, f"its stylesheet: {what}", line=line)
    for node in root.every():
        for what in (*_run(node), *_moved(name, node, site)):
            yield SiteFault(name, what, line=node.line, column=node.column)


def _run(node: XmlNode) -> Iterator[str]:
    """Scripts, pages within, and addresses that are a script."""
    if node.name in ("script", *FRAMES):
        yield f"<{node.name}>, which runs or loads where the file is opened; leave it out"
    for attribute, value in node.attributes.items():
        plain = attribute.rpartition(" ")[2]
        if re.fullmatch("on[a-z]{3,}", plain) or plain == "srcdoc":
            yield f"a script or a page as an attribute, {plain}"
        if plain in ("href", "src", *MOVED) and is_script(value):
            yield f"<{node.name} {plain}>: a script as an address"
        if attribute == BASE:
            yield "'xml:base' leads every address elsewhere; leave it out"


def is_script(link: str) -> bool:
    """Whether an address is a script, as a browser reads it: blanks before it and line breaks in it do not count."""
    plain = re.sub(r"[\t\n\r]", "", link).lstrip("".join(map(chr, range(33))))
    return plain.lower().startswith(("javascript:", "vbscript:"))


def _moved(name: str, node: XmlNode, site: FinishedSite) -> Iterator[str]:
    """Addresses that an animation puts in the place of one."""
    if node.name in MOVING and node.attributes.get("attributeName", "").rpartition(":")[2] == "href":
        for link in ";".join(node.attributes.get(one, "") for one in MOVED).split(";"):
            if link.strip() and not is_script(link) and (what := loaded(name, link, site)):
                yield f"<{node.name}>: {what}"
