"""Whether the answer names the right principals, all of them and no other."""

from collections.abc import Iterable, Sequence

import numpy as np

from corpus.party import Principal
from eval.bootstrap import Values
from eval.outcome import Outcome


def principals_agree(expected: Iterable[Principal], found: Iterable[Principal]) -> bool:
    """Whether the two name the same principals; ``both`` is municipality and region."""
    return spread(expected) == spread(found)


def spread(principals: Iterable[Principal]) -> frozenset[Principal]:
    """The principals with ``both`` as municipality and region."""
    named = set(principals)
    if Principal.BOTH in named:
        named = named - {Principal.BOTH} | {Principal.MUNICIPALITY, Principal.REGION}
    return frozenset(named)


def principal_values(outcomes: Sequence[Outcome]) -> dict[str, Values]:
    """0 or 1 for each answerable question whose principals are known, (n_outcomes,), else NaN.

    ``principal_accuracy`` looks at answered questions only; in ``principal_accuracy_all`` a
    refused question counts as wrong.
    """
    right, of_all = [], []
    for outcome in outcomes:
        known = outcome.answerable and outcome.expected_principals is not None
        agree = principals_agree(outcome.expected_principals or (), outcome.principals)
        right.append(float(agree) if known and not outcome.refused else np.nan)
        of_all.append(float(agree and not outcome.refused) if known else np.nan)
    return {"principal_accuracy": np.array(right), "principal_accuracy_all": np.array(of_all)}
