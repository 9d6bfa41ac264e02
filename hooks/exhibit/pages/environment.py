"""Environment: the templates with what they may use; a part of a page made from one of them."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from exhibit.model import headings, kinds
from exhibit.model.addresses import changes_path, day_anchor, index_path, pair_path, year_path
from exhibit.model.dates import Edtf
from exhibit.model.declared import label
from exhibit.model.evidence import settled
from exhibit.model.kinds import KINDS, Item
from exhibit.model.locators import locator_in_words
from exhibit.model.part import Model
from exhibit.model.wording import in_words, language, lower_first, with_article
from exhibit.pages.page import Page
from exhibit.pages.site import Site

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
FOLDERS = [TEMPLATES]
"""The folders of templates: of two of a name the one in the earlier folder is used."""


Stamp = tuple[str, int, int, int]
"""A template: its file, when that and when anything else of it was last changed (nanoseconds), and its size."""
HEADING = re.compile(r"^## ", re.MULTILINE)
"""What begins a heading: in a template, and in the text of a page only where a template has put it."""
_MARK = secrets.token_hex(16)
"""What stands for it while a page is made: nobody who writes data can know it."""


class Headings(Extension):
    """Marks the headings of templates, so that a line of data that looks like one is none.

    Only headings are ever read as Markdown: all that stands under them is HTML and is kept apart.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return HEADING.sub(_MARK, source)


@lru_cache(maxsize=1)
def environment(stamps: tuple[Stamp, ...], folders: tuple[Path, ...]) -> Environment:
    """The templates' environment: everything printed is escaped, nothing undefined is passed over.

    stamps: of all templates, so that a server sees every edit. folders: where they stand.
    """
    env = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[Headings],
    )
    env.filters.update(
        anchor=anchor,
        changes_path=changes_path,
        index_path=index_path,
        pair_path=pair_path,
        block=json_block,
        css_string=css_string,
        data_days=data_days,
        day_anchor=day_anchor,
        front_matter=front_matter,
        heading=lambda text: Markup(headings.heading(text)),
        in_words=in_words,
        label=label_of,
        language=language,
        plural=plural,
        locator=locator_in_words,
        lower_first=lower_first,
        settled=settled,
        year_path=year_path,
        with_article=with_article,
    )
    return env


def current() -> Environment:
    """The environment with the templates as they stand on the disk now."""
    files = [path for folder in FOLDERS for path in sorted(folder.rglob("[!.]*.jinja"))]
    states = [(str(path), path.stat()) for path in files]
    stamps = tuple((path, state.st_mtime_ns, state.st_ctime_ns, state.st_size) for path, state in states)
    return environment(stamps, tuple(FOLDERS))


def front_matter(value: str) -> Markup:
    """A value for a page's front matter: JSON, which is YAML; text is escaped for the theme, whose
    own templates print it as it is."""
    return Markup(json.dumps(str(escape(value)), ensure_ascii=False))


def json_block(value: Any) -> Markup:
    """A value as JSON for a script element: no character in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def css_string(text: str) -> Markup:
    """Text for a string of CSS (CSS Syntax 3, section 2.1): no character in it can end the string or the element."""
    return Markup(re.sub(r'["\\\\\n<>&]', lambda found: f"\\{ord(found[0]):x} ", text))


def anchor(heading: str) -> str:
    """The id of a heading of related items in an annex: ``kind-meetings-attended``."""
    return "kind-" + "".join(c if c.isalnum() else "-" for c in heading.lower().replace(",", ""))


def data_days(when: Edtf) -> list[tuple[str, date]]:
    """The days that filter and drawing need of a date, by name; those not known are left out.

    from, to: its first and last possible day; begun, going: of a duration, by when it surely had
    begun and until when it surely went on.
    """
    first, last = when.bounds
    found = [("from", first)] if first > date.min else []
    found += [("to", last)] if last < date.max else []
    return found + ([("begun", when.core[0]), ("going", when.core[1])] if when.lasts else [])


def plural(collection: str) -> str:
    """What a collection is called on pages."""
    return KINDS[collection].PLURAL


def label_of(part: Model | str, field: str) -> str:
    """What pages call a field of an item or of a part of one, or of the parts of a class, by its name:
    ``{{ body | label("founded") }}``, ``{{ "Spell" | label("status") }}``."""
    return label(getattr(kinds, part) if isinstance(part, str) else type(part), field)


@dataclass(frozen=True)
class Rendered:
    """One page of the site: its Markdown path, how its text is made, its data file, if it has one, and its template.

    The text is made when it is first asked for, so that a server can make the page looked at first.
    """

    path: str
    make: Callable[[], str]
    data_file: str | None = None
    template: str = ""

    @cached_property
    def text(self) -> str:
        """The page as Markdown. Raises jinja2.TemplateError if a template is at fault."""
        return self.make()

    def take(self, text: str) -> None:
        """Have a text that was made elsewhere."""
        vars(self)["text"] = text


def page_of(
    env: Environment,
    site: Site,
    path: str,
    template: str,
    values: Callable[[], Mapping[str, Any]],
    item: Item | None = None,
) -> Rendered:
    """A page whose text is made of a template and its values. item: the one whose page, or annex, it is."""
    file = site.source_file(item) if item else None
    return Rendered(
        path, lambda: render(env, site, site.page(path, item), template, values()), file, template
    )


def render(env: Environment, site: Site, page: Page, template: str, values: Mapping[str, Any]) -> str:
    """A page, or a part of one, as text. Raises jinja2.TemplateError if the template is at fault.

    Beside its own values every template is handed the page (its links and citations), the items by id
    (``exhibit.items``), the settings, the emblems, and whether there is a page of a view (``has``).
    """
    given = {
        "page": page,
        "exhibit": site.exhibit,
        "settings": site.settings,
        "emblems": site.emblems,
        "has": site.has,
    }
    text = env.get_template(template).render(given, **values)
    return HEADING.sub("&#35;# ", text).replace(_MARK, "## ")


def fragment(site: Site, page: Page, template: str, **values: Any) -> str:
    """A part of a page for docs/: a timeline, a list, the citations."""
    return render(current(), site, page, template, values).strip()
