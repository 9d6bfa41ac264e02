"""Roles and states of WAI-ARIA 1.2 (a recommendation of the W3C), graphics and digital publishing: known, and with the values they take."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.problems.problem import did_you_mean, shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import Element, FinishedPage
from exhibit.verifying.site import FinishedSite

ROLES = frozenset(
    """
    alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
    complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid
    gridcell group heading img image insertion link list listbox listitem log main mark marquee math menu menubar
    menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio
    radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong
    subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree
    treegrid treeitem graphics-document graphics-object graphics-symbol doc-abstract doc-acknowledgments doc-afterword
    doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion
    doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata
    doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice
    doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna
    doc-subtitle doc-tip doc-toc
    """.split()
)
"""The roles that a page may give; abstract ones are not among them (WAI-ARIA 1.2, 5.3.1)."""

NEEDED = {
    "checkbox": ("aria-checked",),
    "combobox": ("aria-expanded",),
    "heading": ("aria-level",),
    "menuitemcheckbox": ("aria-checked",),
    "menuitemradio": ("aria-checked",),
    "meter": ("aria-valuenow",),
    "radio": ("aria-checked",),
    "scrollbar": ("aria-controls", "aria-valuenow"),
    "slider": ("aria-valuenow",),
    "switch": ("aria-checked",),
}
"""The states without which a role says nothing (required states and properties)."""

_YES_NO, _THIRD, _TEXT = ("true", "false"), ("true", "false", "mixed"), ()
STATES: dict[str, tuple[str, ...]] = {
    "aria-atomic": _YES_NO,
    "aria-autocomplete": ("inline", "list", "both", "none"),
    "aria-busy": _YES_NO,
    "aria-checked": _THIRD,
    "aria-current": ("page", "step", "location", "date", "time", *_YES_NO),
    "aria-disabled": _YES_NO,
    "aria-dropeffect": ("copy", "execute", "link", "move", "none", "popup"),
    "aria-expanded": _YES_NO,
    "aria-grabbed": _YES_NO,
    "aria-haspopup": ("menu", "listbox", "tree", "grid", "dialog", *_YES_NO),
    "aria-hidden": _YES_NO,
    "aria-invalid": ("grammar", "spelling", *_YES_NO),
    "aria-live": ("assertive", "off", "polite"),
    "aria-modal": _YES_NO,
    "aria-multiline": _YES_NO,
    "aria-multiselectable": _YES_NO,
    "aria-orientation": ("horizontal", "vertical", "undefined"),
    "aria-pressed": _THIRD,
    "aria-readonly": _YES_NO,
    "aria-relevant": ("additions", "all", "removals", "text"),
    "aria-required": _YES_NO,
    "aria-selected": _YES_NO,
    "aria-sort": ("ascending", "descending", "none", "other"),
    **dict.fromkeys(
        """
        aria-activedescendant aria-braillelabel aria-brailleroledescription aria-colcount aria-colindex
        aria-colindextext aria-colspan aria-controls aria-describedby aria-description aria-details aria-errormessage
        aria-flowto aria-keyshortcuts aria-label aria-labelledby aria-level aria-owns aria-placeholder aria-posinset
        aria-roledescription aria-rowcount aria-rowindex aria-rowindextext aria-rowspan aria-setsize aria-valuemax
        aria-valuemin aria-valuenow aria-valuetext
        """.split(),
        _TEXT,
    ),
}
"""Every state and property with the words that it takes; none where it takes any text, number or id."""

NUMBERS = ("aria-level", "aria-posinset", "aria-setsize", "aria-valuemax", "aria-valuemin", "aria-valuenow")


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The roles and states of a page; whether the ids are there that states name, ``references.py`` tells."""
    for element in page.having("role"):
        yield from _role(page, element)
    for attribute in sorted(page.attributes):
        if attribute.startswith("aria-"):
            yield from _state(page, attribute)


def _role(page: FinishedPage, element: Element) -> Iterator[SiteFault]:
    given = element.attributes["role"].lower().split()
    if not given:
        yield page.fault(element, "an empty role; take the attribute out", "role")
    for role in given:
        if role not in ROLES:
            yield page.fault(element, f"no role {shown(role)}{did_you_mean(role, ROLES)}", "role")
        for state in NEEDED.get(role, ()):
            if state not in element.attributes and element.tag not in ("input", "meter", "option"):
                yield page.fault(element, f"'{role}' needs {state}", "role")


def _state(page: FinishedPage, attribute: str) -> Iterator[SiteFault]:
    known = STATES.get(attribute)
    for element in page.having(attribute):
        value = element.attributes[attribute].strip()
        if known is None:
            yield page.fault(element, f"no state of this name{did_you_mean(attribute, STATES)}", attribute)
        elif known and not (value and {*value.lower().split()} <= {*known}):
            yield page.fault(element, f"{shown(value)}; one of: {', '.join(known)}", attribute)
        elif attribute in NUMBERS and not _is_number(value):
            yield page.fault(element, f"{shown(value)} is no number", attribute)
        elif not value:
            yield page.fault(element, "is empty; take the attribute out or say something", attribute)


def _is_number(text: str) -> bool:
    try:
        return float(text) == float(text)
    except ValueError:
        return False
