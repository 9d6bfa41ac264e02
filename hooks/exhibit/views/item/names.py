"""Names: what each item is called, and the short names that several share."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from exhibit.model.kinds import Body, Item, Name, Organisation
from exhibit.model.vocabulary import NameKind
from exhibit.model.wording import language
from exhibit.reading.exhibit import Exhibit

MOST_LANGUAGES = 3
"""How many languages are told of: names in others are few."""


def named_in(exhibit: Exhibit) -> str:
    """In which languages things are named, English and those most used: *in English, Latin and Greek*."""
    used = Counter(name.lang.partition("-")[0] for item in exhibit.items.values() for name in item.names)
    others = [lang for lang, _ in used.most_common() if lang != "en"][: MOST_LANGUAGES - 1]
    words = [language(lang) for lang in ("en", *others)]
    return f"in {', '.join(words[:-1])} and {words[-1]}" if others else f"in {words[0]}"


def in_its_languages(item: Item) -> list[Name]:
    """The full names of an item in other languages than that of the exhibit, one of each, as they are used today."""
    full = [n for n in item.names if n.kind is NameKind.FULL and n.lang != "en" and not n.end]
    return list({name.lang: name for name in reversed(full) if name.text != item.title}.values())[::-1]


@dataclass(frozen=True)
class Bearer:
    """An item, or a body of one, that bears a name."""

    item: Item
    body: Body | None
    name: Name | None

    @property
    def title(self) -> str:
        return f"{self.body.title} ({self.item.short})" if self.body else self.item.title


@dataclass(frozen=True)
class SharedName:
    """One name that means several things."""

    text: str
    slug: str
    bearers: tuple[Bearer, ...]


def shared_names(exhibit: Exhibit) -> list[SharedName]:
    """The names that more than one item bears, sources left out, by name.

    Of bodies only abbreviations count: every organisation has its council and its secretariat.
    """
    bearers: dict[str, dict[str, Bearer]] = defaultdict(dict)
    words: dict[str, str] = {}
    for item in exhibit.items.values():
        if item.COLLECTION != "sources":
            for text, bearer in _bearers(item):
                key = text.casefold()
                words.setdefault(key, text)
                target = f"{item.id}#{bearer.body.id}" if bearer.body else item.id
                bearers[key].setdefault(target, bearer)
    shared = [
        SharedName(words[key], _slug(words[key]), tuple(found.values()))
        for key, found in bearers.items()
        if len(found) > 1
    ]
    return sorted(shared, key=lambda name: (name.text.casefold(), name.text))


def _bearers(item: Item) -> list[tuple[str, Bearer]]:
    found: list[tuple[str, Bearer]] = [(item.title, Bearer(item, None, None))]
    found += [(name.text, Bearer(item, None, name)) for name in item.names]
    if isinstance(item, Organisation):
        for body in item.bodies:
            shorts = [name for name in body.names if name.kind is NameKind.SHORT]
            found += [(name.text, Bearer(item, body, name)) for name in shorts]
    return found


def several_shorts(exhibit: Exhibit) -> list[tuple[Item, list[Name]]]:
    """The items for which English has more than one abbreviation, with those abbreviations."""
    found = []
    for item in exhibit.items.values():
        shorts = [n for n in item.names if n.kind is NameKind.SHORT and n.lang == "en"]
        if len({name.text.casefold() for name in shorts}) > 1:
            found.append((item, shorts))
    return sorted(found, key=lambda pair: pair[0].title)


def _slug(text: str) -> str:
    """A fragment for a name in any script: letters and digits kept, the rest made hyphens."""
    return "name-" + "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
