"""Sentences that lay responsibility on somebody, read into duties."""

from corpus.duties.reading import read_duties

__all__ = ["read_duties"]
