"""Every figure over a group of outcomes, with its interval."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from eval.bootstrap import Figure, Indices, Values, draws, interval, mean_of, ratio_of, value
from eval.outcome import Outcome
from eval.principals import principal_values
from eval.ranking import ranking_values
from eval.refusals import auc_of, refusal_values

Total = float | int | None
Totals = dict[str, Total | dict[str, list[float] | None] | dict[str, int]]
"""Figures by name (None where they have no meaning), ``intervals`` and ``counts``."""


def shares(outcomes: Sequence[Outcome]) -> dict[str, Values]:
    """The figures that every outcome has a value of its own for, (n_outcomes,) each, NaN where
    they say nothing about it."""
    return {
        **ranking_values(outcomes),
        **refusal_values(outcomes),
        **principal_values(outcomes),
    }


def figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Every figure that is computed on questions, by name, in the order of the tables."""
    return {
        **{name: mean_of(values) for name, values in shares(outcomes).items()},
        "citation_validity": _citation_validity(outcomes),
        "roc_auc": auc_of(outcomes),
    }


def totals(outcomes: Sequence[Outcome]) -> Totals:
    """The figures of ``outcomes`` with 95 % bootstrap intervals, times and counts."""
    drawn = draws(len(outcomes)) if outcomes else np.empty((0, 0), dtype=np.intp)
    made = with_intervals(figures(outcomes), drawn)
    times = np.array([outcome.milliseconds for outcome in outcomes], dtype=np.float64)
    for percent in (50, 95):
        at = float(np.percentile(times, percent)) if len(times) else math.nan
        made[f"milliseconds_p{percent}"] = rounded(at)
    made["counts"] = _counts(outcomes)
    return made


def with_intervals(figures: Mapping[str, Figure], drawn: Indices) -> Totals:
    """Each figure on all the questions that ``drawn`` (times, n) draws from, and ``intervals``
    with where the middle 95 % of the draws lie."""
    made: Totals = {name: rounded(value(of, drawn.shape[1])) for name, of in figures.items()}
    found = {name: interval(of, drawn) for name, of in figures.items()}
    made["intervals"] = {
        name: [round(end, 4) for end in ends] if ends else None for name, ends in found.items()
    }
    return made


def grouped(outcomes: Sequence[Outcome], key: Callable[[Outcome], str | None]) -> dict[str, Totals]:
    """The totals of each group that ``key`` makes, by name; outcomes without one are left out."""
    names = sorted({name for outcome in outcomes if (name := key(outcome)) is not None})
    return {name: totals([o for o in outcomes if key(o) == name]) for name in names}


def by_document(outcomes: Sequence[Outcome]) -> dict[str, Totals]:
    """The totals of each document's questions: those with gold in it, so one may count twice."""
    names = sorted({name for outcome in outcomes for name in documents_of(outcome)})
    return {name: totals([o for o in outcomes if name in documents_of(o)]) for name in names}


def documents_of(outcome: Outcome) -> set[str]:
    """The documents in which the gold clauses stand."""
    return {reference.partition("#")[0] for reference in outcome.gold}


def _citation_validity(outcomes: Sequence[Outcome]) -> Figure:
    """The share of all citations that stand in their documents."""
    shown = np.array([outcome.citations for outcome in outcomes], dtype=np.float64)
    wrong = np.array([len(outcome.invalid_citations) for outcome in outcomes], dtype=np.float64)
    return ratio_of(shown - wrong, shown)


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    statuses = Counter(outcome.status.value for outcome in outcomes)
    return {
        "questions": len(outcomes),
        "answerable": sum(outcome.answerable for outcome in outcomes),
        "citations": sum(outcome.citations for outcome in outcomes),
        "invalid_citations": sum(len(outcome.invalid_citations) for outcome in outcomes),
        **{status: statuses[status] for status in sorted(statuses)},
    }


def rounded(value: float) -> float | None:
    """Four decimals; None in place of NaN, which JSON does not know."""
    return None if math.isnan(value) else round(value, 4)
