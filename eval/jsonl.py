"""Files of one JSON object a line, read so that a fault names its line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from corpus.system_reason import system_reason
from eval.errors import BadQuestion, MissingQuestions, first_fault

NOT_JSON = "not a JSON object"
Row = TypeVar("Row", bound=BaseModel)


def read_rows(path: Path, kind: type[Row]) -> tuple[Row, ...]:
    """Every row. Raises MissingQuestions, and BadQuestion, naming the line."""
    return tuple(row for _, row in numbered_rows(path, read_bytes(path), kind))


def read_bytes(path: Path) -> bytes:
    """The file as it is. Raises MissingQuestions."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingQuestions(file=str(path), reason=system_reason(error)) from error


def numbered_rows(path: Path, raw: bytes, kind: type[Row]) -> Iterator[tuple[int, Row]]:
    """Each row of ``raw``, the bytes of ``path``, with its line's number; empty lines are
    passed over. Raises MissingQuestions, and BadQuestion, naming the line."""
    try:
        lines = raw.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise MissingQuestions(file=str(path), reason="UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _row(path, number, line, kind)


def bad_line(path: Path, number: int, reason: str) -> BadQuestion:
    """The error for the line ``number``, ready to raise."""
    return BadQuestion(file=path.name, line=str(number), reason=reason)


def _row(path: Path, number: int, line: str, kind: type[Row]) -> Row:
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise bad_line(path, number, NOT_JSON)
        return kind.model_validate(fields)
    except json.JSONDecodeError as error:
        raise bad_line(path, number, f"{NOT_JSON}: {error.msg}, {error.colno}") from error
    except ValidationError as error:
        raise bad_line(path, number, first_fault(error)) from error
