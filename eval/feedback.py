"""Questions from use with what people thought of the answer, one JSON object a line."""

import json
from datetime import date
from pathlib import Path

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator

from corpus.system_reason import system_reason
from eval.errors import BadQuestion, MissingQuestions
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
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else "UTF-8"
        raise MissingQuestions(file=str(path), reason=reason) from error
    return tuple(
        _feedback(line, path, number) for number, line in enumerate(lines, start=1) if line.strip()
    )


def _feedback(line: str, path: Path, number: int) -> Feedback:
    try:
        return Feedback.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        reason = f"not a JSON object: {error.msg}, {error.colno}"
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        reason = f"{field}: {fault['msg']}".strip(": ")
    raise BadQuestion(file=path.name, line=str(number), reason=reason)
