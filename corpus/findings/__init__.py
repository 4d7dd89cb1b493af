"""Gaps and conflicts in the documents: places where the text leaves responsibility unclear."""

from corpus.findings.check import check

__all__ = ["check"]
