"""The timeline as lengths: where each document's bar begins and ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.clause import DocumentId
from corpus.timeline import Stretch, Timeline

_WIDTH = 1000.0
_ROOM = timedelta(days=365)
"""Beyond the first and the last day that is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A document's bar, in thousandths of the width; ``open``: no last day is named."""

    document: DocumentId
    start: float
    width: float
    answers: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Bars, the asked day and the turns of years, all in thousandths of the width, which
    reaches from the day ``first`` to the day ``last``."""

    first: date
    last: date
    bars: tuple[Bar | None, ...]
    on: float
    years: tuple[float, ...]


def drawing(timeline: Timeline) -> Drawing:
    """A bar for each of the timeline's stretches, in its order; None where it has no dates."""
    days = [timeline.on]
    for each in timeline.stretches:
        days += [day for day in (each.document.valid_from, each.document.valid_to) if day]
    first, last = _less(min(days)), _more(max(days))
    scale = _WIDTH / ((last - first).days or 1)

    def place(day: date) -> float:
        return round((day - first).days * scale, 1)

    return Drawing(
        first=first,
        last=last,
        bars=tuple(_bar(each, place(first), _WIDTH, place) for each in timeline.stretches),
        on=place(timeline.on),
        years=tuple(place(date(year, 1, 1)) for year in _years(first, last)),
    )


def _bar(stretch: Stretch, low: float, high: float, place: Callable[[date], float]) -> Bar | None:
    document = stretch.document
    if document.valid_from is None and document.valid_to is None:
        return None
    start = place(document.valid_from) if document.valid_from else low
    end = place(_next(document.valid_to)) if document.valid_to else high
    return Bar(
        document=document.id,
        start=start,
        width=max(round(end - start, 1), 2.0),
        answers=stretch.answers,
        open=document.valid_to is None,
    )


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(1)


def _years(first: date, last: date) -> range:
    """At most about ten years to mark, evenly apart."""
    step = max(1, -(-(last.year - first.year) // 10))
    return range(first.year + 1, last.year + 1, step)


def _less(day: date) -> date:
    return day - _ROOM if day - date.min > _ROOM else date.min


def _more(day: date) -> date:
    return day + _ROOM if date.max - day > _ROOM else date.max
