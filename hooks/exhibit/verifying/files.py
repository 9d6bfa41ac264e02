"""Files that are no pages: stylesheets and drawings are what their names say, and lead to what there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from exhibit.problems.problem import shown
from exhibit.verifying import styles
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.site import FinishedSite
from exhibit.verifying.xml import NotXmlError, XmlNode, parsed

SVG = "http://www.w3.org/2000/svg"


def check(
    site: FinishedSite, documents: dict[str, XmlNode], ids: dict[str, frozenset[str]]
) -> Iterator[SiteFault]:
    """The files of a site. documents: the roots of those that are XML; ids: those of pages and drawings."""
    for name in sorted(site.files):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix == ".css":
            yield from _stylesheet(name, site)
        if suffix == ".svg" and name in documents:
            yield from _drawing(name, documents[name], site, ids)


def twins(site: FinishedSite) -> Iterator[SiteFault]:
    """Files whose names differ only in capitals: on many a disk, and in many a zip, one takes the other's place."""
    first: dict[str, str] = {}
    for name in sorted(site.files):
        other = first.setdefault(name.casefold(), name)
        if other != name:
            yield SiteFault(name, f"is '{other}' but for capitals, and would take its place; rename one")


def read_documents(site: FinishedSite) -> tuple[dict[str, XmlNode], list[SiteFault]]:
    """The roots of every XML file, and the faults of those that cannot be read."""
    documents, faults = {}, []
    for name in sorted(site.files):
        if name.lower().endswith((".xml", ".svg", ".atom", ".rss", ".xhtml")) and (
            content := site.read(name)
        ):
            try:
                documents[name] = parsed(content)
            except NotXmlError as error:
                faults.append(SiteFault(name, f"no XML: {error}", line=error.line, column=error.column))
    return documents, faults


def ids_of(documents: dict[str, XmlNode]) -> dict[str, frozenset[str]]:
    """The ids of every drawing."""
    drawings = {name: root for name, root in documents.items() if root.name == "svg"}
    return {
        name: frozenset(node.attributes["id"] for node in root.every() if "id" in node.attributes)
        for name, root in drawings.items()
    }


def _stylesheet(name: str, site: FinishedSite) -> Iterator[SiteFault]:
    try:
        css = site.read(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        yield SiteFault(name, "is not UTF-8; write the file as UTF-8")
        return
    for line, column, what in styles.unread(css):
        yield SiteFault(
            name, f"cannot be read here, so the rule has no effect: {what}", line=line, column=column
        )
    for address in styles.addresses(css):
        if what := loaded(name, address.link, site):
            yield SiteFault(name, what, line=address.line, column=address.column)


def asked_by(site: FinishedSite, name: str) -> set[tuple[str, str]]:
    """What a policy has to allow for a stylesheet: directives, each with ``'self'`` or ``data:``."""
    if not name.lower().endswith(".css"):
        return set()
    found = styles.addresses(site.read(name).decode("utf-8-sig", "replace"))
    return {
        (one.directive, "data:" if one.link.lower().startswith("data:") else "'self'")
        for one in found
        if not one.link.startswith("#")
    }


def loaded(name: str, link: str, site: FinishedSite, ids: frozenset[str] | None = None) -> str:
    """What is wrong with an address that a stylesheet or a drawing asks for. ids: those of the drawing."""
    target = site.target(name, link)
    if not link.strip():
        return "an empty address"
    if target.host:
        return f"asks {target.host}, another host; keep what it asks for in the site"
    if target.scheme:
        return "" if target.scheme.lower() == "data" else f"the scheme '{target.scheme}' loads nothing here"
    if target.fragment and target.file == name and ids is not None and target.fragment not in ids:
        return f"there is no '#{target.fragment}' in it"
    return target.fault


def _drawing(
    name: str, root: XmlNode, site: FinishedSite, ids: dict[str, frozenset[str]]
) -> Iterator[SiteFault]:
    if (root.name, root.namespace) != ("svg", SVG):
        yield SiteFault(name, f"is no drawing: its root is <svg> of {SVG}")
    seen: set[str] = set()
    for node in root.every():
        for attribute, value in node.attributes.items():
            plain = attribute.rpartition(" ")[2]
            links = [value] if plain in ("href", "src") else []
            links += [one.link for one in styles.in_attribute(value)] if "(" in value else []
            for link in links if node.name != "a" else ():
                if what := loaded(name, link, site, ids.get(name)):
                    yield SiteFault(
                        name, f"<{node.name} {plain}>: {what}", line=node.line, column=node.column
                    )
            if plain == "id" and value in seen:
                yield SiteFault(
                    name, f"the id {shown(value)} stands twice", line=node.line, column=node.column
                )
            if plain == "id":
                seen.add(value)
        if node.name == "style":
            for address in styles.addresses(node.text):
                if what := loaded(name, address.link, site, ids.get(name)):
                    yield SiteFault(name, what, line=node.line + address.line - 1, column=1)
