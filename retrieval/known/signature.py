"""A clause's text in 64 bits, so that a known question follows the text that answers it.

A similarity hash (Charikar 2002, "Similarity estimation techniques from rounding
algorithms"): every word and every pair of neighbouring words votes on each bit, and texts
that share most of them differ in few bits. Nothing of the text can be read from it.
"""

import hashlib
import re
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Signature = int
"""64 bits; written as 16 hexadecimal digits."""

BITS = 64
_WORD = re.compile(r"[^\W_]+")


def signature(text: str) -> Signature:
    """The signature of a clause's text; case, punctuation and white space do not count."""
    words = _WORD.findall(text.lower())
    terms = [*words, *(f"{one} {other}" for one, other in pairwise(words))]
    votes = np.zeros(BITS, dtype=np.int64)
    for term in terms:
        votes += _votes(term)
    return int.from_bytes(np.packbits(votes > 0).tobytes(), "big")


def distance(one: Signature, other: Signature) -> int:
    """How many of the 64 bits differ."""
    return (one ^ other).bit_count()


@lru_cache(maxsize=200_000)
def _votes(term: str) -> NDArray[np.int64]:
    """+1 or -1 for each bit, (64,)."""
    digest = hashlib.blake2b(term.encode(), digest_size=BITS // 8).digest()
    bits = np.unpackbits(np.frombuffer(digest, dtype=np.uint8)).astype(np.int64)
    votes: NDArray[np.int64] = 2 * bits - 1
    return votes
