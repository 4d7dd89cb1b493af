"""A comparison in figures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.comparison.values import (
    Aspect,
    ClauseChange,
    Comparison,
    Direction,
    direction,
)

_CONTENT = frozenset({Aspect.CONDITION, Aspect.TASK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many clauses became what, and how many duties moved where.

    ``moved`` counts the duties whose principal changed, by whom they move to. ``aspects``
    counts the other changes of duties that go on. ``new`` and ``gone`` count the duties that
    stand in one version only, by who carries them there. ``content`` counts the duties whose
    task or condition changed and nothing else.
    """

    clauses: Mapping[ClauseChange, int]
    moved: Mapping[Direction, int]
    aspects: Mapping[Aspect, int]
    new: Mapping[Direction, int]
    gone: Mapping[Direction, int]
    content: int


def summary(comparison: Comparison) -> Summary:
    """Count what changed."""
    duties = comparison.duties
    return Summary(
        clauses=Counter(clause.change for clause in comparison.clauses),
        moved=Counter(to for change in duties if (to := change.direction)),
        aspects=Counter(
            aspect for change in duties if change.old and change.new for aspect in change.aspects
        ),
        new=Counter(direction(c.new.principals) for c in duties if c.new and not c.old),
        gone=Counter(direction(c.old.principals) for c in duties if c.old and not c.new),
        content=sum(change.aspects <= _CONTENT for change in duties),
    )
