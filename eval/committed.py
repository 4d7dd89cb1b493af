"""The committed baseline: what the gate holds a new result against.

A small file without any text of a question or an answer, one question a line so that a
change can be read in its history.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.party import Principal
from corpus.system_reason import system_reason
from eval.errors import BadBaseline, MissingBaseline, first_fault
from eval.outcome import Outcome
from eval.result_file import Result, Run, write_text
from retrieval.answer import AnswerStatus

VERSION = 1


class CommittedQuestion(BaseModel):
    """What became of a question. ``digest`` is of what was asked and expected.

    ``values`` are the gated figures' values for it, 0 to 1; those that say nothing about it
    are left out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    set: str
    id: str
    digest: str
    first: str | None
    status: AnswerStatus
    principals: tuple[Principal, ...]
    values: dict[str, float]

    @property
    def key(self) -> tuple[str, str]:
        return self.set, self.id


class Committed(BaseModel):
    """A whole baseline."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int
    run: Run
    questions: tuple[CommittedQuestion, ...]


def digest_of(outcome: Outcome) -> str:
    """Eight hex digits that change when the question or what is expected of it changes."""
    asked = [
        outcome.question,
        outcome.answerable,
        sorted(outcome.gold),
        outcome.expected_principals and sorted(outcome.expected_principals),
    ]
    return sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()[:8]


def committed(result: Result, values: Mapping[str, list[float | None]]) -> Committed:
    """The baseline of a result. ``values`` are (n_questions,) for each gated figure."""
    questions = [
        CommittedQuestion(
            set=outcome.set,
            id=outcome.id,
            digest=digest_of(outcome),
            first=outcome.first,
            status=outcome.status,
            principals=outcome.principals,
            values={
                name: round(found, 4)
                for name, of_all in values.items()
                if (found := of_all[n]) is not None
            },
        )
        for n, outcome in enumerate(result.questions)
    ]
    return Committed(version=VERSION, run=result.run, questions=tuple(questions))


def write_committed(path: Path, baseline: Committed) -> None:
    """Write a baseline. Raises CannotWrite."""
    head = json.dumps(baseline.run.model_dump(mode="json"), ensure_ascii=False)
    lines = (
        json.dumps(question.model_dump(mode="json"), ensure_ascii=False)
        for question in baseline.questions
    )
    questions = ",\n".join(lines)
    write_text(path, f'{{"version": {VERSION}, "run": {head}, "questions": [\n{questions}\n]}}\n')


def read_committed(path: Path) -> Committed:
    """Read a baseline. Raises MissingBaseline and BadBaseline."""
    try:
        return Committed.model_validate_json(path.read_bytes())
    except OSError as error:
        raise MissingBaseline(file=str(path), reason=system_reason(error)) from error
    except ValidationError as error:
        raise BadBaseline(file=str(path), reason=first_fault(error)) from error
