"""The threshold under which a question is refused: how it is chosen."""

from collections.abc import Sequence

from eval.question_set import Question

FALSE_ANSWERS = 0.05
"""At most this share of unanswerable questions may be answered, on ``dev``."""
HARD_SHARE = 0.25
"""How much of that share the questions written to be as near a miss as can be stand for."""


def is_hard(question: Question) -> bool:
    """Whether it was written to be as near a miss as can be; such are reported apart."""
    return bool((question.model_extra or {}).get("hard"))


def lowest_threshold(unanswerable: Sequence[float], hard: Sequence[bool]) -> float:
    """The lowest threshold, to four decimals, that few enough of these probabilities reach.

    They are of the questions that the corpus does not answer, of which ``FALSE_ANSWERS`` may be
    answered; the ``hard`` ones together weigh ``HARD_SHARE``. 0.5 when there are none.
    """
    hard_ones, others = sum(hard), len(hard) - sum(hard)
    share = HARD_SHARE if hard_ones and others else float(not others)
    weights = [share / hard_ones if each else (1 - share) / others for each in hard]
    answered = 0.0
    for probability, weight in sorted(zip(unanswerable, weights, strict=True), reverse=True):
        answered += weight
        if answered > FALSE_ANSWERS + 1e-9:
            return min(1.0, round(probability + 1e-4, 4))
    return 0.5
