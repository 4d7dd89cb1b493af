"""Whether a result may pass: nothing got surely worse, and every citation holds.

Each gated figure is compared with the committed baseline on the questions that both have
and that have not changed, by a paired bootstrap: it fails when 95 % of the draws are worse.
With few questions only large falls are sure, and a fall of three questions where none rose
is about the least that fails.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval.bootstrap import Values, draws, interval, mean_of, value
from eval.committed import Committed, CommittedQuestion, committed, digest_of
from eval.errors import UnlikeBaseline
from eval.outcome import Outcome
from eval.result_file import Result
from eval.totals import shares

GATED: Mapping[str, bool] = {"R@1": True, "principal_accuracy": True, "false_answers": False}
"""The figures that the gate looks at, and whether more is better."""

ONE_SIDED = 0.90
"""The level of a two-sided interval whose end is a one-sided bound of 95 %."""

ENOUGH = 0.5
"""At least this share of the baseline's questions must be in the result, unchanged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One figure at the gate, better values higher or lower as ``GATED`` has it.

    ``bound`` is the least fall (or rise, for false answers) that 95 % of the draws reach;
    the figure fails when it is over zero. ``worse`` are the questions that lost.
    """

    figure: str
    old: float
    new: float
    bound: float
    worse: tuple[tuple[CommittedQuestion, Outcome], ...]

    @property
    def fails(self) -> bool:
        return self.bound > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says. ``unpaired`` counts questions that only one of the two has, or that
    were asked or expected otherwise."""

    passages: tuple[Passage, ...]
    invalid: tuple[Outcome, ...]
    paired: int
    unpaired: int

    @property
    def passes(self) -> bool:
        return not self.invalid and not any(passage.fails for passage in self.passages)


def gate(result: Result, baseline: Committed) -> Verdict:
    """Hold a result against the baseline. Raises UnlikeBaseline when too little is shared."""
    now = {(o.set, o.id): n for n, o in enumerate(result.questions)}
    pairs = [
        (before, result.questions[now[before.key]], now[before.key])
        for before in baseline.questions
        if before.key in now and before.digest == digest_of(result.questions[now[before.key]])
    ]
    if len(pairs) < ENOUGH * len(baseline.questions) or not pairs:
        raise UnlikeBaseline(shared=str(len(pairs)), total=str(len(baseline.questions)))
    values = gated_values(result.questions)
    passages = []
    for name in GATED:
        new = values[name][[place for *_, place in pairs]]
        passage = _passage(name, [(before, after) for before, after, _ in pairs], new)
        passages += [passage] if passage else []
    return Verdict(
        passages=tuple(passages),
        invalid=tuple(outcome for outcome in result.questions if outcome.invalid_citations),
        paired=len(pairs),
        unpaired=len(baseline.questions) + len(result.questions) - 2 * len(pairs),
    )


def renewed(result: Result) -> Committed:
    """The result as a new baseline."""
    values = gated_values(result.questions)
    return committed(
        result,
        {name: [None if np.isnan(v) else float(v) for v in values[name]] for name in GATED},
    )


def gated_values(outcomes: Sequence[Outcome]) -> dict[str, Values]:
    """Each gated figure's value for each outcome, (n_outcomes,), NaN where it says nothing."""
    found = shares(outcomes)
    return {name: found[name] for name in GATED}


def _passage(
    name: str, pairs: Sequence[tuple[CommittedQuestion, Outcome]], new: Values
) -> Passage | None:
    """None for a figure that has no value before or now."""
    sign = -1.0 if GATED[name] else 1.0
    old = np.array([before.values.get(name, np.nan) for before, _ in pairs], dtype=np.float64)
    before, after = mean_of(old), mean_of(new)
    loss = interval(
        lambda rows: sign * (after(rows) - before(rows)), draws(len(pairs)), level=ONE_SIDED
    )
    if loss is None:
        return None
    return Passage(
        figure=name,
        old=value(before, len(pairs)),
        new=value(after, len(pairs)),
        bound=loss[0],
        worse=tuple(pair for pair, lost in zip(pairs, sign * (new - old), strict=True) if lost > 0),
    )
