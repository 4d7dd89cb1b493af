"""Whether a text answers on a day: by its status, and by its first and last day."""

from datetime import date

from corpus.clause import Clause
from corpus.document import Document
from corpus.status import Status

_BOUND_ON_A_DAY = {Status.ADOPTED, Status.REPEALED}
"""Statuses of texts that are not in force today but are, or were, on some other day."""


def validity(document: Document, clause: Clause) -> tuple[date | None, date | None]:
    """First and last day in force: the clause's own where it has them, else the document's."""
    return (
        clause.valid_from or document.valid_from,
        clause.valid_to or document.valid_to,
    )


def holds(document: Document, clause: Clause, on: date, answers: frozenset[Status]) -> bool:
    """Whether the clause answers on the day ``on``, by status and by date."""
    return binds(document.status, *validity(document, clause), on, answers)


def binds(
    status: Status, first: date | None, last: date | None, on: date, answers: frozenset[Status]
) -> bool:
    """Whether a text of that status and those days answers on the day ``on``.

    An adopted text answers from its first day and a repealed one until its last, provided
    that texts in force answer and the day in question is stated.
    """
    if not within(first, last, on):
        return False
    if status in answers:
        return True
    if Status.IN_FORCE not in answers or status not in _BOUND_ON_A_DAY:
        return False
    return first is not None and (status is not Status.REPEALED or last is not None)


def within(first: date | None, last: date | None, on: date) -> bool:
    """Whether ``on`` lies between the two days, both counted in; None is open."""
    return not ((first and on < first) or (last and on > last))
