"""What a template, a program or a workshop left in the site where a word should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

IN_TEXT = re.compile(
    r"\bUndefined\b|\{\{|\{%|%\}|\{#"  # Jinja
    r"|<built-in|<function |<bound method|<class '|<module '|<generator object|<[\w.]+ object at 0x|object at 0x[0-9a-f]"
    r"|\[object \w+\]|\bundefined\b(?= *[,.;:)]? *$)|Traceback \(most recent call last\)"
    r"|Markup\(|datetime\.date\(|\bPosixPath\("
    r"|[\x02\x03]|wzxhzdk|\ufffd"  # what Markdown keeps its places by; what could not be decoded
    r"|\A\s*---\s+title:"  # front matter
    r"|%\(\w+\)[sd]|\$\{\w+\}"
    r"|&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-f]+);"  # escaped twice
    r"|<!--|-->|</?(?:p|div|span|a|b|i|em|strong|li|ul|br|sup)\b[^>]*>"  # escaped once, and not meant so
    r"|â€|Ã[\x80-\xbf]|Ð[\x80-\xbf]"  # UTF-8 read as something else
    r"|\bLorem ipsum\b|\bTODO\b|\bFIXME\b|\bTKTK\b"
)
"""What no text has that was written for readers."""

WHOLE = frozenset("None nan NaN null undefined True False [] {} NotImplemented Ellipsis".split())
"""What is left over where it is all there is."""

SHORTCODE = re.compile(r"\[\[[\w-]+(\|[^\]]*)?\]\]|\[@[\w-]+(#[\w-]+)?\]|(?<!\S)\[[^\]]+\]\([^)\s]+\)(?!\S)")
"""Markdown and calls of docs/ that were never answered."""

LITERAL = ("code", "pre", "kbd", "samp", "script", "style", "textarea")
"""Elements in which such things may be meant."""

SPOKEN = ("title", "alt", "placeholder", "content", "label", "summary", "datetime", "data-label")
"""Attributes with words for readers; those of ARIA are too."""

ADDRESSES = ("href", "xlink:href", "src", "srcset", "action", "poster", "id", "for", "class", "name", "style")
IN_ADDRESS = re.compile(
    r"\{\{|\{%|\bUndefined\b|\[object |<built-in|%7B%7B"
    r"|(?:\A|\0|[/#?=])(?:None|undefined|nan)(?:\Z|\0|[/#?.&])"
)
_BETWEEN = "\0"
"""What stands between texts that are looked at together; no page has it in a text."""

WORKSHOP = re.compile(
    r"(^|/)(\.DS_Store|Thumbs\.db|desktop\.ini|\.git|\.svn|\.hg|\.git-credentials|\.env(\.[^/]*)?|\.ht(passwd|group)s?"
    r"|__pycache__|node_modules|\.ipynb_checkpoints|#[^/]*#)(/|$)"
    r"|\.(map|orig|rej|bak|backup|old|save|sw[a-z]|tmp|pyc|jinja|jinja2|j2|log)$|~$",
    re.IGNORECASE,
)
"""Files of a workshop, which no page has a use for; some of them tell what is nobody's business."""

PROGRAM = re.compile(
    r"\.(php\d?|phtml|phar|aspx?|ashx|asmx|cfm|cgi|fcgi|pl|py|rb|jspx?|sh|bash|bat|ps1|exe)$", re.I
)
"""Programs, which a host may run for who asks for them, or show."""


def left_over(text: str) -> str:
    """What is left over in a text for readers, or in several at once; empty if nothing is."""
    if found := IN_TEXT.search(text) or SHORTCODE.search(text):
        return found[0]
    return next((part.strip() for part in text.split(_BETWEEN) if part.strip() in WHOLE), "")


def in_address(text: str) -> str:
    """What is left over in an address, an id or a class."""
    found = IN_ADDRESS.search(text)
    return found[0].strip(_BETWEEN) if found else ""


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The texts and the attributes of a page: first all together, and one by one only where something is."""
    body = page.of("html")[0].node
    if left_over(body.text(separator=_BETWEEN)):
        for element in page.elements:
            yield from _in_texts(page, element)
    for name in sorted(page.attributes):
        if name in SPOKEN or (name.startswith("aria-") and name != "aria-orientation"):
            yield from _in_attributes(page, name, left_over)
        elif name in ADDRESSES:
            yield from _in_attributes(page, name, in_address)


def _in_texts(page: FinishedPage, element: Element) -> Iterator[SiteFault]:
    """The texts of an element itself; in examples of code all may be meant."""
    if element.tag not in LITERAL:
        for node in element.node.iter(include_text=True):
            text = node.text_content or "" if node.tag == "-text" else ""
            if (what := left_over(text)) and not any(above.tag in LITERAL for above in element.above()):
                yield page.fault(element, _told(what, text))


def _in_attributes(page: FinishedPage, name: str, look: Callable[[str], str]) -> Iterator[SiteFault]:
    elements = page.having(name)
    if look(_BETWEEN.join(element.attributes[name] for element in elements)):
        for element in elements:
            if what := look(value := element.attributes[name]):
                yield page.fault(element, _told(what, value), name)


def _told(what: str, text: str) -> str:
    return f"{shown(what, 30)} is left over where words should be, in {shown(' '.join(text.split()))}"


def files(site: FinishedSite) -> Iterator[SiteFault]:
    """Files that a build or a desk left behind; of pages that are empty ``document.py`` tells."""
    for name in sorted(site.files):
        path = site.folder / name
        if WORKSHOP.search(name):
            yield SiteFault(name, "is a file of the workshop; leave it out of the site")
        elif PROGRAM.search(name):
            yield SiteFault(name, "is a program, which a host may run; a static site has none, leave it out")
        elif not path.stat().st_size and path.name != ".nojekyll" and name not in site.pages:
            yield SiteFault(name, "is an empty file; write it again or leave it out")
        if path.is_symlink():
            yield SiteFault(
                name, "is a link to another place, which hosts of sites do not follow; copy the file"
            )
