"""What hosts and search engines are told in files of their own: ``robots.txt``, ``_headers``, ``_redirects``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.site import FinishedSite

ROBOTS, HEADERS, REDIRECTS = "robots.txt", "_headers", "_redirects"


def check(site: FinishedSite, pages: Iterable[Facts]) -> Iterator[SiteFault]:
    """The three files, as far as they are there."""
    yield from _robots(site, [page.name for page in pages if page.indexed])
    for number, line in _lines(site, HEADERS):
        if re.match(r"\s+x-robots-tag\s*:.*\b(noindex|none)\b", line, re.IGNORECASE):
            yield SiteFault(HEADERS, "keeps search engines out; take the line out", line=number)
    for number, line in _lines(site, REDIRECTS):
        where = line.partition("#")[0].split()[1:2]
        if where and (target := site.target("index.html", where[0])).host:
            yield SiteFault(REDIRECTS, f"sends readers to {target.host}, another host", line=number)


def _robots(site: FinishedSite, indexed: list[str]) -> Iterator[SiteFault]:
    """The file that tells search engines where not to go keeps them from no page that they may have, and names the
    sitemap that there is."""
    for number, line in _lines(site, ROBOTS):
        name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if name.lower() == "disallow" and value.rstrip("*$") == "/":
            message = "keeps search engines from the whole site; take the line out"
            yield SiteFault(ROBOTS, message, line=number)
        elif name.lower() == "disallow" and (kept := [page for page in indexed if _keeps(value, page)]):
            message = (
                f"keeps search engines from '{kept[0]}', which does not say so itself; take the line out"
            )
            yield SiteFault(ROBOTS, message, line=number)
        if name.lower() == "sitemap" and not (target := site.target("index.html", value)).file:
            message = f"names {shown(value)} as sitemap: {target.fault or 'another host'}"
            yield SiteFault(ROBOTS, message, line=number)


def _keeps(rule: str, page: str) -> bool:
    """Whether a rule is about a page (RFC 9309, 2.2.2 and 2.2.3)."""
    first, *more = [re.escape(part) for part in re.sub(r"\*+", "*", rule.removesuffix("$")).split("*")]
    form = (
        first + "".join(f"(?>.*?{part})" for part in more[:-1]) + "".join(f".*{part}" for part in more[-1:])
    )
    form += "$" if rule.endswith("$") else ""
    return bool(rule and re.match(form, f"/{page.removesuffix('index.html')}"))


def _lines(site: FinishedSite, name: str) -> Iterator[tuple[int, str]]:
    text = site.read(name).decode("utf-8", "replace") if name in site.files else ""
    yield from enumerate(text.splitlines(), start=1)
