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

    def lengths(self, windows: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many tokens each window has, (n_windows,) int64."""
        spans = self.spans[windows]
        counts: NDArray[np.int64] = spans[:, 1] - spans[:, 0]
        return counts

    def places(self, windows: NDArray[np.int64]) -> NDArray[np.int32]:
        """The offsets of all tokens of the windows, in their order."""
        spans = self.spans[windows].tolist()
        return np.concatenate([self.offsets[:0], *(self.offsets[a:b] for a, b in spans)])

    def similarities(self, question: Floats, windows: NDArray[np.int64]) -> Floats:
        """Cosines of shape (n_question_tokens, n_tokens) float32 with the tokens of the
        windows, one window's after the other's.

        ``question`` is (n_question_tokens, dim) float32, as the encoder gave it.
        """
        ends = np.cumsum(self.lengths(windows)).tolist()
        tokens = np.empty((ends[-1] if ends else 0, self.tokens.shape[1]), dtype=np.float32)
        begin, kept = 0, self.tokens.view(np.ndarray)
        for (first, last), end in zip(self.spans[windows].tolist(), ends, strict=True):
            tokens[begin:end] = kept[first:last]
            begin = end
        centred = normalise(question - self.centre) / np.float32(SCALE)
        # The product is small: waking more threads costs more than it gives.
        with _threads().limit(limits=1, user_api="blas"):
            cosines: Floats = centred @ tokens.T
        return cosines
