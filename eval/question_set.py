"""Known questions with the clauses that answer them, one JSON object a line."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.party import Principal
from corpus.system_reason import system_reason
from eval.errors import BadQuestion, MissingQuestions

NOT_JSON = "not a JSON object"


class Question(BaseModel):
    """A question as the contract has it. Fields that are not named here are carried along.

    ``gold`` holds full references, ``doc#clause``; it is empty when the corpus does not
    answer. ``principals`` is None when the set says nothing about them, and empty when the
    honest answer is that the text names nobody. ``corpus`` says against which documents a
    question is unanswerable; see ``eval.askable``.
    """

    model_config = ConfigDict(frozen=True, extra="allow", coerce_numbers_to_str=True)

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    gold: tuple[str, ...] = ()
    answerable: bool
    principals: tuple[Principal, ...] | None = None
    style: str | None = None
    type: str | None = None
    part: str | None = None
    on: date | None = None
    corpus: str | None = None

    @model_validator(mode="after")
    def _unanswerable_has_no_gold(self) -> Self:
        if not self.answerable and self.gold:
            raise ValueError("an unanswerable question has gold clauses")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """The questions of one file. ``name`` is the file's stem, ``sha256`` of its bytes."""

    name: str
    file: str
    sha256: str
    questions: tuple[Question, ...]


def read_question_set(path: Path) -> QuestionSet:
    """Read a JSONL file; empty lines are passed over.

    Raises MissingQuestions when the file cannot be read, and BadQuestion, naming the line,
    for a line that is no question or repeats an id.
    """
    try:
        raw = path.read_bytes()
        lines = raw.decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else "UTF-8"
        raise MissingQuestions(file=str(path), reason=reason) from error
    questions: dict[str, Question] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        question = _question(line, path, number)
        if question.id in questions:
            raise _bad(path, number, f"id {question.id}: already used / redan använt")
        questions[question.id] = question
    return QuestionSet(
        name=path.stem,
        file=path.name,
        sha256=sha256(raw).hexdigest(),
        questions=tuple(questions.values()),
    )


def _question(line: str, path: Path, number: int) -> Question:
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise _bad(path, number, NOT_JSON)
        return Question.model_validate(fields)
    except json.JSONDecodeError as error:
        raise _bad(path, number, f"{NOT_JSON}: {error.msg}, {error.colno}") from error
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise _bad(path, number, f"{field}: {fault['msg']}".strip(": ")) from error


def _bad(path: Path, line: int, reason: str) -> BadQuestion:
    return BadQuestion(file=path.name, line=str(line), reason=reason)
