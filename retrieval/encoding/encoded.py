"""A text as vectors."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoded:
    """A text's vector and those of its tokens; prefix and special tokens are left out.

    ``vector`` is (dim,) float32, L2-normalised. ``tokens`` is (n_tokens, token_dim) float32,
    each row L2-normalised. ``offsets`` is (n_tokens, 2) int32: the characters of the given
    text that each token covers, without the space before a word. A text without words has
    no tokens, and still a vector.
    """

    vector: Floats
    tokens: Floats
    offsets: NDArray[np.int32]


def normalise(values: Floats) -> Floats:
    """Each row of the last axis to length 1; a row of zeros stays zeros."""
    lengths = np.linalg.norm(values, axis=-1, keepdims=True)
    unit: Floats = values / np.maximum(lengths, np.float32(1e-12))
    return unit
