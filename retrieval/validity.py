"""Which clauses answer on a given day."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

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
    """Whether the clause answers on the day ``on``, by status and by date.

    An adopted text answers from its first day and a repealed one until its last, provided
    that texts in force answer and the day in question is stated.
    """
    first, last = validity(document, clause)
    if (first and on < first) or (last and on > last):
        return False
    if document.status in answers:
        return True
    if Status.IN_FORCE not in answers or document.status not in _BOUND_ON_A_DAY:
        return False
    return first is not None and (document.status is not Status.REPEALED or last is not None)


def holding(
    documents: Sequence[Document],
    clauses: Sequence[Clause],
    on: date,
    answers: frozenset[Status],
) -> NDArray[np.bool_]:
    """A mask (n_clauses,) of the clauses that answer on the day ``on``."""
    by_id = {document.id: document for document in documents}
    return np.fromiter(
        (holds(by_id[clause.document], clause, on, answers) for clause in clauses),
        dtype=np.bool_,
        count=len(clauses),
    )
