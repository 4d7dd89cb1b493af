"""Questions in a clause's very words: ``Vem ska`` and what a duty asks.

The near misses that the judge learns from use the words of the texts too, on purpose. Without
questions that use them and are answered it would learn that those words speak against an
answer, and refuse whoever has the agreement at hand and asks in its words.
"""

from random import Random

from corpus.duty import Duty, Modality
from eval.question_set import Question, QuestionSet
from retrieval.service import AnsweringService

LITERAL = "literal"
"""The part that these questions are."""

COUNT = 150
"""Questions to each index: as many as it has questions in ``train``, or nearly."""

_WORDS = range(5, 15)
"""Words of a duty that say enough to ask for it, and no more than people type."""

_SEED = 0


def literal_questions(service: AnsweringService) -> QuestionSet:
    """At most ``COUNT`` questions, the same ones every time for the same documents."""
    asked = {
        f"Vem ska {duty.what}?": clause.reference
        for clause in service.clauses
        for duty in clause.duties
        if _tells_enough(duty)
    }
    drawn = Random(_SEED).sample(sorted(asked.items()), min(COUNT, len(asked)))
    return QuestionSet(
        name=LITERAL,
        file=LITERAL,
        sha256="",
        questions=tuple(
            Question(
                id=f"{LITERAL}-{number}",
                question=text,
                gold=(gold,),
                answerable=True,
                part=LITERAL,
            )
            for number, (text, gold) in enumerate(drawn)
        ),
    )


def _tells_enough(duty: Duty) -> bool:
    if not duty.parties or duty.negated or duty.modality is not Modality.SHALL:
        return False
    return len(duty.what.split()) in _WORDS and duty.what[0].islower()
