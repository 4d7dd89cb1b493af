"""Which principals were expected and which were named, as sets."""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.party import Principal
from eval.outcome import Outcome
from eval.principals import principals_agree, spread

SEVERAL, NONE, REFUSED = "several", "none", "refused"
EXPECTED = (
    Principal.MUNICIPALITY.value,
    Principal.REGION.value,
    Principal.INDIVIDUAL.value,
    Principal.OTHER.value,
    SEVERAL,
    NONE,
)
FOUND = (*EXPECTED, REFUSED)


def label(principals: Iterable[Principal]) -> str:
    """The one principal, ``several`` or ``none``; ``both`` is several."""
    named = spread(principals)
    if len(named) > 1:
        return SEVERAL
    return next((principal.value for principal in named), NONE)


def confusion(outcomes: Sequence[Outcome]) -> Counter[tuple[str, str]]:
    """How many questions for each pair of labels, expected and found.

    Only answerable questions whose principals are known; a refused one is found ``refused``.
    """
    return Counter(
        (
            label(outcome.expected_principals),
            REFUSED if outcome.refused else label(outcome.principals),
        )
        for outcome in outcomes
        if outcome.answerable and outcome.expected_principals is not None
    )


def several_unlike(outcomes: Sequence[Outcome]) -> int:
    """How many answers named several principals where several were expected, but not the same."""
    return sum(
        not principals_agree(outcome.expected_principals, outcome.principals)
        for outcome in outcomes
        if outcome.answerable
        and not outcome.refused
        and outcome.expected_principals is not None
        and label(outcome.expected_principals) == label(outcome.principals) == SEVERAL
    )
