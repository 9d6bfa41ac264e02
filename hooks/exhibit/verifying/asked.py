"""What a page asks for and where it leads: every address in its attributes and styles, with what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exhibit.verifying import styles
from exhibit.verifying.page import Element, FinishedPage

LINK = ""
"""The use of an address to which readers may go; nothing is fetched before."""

FETCHED = {
    ("script", "src"): "script-src",
    ("img", "src"): "img-src",
    ("input", "src"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
    ("audio", "src"): "media-src",
    ("track", "src"): "media-src",
    ("iframe", "src"): "frame-src",
    ("frame", "src"): "frame-src",
    ("embed", "src"): "object-src",
    ("object", "data"): "object-src",
    ("object", "codebase"): "object-src",
    ("object", "archive"): "object-src",
    ("applet", "code"): "object-src",
    ("applet", "codebase"): "object-src",
    ("bgsound", "src"): "media-src",
    ("fencedframe", "src"): "frame-src",
    ("portal", "src"): "frame-src",
    ("a", "attributionsrc"): "connect-src",
    ("img", "attributionsrc"): "connect-src",
    ("script", "attributionsrc"): "connect-src",
    ("body", "background"): "img-src",
    ("table", "background"): "img-src",
    ("td", "background"): "img-src",
    ("a", "ping"): "connect-src",
    ("area", "ping"): "connect-src",
    ("html", "manifest"): "manifest-src",
    ("form", "action"): "form-action",
    ("button", "formaction"): "form-action",
    ("input", "formaction"): "form-action",
    ("base", "href"): "base-uri",
}
"""The attributes whose address a browser asks for, or sends a form to, with the directive of a policy (CSP Level 3, 6)."""

RELATIONS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "apple-touch-icon-precomposed": "img-src",
    "mask-icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "preconnect": "connect-src",
    "dns-prefetch": "connect-src",
    "prefetch": "connect-src",
    "prerender": "connect-src",
    "preload": "connect-src",
}
"""Relations of ``<link>`` for which a browser asks; the others only tell."""

PRELOADED = {
    "font": "font-src",
    "image": "img-src",
    "script": "script-src",
    "style": "style-src",
    "worker": "worker-src",
    "track": "media-src",
    "audio": "media-src",
    "video": "media-src",
}
SVG = {"use": "img-src", "image": "img-src", "feImage": "img-src", "script": "script-src"}
MOVING = ("set", "animate")
"""Elements of SVG that give an attribute another value."""
DRAWN = """
style fill stroke mask clip-path filter marker marker-start marker-mid marker-end cursor
""".split()
"""The attributes in which ``url()`` may stand: of any element, and of SVG's (presentation attributes)."""

TOLD = ("og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:audio", "twitter:image")

_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s+([^,]*))?,?")
"""One picture of ``srcset``: its address, and the width or density for which it is (HTML Standard, 4.8.4.2.1)."""


class AskedFor(NamedTuple):
    """An address: where it stands, what it is, and its use (LINK, or the directive of a policy)."""

    element: Element
    attribute: str
    link: str
    use: str


def asked(page: FinishedPage) -> Iterator[AskedFor]:
    """Every address of a page."""
    for attribute in ("href", "xlink:href", "src"):
        for element in page.having(attribute):
            yield AskedFor(element, attribute, element.attributes[attribute], _use(element, attribute))
    for (tag, attribute), use in FETCHED.items():
        if attribute not in ("src", "href"):
            for element in page.having(attribute):
                if element.tag == tag:
                    yield AskedFor(element, attribute, element.attributes[attribute], use)
    for element in page.having("cite"):
        yield AskedFor(element, "cite", element.attributes["cite"], LINK)
    for attribute in ("srcset", "imagesrcset"):
        for element in page.having(attribute):
            for link, _ in candidates(element.attributes[attribute]):
                yield AskedFor(element, attribute, link, "img-src")
    yield from _moving(page)
    yield from _styled(page)
    yield from _told(page)


def candidates(srcset: str) -> list[tuple[str, str]]:
    """The addresses of a ``srcset``, each with its width or density."""
    return [(link, size.strip()) for link, size in _CANDIDATE.findall(srcset)]


def _use(element: Element, attribute: str) -> str:
    tag = element.tag
    if tag == "link":
        uses = [RELATIONS[r] for r in element.attributes.get("rel", "").lower().split() if r in RELATIONS]
        as_ = PRELOADED.get(element.attributes.get("as", "").lower())
        return (as_ or uses[0]) if uses else LINK
    if tag == "source":
        picture = element.node.parent is not None and element.node.parent.tag == "picture"
        return "img-src" if picture else "media-src"
    return FETCHED.get((tag, attribute), SVG.get(tag, LINK))


def _moving(page: FinishedPage) -> Iterator[AskedFor]:
    """The addresses that an animation of SVG puts in the place of one."""
    for element in page.of(*MOVING):
        if element.attributes.get("attributeName", "") in ("href", "xlink:href"):
            for attribute in ("to", "from", "by", "values"):
                for link in element.attributes.get(attribute, "").split(";"):
                    if link.strip():
                        yield AskedFor(element, attribute, link, "img-src")


def _styled(page: FinishedPage) -> Iterator[AskedFor]:
    for element in page.of("style"):
        for address in styles.addresses(element.node.text()):
            yield AskedFor(element, "", address.link, address.directive)
    for attribute in DRAWN:
        for element in page.having(attribute):
            if "(" in (value := element.attributes[attribute]):
                for address in styles.in_attribute(value):
                    yield AskedFor(element, attribute, address.link, address.directive)


def _told(page: FinishedPage) -> Iterator[AskedFor]:
    """Addresses in ``<meta>``: those told to others, and the one to which a page sends its readers."""
    for name in TOLD:
        for element in page.meta(name, "property") + page.meta(name):
            yield AskedFor(element, "content", element.attributes.get("content", ""), LINK)
    for element in page.meta("refresh", "http-equiv"):
        link = element.attributes.get("content", "").partition("=")[2]
        yield AskedFor(element, "content", link.strip(" '\""), LINK)
