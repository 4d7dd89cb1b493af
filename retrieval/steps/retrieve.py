"""Retrieve: the clauses worth a second look, by the fused first scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.index.lexical import ngrams
from retrieval.index.parts import IndexParts

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

DEPTH = 200
"""How many clauses each part proposes."""

_DENSE, _WORDS, _CONCEPTS, _ASKED = 0.7, 0.3, 0.2, 0.3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """Clauses with their first scores, best first.

    ``rows`` (n,) int64 are clause rows; ``dense``, ``words``, ``concepts`` and ``asked`` (n,)
    float32 are z-scores: how many standard deviations over the mean of all clauses (``asked``:
    of those that have known questions); ``fused`` is their weighted sum.
    """

    rows: Rows
    dense: Floats
    words: Floats
    concepts: Floats
    asked: Floats
    fused: Floats

    def first(self, count: int) -> "Candidates":
        """The best ``count`` of them."""
        return Candidates(
            rows=self.rows[:count],
            dense=self.dense[:count],
            words=self.words[:count],
            concepts=self.concepts[:count],
            asked=self.asked[:count],
            fused=self.fused[:count],
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FirstScores:
    """How well every clause fits a question, whatever the day.

    ``vector`` (dim,) float32 is the question's. ``words`` and ``concepts`` (n_clauses,)
    float32 are BM25 scores, ``words_z`` and ``concepts_z`` the same as z-scores; ``asked_z``
    are those of the clauses' known questions.
    """

    vector: Floats
    words: Floats
    concepts: Floats
    words_z: Floats
    concepts_z: Floats
    asked_z: Floats


def first_scores(
    index: IndexParts, vector: Floats, searched: str, concepts: list[str]
) -> FirstScores:
    """Score every clause by n-grams of ``searched`` and by ``concepts``, once for a question."""
    terms = ngrams(searched)
    words = index.words.bm25(terms)
    shared = index.concepts.bm25(concepts)
    return FirstScores(
        vector=vector,
        words=words,
        concepts=shared,
        words_z=_standard(words),
        concepts_z=_standard(shared),
        asked_z=index.asked.standard(index.asked.words.bm25(terms)),
    )


def retrieve(index: IndexParts, scores: FirstScores, allowed: Mask) -> Candidates:
    """The clauses that ``allowed`` (n_clauses,) lets in, by every first score."""
    near = index.dense.nearest(scores.vector, DEPTH, allowed)
    said = _highest(scores.words, DEPTH, allowed)
    meant = _highest(scores.concepts, DEPTH // 2, allowed)
    asked = _highest(scores.asked_z, DEPTH // 2, allowed)
    rows = np.unique(np.concatenate([near, said, meant, asked])).astype(np.int64)
    cosine = index.dense.cosine(scores.vector, rows)
    mean, deviation = index.dense.spread(scores.vector)
    dense_z = (cosine - np.float32(mean)) / np.float32(deviation)
    words_z, concepts_z, asked_z = (
        scores.words_z[rows],
        scores.concepts_z[rows],
        scores.asked_z[rows],
    )
    fused = _DENSE * dense_z + _WORDS * words_z + _CONCEPTS * concepts_z + _ASKED * asked_z
    order = np.argsort(-fused, kind="stable")
    return Candidates(
        rows=rows[order],
        dense=dense_z[order],
        words=words_z[order],
        concepts=concepts_z[order],
        asked=asked_z[order],
        fused=fused[order],
    )


def _highest(scores: Floats, count: int, allowed: Mask) -> Rows:
    """Rows of the highest scores above zero among the allowed."""
    rows = np.flatnonzero(allowed & (scores > 0))
    if len(rows) > count:
        rows = rows[np.argpartition(-scores[rows], count)[:count]]
    return rows


def _standard(scores: Floats) -> Floats:
    """z-scores; all zero when the scores do not differ."""
    deviation = scores.std()
    if deviation == 0:
        return np.zeros_like(scores)
    standard: Floats = (scores - scores.mean()) / deviation
    return standard
