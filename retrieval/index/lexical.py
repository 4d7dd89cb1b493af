"""The lexical parts: BM25 over terms that are not words.

Two kinds of term are indexed. Character n-grams within words: Swedish writes its terms
together (hemsjukvårdsärende, utskrivningsklar) and people misspell them, and pieces of four
and five characters meet both. And concepts (``retrieval.concepts``): one term for all the
ways in which the same thing is said. Scores are called ``bm25``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

SIZES = (4, 5)
_WORD = re.compile(r"[^\W_]+")
_NO_TERM = "\0"


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def ngrams(text: str) -> list[str]:
    """The n-grams of every word, the word's ends marked; short words stay whole."""
    return [gram for word in words_of(text) for gram in _grams_of(word)]


def _grams_of(word: str) -> Iterator[str]:
    marked = f"_{word}_"
    if len(marked) <= SIZES[0]:
        yield marked
        return
    for size in SIZES:
        yield from (marked[i : i + size] for i in range(len(marked) - size + 1))


class LexicalIndex:
    """BM25 scores of every clause for the terms of a question."""

    def __init__(self, bm25: Any, rows: int) -> None:  # bm25s carries no types
        self._bm25 = bm25
        self._vocabulary: dict[str, int] = bm25.vocab_dict
        self.rows = rows

    @classmethod
    def build(cls, terms: Sequence[Sequence[str]]) -> "LexicalIndex":
        """Index one list of terms a clause."""
        bm25 = bm25s.BM25()
        # The library needs one term at least; a corpus may hold none of a kind.
        said = [list(each) for each in terms] if any(terms) else [[_NO_TERM] for _ in terms]
        bm25.index(said, show_progress=False)
        return cls(bm25, len(terms))

    def bm25(self, terms: Iterable[str]) -> Floats:
        """Scores of shape (n_clauses,), float32; zero where nothing is shared.

        A term counts once however often the question says it.
        """
        # The empty term is the library's own mark and has no scores.
        known = sorted({self._vocabulary[t] for t in terms if t and t in self._vocabulary})
        if not known:
            return np.zeros(self.rows, dtype=np.float32)
        scores: Floats = self._bm25.get_scores(known)
        return scores

    def standing(self, terms: Sequence[str], rows: Rows) -> tuple[Rows, Mask]:
        """In how many clauses each term stands, (n_terms,), and whether in each of ``rows``,
        (n_terms, n_rows)."""
        begins, holders = self._bm25.scores["indptr"], self._bm25.scores["indices"]
        found = [self._vocabulary.get(term) if term else None for term in terms]
        known = np.asarray([n is not None for n in found], dtype=np.bool_)
        numbers = np.asarray([n for n in found if n is not None], dtype=np.int64)
        counts = np.zeros(len(terms), dtype=np.int64)
        counts[known] = begins[numbers + 1] - begins[numbers]
        # Every holder of every term in one row, each with its term and its column, if it has one.
        term_of = np.repeat(np.arange(len(terms)), counts)
        starts = np.zeros(len(terms), dtype=np.int64)
        starts[known] = begins[numbers]
        places = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        columns = np.full(self.rows, -1, dtype=np.int64)
        columns[rows] = np.arange(len(rows))
        column_of = columns[holders[np.repeat(starts, counts) + places]]
        asked = column_of >= 0
        here = np.zeros((len(terms), len(rows)), dtype=np.bool_)
        here[term_of[asked], column_of[asked]] = True
        return counts, here

    def save(self, folder: Path) -> None:
        """Write the part into a folder of its own."""
        self._bm25.save(str(folder), show_progress=False)

    @classmethod
    def load(cls, folder: Path, rows: int) -> "LexicalIndex":
        """Read a part that ``save`` wrote."""
        return cls(bm25s.BM25.load(str(folder), show_progress=False), rows)
