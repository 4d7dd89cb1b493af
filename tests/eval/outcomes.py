"""Hand-made outcomes for the tests of the figures."""

from datetime import date

from eval.outcome import Outcome, Ranked
from retrieval.answer import AnswerStatus

_PLAIN = Outcome(
    id="q",
    set="set",
    question="Vem ansvarar?",
    answerable=True,
    gold=("d#1",),
    expected_principals=("region",),
    style="formal",
    type="who",
    part="dev",
    on=date(2026, 1, 1),
    ranked=(),
    status=AnswerStatus.ANSWERED,
    principals=("region",),
    headline="Regionen ansvarar.",
    probability=0.9,
    citations=1,
    invalid_citations=(),
    milliseconds=10.0,
    steps={},
)


def outcome(*clauses: str, **changed: object) -> Outcome:
    """An outcome with this ranking, falling scores, and the fields that are ``changed``."""
    places = tuple(Ranked(clause=c, score=1 / (n + 1)) for n, c in enumerate(clauses))
    return Outcome.model_validate({**_PLAIN.model_dump(), "ranked": places, **changed})
