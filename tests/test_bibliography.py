"""Sources for managers of references: all of the tiny exhibit whole, and what each format makes of single fields."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from conftest import AS_OF, TESTS
from exhibit.exports.bibliography import FOLDER, export
from exhibit.exports.bibtex import bibtex
from exhibit.exports.csl import CHAPTER, csl, date_in_csl
from exhibit.exports.ris import TYPES as RIS_TYPES
from exhibit.exports.ris import ris
from exhibit.model.dates import parse_date
from exhibit.model.vocabulary import SourceType
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit

SUFFIXES = (".json", ".bib", ".ris")


@pytest.fixture(scope="module")
def made(tiny_site: Site) -> dict[str, bytes]:
    return dict(export(tiny_site))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_all_sources_are_as_agreed(made: dict[str, bytes], suffix: str) -> None:
    assert made[f"{FOLDER}sources{suffix}"] == (TESTS / "golden" / f"sources{suffix}").read_bytes()


def test_an_organisation_has_the_sources_that_it_cites(made: dict[str, bytes], tiny: Exhibit) -> None:
    for item in tiny.of("organisations"):
        cited = sorted(set(tiny.cited(item)))
        told = json.loads(made[f"{FOLDER}organisations/{item.id}.json"])
        assert [one["id"] for one in told] == cited != []
        for suffix, start in ((".bib", "@"), (".ris", "TY  - ")):
            lines = made[f"{FOLDER}organisations/{item.id}{suffix}"].decode().splitlines()
            assert sum(line.startswith(start) for line in lines) == len(cited)


def test_every_source_stands_in_every_format(real: Exhibit) -> None:
    """Counted from the names of the files."""
    made = dict(export(Site(real, Settings(AS_OF))))
    count = len([*(TESTS.parent / "data" / "sources").glob("*.yml")])
    assert len(json.loads(made[f"{FOLDER}sources.json"])) == count
    assert len(re.findall(r"(?m)^@\w+\{[a-z0-9-]+,$", made[f"{FOLDER}sources.bib"].decode())) == count
    ris_lines = made[f"{FOLDER}sources.ris"].decode().split("\r\n")
    assert (ris_lines.count("ER  - "), ris_lines[-1]) == (count, "")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris_lines[:-1])


def test_every_sort_of_source_has_a_type_in_ris() -> None:
    assert {*RIS_TYPES} == {*(type_.csl for type_ in SourceType), CHAPTER}


DATES = [
    ("2016-03-11", {"date-parts": [[2016, 3, 11]]}, "2016-03-11", "2016/03/11/"),
    ("2016-03", {"date-parts": [[2016, 3]]}, "2016-03", "2016/03//"),
    ("2016", {"date-parts": [[2016]]}, "2016", "2016///"),
    ("2016-03~", {"date-parts": [[2016, 3]], "circa": True}, "2016-03~", "2016/03//circa"),
    ("2016?", {"date-parts": [[2016]], "circa": True}, "2016~", "2016///circa"),
    ("201X", {"literal": "2010s"}, None, None),
    ("2016-21", {"literal": "spring 2016"}, None, None),
    ("[2016-03..2016-05]", {"literal": "between March 2016 and May 2016"}, None, None),
    ("unknown", None, None, None),
]


@pytest.mark.parametrize(("written", "in_csl", "in_bibtex", "in_ris"), DATES)
def test_a_date_is_as_sure_as_it_was(
    written: str, in_csl: dict[str, Any] | None, in_bibtex: str | None, in_ris: str | None
) -> None:
    """A month never becomes a day, and what is no date of the format stands in words."""
    issued = date_in_csl(parse_date(written))
    assert issued == in_csl
    source = {"id": "a", "type": "book", "title": "A"} | ({"issued": issued} if issued else {})
    assert re.findall(r"date = \{(.*)\},", bibtex([source])) == ([in_bibtex] if in_bibtex else [])
    assert re.findall(r"DA  - (.*)\r\n", ris([source])) == ([in_ris] if in_ris else [])
    if issued and "literal" in issued:
        assert issued["literal"] in bibtex([source]) and issued["literal"] in ris([source])


HOSTILE = [
    (r"a\input{/etc/passwd}b", r"a\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}b"),
    ("}, author = {x", r"\textbraceright{}, author = \textbraceleft{}x"),
    ("50 % of $x$ & #1_2", r"50 \% of \$x\$ \& \#1\_2"),
    ("~^", r"\textasciitilde{}\textasciicircum{}"),
    ("@book{x,", r"@book\textbraceleft{}x,"),
    ("ER  - \r\nTY  - BOOK", "ER  - \r\nTY  - BOOK"),
]


@pytest.mark.parametrize(("text", "escaped"), HOSTILE)
def test_text_stays_text(text: str, escaped: str) -> None:
    source = {"id": "a", "type": "report", "title": text, "author": [{"literal": text}], "note": text}
    told = bibtex([source])
    assert f"title = {{{{{escaped}}}}}," in told and f"author = {{{{{escaped}}}}}," in told
    assert told.count("{") == told.count("}")
    lines = ris([source]).split("\r\n")
    assert [line[:6] for line in lines] == ["TY  - ", "ID  - ", "TI  - ", "AU  - ", "N1  - ", "ER  - ", ""]
    assert lines[2] == f"TI  - {' '.join(text.split())}"


def test_a_source_says_what_is_known_of_it(tiny_site: Site) -> None:
    told = [csl(tiny_site, source) for source in tiny_site.exhibit.of("sources")]
    assert all({"id", "type", "title"} <= one.keys() and all(one.values()) for one in told)
