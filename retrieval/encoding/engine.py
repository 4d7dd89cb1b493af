"""What runs a network: the exported one or sentence-transformers."""

from typing import Protocol

from retrieval.encoding.encoded import Floats, Integers


class Engine(Protocol):
    """One forward pass over a padded batch."""

    def run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        """Token ids and mask, (batch, length) int64 each, to token vectors
        (batch, length, token_dim) and text vectors (batch, dim), float32, not normalised."""
        ...
