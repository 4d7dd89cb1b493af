"""The threshold under which a question is refused: how it is chosen."""

from collections import Counter
from collections.abc import Sequence

from eval.question_set import Question

FALSE_ANSWERS = 0.05
"""At most this share of unanswerable questions may be answered, on ``dev``."""

HARD = "hard"
EVERYDAY = "everyday"
SHARES = {HARD: 0.25, EVERYDAY: 0.25}
"""How much of that share the questions written to be as near a miss as can be (``hard``) and
those from everyday needs stand for, however many they are; the others stand for the rest."""


def written_as(question: Question) -> str:
    """The way of writing that the question is marked with, of ``SHARES``; else empty."""
    marks = question.model_extra or {}
    return next((way for way in SHARES if marks.get(way)), "")


def from_needs(question: Question) -> bool:
    """Whether it is a need as it came, and was not sought because no text answers it."""
    marks = question.model_extra or {}
    return bool(marks.get(EVERYDAY)) and not marks.get("sought")


def lowest_threshold(unanswerable: Sequence[float], ways: Sequence[str]) -> float:
    """The lowest threshold, to four decimals, that few enough of these probabilities reach.

    They are of the questions that the corpus does not answer, of which ``FALSE_ANSWERS`` may be
    answered; ``ways`` are those in which they were written. 0.5 when there are none.
    """
    counts = Counter(ways)
    rest = 1 - sum(SHARES[way] for way in counts if way in SHARES)
    shares = {way: SHARES.get(way, rest) / count for way, count in counts.items()}
    whole = sum(shares[way] for way in ways)
    answered = 0.0
    for probability, way in sorted(zip(unanswerable, ways, strict=True), reverse=True):
        answered += shares[way] / whole
        if answered > FALSE_ANSWERS + 1e-9:
            return min(1.0, round(probability + 1e-4, 4))
    return 0.5
