"""A document's standing in words: never in force unless it is, on the day that was asked."""

from datetime import date

from bot.words import Words
from corpus.status import Status

_DATED = {Status.IN_FORCE: "in_force", Status.REPEALED: "repealed", Status.NOTES: "notes"}


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
