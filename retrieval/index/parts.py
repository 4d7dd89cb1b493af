"""What an index holds in memory."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.clause import Clause
from corpus.document import Document
from corpus.status import Status
from retrieval.index.asked import AskedIndex
from retrieval.index.dense import DenseIndex
from retrieval.index.lexical import LexicalIndex
from retrieval.index.token_index import TokenIndex


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexParts:
    """A whole index.

    ``windows`` (n_windows, 3) int32 holds clause row, start and end in the document's text,
    ascending by clause row. ``digests`` has one hex digest a window, of the text that was
    encoded and the model that did it. ``outside`` (n_examples, dim) float32 holds the
    vectors of example questions that no corpus of this kind answers. ``word_counts`` says in
    how many clauses each word of the corpus stands, lower case. ``asked`` are the known
    questions beside the clauses.
    """

    documents: tuple[Document, ...]
    clauses: tuple[Clause, ...]
    answers: frozenset[Status]
    model_name: str
    model_fingerprint: str
    fingerprint: str
    windows: NDArray[np.int32]
    digests: tuple[str, ...]
    dense: DenseIndex
    words: LexicalIndex
    concepts: LexicalIndex
    tokens: TokenIndex
    asked: AskedIndex
    outside: NDArray[np.float32]
    word_counts: dict[str, int]
