"""Findings that somebody has seen and means to keep: ``findings.toml`` beside the documents.

The file is made to be kept under version control: one table for each finding, with the note
and the day. A finding whose words change gets another id and is shown again.
"""

import os
import tempfile
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BrokenFindings, CannotWrite
from corpus.folder_files import FINDINGS
from corpus.system_reason import system_reason

_UNREADABLE = (
    OSError,
    tomllib.TOMLDecodeError,
    UnicodeDecodeError,
    RecursionError,
    ValidationError,
    AttributeError,
)
"""What reading the file raises; nested too deep is RecursionError."""

LONGEST_NOTE = 1_000
"""Characters of a note."""


class Accepted(BaseModel):
    """Why a finding is meant, and since when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    note: str = Field(min_length=1, max_length=LONGEST_NOTE)
    on: date


def read_accepted(folder: Path) -> Mapping[str, Accepted]:
    """The accepted findings of ``folder`` by id; none when it has no such file.

    Raises BrokenFindings.
    """
    path = folder / FINDINGS
    if not path.is_file():
        return MappingProxyType({})
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("accepted", {})
        return {id: Accepted.model_validate(entry) for id, entry in entries.items()}
    except _UNREADABLE as error:
        raise BrokenFindings(file=FINDINGS) from error


def accept(folder: Path, id: str, note: str, on: date) -> None:
    """Write down that finding ``id`` is meant, keeping the rest of the file as it is.

    Raises BrokenFindings and CannotWrite.
    """
    read_accepted(folder)
    path = folder / FINDINGS
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    written = tomlkit.parse(text)
    accepted = written.setdefault("accepted", tomlkit.table(is_super_table=True))
    entry = tomlkit.table()
    entry.update({"note": note, "on": on})
    accepted[id] = entry
    try:
        _replace(path, tomlkit.dumps(written))
    except OSError as error:
        raise CannotWrite(folder=str(folder), reason=system_reason(error)) from error


def _replace(path: Path, text: str) -> None:
    """Whole or not at all."""
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
