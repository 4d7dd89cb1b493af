"""How high the gold clauses stand, by ir-measures over answerable questions with gold.

R@k is the share of a question's gold clauses among the first k; S@1 whether the first is
gold; RR one over the place of the first gold clause; nDCG the discounted gain with binary
relevance. Refused questions count by the ranking that they were given all the same.
"""

from collections.abc import Mapping, Sequence

import ir_measures
import numpy as np
from ir_measures import RR, R, Success, nDCG

from eval.bootstrap import Values
from eval.outcome import Outcome

DEPTH = 10
"""Clauses of a ranking that count."""

MEASURES: Mapping[str, object] = {
    "R@1": R @ 1,
    "R@3": R @ 3,
    "R@5": R @ 5,
    "R@10": R @ DEPTH,
    "S@1": Success @ 1,
    "MRR@10": RR,  # of runs that are cut at ten places
    "nDCG@10": nDCG @ DEPTH,
}


def ranking_values(outcomes: Sequence[Outcome]) -> dict[str, Values]:
    """Each measure's value for each outcome, (n_outcomes,) float64 in [0, 1].

    NaN for an outcome that is unanswerable or has no gold; 0 for an empty ranking.
    """
    judged = {str(n): o for n, o in enumerate(outcomes) if o.answerable and o.gold}
    values = {name: np.full(len(outcomes), np.nan) for name in MEASURES}
    for of_measure in values.values():
        of_measure[[int(n) for n in judged]] = 0.0
    if not judged:
        return values
    qrels = {n: dict.fromkeys(outcome.gold, 1) for n, outcome in judged.items()}
    runs = {n: _run(outcome) for n, outcome in judged.items() if outcome.ranked}
    names = {str(measure): name for name, measure in MEASURES.items()}
    for metric in ir_measures.pytrec_eval.iter_calc(list(MEASURES.values()), qrels, runs):
        values[names[str(metric.measure)]][int(metric.query_id)] = metric.value
    return values


def _run(outcome: Outcome) -> dict[str, float]:
    """The ranking with falling whole scores, so that equal scores keep the order they came in."""
    places = dict.fromkeys(ranked.clause for ranked in outcome.ranked)
    return {clause: float(DEPTH - n) for n, clause in enumerate(list(places)[:DEPTH])}
