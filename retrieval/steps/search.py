"""Search: encode, retrieve and rank in turn, among the clauses that answer on the day."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.concepts import Concepts
from retrieval.encoder import Encoded, Encoder
from retrieval.index.lexical import words_of
from retrieval.index.parts import IndexParts
from retrieval.steps.coverage import covered
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.judge import Evidence, Facts, JudgeWeights, evidence
from retrieval.steps.rank import RankingWeights, Signals, filled, rank, signals
from retrieval.steps.retrieve import Candidates, FirstScores, first_scores, retrieve
from retrieval.steps.second_look import Looks, look
from retrieval.stopwatch import Stopwatch

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

SECOND_LOOK = 40
"""How many clauses get the second look."""

APART = 2
"""How many clauses that do not answer that day are offered beside."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """The candidates in their final order.

    ``order`` (n,) are positions in ``candidates``, best first, ``scores`` (n,) their scores.
    ``apart`` are clause rows that fit the question but do not answer on the day.
    ``holds`` is false when nothing answers on that day and the ranking is of what does not.
    ``rival_margin`` is the weights'. ``told`` (n,) marks candidates with known questions.
    """

    candidates: Candidates
    looks: Looks
    signals: Signals
    told: Mask
    order: NDArray[np.int64]
    scores: Floats
    facts: Facts
    apart: tuple[int, ...]
    holds: bool
    rival_margin: float

    def rows(self) -> list[int]:
        """Clause rows, best first."""
        return [int(row) for row in self.candidates.rows[self.order]]

    def probability(self, judge: JudgeWeights) -> float:
        """The chance in [0, 1] that the best clause answers; 0 when there is none."""
        if not self.holds or not len(self.order):
            return 0.0
        return judge.probability(self._evidence())

    def _evidence(self) -> Evidence:
        return evidence(self.facts, self.signals, self.order, self.scores, self.told)

    def references(self, index: IndexParts, count: int) -> list[tuple[str, float]]:
        """The first ``count`` distinct clause references with their scores."""
        best: dict[str, float] = {}
        for row, score in zip(self.rows(), self.scores, strict=True):
            best.setdefault(index.clauses[row].reference, float(score))
        return list(best.items())[:count]


def search(
    inquiry: Inquiry,
    index: IndexParts,
    encoder: Encoder,
    concepts: Concepts,
    allowed: Mask,
    weights: RankingWeights,
    watch: Stopwatch,
) -> Ranking:
    """Rank the clauses that ``allowed`` (n_clauses,) lets in; all clauses if it lets in none."""
    understood = inquiry.understood
    holds = bool(allowed.any())
    mask = allowed if holds else np.ones_like(allowed)
    text = understood.expanded
    with watch.step("encode"):
        encoded = encoder.encode_question(text)
    with watch.step("retrieve"):
        meant = concepts.find(understood.asked)
        scored = first_scores(index, encoded.vector, text, meant)
        found = retrieve(index, scored, mask)
        apart = _apart(index, scored, ~mask, found)
    with watch.step("rank"):
        candidates = found.first(SECOND_LOOK)
        looks = look(index, encoded, rarity(index, text, encoded), candidates.rows)
        told = index.asked.told(candidates.rows)
        near = index.asked.near(encoded.vector, candidates.rows)
        likeness = index.asked.likeness(encoded.vector, near, told, index.outside)
        known = signals(index, candidates, looks, inquiry.asked, likeness)
        seen = filled(known, told, weights, index.asked.scarce(candidates.rows))
        order, scores = rank(seen, weights)
    return Ranking(
        candidates=candidates,
        looks=looks,
        signals=seen,
        told=told,
        order=order,
        scores=scores,
        facts=_facts(inquiry, index, encoded, candidates, near),
        apart=apart,
        holds=holds,
        rival_margin=weights.rival_margin,
    )


def _facts(
    inquiry: Inquiry,
    index: IndexParts,
    encoded: Encoded,
    candidates: Candidates,
    near: Floats,
) -> Facts:
    mean, deviation = index.dense.spread(encoded.vector)
    return Facts(
        mean=mean,
        deviation=deviation,
        outside=float((index.outside @ encoded.vector).max(initial=0.0)),
        length=float(np.log1p(len(encoded.tokens))),
        who=float(inquiry.understood.asks_who),
        wants=float(len(inquiry.understood.wants)),
        size=float(np.log1p(len(index.clauses))),
        near=near,
        covered=covered(index, inquiry.understood.asked, candidates.rows),
    )


def _apart(
    index: IndexParts, scored: FirstScores, others: Mask, found: Candidates
) -> tuple[int, ...]:
    """Clauses that do not answer that day, if they fit at least as well as the best that do."""
    if not others.any():
        return ()
    beside = retrieve(index, scored, others).first(APART)
    bar = found.fused[2] if len(found.fused) > 2 else 0.0
    return tuple(
        int(row) for row, fused in zip(beside.rows, beside.fused, strict=True) if fused >= bar
    )


def rarity(index: IndexParts, asked: str, encoded: Encoded) -> Floats:
    """A weight for every token of the question, (n_tokens,), summing to 1.

    The rarer a token's word is in the corpus, the more it says: the logarithm of the number
    of clauses over the number of those that hold the word (inverse document frequency).
    """
    total = len(index.clauses)
    weights = [
        np.log((total + 1) / (1 + index.word_counts.get(_word_at(asked, int(start)), 0))) + 0.1
        for start, _ in encoded.offsets
    ]
    together = np.asarray(weights, dtype=np.float32)
    return together / together.sum() if len(together) else together


def _word_at(text: str, place: int) -> str:
    start = place
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    end = place
    while end < len(text) and text[end].isalnum():
        end += 1
    words = words_of(text[start:end])
    return words[0] if words else ""
