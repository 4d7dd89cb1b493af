"""Plain ways to search the same clauses, to see what each part of ours adds.

Three that anybody would try first: BM25 over Snowball stems; the cosine of the question, as
it was written, with the service's own model; and the two joined by reciprocal rank fusion
(Cormack, Clarke and Büttcher 2009, k = 60). Each sees what our own search sees: the same
text of a clause, the same vectors, only the clauses that hold on the asked day. Where the
service's model was adapted to questions, the cosine without that is a fourth; and where the
index holds known questions, our own search without them is a fifth: what a new agreement gets
on its first day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.progress import Progress
from corpus.stems import stem
from eval.outcome import Outcome
from eval.ranking import DEPTH
from retrieval.encoder import Encoder
from retrieval.index.asked import AskedIndex
from retrieval.index.build import searched_text
from retrieval.index.lexical import LexicalIndex, words_of
from retrieval.index.parts import IndexParts
from retrieval.service import AnsweringService
from retrieval.texts import SWEDISH
from retrieval.validity import holding

BASELINES = ("stems", "dense", "rrf")
UNADAPTED = "dense_unadapted"
UNTOLD = "untold"
K = 60
"""What reciprocal rank fusion adds to a place, so that the first places do not decide alone."""

PROPOSED = 100
"""How many clauses each of the two gives to the fusion."""

STAGE = "baselines"
Rows = Sequence[int]
Mask = NDArray[np.bool_]


class Baselines:
    """The rankings of the clauses of one index.

    ``unadapted`` is the same model without its adapter for questions, where there is one.
    """

    def __init__(
        self, index: IndexParts, encoder: Encoder, unadapted: Encoder | None = None
    ) -> None:
        texts = {document.id: document.text for document in index.documents}
        self._index = index
        self._encoder = encoder
        self._unadapted = unadapted
        self._untold = without_known_questions(index, encoder) if len(index.asked.rows) else None
        self._stems = LexicalIndex.build(
            [stems(searched_text(each, texts[each.document])) for each in index.clauses]
        )
        self._holding = lru_cache(maxsize=64)(self._compute_holding)

    def rank(self, question: str, on: date) -> dict[str, tuple[str, ...]]:
        """For each method, by name, up to ten distinct clause references, best first."""
        allowed = self._holding(on)
        bm25 = self._stems.bm25(stems(question))
        said = [int(row) for row in np.argsort(-bm25, kind="stable") if allowed[row] and bm25[row]]
        near = self._nearest(self._encoder, question, allowed)
        orders = (said, near, fused(said[:PROPOSED], near[:PROPOSED]))
        found = dict(zip(BASELINES, map(self._references, orders), strict=True))
        if self._unadapted:
            plain = self._nearest(self._unadapted, question, allowed)
            found[UNADAPTED] = self._references(plain)
        if self._untold:
            inquiry = self._untold.inquire(question, on=on, lang=SWEDISH)
            ours = self._untold.rank(inquiry).references(self._index, DEPTH)
            found[UNTOLD] = tuple(reference for reference, _ in ours)
        return found

    def _nearest(self, encoder: Encoder, question: str, allowed: Mask) -> list[int]:
        vector = encoder.encode_question(question).vector
        windows = min(2 * PROPOSED, len(self._index.windows))
        return [int(row) for row in self._index.dense.nearest(vector, windows, allowed)]

    def _references(self, rows: Rows) -> tuple[str, ...]:
        distinct = dict.fromkeys(self._index.clauses[row].reference for row in rows)
        return tuple(distinct)[:DEPTH]

    def _compute_holding(self, on: date) -> Mask:
        """The clauses that hold on the day; all of them when none does, as in our search."""
        index = self._index
        mask = holding(index.documents, index.clauses, on, index.answers)
        return mask if mask.any() else np.ones_like(mask)


def without_known_questions(index: IndexParts, encoder: Encoder) -> AnsweringService:
    """The service on the same clauses, none of which has known questions."""
    none = AskedIndex.none(len(index.clauses), encoder.dim)
    return AnsweringService(replace(index, asked=none), encoder)


def stems(text: str) -> list[str]:
    """The stem of every word of a text."""
    return [stem(word) for word in words_of(text)]


def fused(*rankings: Rows) -> list[int]:
    """Rows by the sum of 1 / (k + place) over the rankings, places counted from 1.

    Equal sums keep the order in which the rows were first met.
    """
    score: dict[int, float] = {}
    for ranking in rankings:
        for place, row in enumerate(ranking, start=1):
            score[row] = score.get(row, 0.0) + 1 / (K + place)
    return sorted(score, key=lambda row: -score[row])


def with_baselines(
    outcomes: Sequence[Outcome], baselines: Baselines, progress: Progress
) -> tuple[Outcome, ...]:
    """The outcomes with every baseline's ranking added, for questions that have gold."""
    made = []
    for done, outcome in enumerate(outcomes):
        progress(STAGE, done, len(outcomes))
        found: Mapping[str, tuple[str, ...]] = (
            baselines.rank(outcome.question, outcome.on) if outcome.gold else {}
        )
        made.append(outcome.model_copy(update={"baselines": found}))
    progress(STAGE, len(outcomes), len(outcomes))
    return tuple(made)
