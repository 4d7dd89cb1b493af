"""The known questions beside the clauses, as the search sees them.

Two ways to see that a new question is like one that a clause is known to answer: by words
(BM25 over the n-grams of all of a clause's known questions) and by meaning (the cosine with
the nearest of them). A clause without known questions has neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from retrieval.index.dense import DenseIndex
from retrieval.index.lexical import LexicalIndex, ngrams

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]

ENOUGH = 5
"""With so many known questions a clause that none of them resembles is hardly asked about; every
clause that the shipped ones know has as many. A few say less: they cover a part of a clause."""


@dataclass(frozen=True, kw_only=True, eq=False)
class AskedIndex:
    """Every known question beside every clause that answers it.

    ``rows`` (n_pairs,) int32, ascending, are clause rows; ``dense`` holds the questions'
    vectors in that order and ``digests`` what each was encoded from. ``words`` has one row a
    clause.
    """

    words: LexicalIndex
    dense: DenseIndex
    rows: NDArray[np.int32]
    digests: tuple[str, ...]

    @classmethod
    def build(
        cls,
        clauses: int,
        dim: int,
        rows: Sequence[int],
        texts: Sequence[str],
        vectors: Sequence[Floats],
        digests: Sequence[str],
    ) -> "AskedIndex":
        """One pair a position: the clause's row, the question as it is searched, its vector."""
        order = np.argsort(np.asarray(rows, dtype=np.int64), kind="stable").tolist()
        said: list[list[str]] = [[] for _ in range(clauses)]
        for position in order:
            said[rows[position]].append(texts[position])
        ordered = np.asarray([rows[position] for position in order], dtype=np.int32)
        stacked = np.asarray([vectors[position] for position in order], dtype=np.float32)
        return cls(
            words=LexicalIndex.build(
                [list(chain.from_iterable(map(ngrams, each))) for each in said]
            ),
            dense=DenseIndex.build(stacked.reshape(len(order), dim), ordered),
            rows=ordered,
            digests=tuple(digests[position] for position in order),
        )

    @classmethod
    def none(cls, clauses: int, dim: int) -> "AskedIndex":
        """No known question beside any of the clauses."""
        return cls.build(clauses, dim, (), (), (), ())

    @cached_property
    def _has(self) -> NDArray[np.int32]:
        """The clauses that have known questions."""
        return np.unique(self.rows)

    def beside(self) -> tuple[str, ...]:
        """One text a pair: the clause's row and the question's digest."""
        return tuple(f"{row} {digest}" for row, digest in zip(self.rows, self.digests, strict=True))

    def told(self, rows: Rows) -> Mask:
        """Which of the clauses ``rows`` have known questions, (len(rows),)."""
        return np.isin(rows, self._has)

    def scarce(self, rows: Rows) -> Mask:
        """Which of the clauses ``rows`` have known questions, but fewer than ``ENOUGH``."""
        counts = np.bincount(self.rows, minlength=int(rows.max(initial=-1)) + 1)[rows]
        return (counts > 0) & (counts < ENOUGH)

    def standard(self, scores: Floats) -> Floats:
        """BM25 scores (n_clauses,) as z-scores over the clauses that have known questions; 0
        for the others."""
        has = self._has
        standard = np.zeros_like(scores)
        if len(has) and (deviation := scores[has].std()) > 0:
            standard[has] = (scores[has] - scores[has].mean()) / deviation
        return standard

    def near(self, question: Floats, rows: Rows) -> Floats:
        """The cosine with the nearest known question of each clause, (len(rows),) float32.

        0 for a clause that has none.
        """
        found = np.zeros(len(rows), dtype=np.float32)
        told = self.told(rows)
        if told.any():
            order = np.argsort(rows[told])
            places = np.flatnonzero(told)[order]
            found[places] = self.dense.cosine(question, rows[told][order])
        return found

    def likeness(self, question: Floats, near: Floats, told: Mask, outside: Floats) -> Floats:
        """Cosines as z-scores, 0 where ``told`` says that there are no known questions.

        They are measured by all known questions and by questions that no corpus answers
        (``outside``, (n, dim)): a few known questions alone do not tell what is usual.
        """
        mean, deviation = self.dense.spread(question)
        known, others = len(self.rows), outside @ question
        count = max(known + len(others), 1)
        both = (known * mean + others.sum()) / count
        square = (known * (mean**2 + deviation**2) + (others**2).sum()) / count
        spread = max(float(square - both**2), 1e-12) ** 0.5
        standard = ((near - both) / spread).astype(np.float32)
        return np.where(told, standard, np.float32(0))
