"""How alike texts are by the pieces of their words: cosine of tf-idf weighted 4-grams.

Pieces of words stand inflection and compounds better than whole words do. Nothing is learnt
from anywhere else, so a comparison needs no model.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_WORD = re.compile(r"\w+")
_LENGTH = 4

Matrix = NDArray[np.float32]


def likeness(old: Sequence[str], new: Sequence[str]) -> Matrix:
    """The cosine of every old and every new text, (n_old, n_new) float32 from 0 to 1."""
    counts = [_pieces(text) for text in (*old, *new)]
    if not counts or not old or not new:
        return np.zeros((len(old), len(new)), dtype=np.float32)
    vectors = _weighted(counts)
    product = vectors[: len(old)] @ vectors[len(old) :].T
    return np.asarray(product.todense(), dtype=np.float32)


def _pieces(text: str) -> Counter[str]:
    """Words of three letters and more as their 4-grams, begun and ended by a space."""
    found: Counter[str] = Counter()
    for word in _WORD.findall(text.lower()):
        padded = f" {word} "
        for at in range(max(len(padded) - _LENGTH + 1, 1)):
            found[padded[at : at + _LENGTH]] += 1
    return found


def _weighted(counts: Sequence[Counter[str]]) -> "sparse.csr_matrix":
    """(n_texts, n_pieces) rows of length 1: square root of the count times idf."""
    places: dict[str, int] = {}
    columns, values, ends = [], [], [0]
    for count in counts:
        for piece, times in count.items():
            columns.append(places.setdefault(piece, len(places)))
            values.append(times)
        ends.append(len(columns))
    frequency = np.bincount(columns, minlength=len(places))
    idf = np.log((1 + len(counts)) / (1 + frequency)) + 1
    weights = np.sqrt(values) * idf[columns]
    matrix = sparse.csr_matrix(
        (weights.astype(np.float32), columns, ends), shape=(len(counts), len(places))
    )
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    lengths[lengths == 0] = 1
    return sparse.diags(1 / lengths).astype(np.float32) @ matrix
