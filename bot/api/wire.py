"""What the API takes and gives, as it stands in /openapi.json."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.asking.values import Reason, Verdict
from bot.question_length import LONGEST

_QUESTION = "Vem ansvarar när hemsjukvården avslutas?"
Id = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class AskRequest(BaseModel):
    """A question."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": _QUESTION, "lang": "sv", "thread": "a1b2"}]},
    )

    question: str = Field(
        description=f"At most {LONGEST} characters. Personal data is masked before anything "
        "else is done with it."
    )
    lang: Literal["sv", "en"] | None = Field(
        default=None, description="The answer's language; otherwise by Accept-Language, else sv."
    )
    on: date | None = Field(
        default=None, description="The day asked about (YYYY-MM-DD), otherwise today."
    )
    thread: Id | None = Field(
        default=None,
        description="Your own id of the conversation. A question that goes on from an earlier "
        "one of the thread is understood together with it.",
    )
    user: Id | None = Field(
        default=None,
        description="Your own id of the person who asks, best not a name. Only a keyed hash of "
        "it is kept; the limit for one person goes by it.",
    )


class FeedbackRequest(BaseModel):
    """What somebody thought of an answer."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "kX3o5m1cQ9aV7tS2bN8w4A",
                    "verdict": "down",
                    "reasons": ["wrong_clause"],
                    "comment": "Det står i punkt 3.17.",
                }
            ]
        },
    )

    id: Id = Field(description="The answer's `id`.")
    verdict: Verdict
    reasons: tuple[Reason, ...] = Field(default=(), max_length=len(Reason))
    comment: str = Field(
        default="", max_length=LONGEST, description="Free text; personal data is masked."
    )
    user: Id | None = Field(
        default=None,
        description="As in a question; a second verdict of the same user replaces the first.",
    )


class ErrorBody(BaseModel):
    """Every error: a key for programs and a message, with the mend, for people."""

    error: str = Field(examples=["empty_question"])
    message: str = Field(
        examples=["Skriv en fråga, till exempel: Vem ansvarar när hemsjukvården avslutas?"]
    )


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error responses of a route, for the documentation."""
    return {status: {"model": ErrorBody} for status in (*statuses, 500)}
