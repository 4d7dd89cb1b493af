"""The second look: the question's tokens against the tokens of the best clauses.

The score is late interaction: for every token of the question its best match in the clause,
averaged (Khattab and Zaharia 2020, ColBERT), with the tokens' common centre taken away.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder import Encoded
from retrieval.index.parts import IndexParts

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Looks:
    """Late interaction of each candidate, (n,) float32 each, and where it looked.

    ``even`` weighs the question's tokens alike, ``rare`` by how rare their words are in the
    corpus. ``cosines`` (n_question_tokens, n_tokens) are with the tokens of all candidates,
    ``offsets`` (n_tokens,) their places in their documents' text; ``cuts`` (n + 1,) says
    where each candidate's begin. ``weights`` (n_question_tokens,) sum to 1.
    """

    even: Floats
    rare: Floats
    cosines: Floats
    offsets: NDArray[np.int32]
    cuts: Rows
    weights: Floats

    def match(self, position: int) -> tuple[NDArray[np.int32], Floats]:
        """Where a candidate's tokens stand, (n_tokens,), and how well each matches the
        question, (n_question_tokens, n_tokens): what the decisive sentence is chosen by."""
        inside = slice(self.cuts[position], self.cuts[position + 1])
        return self.offsets[inside], self.weights[:, None] * self.cosines[:, inside]


def look(index: IndexParts, question: Encoded, weights: Floats, rows: Rows) -> Looks:
    """Compare the question with the clauses ``rows``; ``weights`` (n_tokens,) sum to 1."""
    clause_rows = index.windows[:, 0]
    first = np.searchsorted(clause_rows, rows, side="left")
    counts = np.searchsorted(clause_rows, rows, side="right") - first
    begins = np.cumsum(counts) - counts
    windows = np.repeat(first - begins, counts) + np.arange(counts.sum())
    if not len(windows) or not len(question.tokens):
        return _nothing(len(rows), weights)
    cosines = index.tokens.similarities(question.tokens, windows)
    lengths = index.tokens.lengths(windows)
    best = _best(cosines, lengths)
    ends = np.concatenate([[0], np.cumsum(lengths)])
    return Looks(
        even=np.maximum.reduceat(best.mean(axis=0), begins),
        rare=np.maximum.reduceat(weights @ best, begins),
        cosines=cosines,
        offsets=index.tokens.places(windows),
        cuts=ends[np.append(begins, len(windows))],
        weights=weights,
    )


def _best(cosines: Floats, lengths: Rows) -> Floats:
    """Each question token's best match in each window, (n_question_tokens, n_windows).

    At least 0; a window without tokens matches nothing.
    """
    best = np.zeros((len(cosines), len(lengths)), dtype=np.float32)
    some = lengths > 0
    if some.any():
        begins = (np.cumsum(lengths) - lengths)[some]
        best[:, some] = np.maximum(np.maximum.reduceat(cosines, begins, axis=1), 0)
    return best


def _nothing(count: int, weights: Floats) -> Looks:
    return Looks(
        even=np.zeros(count, dtype=np.float32),
        rare=np.zeros(count, dtype=np.float32),
        cosines=np.zeros((len(weights), 0), dtype=np.float32),
        offsets=np.zeros(0, dtype=np.int32),
        cuts=np.zeros(count + 1, dtype=np.int64),
        weights=weights,
    )
