"""The bars of the lineage's picture: the pieces, words and brackets of one institution, in pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Organisation, PartOf
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.life import Life
from exhibit.views.timeline.axis import Axis

FADE, TICK, BELOW = 36.0, 4.0, 11.0
_LETTER, _MARGIN = 5.6, 5.0


@dataclass(frozen=True)
class LifePiece:
    """A part of a bar. kind: life, founding (between the first act and the one that counts) or idea;
    soft: the edge that is not known (left, right or none); joined: whether its end goes over into the
    next piece."""

    x: float
    width: float
    kind: str
    soft: str = ""
    joined: bool = False

    @property
    def end(self) -> float:
        return self.x + self.width


@dataclass(frozen=True)
class Note:
    """Words inside a bar: x in pixels, kind as the piece's."""

    x: float
    words: str
    kind: str


@dataclass(frozen=True)
class Nest:
    """The bracket under a bar for the time it lay within a larger institution; path as SVG draws it."""

    path: str
    title: str


def pieces(life: Life, axis: Axis) -> tuple[LifePiece, ...]:
    """From left to right: the idea, the founding, the life; soft where the days are not sure."""
    drawn: list[LifePiece] = []
    born = life.begun or life.founded
    if life.proposed:
        drawn += _stretch("idea", life.proposed, born or life.ended or life.until, axis)
        if not born and not life.ended:
            drawn[-1] = replace(drawn[-1], joined=True)
            drawn.append(LifePiece(drawn[-1].end, FADE / 2, "idea", "right"))
    if life.begun:
        drawn += _stretch("founding", life.begun, life.founded, axis)
    if life.founded:
        drawn += _stretch("life", life.founded, life.ended, axis)
        drawn += _tail(life.ended, axis) if life.ended else []
    return tuple(drawn)


def _stretch(kind: str, start: Edtf, end: Edtf | None, axis: Axis) -> list[LifePiece]:
    """What is not sure of the start, then what is sure up to the end's first possible day."""
    first, sure = axis.doubt(start)
    last = axis.doubt(end)[0] if end else axis.x(axis.until)
    found = [LifePiece(first, round(sure - first, 1), kind, "left")] if sure > first else []
    if last > sure:
        found.append(LifePiece(sure, round(last - sure, 1), kind))
    return found or [LifePiece(first, 2.0, kind)]


def _tail(end: Edtf, axis: Axis) -> list[LifePiece]:
    """What is not sure of an end; one without a last day fades out."""
    last, over = axis.doubt(end)
    width = FADE if end.latest is None else round(over - last, 1)
    return [LifePiece(last, width, "life", "right")] if width > 0 else []


def notes(
    exhibit: Exhibit, item: Organisation, life: Life, bar: tuple[LifePiece, ...], axis: Axis
) -> tuple[Note, ...]:
    """Words inside the bar, where there is room: how early it began, and what it lay within."""
    spans = [_nested(part, axis) for part in item.part_of]
    wanted = [
        (*span, f"within {exhibit.items[part.organisation].short}")
        for span, part in zip(spans, item.part_of, strict=True)
    ]
    if life.first < axis.start:
        wanted.insert(0, (0.0, float("inf"), f"← {_year(life, axis)}"))
    found = (_fitting(left, right, words, bar) for left, right, words in wanted)
    return tuple(note for note in found if note)


def _year(life: Life, axis: Axis) -> int:
    """The year in which what stands at the left edge began: the founding, else the first of all."""
    founded = life.founded.earliest if life.founded else None
    return (founded if founded and founded < axis.start else life.first).year


def _fitting(left: float, right: float, words: str, bar: tuple[LifePiece, ...]) -> Note | None:
    for piece in bar:
        at, room = max(left, piece.x), min(right, piece.end) - max(left, piece.x)
        if piece.kind != "founding" and not piece.soft and room >= len(words) * _LETTER + 2 * _MARGIN:
            return Note(round(at + _MARGIN, 1), words, piece.kind)
    return None


def nests(exhibit: Exhibit, item: Organisation, y: float, axis: Axis) -> tuple[Nest, ...]:
    """The brackets of an institution whose bar's middle is at y."""
    found = []
    for part in item.part_of:
        left, right = _nested(part, axis)
        low = y + BELOW
        close = f"V{low - TICK:g}" if part.end else ""
        path = f"M{left:g} {low - TICK:g}V{low:g}H{right:g}{close}"
        found.append(Nest(path, f"{item.title}: {_nest_words(exhibit, part)}"))
    return tuple(found)


def _nested(part: PartOf, axis: Axis) -> tuple[float, float]:
    start, end = best_date(part.start), best_date(part.end)
    left = axis.doubt(start)[0] if start else axis.x(axis.start)
    return left, axis.doubt(end)[0] if end else axis.x(axis.until)


def _nest_words(exhibit: Exhibit, part: PartOf) -> str:
    start, end = best_date(part.start), best_date(part.end)
    words = [f"within {exhibit.items[part.organisation].title}"]
    words += [f"from {in_words(start)}"] if start else []
    return " ".join([*words, f"to {in_words(end)}"] if end else words)
