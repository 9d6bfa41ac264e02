"""A hook for tests of serving: the server stops at an event for as long as a file ``gate-EVENT`` stands in the project.

``at-EVENT`` says that it has come there. So what happens while it reads or makes a page happens then, and not by luck.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from adapter import reading
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


def _stop(event: str, folder: Path) -> None:
    gate, at = folder / f"gate-{event}", folder / f"at-{event}"
    while gate.exists():
        at.touch()
        time.sleep(0.02)
    at.unlink(missing_ok=True)


def on_startup(command: str, dirty: bool) -> None:
    """A save is read without an event of MkDocs, and then checked."""
    for event, name in (("reading", "read"), ("checking", "checked")):
        setattr(reading, name, _stopped(event, getattr(reading, name)))


def _stopped(event: str, step: Callable[..., Any]) -> Callable[..., Any]:
    def stopped(*arguments: Any, **named: Any) -> Any:
        _stop(event, Path.cwd())
        return step(*arguments, **named)

    return stopped


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Before anything is read at the start, or when every page changes."""
    _stop("starting", Path(config.config_file_path).parent)


@event_priority(100)
def on_files(files: Any, config: MkDocsConfig) -> None:
    """After everything was checked, before MkDocs reads templates and assets."""
    _stop("making", Path(config.config_file_path).parent)


@event_priority(100)
def on_pre_page(page: Any, config: MkDocsConfig, files: Any) -> None:
    """Before a page is made."""
    _stop("page", Path(config.config_file_path).parent)
