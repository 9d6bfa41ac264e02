"""The banner that stands on every page while serving, and lists what is wrong where."""

from __future__ import annotations

from markupsafe import Markup

from adapter.serving import SUSPICIONS, Serving

BANNER = Markup(
    '<aside id="exhibit-banner" role="alert" style="position:fixed;inset:auto 0 0 0;z-index:99;'
    'max-height:45vh;overflow:auto;background:{colour};color:#fff;padding:.6rem 1rem;font-size:14px">'
    '<details open><summary style="cursor:pointer;font-weight:bold">{title}</summary>'
    '<pre style="white-space:pre-wrap;margin:.5rem 0 0;font-family:monospace">{report}</pre></details></aside>'
)


def with_banner(page: bytes, state: Serving) -> bytes:
    """A page with the report at its end; as it is where there is nothing to report."""
    if not state.report:
        return page
    colour = "#6b4e00" if state.title == SUSPICIONS else "#7a1f1f"
    banner = BANNER.format(title=state.title, report=state.report, colour=colour).encode("utf-8", "replace")
    body, end, rest = page.rpartition(b"</body>")
    return body + banner + end + rest if end else page + banner
