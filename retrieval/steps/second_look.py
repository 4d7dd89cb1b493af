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
    corpus. ``matches`` holds per candidate the token offsets in the document's text
    (n_tokens,) and the weighted matches (n_question_tokens, n_tokens): what the decisive
    sentence is chosen by.
    """

    even: Floats
    rare: Floats
    matches: tuple[tuple[NDArray[np.int32], Floats], ...]


def look(index: IndexParts, question: Encoded, weights: Floats, rows: Rows) -> Looks:
    """Compare the question with the clauses ``rows``; ``weights`` (n_tokens,) sum to 1."""
    clause_rows = index.windows[:, 0]
    first = np.searchsorted(clause_rows, rows, side="left")
    last = np.searchsorted(clause_rows, rows, side="right")
    windows = [np.arange(a, b) for a, b in zip(first, last, strict=True)]
    if not windows or len(question.tokens) == 0:
        empty = np.zeros(len(rows), dtype=np.float32)
        nothing = (np.zeros(0, np.int32), np.zeros((0, 0), np.float32))
        return Looks(even=empty, rare=empty, matches=(nothing,) * len(rows))
    flat = np.concatenate(windows)
    matrices = index.tokens.similarities(question.tokens, flat)
    spans = index.tokens.spans
    best = np.stack([matrix.max(axis=1, initial=0.0) for matrix in matrices])
    cuts = np.cumsum([len(group) for group in windows]) - [len(group) for group in windows]
    matches = tuple(
        (
            np.concatenate([index.tokens.offsets[spans[w, 0] : spans[w, 1]] for w in group]),
            weights[:, None] * np.concatenate(matrices[cut : cut + len(group)], axis=1),
        )
        for group, cut in zip(windows, cuts, strict=True)
    )
    return Looks(
        even=np.maximum.reduceat(best.mean(axis=1), cuts),
        rare=np.maximum.reduceat(best @ weights, cuts),
        matches=matches,
    )
