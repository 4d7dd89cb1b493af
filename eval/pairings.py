"""Question sets beside the services that are to answer them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.fit import Pairing
from eval.question_set import QuestionSet, read_question_set
from retrieval.service import AnsweringService, open_service
from retrieval.settings import Settings


def pairings_of(pairs: Sequence[tuple[Path, Path]], settings: Settings) -> list[Pairing]:
    """One pairing an index, with all its question sets.

    Of the unanswerable questions only those are kept that the set names for this corpus:
    an unanswerable question without a ``corpus``, or for ``both`` or this one.
    """
    by_index: dict[Path, list[Path]] = {}
    for questions, index in pairs:
        by_index.setdefault(index, []).append(questions)
    pairings = []
    for index, files in by_index.items():
        service = open_service(index, settings)
        sets = tuple(_for(service, read_question_set(file)) for file in files)
        pairings.append(Pairing(service=service, sets=sets))
    return pairings


def _for(service: AnsweringService, questions: QuestionSet) -> QuestionSet:
    name = corpus_name(service)
    kept = tuple(
        question
        for question in questions.questions
        if question.answerable or question.corpus in (None, "both", name)
    )
    return replace(questions, questions=kept)


def corpus_name(service: AnsweringService) -> str:
    """What the question sets call this corpus: ``lagar`` when it holds laws alone."""
    kinds = {str(document.kind) for document in service.documents}
    return "lagar" if kinds == {"law"} else "modellavtal"
