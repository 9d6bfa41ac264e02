"""What search finds at once.

Names, other names and abbreviations stand as they are written: the browser folds and romanises them as it does what is
asked, by the tables of the command ``exhibit find``, which stand here beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any

from exhibit.exports.script import script
from exhibit.model.addresses import page_path, view_path, year_path
from exhibit.model.kinds import KINDS, Country, Item, Organisation, Source, happening
from exhibit.model.vocabulary import NameKind
from exhibit.model.wording import in_words
from exhibit.pages.site import Site
from exhibit.reading.find import IGNORED
from exhibit.reading.likeness import SOUNDS
from exhibit.reading.romanised import OTHERS, RUSSIAN
from exhibit.views.atlas.atlas import in_part
from exhibit.views.atlas.held import first_day
from exhibit.views.item.facts import place_of
from exhibit.views.membership.days import encoded, stood
from exhibit.views.membership.matrix import organisations
from exhibit.views.membership.on_day import counted, last_day
from exhibit.views.membership.spells import rows
from exhibit.views.timeline.today import calendar_days
from exhibit.views.timeline.years import years

PATH = "assets/names.js"
LONGEST = 120
"""Letters of what is told of an item, at most."""
LANGUAGES = 3
"""In how many languages beside English a month is understood: those in which the most things are named."""
ASKED_IN = ("de", "fr")
"""Languages in which states and months are asked for as well, though nothing may be named in them: the browser knows their
words, so that no name has to be written down for them."""


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The script's file, where there is anything to be found. Items are named by their number in its list, addresses
    are those from the site's root."""
    items = {item.id: item for item in site.exhibit.items.values() if is_looked_for(item)}
    if not items:
        return
    numbers = {id_: number for number, id_ in enumerate(items)}
    found = {
        "letters": RUSSIAN | OTHERS,
        "sounds": SOUNDS,
        "ignored": sorted(IGNORED),
        "languages": list(dict.fromkeys([*_languages(site), *ASKED_IN])),
        "codes": [
            [numbers[id_], item.code]
            for id_, item in items.items()
            if isinstance(item, Country) and item.code
        ],
        "kinds": [[kind.SINGULAR, int(kind.FOUND_BY_NAME)] for kind in KINDS.values()],
        "items": [_item(site, item, numbers) for item in items.values()],
        "years": _years(site, numbers),
        "atlas": _atlas(site, numbers),
        "shared": _shared(site),
    }
    yield PATH, script("names", found)


def is_looked_for(item: Item) -> bool:
    """Whether anybody looks for an item by its name: of what is cited, what has a short name or an author. What else
    is cited is found by its words, in the full text."""
    return not isinstance(item, Source) or bool(item.names or item.authors or item.written_by)


def _item(site: Site, item: Item, numbers: Mapping[str, int]) -> list[Any]:
    """Number of its kind, title, date in words, what is told of it, address; its other names; those that count less;
    the organisations and the place whose names lead to it. Empty lists at the end are left out."""
    date = site.dates[item.id] if item.DATES_IN_LISTS else None
    told = [
        [*KINDS].index(item.COLLECTION),
        item.title,
        in_words(date) if date else "",
        shorten(item.summary or "", LONGEST, placeholder=" …"),
        site.settings.below(page_path(item)),
        _names(item),
        _lesser(item),
        [numbers[id_] for id_ in _of(site, item) if id_ in numbers],
    ]
    while told[-1] == []:
        told.pop()
    return told


def _names(item: Item) -> list[str]:
    names = [name.text for name in item.names]
    if isinstance(item, Source) and item.title_en:
        names.append(item.title_en)
    return [name for name in dict.fromkeys(names) if name != item.title]


def _lesser(item: Item) -> list[str]:
    """The abbreviations of an organisation's bodies, who wrote what is cited, and earlier ids."""
    found = list(item.aliases)
    if isinstance(item, Organisation):
        found += [name.text for body in item.bodies for name in body.names if name.kind is NameKind.SHORT]
    if isinstance(item, Source):
        found += item.authors
    return list(dict.fromkeys(found))


def _of(site: Site, item: Item) -> Iterator[str]:
    yield from getattr(item, "organisations", ())
    if item.COLLECTION in happening() and (place := place_of(site.exhibit, item)):
        yield place.id


def _languages(site: Site) -> list[str]:
    named = Counter(name.lang for item in site.exhibit.items.values() for name in item.names)
    others = sorted(named.keys() - {"en"}, key=lambda lang: (-named[lang], lang))
    return others[:LANGUAGES]


def _years(site: Site, numbers: Mapping[str, int]) -> list[list[Any]]:
    """Each year that has a page: its number, its address, how many entries start in it; and by its days (``10-07``) the
    items that did something on them."""
    days: dict[int, dict[str, list[int]]] = {}
    for day in calendar_days(site.timeline):
        for one in day.anniversaries:
            if one.entry.item.id in numbers:
                on_day = days.setdefault(one.entry.date.listed.year, {}).setdefault(day.key, [])
                on_day.append(numbers[one.entry.item.id])
    return [
        [
            year.number,
            site.settings.below(year_path(year.number)),
            len(year.entries),
            days.get(year.number, {}),
        ]
        for year in years(site.timeline)
    ]


def _shared(site: Site) -> list[list[str]]:
    """Each name that several things bear, where they are told apart, and what they are."""
    if view_path("names") in site.left_out:
        return []
    return [
        [
            name.text,
            site.settings.below(view_path("names"), name.slug),
            shorten("; ".join(bearer.title for bearer in name.bearers), LONGEST, placeholder=" …"),
        ]
        for name in site.shared_names
    ]


def _atlas(site: Site, numbers: Mapping[str, int]) -> list[Any]:
    """Where the atlas stands, its first and its last day, and the organisations that it shows; nothing where there is no
    atlas."""
    if view_path("atlas") in site.left_out:
        return []
    shown = [*organisations(site.exhibit), *in_part(site.exhibit)]
    bounds = first_day(site.exhibit), last_day(site.settings.as_of)
    return [
        site.settings.below(view_path("atlas")),
        *map(str, bounds),
        [_membership(site, organisation, numbers) for organisation in shown],
    ]


def _membership(site: Site, organisation: Organisation, numbers: Mapping[str, int]) -> list[Any]:
    """An organisation's number and id; whether only some of its members are told of; what it descends from; its members,
    each with the days on which it surely, possibly or perhaps was one."""
    first, as_of = first_day(site.exhibit), site.settings.as_of
    spells = counted([row for row in rows(site.exhibit, organisation) if not row.spell.never])
    return [
        numbers[organisation.id],
        organisation.id,
        int(organisation.members_in_part),
        [numbers[one.organisation] for one in organisation.succeeds if one.how.descends],
        [[numbers[row.who.id], encoded(stood(row, first, as_of))] for row in spells],
    ]
