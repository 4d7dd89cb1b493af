"""Which questions can be asked of the documents at hand.

Whether a question is unanswerable depends on the documents: what the model agreement leaves
open may stand in a statute. A question may therefore say against which corpus it was found
unanswerable (``corpus``): the name of the question set whose gold stands in that corpus, or
``both``. It is asked when the index holds that corpus and no other that is named.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from eval.question_set import Question, QuestionSet, read_question_set

EVERY = "both"
"""Unanswerable whichever of the corpora is at hand."""

MOST = 0.5
"""A corpus is in the index when at least this share of its set's gold is."""


def named_corpora(sets: Iterable[QuestionSet]) -> frozenset[str]:
    """The corpora that unanswerable questions speak of, ``both`` left out."""
    named = {question.corpus for set_ in sets for question in set_.questions}
    return frozenset(name for name in named if name and name != EVERY)


def held_corpora(
    sets: Sequence[QuestionSet], folders: Iterable[Path], references: Collection[str]
) -> frozenset[str]:
    """The named corpora that the index holds, seen by whose gold is among its ``references``.

    The set of a corpus is the one of that name among ``sets``, else the file of that name
    in one of ``folders``. Raises what reading that file raises.
    """
    given = {set_.name: set_ for set_ in sets}
    held = set()
    for name in named_corpora(sets):
        beside = (folder / f"{name}.jsonl" for folder in folders)
        found = given.get(name) or next((read_question_set(f) for f in beside if f.exists()), None)
        if found and _stands(found, references):
            held.add(name)
    return frozenset(held)


def _stands(set_: QuestionSet, references: Collection[str]) -> bool:
    gold = {reference for question in set_.questions for reference in question.gold}
    return bool(gold) and sum(one in references for one in gold) >= MOST * len(gold)


def askable(sets: Iterable[QuestionSet], held: Collection[str]) -> list[QuestionSet]:
    """The sets without the questions that the corpora ``held`` may answer after all."""
    return [
        replace(set_, questions=tuple(q for q in set_.questions if _fits(q, held))) for set_ in sets
    ]


def _fits(question: Question, held: Collection[str]) -> bool:
    return question.corpus in (None, EVERY) or set(held) == {question.corpus}


def without_known_gold(sets: Iterable[QuestionSet], references: Collection[str]) -> int:
    """How many questions have gold of which nothing is among the index's ``references``."""
    questions = (question for set_ in sets for question in set_.questions)
    return sum(bool(q.gold) and not any(g in references for g in q.gold) for q in questions)
