"""One line of the benchmark's table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured, for this program and for the anchor where it has the like.

    ``unit`` is that of both values. ``goal`` says in words what is to be reached, and ``met``
    whether it was; both are None where there is no goal.
    """

    name: str
    ours: float
    unit: str
    anchor: float | None = None
    goal: str | None = None
    met: bool | None = None


def median(values: Sequence[float]) -> float:
    """The middle value. Raises ValueError when there is none."""
    return _percentile(values, 50)


def high(values: Sequence[float]) -> float:
    """The 95th percentile. Raises ValueError when there is no value."""
    return _percentile(values, 95)


def _percentile(values: Sequence[float], percent: float) -> float:
    if not values:
        raise ValueError("nothing was measured")
    return float(np.percentile(values, percent))
