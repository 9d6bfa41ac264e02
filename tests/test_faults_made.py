"""Faults made by a machine: typing slips in real data, and real files cut about line by line."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from conftest import ROOT
from exhibit.checking.check import check
from exhibit.model.kinds import COLLECTIONS, KINDS
from exhibit.problems.problem import Problem, report
from exhibit.problems.suggestion import fold, meant, near
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.field_messages import terms_at
from exhibit.reading.id_messages import no_such_id
from exhibit.reading.link import link
from exhibit.reading.load import Loaded, load
from exhibit.reading.nodes import UnreadableError, read
from exhibit.reading.parse import parse
from exhibit.reading.record import Record, Unread

SEED = 1991
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEIGHBOURS = {
    letter: [row[i + step] for step in (-1, 1) if 0 <= i + step < len(row)]
    for row in KEYS
    for i, letter in enumerate(row)
}


def _dropped(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at] + word[at:]


def _swapped(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _neighbour(word: str, at: int, dice: random.Random) -> str:
    return word[:at] + dice.choice(NEIGHBOURS.get(word[at], ["x"])) + word[at + 1 :]


SLIPS = (_dropped, _doubled, _swapped, _neighbour)


def _slip(word: str, kind: Callable[[str, int, random.Random], str], dice: random.Random) -> str:
    """A word with one slip in its letters; digits are left alone, since a wrong year is no typo."""
    letters = [at for at, letter in enumerate(word) if letter.isalpha()]
    for _ in range(20):
        typo = kind(word, dice.choice(letters), dice)
        if typo != word:
            return typo
    return f"{word}x"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT)


@pytest.fixture(scope="module")
def exhibit(loaded: Loaded) -> Exhibit:
    items, _ = parse(loaded.records)
    exhibit = Exhibit({}, {})
    link(exhibit, items, loaded.records)
    return exhibit


def _words(exhibit: Exhibit) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Words to misspell, each with those it is chosen from: ids, fields, terms, countries."""
    words: dict[str, list[tuple[str, tuple[str, ...]]]] = {
        collection: [(id_, exhibit.ids((collection,))) for id_ in exhibit.ids((collection,))]
        for collection in COLLECTIONS
    }
    for kind in KINDS.values():
        fields = tuple(f.alias or name for name, f in kind.model_fields.items() if name != "id")
        words.setdefault("fields", []).extend((field, fields) for field in fields)
        for name in fields:
            terms = tuple(terms_at(kind, (name,)))
            words.setdefault("terms", []).extend((term, terms) for term in terms)
    return words


@pytest.mark.sweep  # of every name and id of the exhibit
def test_nine_typos_of_ten_are_answered_with_what_is_meant(exhibit: Exhibit) -> None:
    """Each kind of word, each kind of slip; a typo that is itself another word is left out."""
    dice, share, misses = random.Random(SEED), {}, []
    for group, words in _words(exhibit).items():
        asked, right = Counter[str](), Counter[str]()
        chosen = [(*dice.choice(words), slip) for slip in SLIPS for _ in range(30)]
        for word, known, slip in chosen:
            typo = _slip(word, slip, dice)
            if typo in known:
                continue
            asked[group] += 1
            answer = meant(typo, known)
            right[group] += answer == word
            misses += [] if answer == word else [f"{typo}: {answer}, not {word}"]
        share[group] = right[group] / asked[group]
    print({group: f"{part:.1%}" for group, part in share.items()}, *misses, sep="\n")
    assert all(part >= 0.9 for part in share.values()), share


@pytest.mark.sweep  # of every name of the exhibit
def test_an_item_is_found_by_each_of_its_names(exhibit: Exhibit) -> None:
    """A title or name in any language is answered with an item that has it."""
    asked = right = 0
    for item in exhibit.items.values():
        to = (item.COLLECTION,)
        for name in {item.title, *(name.text for name in item.names)}:
            sharers = {other.id for other in exhibit.of(item.COLLECTION) if _named(other, name)}
            answer = re.search(r"did you mean '([^']+)'", no_such_id(exhibit, to, name))
            asked += 1
            right += bool(answer and answer.group(1) in sharers) or name in exhibit.items
    print(f"{right} of {asked}")
    assert right / asked >= 0.98


def _named(item: object, name: str) -> bool:
    return name in (item.title, *(n.text for n in item.names))  # type: ignore[attr-defined]


def _deleted(lines: list[str], at: int, dice: random.Random) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def _repeated(lines: list[str], at: int, dice: random.Random) -> list[str]:
    return lines[: at + 1] + lines[at:]


def _moved(lines: list[str], at: int, dice: random.Random) -> list[str]:
    return [*lines[:at], " " * dice.randint(1, 4) + lines[at], *lines[at + 1 :]]


def _outdented(lines: list[str], at: int, dice: random.Random) -> list[str]:
    return [*lines[:at], lines[at][dice.randint(1, 2) :], *lines[at + 1 :]]


def _pierced(lines: list[str], at: int, dice: random.Random) -> list[str]:
    """One sign of punctuation taken out, put in or changed."""
    line, sign = lines[at], dice.choice("'\":,{}[]#&*!|>-@%`\t\\ ")
    place = dice.randrange(len(line) + 1)
    return [*lines[:at], line[:place] + sign + line[place + dice.randint(0, 1) :], *lines[at + 1 :]]


CUTS = (_deleted, _repeated, _moved, _outdented, _pierced)


def _cut_files(records: list[Record], count: int) -> Iterator[tuple[Record, str]]:
    dice = random.Random(SEED)
    for n in range(count):
        record = dice.choice(records)
        lines = record.text.split("\n")
        yield record, "\n".join(CUTS[n % len(CUTS)](lines, dice.randrange(max(1, len(lines) - 1)), dice))


def _problems_of(record: Record, text: str) -> list[Problem]:
    """The problems of a cut file by itself."""
    try:
        return parse([replace(record, text=text, root=read(text))])[1]
    except UnreadableError as refused:
        return [Problem(record.file, refused.line, refused.column, "", refused.message)]


JARGON = re.compile(
    r"token|mapping values|block mapping|scalar|Traceback|Input should|NoneType|could not find", re.IGNORECASE
)


@pytest.mark.sweep
def test_a_file_cut_about_is_told_at_a_line_and_never_breaks_the_reader(loaded: Loaded) -> None:
    """Two thousand cuts: each problem has a line of the file and plain words."""
    told = 0
    for record, text in _cut_files(loaded.records, 2_000):
        for problem in _problems_of(record, text):
            told += 1
            assert problem.file == record.file
            assert 1 <= problem.line <= text.count("\n") + 1, (str(problem), text)
            assert problem.column >= 1
            assert not JARGON.search(problem.message), str(problem)
            assert report([problem], {record.file: text})
    assert told > 500


@pytest.mark.parametrize("part", range(3))
def test_cut_files_are_to_blame_and_no_other_unless_it_names_one(loaded: Loaded, part: int) -> None:
    """The whole exhibit with a hundred files cut: what is told of a sound file names one that was cut."""
    cut = {record.file: (record, text) for record, text in list(_cut_files(loaded.records, 300))[part::3]}
    records = [record for record in loaded.records if record.file not in cut]
    unread: dict[str, Unread] = {}
    for record, text in cut.values():
        try:
            records.append(replace(record, text=text, root=read(text)))
        except UnreadableError:
            unread[record.id] = Unread(record.file, record.collection, text)
    items, parse_problems = parse(records)
    exhibit = Exhibit({}, {}, unread)
    link_problems = link(exhibit, items, records)
    ids = {record.id for record, _ in cut.values()}
    for problem in (*parse_problems, *link_problems, *check(exhibit)):
        named = ids & set(re.findall(r"[a-z0-9-]+", problem.message))
        unaccounted = problem.field == "complete"  # it cannot know which file no longer cites it
        lent = problem.warning  # a suspicion may rest on a day that a third file lent, which was cut
        assert problem.file in cut or named or unaccounted or lent, str(problem)


@pytest.mark.sweep
def test_an_id_two_slips_away_is_told_right_or_among_several(exhibit: Exhibit) -> None:
    """Whatever two letters are lost: where one id alone is told, it is the one that was mistyped."""
    known = [item.id for item in exhibit.items.values()]
    wrong = []
    for id_ in known[::300]:
        for i in range(0, len(id_), 3):
            for j in range(i + 1, len(id_), 4):
                typo = id_[:i] + id_[i + 1 : j] + id_[j + 1 :]
                told = near(typo, known) if fold(typo) not in known else []
                if len(told) == 1 and told != [id_]:
                    wrong.append((id_, typo, told))
    assert wrong == []
