"""Overview: a question for all that a party carries gets the list beside the answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.matrix import Board, Entry, Row, Topic
from corpus.validity import validity
from retrieval.answer import Answer, AnswerStatus, Overview, OverviewDuty
from retrieval.board import dated_board
from retrieval.index.parts import IndexParts
from retrieval.steps.inquiry import Inquiry
from retrieval.texts import say
from retrieval.understand import Scope
from retrieval.understanding.overview import overview_of

MOST = 6
"""Duties that are named; the rest is a link away."""


def with_overview(answer: Answer, inquiry: Inquiry, index: IndexParts) -> Answer:
    """``answer`` with the overview that the question asks for, if it asks for one.

    The headline then tells of the list: who carries the one clause that fits best is no answer
    to what a party carries in all. What no single clause answers is answered by the list.
    """
    nearest = [each.document for each in answer.citations]
    nearest += [each.document for each in answer.related]
    found = _overview(inquiry, index, nearest)
    if found is None:
        return answer
    whole = found.total == len(found.duties)
    key = "overview_all" if whole else "overview"
    answer = replace(
        answer, overview=found, headline=say(key, inquiry.lang, total=str(found.total))
    )
    if answer.status is not AnswerStatus.NOT_FOUND:
        return answer
    whom = say("whom_to_ask", inquiry.lang)
    notes = tuple(note for note in answer.notes if note != whom)
    return replace(answer, status=AnswerStatus.ANSWERED, notes=notes)


def _overview(inquiry: Inquiry, index: IndexParts, nearest: Sequence[str]) -> Overview | None:
    understood = inquiry.understood
    if understood.scope is not Scope.IN_SCOPE or understood.missing_sources:
        return None
    headings = dict.fromkeys(h for each in index.clauses for h in reversed(each.headings))
    asked = overview_of(understood.asked, understood.mentions, list(headings))
    if asked is None:
        return None
    dated = dated_board(
        index.documents, index.clauses, index.answers, replace(asked, on=inquiry.on), inquiry.on
    )
    total = sum(1 for _ in dated.board.duties())
    if not total:
        return None
    return Overview(
        query=dated.asked.query(), total=total, duties=tuple(_first(dated.board, nearest))
    )


def _first(board: Board, nearest: Sequence[str]) -> Iterator[OverviewDuty]:
    """The first duty of each clause, as many as are named; those of the documents that answer
    the question best come first."""
    places = {document: place for place, document in reversed(list(enumerate(nearest)))}
    seen: dict[str, OverviewDuty] = {}
    for topic, row, entry in board.duties():
        if row.clause.reference not in seen:
            seen[row.clause.reference] = _named(topic, row, entry)
    best = sorted(seen.values(), key=lambda each: places.get(each.document, len(nearest)))
    return iter(best[:MOST])


def _named(topic: Topic, row: Row, entry: Entry) -> OverviewDuty:
    duty, clause = entry.duty, row.clause
    first, last = validity(topic.document, clause)
    return OverviewDuty(
        parties=duty.parties,
        modality=duty.modality,
        negated=duty.negated,
        what=duty.what,
        phase=duty.phase,
        condition=duty.condition,
        document=topic.document.id,
        document_title=topic.document.title,
        clause=clause.id,
        label=clause.label,
        title=clause.title,
        status=topic.document.status,
        valid_from=first,
        valid_to=last,
        start=duty.start,
        end=duty.end,
    )
