"""A document's standing in words: never in force unless it is, on the day that was asked."""

from dataclasses import dataclass
from datetime import date

from bot.words import Words
from corpus.clause import Clause
from corpus.document import Document
from corpus.status import Status
from corpus.validity import validity, within

_DATED = {Status.IN_FORCE: "in_force", Status.REPEALED: "repealed", Status.NOTES: "notes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingMark:
    """``words`` in capitals, ``dates`` in words; ``binds`` only colours what they say."""

    words: str
    dates: str
    binds: bool


def standing_mark(
    document: Document, on: date, say: Words, clause: Clause | None = None
) -> StandingMark:
    """The standing of a document on the day ``on``, or of a clause with dates of its own."""
    span = validity(document, clause) if clause else (document.valid_from, document.valid_to)
    return marked(document.status, *span, on, say)


def marked(
    status: Status, valid_from: date | None, valid_to: date | None, on: date, say: Words
) -> StandingMark:
    """The standing on the day ``on`` of a text of that status and those days."""
    return StandingMark(
        words=standing(status, valid_from, valid_to, on, say),
        dates=dates(status, valid_from, valid_to, on, say),
        binds=status is Status.IN_FORCE and within(valid_from, valid_to, on),
    )


def standing(
    status: Status, valid_from: date | None, valid_to: date | None, on: date, say: Words
) -> str:
    """The status in capitals; a text in force whose dates do not hold ``on`` says so."""
    if status is Status.IN_FORCE and valid_from is not None and on < valid_from:
        return say("standing.not_yet")
    if status is Status.IN_FORCE and valid_to is not None and valid_to < on:
        return say("standing.expired")
    return say(f"standing.{status}")


def dates(
    status: Status, valid_from: date | None, valid_to: date | None, on: date, say: Words
) -> str:
    """The dates in words that fit the status: only a text in force on the day ``gäller``."""
    over = status is Status.IN_FORCE and valid_to is not None and valid_to < on
    manner = f"dates.{_DATED.get(Status.REPEALED if over else status, 'other')}"
    if valid_from and valid_to:
        return say(f"{manner}.span", start=valid_from, end=valid_to)
    if valid_from:
        return say(f"{manner}.from", start=valid_from)
    if valid_to:
        return say(f"{manner}.to", end=valid_to)
    return say("dates.none")
