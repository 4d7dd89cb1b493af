"""The dense part: an exact FAISS index over the windows' vectors.

Scores are called ``cosine``: inner products of L2-normalised vectors.
"""

from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


class DenseIndex:
    """Cosines between a question and the clauses: a clause has its best window's.

    ``clause_rows`` (n_windows,) int32, ascending, says which clause a window belongs to.
    """

    def __init__(self, index: Any, clause_rows: Rows) -> None:  # FAISS carries no full types
        self._index = index
        self._clause_rows = clause_rows
        # Mean and second moment give every question's exact mean and spread of cosines
        # over all windows, without computing those cosines.
        vectors = self.vectors
        self._mean = vectors.sum(axis=0) / max(len(vectors), 1)
        self._moment = vectors.T @ vectors / max(len(vectors), 1)

    @classmethod
    def build(cls, vectors: Floats, clause_rows: Rows) -> "DenseIndex":
        """``vectors`` (n_windows, dim) float32."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index, clause_rows)

    @property
    def vectors(self) -> Floats:
        """The windows' vectors, (n_windows, dim) float32, not copied."""
        count, dim = self._index.ntotal, self._index.d
        vectors: Floats = faiss.rev_swig_ptr(self._index.get_xb(), count * dim)
        return vectors.reshape(count, dim)

    def nearest(self, question: Floats, count: int, allowed: Mask | None = None) -> Rows:
        """Clause rows of the ``count`` nearest windows, nearest first, without repeats.

        ``question`` is (dim,) float32; ``allowed`` (n_clauses,) bool leaves clauses out.
        """
        count = min(count, self._index.ntotal)
        parameters = None
        if allowed is not None:
            bits = np.packbits(allowed[self._clause_rows], bitorder="little")
            selector = faiss.IDSelectorBitmap(self._index.ntotal, faiss.swig_ptr(bits))
            search_parameters: Any = faiss.SearchParameters
            parameters = search_parameters(sel=selector)
        _, order = self._index.search(question.reshape(1, -1), count, params=parameters)
        rows = self._clause_rows[order[0][order[0] >= 0]]
        first = np.unique(rows, return_index=True)[1]
        distinct: Rows = rows[np.sort(first)]
        return distinct

    def cosine(self, question: Floats, rows: NDArray[np.int64]) -> Floats:
        """Cosines of shape (len(rows),) float32 for the clauses ``rows`` (ascending)."""
        first = np.searchsorted(self._clause_rows, rows, side="left")
        counts = np.searchsorted(self._clause_rows, rows, side="right") - first
        begins = np.cumsum(counts) - counts
        windows = np.repeat(first - begins, counts) + np.arange(counts.sum())
        best: Floats = np.maximum.reduceat(self.vectors[windows] @ question, begins)
        return best

    def spread(self, question: Floats) -> tuple[float, float]:
        """Mean and standard deviation of the cosines over all windows."""
        mean = float(self._mean @ question)
        variance = float(question @ self._moment @ question) - mean**2
        return mean, max(variance, 1e-12) ** 0.5

    def dumped(self) -> bytes:
        """The FAISS index as the bytes of a file."""
        content: bytes = faiss.serialize_index(self._index).tobytes()
        return content

    @classmethod
    def load(cls, file: Path, clause_rows: Rows) -> "DenseIndex":
        """Read a file of those bytes."""
        return cls(faiss.read_index(str(file)), clause_rows)
