"""The Content-Security-Policy: on every page, strict, and enough for what the page has and loads."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from exhibit.problems.problem import did_you_mean
from exhibit.verifying.facts import Facts
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.links import Lead
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

Policy = dict[str, list[str]]
"""The directives of a policy with their sources."""

FETCH = "script-src style-src img-src font-src connect-src media-src object-src frame-src worker-src manifest-src".split()
"""The directives for which ``default-src`` stands in (CSP Level 3, 6.1)."""

KNOWN = {
    *FETCH,
    *"default-src child-src script-src-elem script-src-attr style-src-elem style-src-attr base-uri form-action".split(),
    *"sandbox frame-ancestors report-uri report-to upgrade-insecure-requests".split(),
    *"require-trusted-types-for trusted-types".split(),
}
STRICT = ("default-src", "script-src", "style-src", "base-uri", "form-action")
"""The directives without which a script from elsewhere, a form or a ``<base>`` could carry a reader off."""

LOOSE = re.compile(r"'unsafe-.*'|\*|https?:|data:|blob:|filesystem:|.*\*.*", re.IGNORECASE)
"""Sources that let in what is not the site's."""

PICTURES = ("data:", "blob:")
"""Sources that pictures and fonts may have: nothing in them runs."""

NOT_RUN = re.compile(r"(application|text)/(?!(java|ecma|x-java)script).+|speculationrules", re.IGNORECASE)
"""Types of ``<script>`` that are data."""


def check(page: FinishedPage, site: FinishedSite, leads: list[Lead]) -> Iterator[SiteFault]:
    """The policy of one page, if it has one; whether it has to, ``check_all`` tells."""
    metas = page.meta("content-security-policy", "http-equiv")
    for meta in metas:
        yield from _written(page, meta)
        yield from _late(page, meta)
    if metas:
        policy = read(metas[0].attributes.get("content", ""))
        yield from _inline(page, policy)
        yield from _loading(page, policy, leads)
    else:
        yield from _handlers(page)


def read(text: str) -> Policy:
    """A policy as directives; of two of one name the first holds (CSP Level 3, 2.2.1)."""
    policy: Policy = {}
    for directive in text.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            policy.setdefault(name.lower(), sources)
    return policy


def of(page: FinishedPage) -> str:
    """The text of a page's policy; empty if it has none."""
    return " ".join(
        one.attributes.get("content", "") for one in page.meta("content-security-policy", "http-equiv")
    )


def _written(page: FinishedPage, meta: Element) -> Iterator[SiteFault]:
    text = meta.attributes.get("content", "")
    names = [part.split()[0].lower() for part in text.split(";") if part.split()]
    for name, times in Counter(names).items():
        if name not in KNOWN:
            yield page.fault(
                meta, f"the policy has no directive '{name}'{did_you_mean(name, KNOWN)}", "content"
            )
        if times > 1:
            yield page.fault(meta, f"the policy has '{name}' twice; the second says nothing", "content")
    policy = read(text)
    for name in STRICT:
        if name not in policy and not (name in FETCH and "default-src" in policy):
            yield page.fault(meta, f"the policy says nothing of '{name}'", "content")
    for name, sources in policy.items():
        for source in sources:
            if LOOSE.fullmatch(source) and not (
                source in PICTURES and name in ("img-src", "font-src", "media-src")
            ):
                yield page.fault(meta, f"the policy is open: '{name}' has {source}; take it out", "content")
            elif "." in source and not source.startswith("'"):
                yield page.fault(meta, f"the policy lets '{name}' ask another host, {source}", "content")


def _late(page: FinishedPage, meta: Element) -> Iterator[SiteFault]:
    """A policy holds for what comes after it, and only in the head (HTML Standard, 4.2.5.3)."""
    if not any(node.tag == "head" for node in meta.above()):
        yield page.fault(meta, "the policy stands outside the <head>, where it does nothing")
    at = page.elements.index(meta)
    early = [one for one in page.elements[:at] if one.tag in ("script", "style")]
    if early:
        yield page.fault(meta, f"the policy stands behind a <{early[0].tag}>, for which it does not hold")


def _sources(policy: Policy, directive: str) -> list[str] | None:
    """What a directive allows, if need be by ``default-src``; None where nothing is said."""
    return policy.get(directive, policy.get("default-src") if directive in FETCH else None)


def _inline(page: FinishedPage, policy: Policy) -> Iterator[SiteFault]:
    """Scripts and styles in the page: each has its hash in the policy; attributes cannot have one."""
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        for element in page.of(tag):
            if "src" in element.attributes or NOT_RUN.fullmatch(element.attributes.get("type", "")):
                continue
            text = _text(element)
            if text.strip() and not _hashes(text) & {*(_sources(policy, directive) or ())}:
                yield page.fault(
                    element, f"the policy does not know this {tag} by its hash: it has no effect"
                )
    yield from _handlers(page)
    for element in page.having("style"):
        yield page.fault(element, "the policy forbids this; write a class and a rule", "style")


def _handlers(page: FinishedPage) -> Iterator[SiteFault]:
    for attribute in sorted(page.attributes):
        if re.fullmatch("on[a-z]{3,}", attribute):
            for element in page.having(attribute):
                yield page.fault(
                    element, "a script as an attribute, which no policy lets run; move it", attribute
                )


def _text(element: Element) -> str:
    return element.node.text(deep=True).replace("\r\n", "\n")


def _hashes(text: str) -> set[str]:
    encoded = text.encode("utf-8", "surrogatepass")
    return {
        f"'{name}-{base64.b64encode(hashlib.new(name, encoded).digest()).decode()}'"
        for name in ("sha256", "sha384", "sha512")
    }


def _loading(page: FinishedPage, policy: Policy, leads: list[Lead]) -> Iterator[SiteFault]:
    """Whether the policy allows what the page loads from its own site and what is written into addresses."""
    for asked, target in leads:
        if not asked.use or target.host or not asked.link.strip():
            continue
        allowed = _sources(policy, asked.use)
        wanted = f"{target.scheme}:" if target.scheme else "'self'"
        embedded = target.file == page.name and asked.link.startswith("#")
        if allowed is not None and wanted not in allowed and not embedded:
            yield page.fault(
                asked.element, f"the policy forbids this: '{asked.use}' lacks {wanted}", asked.attribute
            )


def of_styles(pages: Iterable[Facts], needs: Callable[[str], set[tuple[str, str]]]) -> Iterator[SiteFault]:
    """Whether each page's policy allows what its stylesheets ask for. needs: directives and sources, by stylesheet."""
    for page in pages:
        policy = read(page.policy)
        for name in sorted(page.loaded) if policy else ():
            for directive, source in sorted(needs(name)):
                if source not in (_sources(policy, directive) or ()):
                    told = f"the policy forbids what '{name}' asks for: '{directive}' lacks {source}"
                    yield SiteFault(page.name, told)


def check_all(pages: Iterable[Facts], site: FinishedSite, headers: str) -> Iterator[SiteFault]:
    """Every page has the policy, and all the same; headers: the text of the site's ``_headers``, if there is one.

    A site that is read from a folder has none: its pages have no origin.
    """
    if not site.served:
        return
    known = Counter(page.policy for page in pages if page.policy)
    usual = known.most_common(1)[0][0] if known else ""
    for page in pages:
        if not page.weight[0]:
            continue  # an empty page is told as such
        if not page.policy:
            yield SiteFault(
                page.name, 'has no policy; write <meta http-equiv="Content-Security-Policy"> before scripts'
            )
        elif page.policy != usual and not _differs_by_hashes(page.policy, usual):
            yield SiteFault(page.name, "has another policy than most pages")
    for told in re.finditer(r"(?im)^[ \t]+content-security-policy:[ \t]*(.*)$", headers):
        if usual and usual not in told[1]:
            line = headers.count("\n", 0, told.start()) + 1
            yield SiteFault(
                "_headers", "names another policy than the pages have; write theirs here", line=line
            )


def _differs_by_hashes(one: str, other: str) -> bool:
    """Whether two policies differ in nothing but the hashes of scripts."""
    without = [re.sub(r"'sha\d+-[^']*'\s*", "", text) for text in (one, other)]
    return without[0].split() == without[1].split()
