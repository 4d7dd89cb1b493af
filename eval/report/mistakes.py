"""What went wrong with a question, one fault or several."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from eval.outcome import Outcome
from eval.principals import principals_agree


class Mistake(StrEnum):
    """A fault that a user would meet, the gravest first."""

    INVALID_CITATION = "invalid_citation"
    FALSE_ANSWER = "false_answer"
    FALSE_REFUSAL = "false_refusal"
    WRONG_CLAUSE = "wrong_clause"
    WRONG_PRINCIPALS = "wrong_principals"


def mistakes_of(outcome: Outcome) -> tuple[Mistake, ...]:
    """Every mistake of one question, the gravest first; empty when all is right.

    The clause is wrong when the one that was ranked first is not gold. A refused question's
    clause and principals are not judged: the refusal is the mistake.
    """
    return tuple(_found(outcome))


def _found(outcome: Outcome) -> Iterator[Mistake]:
    if outcome.invalid_citations:
        yield Mistake.INVALID_CITATION
    if not outcome.answerable:
        if not outcome.refused:
            yield Mistake.FALSE_ANSWER
        return
    if outcome.refused:
        yield Mistake.FALSE_REFUSAL
        return
    if outcome.gold and outcome.first not in outcome.gold:
        yield Mistake.WRONG_CLAUSE
    expected = outcome.expected_principals
    if expected is not None and not principals_agree(expected, outcome.principals):
        yield Mistake.WRONG_PRINCIPALS


def wrong_by_gravest(outcomes: Sequence[Outcome]) -> dict[Mistake, list[Outcome]]:
    """Every wrong question once, under its gravest mistake, in the order they were asked."""
    found: dict[Mistake, list[Outcome]] = {mistake: [] for mistake in Mistake}
    for outcome in outcomes:
        for mistake in mistakes_of(outcome)[:1]:
            found[mistake].append(outcome)
    return found


def place_of_gold(outcome: Outcome) -> int | None:
    """The place of the first gold clause in the ranking, from 1; None when it is not there."""
    places = (n for n, one in enumerate(outcome.ranked, start=1) if one.clause in outcome.gold)
    return next(places, None)
