"""The curves of the page: the right clause among the first k, and risk against coverage."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.methods import OURS, methods
from eval.outcome import Outcome
from eval.ranking import DEPTH
from eval.report.mistakes import place_of_gold
from retrieval.answer import AnswerStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """A point of risk against coverage, both shares in [0, 1].

    ``coverage`` is the share of answerable questions that are answered, ``risk`` the share of
    unanswerable ones that are. ``threshold`` is the least probability that is answered.
    """

    threshold: float
    coverage: float
    risk: float


def among_first(outcomes: Sequence[Outcome]) -> dict[str, list[float]]:
    """For each method the share of questions with a gold clause among the first 1, 2 … 10.

    Ours alone, over every question with gold, when no baseline was asked; else each over
    the questions that the baselines were asked.
    """
    ranked = methods(outcomes) or {OURS: [o for o in outcomes if o.answerable and o.gold]}
    return {name: _shares(its) for name, its in ranked.items() if its}


def _shares(outcomes: Sequence[Outcome]) -> list[float]:
    places = [place_of_gold(outcome) or DEPTH + 1 for outcome in outcomes]
    return [sum(place <= k for place in places) / len(places) for k in range(1, DEPTH + 1)]


def trades(outcomes: Sequence[Outcome]) -> list[Trade]:
    """Risk and coverage at every threshold, from the one that answers nothing to the lowest.

    A question that a rule turned away is answered at no threshold: its status is out of
    scope, or it was refused although its probability reaches that of a question that was
    answered. Empty without questions of both kinds.
    """
    answerable = np.array([outcome.answerable for outcome in outcomes], dtype=bool)
    if not answerable.any() or answerable.all():
        return []
    bar = min((one.probability for one in outcomes if not one.refused), default=1.0)
    by_rule = np.array([_by_rule(outcome, bar) for outcome in outcomes], dtype=bool)
    probability = np.array([outcome.probability for outcome in outcomes])
    made = [Trade(threshold=1.0, coverage=0.0, risk=0.0)]
    for threshold in np.unique(probability[~by_rule])[::-1]:
        given = (probability >= threshold) & ~by_rule
        made.append(
            Trade(
                threshold=float(threshold),
                coverage=float(given[answerable].mean()),
                risk=float(given[~answerable].mean()),
            )
        )
    return made


def _by_rule(outcome: Outcome, bar: float) -> bool:
    out_of_scope = outcome.status is AnswerStatus.OUT_OF_SCOPE
    return out_of_scope or (outcome.refused and outcome.probability >= bar)


def shipped(outcomes: Sequence[Outcome]) -> Trade | None:
    """Where the program stands: its own answers and refusals. None without both kinds."""
    known = [outcome for outcome in outcomes if outcome.answerable]
    unknown = [outcome for outcome in outcomes if not outcome.answerable]
    if not known or not unknown:
        return None
    answered = [outcome.probability for outcome in outcomes if not outcome.refused]
    return Trade(
        threshold=min(answered, default=1.0),
        coverage=sum(not outcome.refused for outcome in known) / len(known),
        risk=sum(not outcome.refused for outcome in unknown) / len(unknown),
    )
