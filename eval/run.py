"""Ask every question of the question sets and keep what came out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from corpus.clause import DocumentId
from corpus.document import Document
from corpus.progress import Progress
from eval.citation_check import invalid_citations
from eval.outcome import Outcome, Ranked
from eval.question_set import Question, QuestionSet
from retrieval.answer import Answer, RankedClause

STAGE = "questions"


class TracedAnswer(Protocol):
    """An answer with the ranking and the times behind it."""

    @property
    def answer(self) -> Answer: ...
    @property
    def ranked(self) -> tuple[RankedClause, ...]: ...
    @property
    def milliseconds(self) -> Mapping[str, float]: ...


class Answering(Protocol):
    """What the evaluation needs of an answering service."""

    @property
    def documents(self) -> tuple[Document, ...]: ...
    def ask_traced(self, question: str, *, on: date, lang: str = "sv") -> TracedAnswer: ...


def run_sets(
    service: Answering, sets: Sequence[QuestionSet], *, on: date, progress: Progress
) -> tuple[Outcome, ...]:
    """Ask each question as of its own day, or ``on`` where it has none. Sets keep their order.

    One question is asked beforehand and not kept, so that the first one's time is warm too.
    """
    asked = [(set_.name, question) for set_ in sets for question in set_.questions]
    documents = {document.id: document for document in service.documents}
    if asked:
        service.ask_traced(asked[0][1].question, on=on)
    outcomes = []
    for done, (name, question) in enumerate(asked):
        progress(STAGE, done, len(asked))
        traced = service.ask_traced(question.question, on=question.on or on)
        outcomes.append(_outcome(name, question, traced, documents))
    progress(STAGE, len(asked), len(asked))
    return tuple(outcomes)


def _outcome(
    name: str, question: Question, traced: TracedAnswer, documents: Mapping[DocumentId, Document]
) -> Outcome:
    answer = traced.answer
    return Outcome(
        id=question.id,
        set=name,
        question=question.question,
        answerable=question.answerable,
        gold=question.gold,
        expected_principals=question.principals,
        style=question.style,
        type=question.type,
        part=question.part,
        on=answer.on,
        ranked=tuple(Ranked(clause=r.reference, score=r.score) for r in traced.ranked),
        status=answer.status,
        principals=answer.principals,
        headline=answer.headline,
        probability=answer.probability,
        citations=len(answer.citations),
        invalid_citations=invalid_citations(answer.citations, documents),
        milliseconds=traced.milliseconds["total"],
        steps={step: time for step, time in traced.milliseconds.items() if step != "total"},
    )
