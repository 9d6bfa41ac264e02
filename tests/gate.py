"""A hook for tests of serving: the build stops at an event for as long as a file ``gate-EVENT`` stands in the project.

``at-EVENT`` says that it has come there. So what happens while a build goes on happens then, and not by luck.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


def _stop(event: str, folder: Path) -> None:
    gate, at = folder / f"gate-{event}", folder / f"at-{event}"
    while gate.exists():
        at.touch()
        time.sleep(0.02)
    at.unlink(missing_ok=True)


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Before anything is read."""
    _stop("reading", Path(config.config_file_path).parent)


@event_priority(100)
def on_files(files: Any, config: MkDocsConfig) -> None:
    """After everything was checked, before MkDocs reads pages, templates and assets."""
    _stop("making", Path(config.config_file_path).parent)


@event_priority(100)
def on_build_error(error: Exception) -> None:
    """When a fault was found, before it is told. The folder is that in which the server was started."""
    _stop("telling", Path.cwd())
