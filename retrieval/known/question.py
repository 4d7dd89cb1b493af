"""Reading the files of known questions."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from corpus.errors import BadKnownQuestions
from corpus.folder_files import KNOWN_QUESTIONS
from corpus.system_reason import system_reason

FILE = KNOWN_QUESTIONS
"""The file of a document folder that holds its own known questions."""

SHIPPED = "known_questions"
EVERY = "both"
_Written = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""A ``Signature`` as it is written."""


class KnownQuestion(BaseModel):
    """A line of a file: a question set's line (fields not named here are passed over).

    ``gold`` are full references. ``signatures`` are those of the clauses' texts when the
    question was written, in the order of ``gold``; without them the reference alone counts.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str
    gold: tuple[str, ...] = ()
    signatures: tuple[_Written, ...] = ()
    corpus: str | None = None


@cache
def shipped_questions() -> tuple[KnownQuestion, ...]:
    """The questions that come with the program and that some text answers."""
    return tuple(each for each in _shipped() if each.gold)


@cache
def outside_questions() -> tuple[str, ...]:
    """Questions from chat that no corpus of this kind answers."""
    return tuple(each.question for each in _shipped() if not each.gold and each.corpus == EVERY)


def own_questions(folder: Path) -> tuple[KnownQuestion, ...]:
    """The known questions of a document folder; none when it has no such file.

    Raises ``BadKnownQuestions``, naming the line.
    """
    file = folder / FILE
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else ("UTF-8", "UTF-8")
        raise BadKnownQuestions(file=str(file), line="–", reason=reason) from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found.append(_own(line, file, number))
    return tuple(each for each in found if each.gold)


def _own(line: str, file: Path, number: int) -> KnownQuestion:
    try:
        return KnownQuestion.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        told = f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}".strip(": ")
        raise BadKnownQuestions(file=str(file), line=str(number), reason=(told, told)) from error


def _shipped() -> Iterator[KnownQuestion]:
    folder = files("retrieval") / "data" / SHIPPED
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".jsonl"):
            for line in entry.read_text(encoding="utf-8").splitlines():
                yield KnownQuestion.model_validate(json.loads(line))
