"""Token vectors of all windows, for the second look (late interaction).

For every token of the question the most similar token of the clause counts, and the mean
over the question's tokens is the score (Khattab and Zaharia 2020, ColBERT). A centre, the
mean token of this model, is taken away first: without that most of a similarity is what all
tokens share. Tokens are kept as int8: the ranking is the same and the index a quarter as
large.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from retrieval.encoding.encoded import normalise

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]

SCALE = 127.0
CONTEXT = -1
"""The offset of a token that stands in the headings, not in the clause itself."""


def packed(tokens: Floats, centre: Floats) -> Bytes:
    """Centre (n_tokens, dim) float32 token vectors, scale them to length 1, keep as int8."""
    return np.round(normalise(tokens - centre) * SCALE).astype(np.int8)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TokenIndex:
    """Token vectors and their places.

    ``tokens`` (n_tokens, dim) int8, may be memory-mapped; ``centre`` (dim,) float32;
    ``spans`` (n_windows, 2) int64 are each window's first and last-plus-one token;
    ``offsets`` (n_tokens,) int32 is the place in the document's text at which a token
    begins, ``CONTEXT`` for tokens of the headings.
    """

    tokens: Bytes
    centre: Floats
    spans: NDArray[np.int64]
    offsets: NDArray[np.int32]

    def similarities(self, question: Floats, windows: NDArray[np.int64]) -> list[Floats]:
        """A (n_question_tokens, n_window_tokens) float32 matrix of cosines for each window.

        ``question`` is (n_question_tokens, dim) float32, as the encoder gave it.
        """
        if len(windows) == 0:
            return []
        parts = [self.tokens[first:last] for first, last in self.spans[windows]]
        centred = normalise(question - self.centre) / np.float32(SCALE)
        clauses = np.concatenate(parts).astype(np.float32)
        # The product is small: waking more threads costs more than it gives.
        with _threads().limit(limits=1, user_api="blas"):
            together = centred @ clauses.T
        cuts = np.cumsum([len(part) for part in parts])[:-1]
        return np.split(together, cuts, axis=1)
