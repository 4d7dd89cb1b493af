"""Whether what the corpus answers is answered, and the rest refused.

At the threshold that the program ships with: ``false_answers`` is the share of unanswerable
questions that got an answer, ``false_refusals`` the share of answerable ones that got none,
``coverage`` its complement. ``roc_auc`` looks at the probability alone, over every threshold.
"""

from collections.abc import Sequence

import numpy as np

from eval.bootstrap import Figure, Indices, Values
from eval.outcome import Outcome
from eval.roc_auc import roc_auc


def refusal_values(outcomes: Sequence[Outcome]) -> dict[str, Values]:
    """For each figure (n_outcomes,) float64 of 0 and 1, NaN for questions of the other kind."""
    answerable = np.array([o.answerable for o in outcomes], dtype=bool)
    refused = np.array([o.refused for o in outcomes], dtype=np.float64)
    return {
        "false_answers": np.where(answerable, np.nan, 1 - refused),
        "false_refusals": np.where(answerable, refused, np.nan),
        "coverage": np.where(answerable, 1 - refused, np.nan),
    }


def auc_of(outcomes: Sequence[Outcome]) -> Figure:
    """The ROC-AUC of the probability, answerable questions being the positives."""
    scores = np.array([o.probability for o in outcomes], dtype=np.float64)
    answerable = np.array([o.answerable for o in outcomes], dtype=bool)

    def figure(indices: Indices) -> Values:
        return np.array([roc_auc(scores[row], answerable[row]) for row in indices])

    return figure
