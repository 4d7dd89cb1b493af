"""Annotated sentences, one JSON object a line.

A row is a text of its own (``text``, with ``title`` and ``headings`` where they matter), or a
sentence of a document by clause and number (``clause``, ``sentence``), whose words are then
not repeated. ``duties`` holds what it lays on whom; it is empty for a sentence that lays
nothing on anybody.
"""

from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.duty import Modality, Phase
from corpus.party import Principal
from eval.jsonl import read_rows


class GoldDuty(BaseModel):
    """One duty. ``principals`` never holds ``both``: a shared duty holds several."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    principals: tuple[Principal, ...]
    roles: tuple[str, ...]
    modality: Modality
    phase: Phase


class GoldSentence(BaseModel):
    """A row: where the sentence stands, and what it says. ``part`` tells who has seen it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: str
    text: str | None = None
    title: str | None = None
    headings: tuple[str, ...] = ()
    clause: str | None = None
    sentence: int = Field(default=0, ge=0)
    duties: tuple[GoldDuty, ...]

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.text is None) == (self.clause is None):
            raise ValueError("either text or clause")
        return self

    @property
    def name(self) -> str:
        """The text, or the clause and the sentence's number."""
        return self.text or f"{self.clause} {self.sentence}"


def read_gold(path: Path, part: str | None = None) -> tuple[GoldSentence, ...]:
    """The rows of ``part``, or all. Raises MissingQuestions and BadQuestion, naming the line."""
    rows = read_rows(path, GoldSentence)
    return tuple(row for row in rows if part is None or row.part == part)
