"""Links and what pages load: each leads to a file of the site and a fragment of it; no other host is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from exhibit.problems.problem import did_you_mean, shown
from exhibit.verifying.asked import AskedFor, candidates
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite, Target

SCHEMES = ("mailto", "tel", "geo", "urn", "doi", "ftp")
"""Schemes of addresses other than of the web that readers may follow."""

OF_THE_WORKSHOP = re.compile(
    r"(localhost|[\w.-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|[\w.-]+\.local|"
    r"10(\.\d+){3}|192\.168(\.\d+){2})(:\d+)?"
)
"""Hosts that are a machine's own or a local network's."""

Lead = tuple[AskedFor, Target]


def check(page: FinishedPage, site: FinishedSite, leads: list[Lead]) -> Iterator[SiteFault]:
    """The addresses of a page, but for fragments of other pages."""
    for asked, target in leads:
        if what := _wrong(page, asked, target):
            yield page.fault(asked.element, what, asked.attribute)
    for attribute in ("srcset", "imagesrcset"):
        for element in page.having(attribute):
            yield from _sizes(page, attribute, element.attributes[attribute], element.number, element.tag)


def _wrong(page: FinishedPage, asked: AskedFor, target: Target) -> str:
    """What is wrong with an address; the empty text if nothing is."""
    if not asked.link.strip():
        return "an empty address" if asked.attribute != "action" else ""
    if target.fault:
        return f"{shown(asked.link)} {target.fault}" if not target.fault.startswith("there") else target.fault
    if target.host:
        return _of_another_host(asked, target)
    if target.scheme:
        return _of_another_scheme(asked, target)
    if target.file == page.name and not _is_there(target.fragment, page.ids, page):
        near = did_you_mean(target.fragment, page.ids) if len(page.ids) > 16 else ""
        return f"there is no '#{target.fragment}' on the page{near}"
    return ""


def _of_another_host(asked: AskedFor, target: Target) -> str:
    if OF_THE_WORKSHOP.fullmatch(target.host.lower()):
        return f"names {target.host}, a machine that readers do not reach"
    if asked.use:
        return f"asks {target.host}, another host, as the page opens; keep what it asks for in the site"
    told = asked.element.tag == "meta"
    return f"names {target.host}, another host; a page speaks of its own site" if told else ""


def _of_another_scheme(asked: AskedFor, target: Target) -> str:
    scheme = target.scheme.lower()
    if asked.use:
        return "" if scheme in ("data", "blob") else f"the scheme '{scheme}' loads nothing here"
    if scheme == "javascript":
        return "a script as an address; the policy forbids it, use a <button>"
    if scheme not in SCHEMES and not (scheme == "data" and "download" in asked.element.attributes):
        return f"no scheme '{scheme}' for a link{did_you_mean(scheme, ('http', 'https', *SCHEMES))}"
    return ""


def _is_there(fragment: str, ids: Iterable[str], page: FinishedPage) -> bool:
    """Whether a fragment is an id or an older name of a place; ``top`` and text fragments are everywhere."""
    if fragment.lower() in ("", "top") or fragment.startswith(":~:"):
        return True
    names = {one.attributes["name"] for one in page.having("name") if one.tag in ("a", "map")}
    return fragment.partition(":~:")[0] in {*ids} | names


def _sizes(page: FinishedPage, attribute: str, srcset: str, number: int, tag: str) -> Iterator[SiteFault]:
    """The widths and densities of ``srcset``: of one sort, none twice."""
    sizes = [size or "1x" for _, size in candidates(srcset)]
    wrong = [size for size in sizes if not re.fullmatch(r"\d+w|\d+(\.\d+)?x", size)]
    mixed = len({size[-1] for size in sizes}) > 1
    if wrong or mixed or len({*sizes}) < len(sizes) or not sizes:
        what = (
            f"{shown(srcset)}: an address and a width (480w) or density (2x) each, commas between, none twice"
        )
        yield SiteFault(page.name, what, tag, number, attribute)


def reached(page: FinishedPage, leads: list[Lead]) -> dict[tuple[str, str], SiteFault]:
    """The fragments of other files to which a page leads, each with the fault that it is if it is not there."""
    found: dict[tuple[str, str], SiteFault] = {}
    for asked, target in leads:
        key = (target.file, target.fragment.partition(":~:")[0])
        if target.file not in ("", page.name) and key[1] not in ("", "top") and key not in found:
            what = f"there is no '#{key[1]}' in '{target.file}'"
            found[key] = page.fault(asked.element, what, asked.attribute)
    return found


def check_all(pages: Iterable[Facts], ids: dict[str, frozenset[str]]) -> Iterator[SiteFault]:
    """Fragments of other pages. ids: those of every page and drawing of the site."""
    for page in pages:
        for (file, fragment), fault in page.reached.items():
            if file in ids and fragment not in ids[file]:
                yield fault


def unstyled(pages: Iterable[Facts]) -> Iterator[SiteFault]:
    """Pages for search engines that lack a stylesheet that most have; of a dead one is told where it is named."""
    found = [page for page in pages if page.indexed and page.weight[0]]
    times = Counter(name for page in found for name in page.loaded if name.endswith(".css"))
    for name, number in sorted(times.items()):
        if 2 * number > len(found):
            absent = [page.name for page in found if name not in page.loaded and not _has_dead(page)]
            yield from (SiteFault(page, f"does not load '{name}', as most pages do") for page in absent)


def _has_dead(page: Facts) -> bool:
    return any((fault.tag, fault.attribute) == ("link", "href") for fault in page.faults)


def loaded(leads: list[Lead]) -> frozenset[str]:
    """The scripts and stylesheets of the site that a page loads, and a browser goes by."""
    fetched = [(asked, target) for asked, target in leads if asked.use in ("script-src", "style-src")]
    return frozenset(target.file for asked, target in fetched if target.file and _is_in_use(asked.element))


def _is_in_use(element: Element) -> bool:
    """Whether a stylesheet is one for screens, and not one that a reader has to choose; scripts are."""
    said = element.attributes
    chosen = "disabled" in said or "alternate" in said.get("rel", "").lower().split()
    return element.tag != "link" or not (
        chosen or said.get("media", "").strip().lower() in ("print", "speech")
    )
