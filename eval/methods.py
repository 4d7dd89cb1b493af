"""Our ranking and the baselines' side by side, by the same figures."""

from collections.abc import Iterator, Sequence

from eval.bootstrap import draws, mean_of
from eval.outcome import Outcome, Ranked
from eval.ranking import ranking_values
from eval.totals import Totals, with_intervals

OURS = "ours"


def methods(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The questions with gold as each method ranked them, ours first.

    Only questions that every baseline was asked; empty when there was no baseline.
    """
    asked = [outcome for outcome in outcomes if outcome.baselines]
    names = list(dict.fromkeys(name for outcome in asked for name in outcome.baselines))
    if not names:
        return {}
    return {OURS: asked, **{name: list(_ranked_by(name, asked)) for name in names}}


def _ranked_by(name: str, outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        places = tuple(Ranked(clause=c, score=0.0) for c in outcome.baselines.get(name, ()))
        yield outcome.model_copy(update={"ranked": places})


def method_totals(outcomes: Sequence[Outcome]) -> dict[str, Totals]:
    """The ranking figures of each method with 95 % bootstrap intervals, the same draws for all."""
    ranked = methods(outcomes)
    if not ranked:
        return {}
    n = len(ranked[OURS])
    drawn = draws(n)
    made: dict[str, Totals] = {}
    for name, its in ranked.items():
        figures = {figure: mean_of(values) for figure, values in ranking_values(its).items()}
        made[name] = {**with_intervals(figures, drawn), "counts": {"questions": n}}
    return made
