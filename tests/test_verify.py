"""``exhibit verify``: each fault planted in a finished site is told, and nothing in a good one."""

from __future__ import annotations

import shutil
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml
from conftest import TESTS, build_here, tiny_project
from exhibit.commands.cli import main
from exhibit.problems.problem import Problem
from exhibit.verifying.asked import candidates
from exhibit.verifying.budgets import KIB, packed
from exhibit.verifying.facts import Facts
from exhibit.verifying.formats import is_whole
from exhibit.verifying.hosting import _keeps
from exhibit.verifying.scripts import broken
from exhibit.verifying.site import FinishedSite, read_site
from exhibit.verifying.tags import misplaced
from exhibit.verifying.times import is_time
from exhibit.verifying.verify import judged, look

FAULTS: list[dict[str, Any]] = yaml.safe_load((TESTS / "verify" / "faults.yml").read_text("utf-8"))
FORD = "places/ford/index.html"
HOME = '# Home\n\n[[league-of-rivers]] {{ timeline(organisation="river-pact") }}\n'


class Good(NamedTuple):
    """A finished site without a fault, and what each of its pages says."""

    site: FinishedSite
    facts: dict[str, Facts]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Good:
    """That of the tiny exhibit, with a page that has moved."""
    folder = tiny_project(tmp_path_factory.mktemp("verify") / "p", HOME)
    ford = folder / "data/places/ford.yml"
    ford.write_text(ford.read_text("utf-8") + "aliases: [old-ford]\n", encoding="utf-8")
    site = read_site(build_here(folder))
    return Good(site, {name: look(site, name) for name in site.pages})


def test_nothing_is_wrong_with_a_good_site(good: Good, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(good.site.folder)]) == 0
    assert capsys.readouterr() == (f"{good.site.folder}: no problem\n", "")


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            fault, id=fault["kind"].replace(" ", "-"), marks=[pytest.mark.sweep] if number % 4 else []
        )
        for number, fault in enumerate(FAULTS)
    ],
)
def test_a_planted_fault_is_told(good: Good, tmp_path: Path, fault: dict[str, Any]) -> None:
    site, file = tmp_path / "site", fault.get("file", FORD)
    shutil.copytree(good.site.folder, site)
    spoil(site / file, fault)
    problems = verified(site, file, good)
    assert [as_in_the_table(problem, file) for problem in problems] == fault["says"]
    for problem in problems:
        if problem.field:
            line = (site / problem.file).read_text("utf-8", errors="replace").split("\n")[problem.line - 1]
            tag = problem.field.strip("<>").split()[0]
            assert line[problem.column - 1 :].lower().startswith(f"<{tag.lower()}"), (
                f"{problem}: not its place"
            )


def spoil(path: Path, fault: dict[str, Any]) -> None:
    """Plant a fault of the table."""
    if fault.get("gone"):
        path.unlink()
        return
    text = fault["text"] if "text" in fault else path.read_bytes().decode("utf-8", "surrogateescape")
    if "new" in fault:
        old = fault.get("old", "</article>")
        assert old in text, f"{old} is not there to be spoiled"
        text = text.replace(old, fault["new"] if "old" in fault else fault["new"] + old, 1)
    content = text.encode("utf-8", "surrogateescape")
    path.write_bytes(filled(content, fault["noise"] * KIB, fault["size"]) if "noise" in fault else content)


def filled(content: bytes, full: int, size: str) -> bytes:
    """A file with noise at its end, up to a size in bytes. How well noise is compressed differs from zlib to zlib, so it
    is put there in ever smaller pieces and measured as the budget measures: a few bytes above the full KiB, which is
    the middle of what is told as that many."""
    measure, chance = {"packed": packed, "as it stands": len}[size], Random(1)
    content += b"<!-- "
    while (missing := full - measure(content)) > 0:
        content += b64encode(chance.randbytes(missing * 3 // 4 + 1))
    return content + b" -->"


def verified(folder: Path, file: str, good: Good) -> list[Problem]:
    """What is told of a spoiled site; where no file came or went, the other pages are not read again."""
    same_files = file in good.site.files and (folder / file).is_file()
    site = replace(good.site, folder=folder) if same_files else read_site(folder)
    known = {**good.facts, file: None} if same_files else {}
    return judged(site, [known.get(name) or look(site, name) for name in site.pages])


def as_in_the_table(problem: Problem, file: str) -> str:
    """A problem as the table says it: the file only where it is not the spoiled one."""
    where = "" if problem.file == file else f"{problem.file}|"
    return f"{where}{problem.field}{': ' if problem.field else ''}{problem.message}"


def test_the_table_has_faults_of_many_kinds() -> None:
    kinds = {fault["kind"] for fault in FAULTS}
    assert (len(FAULTS) >= 60, len(kinds) >= 40) == (True, True)


def test_all_problems_are_told_at_once_and_one_of_many_pages_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        page = PAGE.format(
            name=name, body='<p id="x">x</p>\n<img src="/none.png" width="4" height="3" alt="">'
        )
        (tmp_path / name / "index.html").write_text(page, encoding="utf-8")
    page = PAGE.format(name="home", body='<a href="a/#y">a</a>\n<a href="b">b</a>\n<h3>Deep</h3>')
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert main(["verify", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        "a/index.html:9:1: <img src>: there is no 'none.png' in the site; on 2 pages, of which this is the first\n"
        "index.html:8:1: <a href>: there is no '#y' in 'a/index.html'\n"
        "index.html:10:1: <h3>: level 3 after <h1>, make it <h2>: 'Deep'\n"
        "3 problems\n"
    )
    assert main(["verify", "--files", str(tmp_path)]) == 1
    assert (
        "index.html:9:1: <a href>: 'b' names a folder, which file:// does not open as a page"
        in capsys.readouterr().err
    )


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="A page of a test: {name}, and no other.">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; form-action 'none'">
<title>Page {name}</title></head><body>
<h1>{name}</h1>
{body}
</body></html>
"""


def test_a_folder_without_a_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "none")]) == 2
    assert main(["verify", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"no folder '{tmp_path / 'none'}'; make build writes the site\n"
        "index.html:1:1: there is no page; build the site first\n1 problem\n"
    )


TIMES = {
    True: "2001 2001-06 2001-06-15 06-15 --06-15 12:30 2001-06-15T12:30Z 2001-W24 P1DT2H 12004-02-29",
    False: "0000 201 2001-13 2001-02-29 15.06.2001 2001-06-15/2001-06-16 24:00 P PT 2001-W54 2001~",
}


@pytest.mark.parametrize(("text", "valid"), [(t, v) for v, texts in TIMES.items() for t in texts.split()])
def test_a_time_is_one_of_the_html_standard(text: str, valid: bool) -> None:
    assert is_time(text) == valid


@pytest.mark.parametrize(
    ("srcset", "links"),
    [
        ("a.png", [("a.png", "")]),
        ("a.png 1x, b.png 2x", [("a.png", "1x"), ("b.png", "2x")]),
        ("a.png,b.png 480w", [("a.png,b.png", "480w")]),
        ("data:image/gif;base64,R0lG 1x,\n b.png", [("data:image/gif;base64,R0lG", "1x"), ("b.png", "")]),
    ],
)
def test_the_pictures_of_a_srcset(srcset: str, links: list[tuple[str, str]]) -> None:
    assert candidates(srcset) == links


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("/places/", True),
        ("/places", True),
        ("/*/ford", True),
        ("/*ford/$", True),
        ("/places/$", False),
        ("/ford", False),
        ("/*.zip$", False),
        ("", False),
        ("/" + "*o" * 4000 + "x", False),
    ],
)
def test_a_rule_for_search_engines_is_about_a_page(rule: str, kept: bool) -> None:
    assert _keeps(rule, FORD) == kept


WHOLE_SCRIPTS = [
    "",
    "#!/usr/bin/env node\na()",
    "a = b / c / d; e = (f) / g; h[0] / 2",
    "if (a) /[)]'/.test(b); else /\\//.exec(c)",
    'return /[/"]+/g',
    "a++ / 2 /* ' */; b.in / 3; 1. / 2",
    "function f() {} /[']/.test(a)",
    "a = {} / 2; b = '}'",
    "`a ${b ? `c ${ {d: '}'}.d } \\` $` : /`/} e`",
    "'a\\\nb' + \"\\\"\" // it's\n",
    "x => { y(z) }\n//# sourceMappingURL=x.js.map",
]


@pytest.mark.parametrize("script", WHOLE_SCRIPTS)
def test_a_whole_script_is_none_that_is_cut_off(script: str) -> None:
    assert broken(script) is None


def test_a_script_of_the_site_is_whole_and_cut_anywhere_it_is_not(good: Good) -> None:
    text = good.site.read("assets/compare.js").decode("utf-8")
    assert broken(text) is None
    assert [end for end in Random(1).sample(range(1, len(text) - 10), 20) if not broken(text[:end])] == []


WHOLE_PICTURES = {
    ".jpg": "ffd8ffe10006ffd90000ffda00040000616263ff006465ffd066ffd900",
    ".gif": "47494638396101000100000000 2c00000000010001000002014c003b",
    ".webp": "524946460400000057454250",
    ".avif": "000000106674797061766966000000000000000a6d6461740102",
    ".ico": "0000010001000101000000000000010000001600000001",
    ".woff2": "774f46320001000000000010 00000000",
}


@pytest.mark.parametrize("suffix", WHOLE_PICTURES)
def test_a_whole_picture_is_none_that_is_cut_off(suffix: str) -> None:
    content = bytes.fromhex(WHOLE_PICTURES[suffix])
    assert (is_whole(suffix, content), is_whole(suffix, content[:-2])) == (True, False)


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><html><head><title>a</div></title><body><p>b<p>c<ul><li>d<li>e</ul></html>",
        "<table><tr><th>a<td>b<tr><td><p>c</table><!-- </div> --><script>'</div>'</script>",
        "<a title=\"</a> > b\" href=/c/>d</a><img alt='</p>'><br/><P>e</p>",
        '<svg viewBox="0 0 1 1"><g><path d="M0 0"/><title>a</title></g><use href=#b /></svg>',
        "<p>a<div>b</div><p><button><span>c</span></button></p>",
        "<template><td>a</td></template><table><caption><div>a</div></caption><tbody></table>",
    ],
)
def test_tags_that_html_has_where_they_stand(html: str) -> None:
    assert misplaced(html) is None


def test_a_file_whose_hash_is_right_is_no_fault(tmp_path: Path) -> None:
    hashes = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= sha512-{} sha512-{}?x"
    right = "HMHyrPlG8jrEF3dT35G6BFayp3gqzbosEd0IFl87duIeYsbc6FkG7jg50/PONyxwQ1A3m1NRmt7jtNd4xZ8PfA=="
    (tmp_path / "a.js").write_text("a();\n", encoding="utf-8")
    script = f'<script src="a.js" integrity="{hashes.format(right, "A" * 86 + "==")}"></script>'
    (tmp_path / "index.html").write_text(PAGE.format(name="home", body=script), encoding="utf-8")
    assert main(["verify", "--files", str(tmp_path)]) == 0
