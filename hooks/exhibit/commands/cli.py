"""The command line, the second adapter. Each command is a module of ``commands/`` and a line of the table below.

A command's module has ``arguments(parser)`` and ``run(options)``, which returns the exit code: 0 done,
1 problems found, 2 not understood. Only the module asked for is imported.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from exhibit.commands.paths import PathError
from exhibit.commands.terminal import tell
from exhibit.model.told import ModelError
from exhibit.problems.problem import did_you_mean

COMMANDS = {
    "start": "write a small exhibit to begin with, on any other subject",
    "new": "write a new item's file, with advice in it",
    "check": "check the data and the calls in docs/",
    "fmt": "put the fields of data files in their usual order; comments stay",
    "find": "find ids by name in any script, abbreviation, year or address",
    "show": "print what the exhibit knows of an item",
    "stale": "list the facts of the present by the age of their newest source",
    "links": "ask the addresses of the sources whether they still answer",
    "diff": "tell which facts changed since a revision",
    "schema": "write schema/ anew from the models and the data",
    "pages": "write the generated pages to a folder",
    "verify": "check a finished site by itself",
}
"""Each command with what it does, in the order in which help lists them."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    name = given[0] if given else "--help"
    if name in ("-h", "--help"):
        sys.stdout.write(_usage())
        return 0 if given else 2
    if name not in COMMANDS:
        tell(f"no command '{name}'{did_you_mean(name, COMMANDS)}")
        return 2
    if arguments is None:
        gc.disable()  # one short run that keeps all it makes: collecting would only cost a fifth of the time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        module = import_module(f"exhibit.commands.{name}")
        parser = argparse.ArgumentParser(
            prog=f"exhibit {name}", description=module.__doc__, allow_abbrev=False
        )
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.add_argument("--root", type=Path, default=_project(), help="the project's folder")
        module.arguments(parser)
        code: int = module.run(parser.parse_args(given[1:]))
    except (KeyboardInterrupt, EOFError):
        tell("\nstopped; nothing is half-written")
        return 130
    except ModelError as error:
        tell(f"a model is at fault: {error}")
        return 2
    except PathError as error:
        tell(str(error))
        return 2
    except BrokenPipeError:  # as in `exhibit show ID | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where, reason = error.filename2 or error.filename, error.strerror or str(error)
        tell(f"{where or 'a file'} cannot be read or written ({reason.lower()}); nothing is half-written")
        return 2
    return code


def _usage() -> str:
    lines = [f"  {name:<8}{told}" for name, told in COMMANDS.items()]
    return "\n".join(["usage: exhibit COMMAND …, with --help for more on each", "", *lines]) + "\n"


def _project() -> Path:
    """The project around the working folder: the nearest folder upwards that has ``data/``."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "data").is_dir()), here)


if __name__ == "__main__":
    sys.exit(main())
