"""A folder of documents, read whole."""

from dataclasses import dataclass

from corpus.clause import Clause
from corpus.document import Document
from corpus.errors import DocumentError
from corpus.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Every document of a folder that could be read, with its clauses.

    ``clauses`` stand in document order. ``answers`` are the statuses that answer by
    default. ``errors`` are the files that could not be read; ``undescribed`` are the
    documents that have neither a manifest entry nor a header of their own.
    """

    documents: tuple[Document, ...]
    clauses: tuple[Clause, ...]
    answers: frozenset[Status]
    errors: tuple[DocumentError, ...]
    undescribed: tuple[str, ...]
