"""Questions from use with what people thought of the answer, one JSON object a line."""

from datetime import date
from pathlib import Path

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, field_validator

from eval.jsonl import read_rows
from retrieval.answer import AnswerStatus
from retrieval.redact import redact


class Feedback(BaseModel):
    """A question as it was stored, masked, and what became of it.

    ``clauses`` are the references that the answer cited, ``feedback`` is the person's
    judgement (``up``, ``down``) and ``reason`` their own words; both may be missing. Personal
    data is masked here once more, so that none can reach a question set.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str = Field(min_length=1)
    status: AnswerStatus | None = None
    clauses: tuple[str, ...] = Field(
        default=(), validation_alias=AliasChoices("clauses", "clause_ids", "clause ids")
    )
    feedback: str | None = None
    reason: str | None = None
    on: date | None = None

    @field_validator("question", "reason")
    @classmethod
    def _masked(cls, text: str | None) -> str | None:
        return text if text is None else redact(text).text


def read_feedback(path: Path) -> tuple[Feedback, ...]:
    """Read a file of feedback; empty lines are passed over.

    Raises MissingQuestions, and BadQuestion, naming the line.
    """
    return read_rows(path, Feedback)
