"""Prose is Markdown without raw HTML, attribute lists or links but to the web; marks become links."""

from __future__ import annotations

import html.parser
import re

import pytest
from exhibit.model.marks import marks, position
from exhibit.pages.glossary import Glossary
from exhibit.pages.page import Page
from exhibit.reading.exhibit import Exhibit

PROSE = [
    # written, HTML
    ("A *plain* word.", "<p>A <em>plain</em> word.</p>"),
    ("[[river-pact]]", '<p><a href="../organisations/river-pact/">River Pact</a></p>'),
    ("The [[league-of-rivers]] met.", '<p>The <a href="../organisations/league-of-rivers/">LR</a> met.</p>'),
    ("[[river-pact|the pact]]", '<p><a href="../organisations/river-pact/">the pact</a></p>'),
    (
        "[[league-of-rivers#secretariat]]",
        '<p><a href="../organisations/league-of-rivers/#secretariat">Secretariat of the League</a></p>',
    ),
    ("[a site](https://a.example/)", '<p><a href="https://a.example/">a site</a></p>'),
    ("[[river-pact|*the* pact]]", '<p><a href="../organisations/river-pact/">*the* pact</a></p>'),
    ("[[river-pact|the\npact]]", '<p><a href="../organisations/river-pact/">the pact</a></p>'),
    ("# Heading", "<h3>Heading</h3>"),
    ("`[[river-pact]]`", "<p><code>[[river-pact]]</code></p>"),
    (
        "Said [@gazette#2; @treaty-series#p3].",
        '<p>Said<sup class="cite"><a href="#cite-1">1</a><a href="#cite-2">2</a></sup>.</p>',
    ),
]


@pytest.mark.parametrize(("written", "html_"), PROSE)
def test_prose_becomes_html(tiny: Exhibit, written: str, html_: str) -> None:
    assert str(Page(tiny, "timeline.md").prose(written)) == html_


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!-- open comment",
    "<plaintext>",
    "a <iframe src=//evil.example> b",
    "[x](javascript:alert(1))",
    "[x](java&#x73;cript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox(1))",
    "[x]( javascript:alert(1))",
    '[x](https://a.example/ "title" onclick=alert(1))',
    "[x](https://a.example/ '\"><script>alert(1)</script>')",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/x.png)",
    "*x*{: onclick=alert(1)}",
    "# h {: onmouseover=alert(1) }",
    "```js {.x onclick=alert(1)}\ncode\n```",
    "[[river-pact|<b onclick=alert(1)>x</b>]]",
    '[[river-pact|"><script>alert(1)</script>]]',
    "{{ 7 * 7 }} {% for x in y %}",
    "<a href='javascript:alert(1)'>x</a>",
    "<div\nonclick=alert(1)\n>x</div>",
    "<style>*{background:url(//evil.example)}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "| a | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:a) |",
    "[x](https:javascript:alert(1))",
    "\\<script>alert(1)\\</script>",
]
ALLOWED = {"p", "em", "strong", "a", "span", "sup", "h3", "h4", "h5", "h6", "ul", "ol", "li", "code", "pre"}
ALLOWED |= {"blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "br"}


class _Vetting(html.parser.HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert name in ("href", "class", "title", "aria-label", "start", "style"), (tag, name)
            if name == "href":
                assert re.match(r"^(https?://|#|\.\./|\./)", value or ""), value
            if name == "style":
                assert re.fullmatch(r"text-align: (left|right|center);", value or ""), value

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment came through")


@pytest.mark.parametrize("written", HOSTILE)
def test_nothing_in_prose_becomes_script_or_foreign_markup(tiny: Exhibit, written: str) -> None:
    _Vetting().feed(str(Page(tiny, "timeline.md").prose(written)))


def test_marks_know_where_they_stand_and_skip_code() -> None:
    text = "A [[one]] and\n`[[code]]`\n\n```\n[[fenced]]\n```\n[[two|words]] [@src#3; @other]\n"
    found = [(m.target, m.words, m.is_citation, position(text, m.offset)) for m in marks(text)]
    assert found == [
        ("one", None, False, (1, 3)),
        ("two", "words", False, (7, 1)),
        ("src#3", None, True, (7, 15)),
        ("other", None, True, (7, 15)),
    ]


def test_a_term_of_the_glossary_is_linked_at_its_first_use(tiny: Exhibit) -> None:
    page = Page(tiny, "timeline.md", glossary=Glossary("### Observer\n\n### Entry into force\n"))
    found = str(
        page.prose("Two *observers* came; [[ford|an observer]] left. After entry into force `observer`.")
    )
    assert found == (
        '<p>Two <em><a class="term" href="../about/glossary/#observer">observers</a></em> came; '
        '<a href="../places/ford/">an observer</a> left. After '
        '<a class="term" href="../about/glossary/#entry-into-force">entry into force</a> <code>observer</code>.</p>'
    )
    assert str(page.prose("An observer again.")) == "<p>An observer again.</p>"
