"""Two results side by side: which figures moved by more than chance, which questions changed.

The same draw of questions is taken from both results (a paired bootstrap), so that what the
questions have in common cancels out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.bootstrap import Figure, Indices, draws, interval, value
from eval.outcome import Outcome
from eval.totals import figures

FALLING = frozenset({"false_answers", "false_refusals"})
"""Figures that are better when they are lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One figure before and after. ``low`` and ``high`` are the difference's 95 % interval."""

    figure: str
    old: float
    new: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    @property
    def better(self) -> bool:
        return (self.new < self.old) if self.figure in FALLING else (self.new > self.old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``changed`` are pairs of outcomes, old and new, that differ in what the user sees."""

    shifts: tuple[Shift, ...]
    changed: tuple[tuple[Outcome, Outcome], ...]
    only_old: int
    only_new: int


def compare(old: Sequence[Outcome], new: Sequence[Outcome]) -> Comparison:
    """Compare the questions that both have, paired by set and id."""
    before = {(outcome.set, outcome.id): outcome for outcome in old}
    after = {(outcome.set, outcome.id): outcome for outcome in new}
    shared = [key for key in before if key in after]
    pairs = [(before[key], after[key]) for key in shared]
    return Comparison(
        shifts=_shifts([pair[0] for pair in pairs], [pair[1] for pair in pairs]),
        changed=tuple(pair for pair in pairs if _seen(pair[0]) != _seen(pair[1])),
        only_old=len(before) - len(shared),
        only_new=len(after) - len(shared),
    )


def _seen(outcome: Outcome) -> tuple[object, ...]:
    return outcome.first, outcome.status, frozenset(outcome.principals)


def _shifts(old: Sequence[Outcome], new: Sequence[Outcome]) -> tuple[Shift, ...]:
    if not old:
        return ()
    drawn, after = draws(len(old)), figures(new)
    shifts = (_shift(name, before, after[name], drawn) for name, before in figures(old).items())
    return tuple(shift for shift in shifts if shift)


def _shift(name: str, old: Figure, new: Figure, drawn: Indices) -> Shift | None:
    """None for a figure that has no meaning on these questions."""
    found = interval(lambda rows: new(rows) - old(rows), drawn)
    if found is None:
        return None
    n = drawn.shape[1]
    low, high = found
    return Shift(figure=name, old=value(old, n), new=value(new, n), low=low, high=high)
