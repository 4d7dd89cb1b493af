"""The result of a run: what was asked, what came out, and with what it was made."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import CannotWrite
from corpus.system_reason import system_reason
from eval.errors import BadResult, first_fault
from eval.methods import method_totals
from eval.outcome import Outcome
from eval.question_set import QuestionSet
from eval.totals import by_document, grouped, totals

VERSION = 1


class Run(BaseModel):
    """What a result was made with. ``question_files`` maps file names to their SHA-256."""

    model_config = ConfigDict(frozen=True)

    command: str
    date: str
    index_fingerprint: str
    question_files: dict[str, str]
    part: str | None


def run_facts(
    *, command: str, date: str, fingerprint: str, sets: Sequence[QuestionSet], part: str | None
) -> Run:
    return Run(
        command=command,
        date=date,
        index_fingerprint=fingerprint,
        question_files={set_.file: set_.sha256 for set_ in sets},
        part=part,
    )


class Result(BaseModel):
    """A whole result file. ``totals`` and the groups are written from the questions."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    run: Run
    questions: tuple[Outcome, ...]


def result_wire(result: Result) -> dict[str, object]:
    """The result as the contract has it, with totals over everything and over each group,
    and the ranking figures of ours and every baseline where baselines were asked for.
    """
    outcomes = result.questions
    return {
        "version": VERSION,
        "run": result.run.model_dump(mode="json"),
        "totals": totals(outcomes),
        "sets": grouped(outcomes, lambda outcome: outcome.set),
        "styles": grouped(outcomes, lambda outcome: outcome.style),
        "types": grouped(outcomes, lambda outcome: outcome.type),
        "parts": grouped(outcomes, lambda outcome: outcome.part),
        "documents": by_document(outcomes),
        "baselines": method_totals(outcomes),
        "questions": [outcome.model_dump(mode="json") for outcome in outcomes],
    }


def write_text(path: Path, text: str) -> None:
    """Write ``text``, whole or not at all. Raises CannotWrite."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(draft).chmod(0o644)
            Path(draft).replace(path)
        finally:
            Path(draft).unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(folder=str(path.parent), reason=system_reason(error)) from error


def write_result(path: Path, wire: dict[str, object]) -> None:
    """Write the result file. Raises CannotWrite."""
    write_text(path, json.dumps(wire, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def read_result(path: Path) -> Result:
    """Read a result file. Raises BadResult."""
    try:
        return Result.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BadResult(file=str(path), reason=system_reason(error)) from error
    except ValidationError as error:
        raise BadResult(file=str(path), reason=first_fault(error)) from error
