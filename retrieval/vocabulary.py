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


@cache
def read_vocabulary() -> tuple[Term, ...]:
    """Every term of the files that come with the program, in the order of their names."""
    folder = files("retrieval") / "data" / "vocabulary"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(
        Term.model_validate(term)
        for file in found
        if file.name.endswith(".toml")
        for term in tomllib.loads(file.read_text(encoding="utf-8"))["terms"]
    )
