"""The anchor: plain sentence-transformers and a flat FAISS index over the same clauses.

Nothing of this program is used, so that the comparison is with what a person would write in
ten lines. It runs in a process of its own: its libraries' threads and memory are not mixed
with this program's.
"""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

NEAREST = 10


class Channel(Protocol):
    """One end of a pipe between two processes."""

    def send(self, obj: Any) -> None: ...
    def recv(self) -> Any: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSearch:
    """Where the model and the index are, and how many threads to use."""

    model_folder: Path
    index_file: Path
    threads: int

    def serve(self, channel: Channel) -> None:
        """Answer each question that comes with the milliseconds it took, until None comes."""
        model, index = self.open()
        channel.send("ready")
        while (question := channel.recv()) is not None:
            begun = perf_counter()
            index.search(_vector(model, question), NEAREST)
            channel.send((perf_counter() - begun) * 1000)

    def once(self, question: str) -> list[int]:
        """Load everything and search once; the rows of the nearest clauses."""
        model, index = self.open()
        return [int(row) for row in index.search(_vector(model, question), NEAREST)[1][0]]

    def open(self) -> tuple[Any, Any]:
        """The model and the index."""
        import faiss
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(self.threads)
        faiss.omp_set_num_threads(self.threads)
        model = SentenceTransformer(str(self.model_folder), device="cpu", local_files_only=True)
        return model, faiss.read_index(str(self.index_file))


def write_index(vectors: NDArray[np.float32], file: Path) -> None:
    """A flat index of ``vectors`` (n, dim) float32 in ``file``."""
    import faiss

    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors))
    faiss.write_index(index, str(file))


def _vector(model: Any, question: str) -> NDArray[np.float32]:
    return np.asarray(
        model.encode([question], prompt_name="query", show_progress_bar=False), np.float32
    )
