"""A synthetic exhibit of any size, the same every time: for measuring, never for publishing."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

ORGANISATIONS, COUNTRIES, PLACES, PEOPLE = 16, 30, 24, 20
FIRST, DAYS = date(1990, 1, 1), 36 * 365


def write(folder: Path, events: int, seed: int = 1) -> None:
    """Write ``folder/data``: events spread over 36 years, a tenth of them in crowds of a few days, every
    eighth with a date that is not sure."""
    draw = random.Random(seed)
    for collection, items in _frame().items():
        for id_, item in items.items():
            _write(folder, collection, id_, item)
    for number in range(events):
        _write(folder, "events", f"event-{number}", _event(draw, number))


def _write(folder: Path, collection: str, id_: str, item: dict[str, Any]) -> None:
    path = folder / "data" / collection / f"{id_}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(item, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _frame() -> dict[str, dict[str, dict[str, Any]]]:
    return {
        "sources": {
            "record": {"title": "The record", "type": "book", "tier": "scholarship", "where": "nowhere"}
        },
        "countries": {f"country-{n}": {"title": f"Country {n}"} for n in range(COUNTRIES)},
        "organisations": {
            f"organisation-{n}": {
                "title": f"Organisation {n}",
                "summary": "A synthetic organisation.",
                "stage": "organisation",
                "founded": {"date": 1990, "cite": ["record"]},
                "sphere": "general",
            }
            for n in range(ORGANISATIONS)
        },
        "places": {
            f"place-{n}": {"title": f"Place {n}", "country": f"country-{n % COUNTRIES}"}
            for n in range(PLACES)
        },
        "people": {
            f"person-{n}": {"title": f"Person {n}", "country": f"country-{n % COUNTRIES}"}
            for n in range(PEOPLE)
        },
    }


def _event(draw: random.Random, number: int) -> dict[str, Any]:
    crowd = draw.random() < 0.1
    day = FIRST + timedelta(
        days=draw.randrange(20) * (DAYS // 20) + draw.randrange(4) if crowd else draw.randrange(DAYS)
    )
    return {
        "title": f"Event {number}",
        "summary": "A synthetic event.",
        "kind": "statement",
        "date": {"date": _date(draw, number, day), "cite": ["record"]},
        "place": {"place": f"place-{draw.randrange(PLACES)}", "cite": ["record"]},
        "by": [f"person-{draw.randrange(PEOPLE)}"],
        "organisations": [
            f"organisation-{n}" for n in sorted(draw.sample(range(ORGANISATIONS), draw.choice([1, 1, 1, 2])))
        ],
        "about": [f"country-{n}" for n in sorted(draw.sample(range(COUNTRIES), 2))],
        "cite": ["record"],
    }


def _date(draw: random.Random, number: int, day: date) -> str:
    if number % 8:
        return day.isoformat()
    later = day + timedelta(days=draw.randrange(5, 700))
    return draw.choice([f"{day:%Y-%m}", f"{day:%Y}", f"[{day}..{later}]", f"{day}/{later}", f"[..{day}]"])
