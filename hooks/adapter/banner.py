"""The banner that stands on every page while serving, and lists what is wrong where."""

from __future__ import annotations

from markupsafe import Markup

from adapter.serving import Notice

STYLE = (
    "#exhibit-banner{position:fixed;inset:auto 0 0 0;z-index:99;max-height:45vh;overflow:auto;background:#7a1f1f;"
    "color:#fff;padding:.6rem 1rem;font-size:14px}#exhibit-banner.doubt{background:#6b4e00}"
    "#exhibit-banner summary{cursor:pointer;font-weight:bold}"
    "#exhibit-banner pre{white-space:pre-wrap;margin:.5rem 0 0;font-family:monospace}"
)
"""In the page, as there may be no stylesheet yet; the policy knows it by its hash."""
BANNER = Markup(
    '<style>{style}</style><aside id="exhibit-banner" role="alert" class="{kind}"><details open>'
    "<summary>{title}</summary><pre>{report}</pre></details></aside>"
)


def with_banner(page: bytes, notice: Notice) -> bytes:
    """A page with the report at its end; as it is where there is nothing to report."""
    if not notice.report:
        return page
    kind = "fault" if notice.fatal else "doubt"
    text = BANNER.format(style=Markup(STYLE), kind=kind, title=notice.title, report=notice.report)
    banner = text.encode("utf-8", "replace")
    body, end, rest = page.rpartition(b"</body>")
    return body + banner + end + rest if end else page + banner
