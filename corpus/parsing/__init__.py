"""Text with blocks to clauses."""

from corpus.parsing.parse import parse

__all__ = ["parse"]
