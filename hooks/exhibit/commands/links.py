"""Ask the addresses of the sources whether they still answer, where there is a network; nothing fails by it.

One request at a time and host, a second apart, a few hosts at once; what was asked within the last thirty days is not
asked again. Day and answer are kept in data/links.json, from which the page of evidence tells what is gone. Of what is
gone the Wayback Machine is asked for a copy, which is proposed as `archive:`. The exit code is 0, or 2 for a path that is
not there.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from urllib.parse import urlsplit

from exhibit.checking.read import read_exhibit
from exhibit.commands import web
from exhibit.commands.paths import Chosen, paths_argument
from exhibit.commands.terminal import say, tell
from exhibit.editing.files import replace
from exhibit.model.answer import LinkAnswer, Outcome
from exhibit.model.kinds import Source
from exhibit.reading.answers import ANSWERS, written
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.settings import read_settings

LATELY = timedelta(days=30)
FEW = 6
"""Hosts that are asked at once."""
LONGEST = 300.0
"""Seconds without an answer from any host, after which those that still keep silent are let be."""
FIRST = 5
"""If so many answers, or all, tell of a host that was not reached, there is no network."""
STEP = 50
"""After how many answers it is said how far the run is, and what came is kept."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line may say."""
    paths_argument(parser, "ask those of these only")
    parser.add_argument("--again", action="store_true", help="ask those too that were asked lately")


def run(options: argparse.Namespace) -> int:
    """Ask, keep what came, and print which addresses do not answer as they did."""
    chosen = Chosen(options.root, options.paths)
    exhibit, name = read_exhibit(options.root).exhibit, read_settings(options.root).site_name
    today = datetime.now(UTC).date()
    sources = [s for s in exhibit.of("sources") if s.url and exhibit.records[s.id].file in chosen]
    due = [s for s in sources if options.again or _due(exhibit.answer(s), today)]
    try:
        if not _ask(options.root, exhibit, due, name, today):
            tell("no host was reached: it seems that there is no network; nothing was written")
            return 0
        _propose(exhibit, due, name)
    except KeyboardInterrupt:
        tell("stopped; what came is kept")
    _keep(options.root, exhibit)
    say("\n".join([*_lines(exhibit, sources), _counted(exhibit, sources)]))
    return 0


def _due(answer: LinkAnswer | None, today: date) -> bool:
    """Whether an address is to be asked; a day that is yet to come is no day on which it was."""
    return answer is None or not timedelta() <= today - answer.day < LATELY


def _ask(root: Path, exhibit: Exhibit, due: list[Source], name: str, today: date) -> bool:
    """Put what the addresses of sources answer into the exhibit; whether there is a network to ask them over."""
    reached = not due
    for number, (source, answer) in enumerate(_answers(due, name, today), start=1):
        exhibit.answers[source.id] = answer
        reached = reached or answer.said not in web.UNREACHED
        if number >= min(FIRST, len(due)) and not reached:
            return False
        if number % STEP == 0:
            tell(f"{number} of {len(due)} asked")
            _keep(root, exhibit)
    return True


def _answers(due: list[Source], name: str, today: date) -> Iterator[tuple[Source, LinkAnswer]]:
    """What the addresses of sources answer, as it comes; those of one host are asked one after another."""
    hosts: dict[str, list[Source]] = {}
    for source in due:
        hosts.setdefault(urlsplit(source.url or "").hostname or "", []).append(source)
    waiting: Queue[list[Source]] = Queue()
    came: Queue[tuple[Source, LinkAnswer]] = Queue()
    for sources in hosts.values():
        waiting.put(sources)
    for _ in range(FEW):
        Thread(target=_ask_hosts, args=(waiting, came, name, today), daemon=True).start()
    try:
        for number in range(len(due)):
            try:
                yield came.get(timeout=LONGEST)
            except Empty:
                tell(f"{len(due) - number} were not answered and are let be")
                return
    finally:
        with suppress(Empty):
            while True:
                waiting.get_nowait()


def _ask_hosts(
    waiting: Queue[list[Source]], came: Queue[tuple[Source, LinkAnswer]], name: str, today: date
) -> None:
    """Ask one host after another, as long as any waits."""
    with suppress(Empty):
        while True:
            for source in waiting.get_nowait():
                came.put((source, web.ask(source.url or "", name, today)))
                time.sleep(web.PAUSE)


def _propose(exhibit: Exhibit, due: list[Source], name: str) -> None:
    """Look for a copy of what is gone and has none, one after another."""
    for source in due:
        answer = exhibit.answer(source)
        if answer and answer.outcome is Outcome.GONE and not source.archive:
            when = source.read or source.day
            copy = web.archived(answer.url, name, when.latest if when else None)
            exhibit.answers[source.id] = answer.model_copy(update={"archive": copy})
            time.sleep(web.PAUSE)


def _keep(root: Path, exhibit: Exhibit) -> None:
    """Write the answers that are of an address in the data, or of a source that cannot be read at present."""
    if not exhibit.answers:
        return
    kept = {id_: answer for id_, answer in exhibit.answers.items() if _holds(root, exhibit, id_)}
    try:
        replace(root / ANSWERS, written(kept))
    except OSError as error:
        tell(f"{ANSWERS} cannot be written ({(error.strerror or 'no reason given').lower()})")


def _holds(root: Path, exhibit: Exhibit, id_: str) -> bool:
    item = exhibit.items.get(id_)
    if item is None:
        return (root / "data" / "sources" / f"{id_}.yml").exists()
    return isinstance(item, Source) and exhibit.answer(item) is not None


def _lines(exhibit: Exhibit, sources: list[Source]) -> Iterator[str]:
    """What does not answer as it did, a line each: the gone first."""
    for outcome, words in ((Outcome.GONE, _gone), (Outcome.MOVED, _moved), (Outcome.SILENT, _silent)):
        for source in sources:
            if (answer := exhibit.answer(source)) and answer.outcome is outcome:
                yield str(exhibit.problem(source, ("url",), f"{words(source, answer)} ({answer.day})"))


def _gone(source: Source, answer: LinkAnswer) -> str:
    copy = f"add `archive: {answer.archive}`" if answer.archive else "no copy is known of"
    return f"gone: {answer.said}; {'its copy stands beside it' if source.archive else copy}"


def _moved(source: Source, answer: LinkAnswer) -> str:
    return f"moved to {answer.leads_to}"


def _silent(source: Source, answer: LinkAnswer) -> str:
    return f"no answer: {answer.said}"


def _counted(exhibit: Exhibit, sources: list[Source]) -> str:
    """The closing line: how many there are of each outcome."""
    answers = [exhibit.answer(source) for source in sources]
    counts = [(sum(1 for a in answers if a and a.outcome is o), o.label.lower()) for o in Outcome]
    counts.append((answers.count(None), "not asked"))
    return f"{len(sources)} addresses: {', '.join(f'{number} {word}' for number, word in counts if number)}"
