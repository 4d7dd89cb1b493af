"""The model agreement as the product reads it, for the tests of the texts and of the questions."""

import re
from functools import cache
from pathlib import Path

from corpus.clause import Clause
from corpus.folder import Corpus, read_folder

FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "documents"
LAWS = Path(__file__).resolve().parents[3] / "shared" / "lagar"

MAIN = "modell-huvudavtal"
SUPPLEMENTS = {
    "modell-lakarmedverkan": ("läkarmedverkan", "A", 10),
    "modell-utskrivning": ("in- och utskrivning", "B", 12),
    "modell-psykisk-halsa": ("psykisk funktionsnedsättning", "C", 10),
    "modell-munhalsa": ("munhälsa", "D", 8),
}
"""Each free-standing document: how others name it, its letter and its number of clauses."""

INTRODUCTION = "inledning"
"""The id of the paragraph between a document's title and its first numbered clause."""


@cache
def corpus() -> Corpus:
    return read_folder(FOLDER)


@cache
def numbered() -> dict[str, Clause]:
    """Every numbered clause by its full id, in the order of the text."""
    return {c.reference: c for c in corpus().clauses if c.id != INTRODUCTION}


@cache
def bodies() -> dict[str, str]:
    """The text of every numbered clause by its full id."""
    texts = {document.id: document.text for document in corpus().documents}
    return {
        reference: texts[clause.document][clause.start : clause.end]
        for reference, clause in numbered().items()
    }


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of ``length`` words in the text."""
    all_words = words(text)
    return {tuple(all_words[i : i + length]) for i in range(len(all_words) - length + 1)}
