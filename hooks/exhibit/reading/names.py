"""Names of files that become addresses: what one may not be called, whatever the system it is made on."""

from __future__ import annotations

import re

LONGEST = 80
"""Letters of an id: two joined, with their folders, still fit the 255 of a file's name."""

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
"""What Windows keeps for devices, with any ending (Naming Files, Paths, and Namespaces)."""


_PAGE = re.compile(r"[\w./-]+")
"""What the path of a page written by hand is made of: the theme puts it into an attribute as it is."""


_NO_FILE = re.compile(r"""[<>:"\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|[. ]$""")
"""What no name of a file can hold everywhere: not on Windows, in no list of files with one a line, or not in UTF-8."""


def odd_file(path: str) -> str:
    """What is wrong with the path of a file that is published as it is; or the empty text."""
    for part in path.split("/"):
        if _NO_FILE.search(part) or _RESERVED.fullmatch(part):
            return "no file can be called so on every system; name it with letters, digits, '-', '_' and '.'"
    return ""


def odd_path(path: str) -> str:
    """What is wrong with the path of a page written by hand; or the empty text."""
    return (
        ""
        if _PAGE.fullmatch(path) and not re.search(r"\.(/|\.md\Z)", path)
        else "a page is named by letters, digits, '-', '_' and '.' alone; rename it"
    )


def misnamed(name: str) -> str:
    """What is wrong with an id, or the name of a page's file without its ending; or the empty text."""
    if _RESERVED.fullmatch(name):
        return f"Windows keeps the name '{name}' for a device and has no such file; add a word to it"
    if name == "index":
        return "'index' is the page that lists all others of its folder; choose another id"
    if len(name) > LONGEST:
        return f"an id has at most {LONGEST} letters, this has {len(name)}; shorten it"
    return ""
