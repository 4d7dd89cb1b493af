"""Known questions: what people ask, and the clauses that answer it.

A nurse's question is often nearer to another nurse's question than to the clause that answers
both. So the index holds, beside each clause, the questions that are known to be answered by
it. They come with the program (``retrieval/data/known_questions``) and from the folder of
documents (``known_questions.jsonl``); see ``docs/decisions/known-questions.md``.
"""

from retrieval.known.placing import Placed, place
from retrieval.known.question import (
    FILE,
    KnownQuestion,
    outside_questions,
    own_questions,
    shipped_questions,
)
from retrieval.known.signature import Signature, distance, signature

__all__ = [
    "FILE",
    "KnownQuestion",
    "Placed",
    "Signature",
    "distance",
    "outside_questions",
    "own_questions",
    "place",
    "shipped_questions",
    "signature",
]
