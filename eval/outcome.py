"""What became of one question: a line of the result file."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from corpus.party import Principal
from retrieval.answer import AnswerStatus

REFUSED = frozenset({AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE})
"""The statuses that give no answer. ``not_stated`` and ``ambiguous`` show clauses: they answer."""


class Ranked(BaseModel):
    """A clause reference and the score of the ranking."""

    model_config = ConfigDict(frozen=True)

    clause: str
    score: float


class Outcome(BaseModel):
    """A question, what was expected and what came out.

    ``ranked`` holds up to ten clauses, best first, for refused questions too.
    ``milliseconds`` is the whole question, ``steps`` its parts. ``expected_principals`` is
    None when the question set says nothing about them. ``invalid_citations`` says what is
    wrong with each citation that does not stand in its document. ``baselines`` holds other
    methods' rankings of the same clauses, by the method's name, where they were asked for.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    set: str
    question: str
    answerable: bool
    gold: tuple[str, ...]
    expected_principals: tuple[Principal, ...] | None
    style: str | None
    type: str | None
    part: str | None
    on: date
    ranked: tuple[Ranked, ...]
    status: AnswerStatus
    principals: tuple[Principal, ...]
    headline: str
    probability: float
    citations: int
    invalid_citations: tuple[str, ...]
    milliseconds: float
    steps: dict[str, float]
    baselines: dict[str, tuple[str, ...]] = {}

    @property
    def refused(self) -> bool:
        return self.status in REFUSED

    @property
    def first(self) -> str | None:
        """The clause that was ranked first, if any was."""
        return self.ranked[0].clause if self.ranked else None
