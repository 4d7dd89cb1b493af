"""The responsibility matrix as of a day: which clauses are on it, and what they lay on whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.clause import Clause
from corpus.document import Document
from corpus.matrix import Board, MatrixFilter, build_board
from corpus.status import Status
from corpus.timeline import Timeline, build_timeline
from corpus.validity import holds, validity, within


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedBoard:
    """The matrix that ``asked`` asks for, as of ``on``.

    ``timeline`` is of all documents, so that a surface can warn: of a day that nothing holds
    on, and of what ends soon.
    """

    asked: MatrixFilter
    on: date
    board: Board
    timeline: Timeline


def dated_board(
    documents: Sequence[Document],
    clauses: Sequence[Clause],
    answers: frozenset[Status],
    asked: MatrixFilter,
    today: date,
) -> DatedBoard:
    """The matrix of what answers on the asked day, which is ``today`` when none is asked.

    A document or a status that is asked for by name is shown whether or not it answers. With
    no day asked, it is then shown as of the day nearest to ``today`` between its own days: a
    draft for next year as it will read.
    """
    on = asked.on or today
    by_id = {document.id: document for document in documents}
    by_name = bool(asked.document or asked.status)

    def shown(clause: Clause) -> bool:
        document = by_id[clause.document]
        if asked.document and document.id not in asked.document:
            return False
        if asked.status and document.status not in asked.status:
            return False
        if not by_name:
            return holds(document, clause, on, answers)
        day = on if asked.on else _nearest(document, on)
        return within(*validity(document, clause), day)

    return DatedBoard(
        asked=asked,
        on=on,
        board=build_board(documents, [each for each in clauses if shown(each)], asked),
        timeline=build_timeline(documents, on, answers),
    )


def _nearest(document: Document, on: date) -> date:
    """The day between the document's first and last that lies nearest to ``on``."""
    if document.valid_from and on < document.valid_from:
        return document.valid_from
    if document.valid_to and on > document.valid_to:
        return document.valid_to
    return on
