"""Make the flags anew from the npm package flag-icons, for the states that the exhibit has (see README.md).

    npm pack flag-icons@7.5.0 && tar xzf flag-icons-7.5.0.tgz
    npx svgo@4.1.0 --quiet --multipass --precision 0 --folder package/flags/4x3 --output lean
    PYTHONPATH=hooks .venv/bin/python hooks/flags/make.py lean

What a drawing has is held against a list: shapes, fills and the like, nothing that runs, asks or links outside.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

from exhibit.checking.read import read_exhibit
from exhibit.model.states_of_the_world import left_to_users
from exhibit.reading.flags import FOLDER

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
SHAPES = set("circle clipPath defs ellipse g marker path polygon rect svg use".split())
"""The elements that a flag may have."""
LOOKS = set(
    "clip-path cx cy d fill fill-opacity fill-rule height href id marker-mid markerHeight markerWidth opacity points "
    "r rx ry stroke stroke-linecap stroke-linejoin stroke-opacity stroke-width transform viewBox width x y".split()
)
"""Their attributes."""
OWN = re.compile(r"url\(#([\w-]+)\)")
"""How an attribute names a part of the same drawing."""


class ForeignError(ValueError):
    """A drawing has what no flag needs."""


def cleaned(text: str, code: str) -> str:
    """A flag as it is kept: on one line, its ids told apart by the state's code. Raises ForeignError."""
    root = ElementTree.fromstring(text)
    for element in root.iter():
        element.tag = _known(element.tag.removeprefix(f"{{{SVG}}}"), SHAPES, code)
        attributes = {name.replace(f"{{{XLINK}}}", ""): value for name, value in element.attrib.items()}
        attributes.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        element.attrib.clear()
        for name, value in attributes.items():
            element.set(_known(name, LOOKS, code), _told_apart(name, value, code))
        element.text = element.tail = None
    root.set("xmlns", SVG)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>") + "\n"


def _known(name: str, names: set[str], code: str) -> str:
    if name not in names:
        raise ForeignError(f"{code}: '{name}' is not in the list of what a flag may have")
    return name


def _told_apart(name: str, value: str, code: str) -> str:
    """An attribute's value, its ids with the code before them; a link leads to a part of the same drawing."""
    if name == "href" and not re.fullmatch(r"#[\w-]+", value):
        raise ForeignError(f"{code}: links to {value!r}")
    if "url(" in value and not OWN.fullmatch(value):
        raise ForeignError(f"{code}: asks for {value!r}")
    if name in ("id", "href"):
        return re.sub(r"^(#?)(?:flag-icons-)?", rf"\g<1>{code}-", value)
    return OWN.sub(rf"url(#{code}-\1)", value)


def main(package: Path, root: Path) -> None:
    """Keep the flag of each state with a code of its own; tell of those that the package lacks."""
    states = read_exhibit(root).exhibit.of("countries")
    codes = {state.code.lower() for state in states if state.code and not left_to_users(state.code)}
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for code in sorted(codes):
        file = package / f"{code}.svg"
        if file.is_file():
            (FOLDER / file.name).write_text(cleaned(file.read_text(encoding="utf-8"), code), encoding="utf-8")
        else:
            print(f"{code}: the package has no flag")
    made = list(FOLDER.glob("*.svg"))
    print(f"{len(made)} flags, {sum(path.stat().st_size for path in made):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent.parent.parent)
