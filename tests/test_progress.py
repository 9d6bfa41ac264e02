"""A build says how far it is: with a bar on a terminal, in lines elsewhere; and at its end what took the time."""

from __future__ import annotations

import io
import logging
import re
import sys
from pathlib import Path

import pytest
from adapter.progress import Stages, bar
from conftest import build_here, tiny_project


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with bar("Making pages", 4) as made:
        for _ in range(4):
            made(1)
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "Making pages" in shown and re.search(r"\b100%", shown)


def test_elsewhere_there_is_a_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mkdocs.hooks.exhibit"), bar("Making pages", 2273) as made:
        made(1)
    assert [record.getMessage() for record in caplog.records] == ["Making pages: 2,273"]


def test_stages_are_told_with_their_seconds() -> None:
    stages = Stages()
    stages.began -= 2
    stages.ended("reading")
    stages.ended("writing")
    assert stages.told() == "reading 2.0 s, writing 0.0 s"


def test_a_build_says_what_took_the_time(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mkdocs.hooks.exhibit"):
        build_here(tiny_project(tmp_path / "p"))
    said = [record.getMessage() for record in caplog.records if record.getMessage().startswith("Time: ")]
    seconds = r"[0-9]+\.[0-9] s"
    stages = ("reading and checking", "making pages", "putting them into the theme and in their place")
    assert len(said) == 1
    assert re.fullmatch("Time: " + ", ".join(f"{stage} {seconds}" for stage in stages), said[0])
