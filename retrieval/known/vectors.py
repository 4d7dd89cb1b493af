"""The vectors of the known questions that come with the program, so that an index is made fast.

They fit the built-in model with its adapter and the wording that the search sees; what does
not fit any more is encoded when an index is made. ``python -m eval.known_vectors`` makes the
file anew. Vectors are kept as int8: the cosines differ by less than 0.005.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.encoding.encoded import normalise

Floats = NDArray[np.float32]

FILE = "known_vectors.npz"
SCALE = 127.0
DIGEST = 16
"""Bytes of a digest that are kept."""


@cache
def shipped_vectors() -> dict[str, Floats]:
    """Vectors (dim,) float32 of length 1 by the digest of what was encoded."""
    place = files("retrieval") / "data" / FILE
    if not place.is_file():
        return {}
    with place.open("rb") as file, np.load(file) as kept:
        vectors = normalise(kept["vectors"].astype(np.float32))
        digests = [row.tobytes().hex() for row in kept["digests"]]
    return dict(zip(digests, vectors, strict=True))


def write_vectors(file: Path, vectors: dict[str, Floats]) -> None:
    """Write ``vectors`` as ``shipped_vectors`` reads them, in the order of their digests."""
    digests = sorted(vectors)
    stacked = np.stack([vectors[digest] for digest in digests])
    top = np.abs(stacked).max(axis=1, keepdims=True)
    np.savez(
        file,
        vectors=np.round(stacked / top * SCALE).astype(np.int8),
        digests=np.stack([np.frombuffer(bytes.fromhex(d), dtype=np.uint8) for d in digests]),
    )
