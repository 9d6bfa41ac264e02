"""Ids: each once, and every attribute that names ids names some that are there; labels name fields, and fields have them."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

NAMING = {
    "aria-activedescendant": "",
    "aria-controls": "",
    "aria-describedby": "",
    "aria-details": "",
    "aria-errormessage": "",
    "aria-flowto": "",
    "aria-labelledby": "",
    "aria-owns": "",
    "commandfor": "",
    "for": "",
    "form": "form",
    "headers": "th",
    "list": "datalist",
    "popovertarget": "",
}
"""The attributes that name ids (WAI-ARIA 1.2, 6.3; HTML Standard), with the element that it has to be, if any."""

FIELDS = ("input", "select", "textarea", "button", "meter", "output", "progress")
"""What a label can be for (HTML Standard, 4.10.2, labelable elements)."""

NAMELESS = ("hidden", "submit", "reset", "button", "image")
"""Types of input that need no label: not seen, or with words of their own."""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The ids of a page and all that names them."""
    yield from _ids(page)
    for attribute, tag in NAMING.items():
        for element in page.having(attribute):
            yield from _named(page, element, attribute, tag)
    yield from _labels(page)
    yield from _alternatives(page)


def _ids(page: FinishedPage) -> Iterator[SiteFault]:
    for element in page.having("id"):
        id_ = element.attributes["id"]
        if not id_ or id_.split() != [id_]:
            yield page.fault(element, f"{shown(id_)} is no id: it has a character, and no space", "id")
        elif page.ids[id_].node != element.node:
            yield page.fault(element, f"the id '{id_}' stands twice; an id is one element's", "id")


def _named(page: FinishedPage, element: Element, attribute: str, tag: str) -> Iterator[SiteFault]:
    ids = element.attributes[attribute].split()
    if not ids:
        yield page.fault(element, "names no id; take the attribute out", attribute)
    for id_ in ids:
        if id_ not in page.ids:
            yield page.fault(element, f"names '{id_}', an id that is not on the page", attribute)
        elif tag and (found := page.ids[id_].tag) != tag and not (tag == "th" and found == "td"):
            yield page.fault(element, f"names '{id_}', which is a <{found}>, not a <{tag}>", attribute)


def _labels(page: FinishedPage) -> Iterator[SiteFault]:
    """Labels are for fields, and have words or a picture; each field has a label or a name."""
    labelled = {label.attributes["for"] for label in page.of("label") if "for" in label.attributes}
    for label in page.of("label"):
        named = page.ids.get(label.attributes.get("for", ""))
        if named and named.tag not in FIELDS:
            yield page.fault(label, f"names a <{named.tag}>; a label is for a field", "for")
    for field in page.of("input", "select", "textarea"):
        told = field.name or field.attributes.get("aria-labelledby") or field.attributes.get("id") in labelled
        within = any(node.tag == "label" for node in field.above())
        if field.attributes.get("type", "").lower() not in NAMELESS and not told and not within:
            yield page.fault(field, "a field without a label; write <label for> or aria-label")


def _alternatives(page: FinishedPage) -> Iterator[SiteFault]:
    """Pictures say what they show, and what is clicked says what it does."""
    for image in page.of("img"):
        if "alt" not in image.attributes:
            yield page.fault(image, 'a picture without alt; write what it shows, or alt="" if nothing', "alt")
    for frame in page.of("iframe"):
        if not frame.name:
            yield page.fault(frame, "a frame without a title", "title")
    for clicked in page.of("a", "button"):
        silent = "href" not in clicked.attributes and clicked.tag == "a"
        hidden = clicked.attributes.get("aria-hidden") == "true" or "hidden" in clicked.attributes
        if not (silent or hidden or clicked.words or clicked.name or "aria-labelledby" in clicked.attributes):
            yield page.fault(clicked, "without a word; write what it leads to or does")
