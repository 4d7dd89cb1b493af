"""The vocabulary: how people say what documents call something else."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class Term(BaseModel):
    """One concept: the documents' word, and the other ways to say it.

    ``text`` are other words that documents use, ``written`` what people write in Swedish,
    ``english`` what they write in English.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    means: str
    text: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    expands: bool = False
    terms: tuple[Term, ...]


@cache
def _shipped() -> tuple[_File, ...]:
    folder = files("retrieval") / "data" / "vocabulary"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(
        _File.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in found
        if file.name.endswith(".toml")
    )


def read_vocabulary() -> tuple[Term, ...]:
    """Every term of the files that come with the program, in the order of their names."""
    return tuple(term for file in _shipped() for term in file.terms)


def expanding_terms() -> tuple[Term, ...]:
    """The terms of the files that say ``expands = true``: slang and abbreviations, which are
    written out in the question before the search."""
    return tuple(term for file in _shipped() if file.expands for term in file.terms)
