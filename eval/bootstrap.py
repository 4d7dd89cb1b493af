"""How sure a figure is: percentile intervals from questions drawn anew.

Efron 1979: the questions are drawn with replacement, the figure is computed on each draw,
and the middle 95 % of those figures are the interval. Seeded, so the same result gives the
same interval.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]
Values = npt.NDArray[np.float64]
Figure = Callable[[Indices], Values]
"""A figure on each row of indices of questions: (draws, n) intp to (draws,) float64.

NaN where the figure has no meaning on a draw.
"""

DRAWS = 1_000
SEED = 20_260_101
LEVEL = 0.95


def draws(n: int, *, times: int = DRAWS, seed: int = SEED) -> Indices:
    """(times, n) indices in [0, n), each row one draw of n questions with replacement."""
    return np.random.default_rng(seed).integers(0, n, size=(times, n))


def value(figure: Figure, n: int) -> float:
    """The figure on all ``n`` questions, each once; NaN where it has no meaning."""
    return float(figure(np.arange(n)[np.newaxis, :])[0])


def interval(figure: Figure, drawn: Indices, level: float = LEVEL) -> tuple[float, float] | None:
    """The interval of ``figure`` that holds ``level`` of the draws; None when none has a value."""
    values = figure(drawn)
    values = values[~np.isnan(values)]
    if not len(values):
        return None
    tail = (1 - level) / 2 * 100
    low, high = np.percentile(values, [tail, 100 - tail])
    return float(low), float(high)


def ratio_of(part: Values, whole: Values) -> Figure:
    """The sum of ``part`` over the sum of ``whole``, both (n,) and without NaN."""

    def figure(indices: Indices) -> Values:
        above, below = part[indices].sum(axis=1), whole[indices].sum(axis=1)
        ratio: Values = np.full(len(indices), np.nan)
        np.divide(above, below, out=ratio, where=below > 0)
        return ratio

    return figure


def mean_of(values: Values) -> Figure:
    """The mean of ``values`` (n,) over the drawn questions, NaN values left out."""
    known = ~np.isnan(values)
    return ratio_of(np.where(known, values, 0.0), known.astype(np.float64))
