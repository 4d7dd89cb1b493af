"""Two versions of a text compared: clause by clause, and duty by duty."""

from corpus.comparison.compare import compare

__all__ = ["compare"]
