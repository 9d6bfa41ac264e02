"""Compare: two versions of the data become the list of facts that changed between them.

Compared are parsed items, not texts: the order of fields, of parts and of readings, comments, short
and long forms and white space are no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exhibit.changes.change import Act, Change, merged
from exhibit.changes.commits import data_file
from exhibit.changes.fields import Whereabouts, fields
from exhibit.changes.versions import Version
from exhibit.changes.words import Words, one_spaced, quoted
from exhibit.model.declared import field_of, word
from exhibit.model.kinds import Item


def changes(before: Mapping[str, Version], after: Mapping[str, Version], words: Words) -> list[Change]:
    """The facts that changed from one set of items to another, item by item in the order of paths.

    before, after: versions by the path of their file; a file that did not change may be left out
    of both.
    """
    found: list[Change] = []
    moved = _moved(before, after)
    for path in sorted({*before, *after} - set(moved.values())):
        old, new = before.get(moved.get(path, path)), after.get(path)
        found += merged(_item(path, old, new, words))
    return found


def _moved(before: Mapping[str, Version], after: Mapping[str, Version]) -> dict[str, str]:
    """The earlier path of each file that was renamed: an alias tells so, or equal content."""
    gone = {path: version.item for path, version in before.items() if path not in after and version.item}
    found: dict[str, str] = {}
    for path, version in after.items():
        if path in before or not version.item:
            continue
        for old, item in gone.items():
            if type(item) is type(version.item) and old not in found.values():
                aliases = getattr(version.item, "aliases", [])
                if item.id in aliases or item == version.item.model_copy(update={"id": item.id}):
                    found[path] = old
                    break
    return found


def _item(path: str, old: Version | None, new: Version | None, words: Words) -> Iterator[Change]:
    there = [version for version in (new, old) if version]
    item = next((version.item for version in there if version.item), None)
    collection, id_ = data_file(path) or ("", path)
    title = getattr(item, "title", None)
    title = words.title(id_) if title is None else title
    where = Whereabouts(words, Change(collection, id_, title, Act.CHANGED))
    if old is None or new is None:
        summary = one_spaced(getattr(item, "summary", None) or "")
        yield where.change(Act.ADDED, "", summary) if old is None else where.change(Act.REMOVED)
    elif old.item is None or new.item is None:
        yield where.change(Act.UNREAD)
    else:
        yield from _versions(where, old, new)


def _versions(where: Whereabouts, old: Version, new: Version) -> Iterator[Change]:
    a, b = old.item, new.item
    assert a and b
    if a.id != b.id:
        yield where.field(word(Item, "id")).change(Act.RENAMED, a.id, b.id)
    titles = getattr(a, "title", ""), getattr(b, "title", "")
    if all(titles) and titles[0] != titles[1]:
        yield where.change(Act.RENAMED, quoted(titles[0]), quoted(titles[1]))
    unread = {*old.unread, *new.unread}
    yield from fields(where, a, b, [], frozenset({"id", "title", "aliases"} | unread))
    for name in sorted(unread):
        if old.unread.get(name, ...) != new.unread.get(name, ...):
            label = word(type(b), name) if field_of(type(b), name) else quoted(name)
            yield replace(where.about, act=Act.UNREAD, path=(word(Item, "id"),), label=label)
