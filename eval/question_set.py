"""Known questions with the clauses that answer them, one JSON object a line."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.party import Principal
from eval.jsonl import bad_line, numbered_rows, read_bytes


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
    raw = read_bytes(path)
    questions: dict[str, Question] = {}
    for number, question in numbered_rows(path, raw, Question):
        if question.id in questions:
            raise bad_line(path, number, f"id {question.id}: already used / redan använt")
        questions[question.id] = question
    return QuestionSet(
        name=path.stem,
        file=path.name,
        sha256=sha256(raw).hexdigest(),
        questions=tuple(questions.values()),
    )
