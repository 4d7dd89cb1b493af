"""Which clauses answer on a given day."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.clause import Clause
from corpus.document import Document
from corpus.status import Status
from corpus.validity import holds, validity

__all__ = ["holding", "holds", "validity"]


def holding(
    documents: Sequence[Document],
    clauses: Sequence[Clause],
    on: date,
    answers: frozenset[Status],
) -> NDArray[np.bool_]:
    """A mask (n_clauses,) of the clauses that answer on the day ``on``."""
    by_id = {document.id: document for document in documents}
    return np.fromiter(
        (holds(by_id[clause.document], clause, on, answers) for clause in clauses),
        dtype=np.bool_,
        count=len(clauses),
    )
